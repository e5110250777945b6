/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/desk-columns-head.h"

#include <glib/gi18n.h>

/* Pixels for each sign of a column's width on paper, within what can be read and seen together. */
#define SIGN_WIDTH 6
#define LEAST_WIDTH 36
#define MOST_WIDTH 130

struct _DeskColumnsHead
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkGrid *grid;
  int n_columns;
  const char *group;        /* of the last column */
  GtkWidget *group_label;   /* over it */
  int group_span;
};

G_DEFINE_FINAL_TYPE (DeskColumnsHead, desk_columns_head, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text,
              double      width)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, "lines", 3,
                "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 1, "max-width-chars", 1,
                "width-request", CLAMP ((int) (width * SIGN_WIDTH), LEAST_WIDTH, MOST_WIDTH), NULL);
  gtk_widget_add_css_class (label, "desk-column-head");
  return label;
}

/* Over neighbours of the same group stands one label. */
static void
add_group (DeskColumnsHead *self,
           const char      *group,
           int              place)
{
  gboolean goes_on = self->group_label != NULL && g_strcmp0 (group, self->group) == 0;

  if (goes_on)
    {
      g_object_ref (self->group_label);
      gtk_grid_remove (self->grid, self->group_label);
    }
  else
    {
      self->group_label = g_object_ref_sink (create_label (_(group), 0));
      self->group_span = 0;
    }
  self->group_span++;
  gtk_grid_attach (self->grid, self->group_label, place - self->group_span + 1, 0, self->group_span, 1);
  g_object_unref (self->group_label);
}

void
desk_columns_head_add (DeskColumnsHead        *self,
                       const OcopReportColumn *column,
                       const char             *heading)
{
  int place = self->n_columns++;
  GtkWidget *label = create_label (heading != NULL ? heading : _(column->title), column->width > 0 ? column->width : MOST_WIDTH);

  if (column->group != NULL)
    add_group (self, column->group, place);
  else
    self->group_label = NULL;
  self->group = column->group;
  gtk_grid_attach (self->grid, label, place, column->group != NULL ? 1 : 0, 1, column->group != NULL ? 1 : 2);
}

void
desk_columns_head_clear (DeskColumnsHead *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_columns = 0;
  self->group = NULL;
  self->group_label = NULL;
}

static void
desk_columns_head_dispose (GObject *object)
{
  g_clear_pointer (&DESK_COLUMNS_HEAD (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_columns_head_parent_class)->dispose (object);
}

static void
desk_columns_head_class_init (DeskColumnsHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_columns_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_columns_head_init (DeskColumnsHead *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  g_object_set (self->grid, "halign", GTK_ALIGN_START, NULL);
  self->scrolled = gtk_scrolled_window_new ();
  g_object_set (self->scrolled, "vscrollbar-policy", GTK_POLICY_NEVER, "child", self->grid, "has-frame", TRUE, "min-content-height", 74, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
