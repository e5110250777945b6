/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-task-row.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"

/* In time, and yet to be looked at today. */
#define PRESSING_DAYS 5

struct _DeskTaskRow
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *what_label;
  GtkLabel *place_label;
  GtkLabel *days_label;
  GtkLabel *state_label;
};

G_DEFINE_FINAL_TYPE (DeskTaskRow, desk_task_row, GTK_TYPE_BOX)

static char *
dup_days (int days)
{
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", -days), -days);
  if (days == 0)
    return g_strdup (_("due today"));
  return g_strdup_printf (ngettext ("%d day left", "%d days left", days), days);
}

static const char *
get_pill (int days)
{
  if (days < 0)
    return "alarm";
  return days <= PRESSING_DAYS ? "warn" : NULL;
}

/* The day first: it is what must not be cut where room is short. */
static char *
dup_place (const OcopDueTask *task)
{
  g_autofree char *day = ocop_date_to_people_about (task->day, task->estimated);
  g_autofree char *until = g_strdup_printf (_("by %s"), day);
  gboolean named = task->product_name != NULL && task->what != NULL && strstr (task->what, task->product_name) == NULL;
  const char *parts[] = { until, named ? task->product_name : NULL, task->locality_name, task->producer_name };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

char *
desk_task_row_show (DeskTaskRow       *self,
                    const OcopDueTask *task,
                    OcopDate           on)
{
  int days = ocop_date_days_between (on, task->day);
  g_autofree char *left = dup_days (days);
  g_autofree char *place = dup_place (task);
  const char *state = ocop_due_task_state_title (task->state);
  const char * const pill[] = { "desk-pill", get_pill (days), NULL };
  const char *words[] = { task->what, state, place, left };

  gtk_label_set_label (self->what_label, task->what);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->what_label), task->what);
  gtk_label_set_label (self->place_label, place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place_label), place);
  gtk_label_set_label (self->days_label, left);
  gtk_widget_set_css_classes (GTK_WIDGET (self->days_label), (const char **) pill);
  gtk_label_set_label (self->state_label, state);
  return ocop_text_join (", ", words, G_N_ELEMENTS (words));
}

static void
desk_task_row_class_init (DeskTaskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/overview/desk-task-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskTaskRow, what_label);
  gtk_widget_class_bind_template_child (widget_class, DeskTaskRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, DeskTaskRow, days_label);
  gtk_widget_class_bind_template_child (widget_class, DeskTaskRow, state_label);
}

static void
desk_task_row_init (DeskTaskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_task_row_new (void)
{
  return g_object_new (DESK_TYPE_TASK_ROW, NULL);
}
