/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-month-bar.h"

#define LEAST_WIDTH 6
#define HEIGHT 14

struct _DeskMonthBar
{
  GtkWidget parent_instance;

  GtkWidget *bar;       /* owned */

  guint n_columns;
  double begin, end;
};

G_DEFINE_FINAL_TYPE (DeskMonthBar, desk_month_bar, GTK_TYPE_WIDGET)

void
desk_month_bar_show (DeskMonthBar *self,
                     double        begin,
                     double        end,
                     const char   *style)
{
  const char *styles[] = { "desk-month-bar", style, NULL };

  self->begin = begin;
  self->end = end;
  gtk_widget_set_css_classes (self->bar, styles);
  gtk_widget_set_child_visible (self->bar, end > begin);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
desk_month_bar_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DeskMonthBar *self = DESK_MONTH_BAR (widget);
  int length = MAX (LEAST_WIDTH, (int) ((self->end - self->begin) * width));
  GtkAllocation place = { MIN ((int) (self->begin * width), width - length), (height - HEIGHT) / 2, length, HEIGHT };

  gtk_widget_set_child_visible (self->bar, self->end > self->begin);
  if (self->end > self->begin)
    gtk_widget_size_allocate (self->bar, &place, -1);
}

static void
desk_month_bar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DeskMonthBar *self = DESK_MONTH_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA line;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "desk_border", &line))
    gdk_rgba_parse (&line, "#808080");
  for (guint i = 0; i < self->n_columns; i++)
    gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT ((float) width * i / self->n_columns, 0, 1, height));
  if (self->end > self->begin)
    gtk_widget_snapshot_child (widget, self->bar, snapshot);
}

static void
desk_month_bar_dispose (GObject *object)
{
  g_clear_pointer (&DESK_MONTH_BAR (object)->bar, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_month_bar_parent_class)->dispose (object);
}

static void
desk_month_bar_class_init (DeskMonthBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_month_bar_dispose;
  widget_class->size_allocate = desk_month_bar_size_allocate;
  widget_class->snapshot = desk_month_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
desk_month_bar_init (DeskMonthBar *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

GtkWidget *
desk_month_bar_new (guint n_columns)
{
  DeskMonthBar *self = g_object_new (DESK_TYPE_MONTH_BAR, "hexpand", TRUE, NULL);

  self->n_columns = n_columns;
  return GTK_WIDGET (self);
}
