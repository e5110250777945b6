/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-task-year.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "desk-focus-back.h"
#include "plan/desk-month-bar.h"

#define NAME_WIDTH 380
#define PLACE_WIDTH 32

struct _DeskTaskYear
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkWidget *box;
  GtkListBox *list;
  GtkBox *head;

  int first_year, last_year;
};

enum
{
  OPENED,
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTaskYear, desk_task_year, GTK_TYPE_WIDGET)

/* The style class of a bar. */
static const char *
style_of (OcopTaskStanding standing)
{
  switch (standing)
    {
    case OCOP_TASK_DONE:
      return "good";
    case OCOP_TASK_SOON:
      return "warn";
    case OCOP_TASK_LATE:
      return "alarm";
    default:
      return "quiet";
    }
}

/* Months, or the years of a plan of several. */
static guint
count_columns (DeskTaskYear *self)
{
  return self->first_year == self->last_year ? 12 : (guint) (self->last_year - self->first_year + 1);
}

/* A month is as wide as another: where @day stands, 0 to 1. */
static double
find_place (DeskTaskYear *self,
            OcopDate      day,
            gboolean      is_end)
{
  double months = (day.year - self->first_year) * 12 + day.month - 1 + MIN (day.day - 1 + is_end, 30) / 30.0;

  return CLAMP (months / (12 * (self->last_year - self->first_year + 1)), 0, 1);
}

static GtkWidget *
make_label (const char *text,
            int         width,
            float       xalign,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", xalign, "ellipsize", PANGO_ELLIPSIZE_END, "width-request", width, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
fill_head (DeskTaskYear *self)
{
  GtkWidget *months = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->head))) != NULL)
    gtk_box_remove (self->head, child);
  gtk_box_append (self->head, make_label (_("No."), PLACE_WIDTH, 1, NULL));
  gtk_box_append (self->head, make_label (g_dpgettext2 (GETTEXT_PACKAGE, "plan", "Task"), NAME_WIDTH, 0, NULL));
  g_object_set (months, "homogeneous", TRUE, "hexpand", TRUE, NULL);
  for (guint i = 0; i < count_columns (self); i++)
    {
      g_autofree char *text = self->first_year == self->last_year ? g_strdup_printf (_("M%u"), i + 1)
                                                                  : g_strdup_printf ("%d", self->first_year + (int) i);

      gtk_box_append (GTK_BOX (months), make_label (text, -1, 0.5, NULL));
    }
  gtk_box_append (self->head, months);
}

/* "Trade fair · 1/3/2026 – 30/6/2026 · Late" */
static char *
say (const OcopTask *task)
{
  g_autofree char *from = ocop_date_to_people (ocop_record_get_date (task->part.record, "begins_on"));
  g_autofree char *until = ocop_date_to_people (ocop_record_get_date (task->part.record, "due_on"));
  g_autofree char *days = *from != '\0' || *until != '\0' ? g_strdup_printf ("%s – %s", from, until) : g_strdup (_("no day set"));
  const char *parts[] = { ocop_task_standing_title (task->standing), days, ocop_record_get_text (task->part.record, "body") };

  return ocop_text_join (" · ", parts, G_N_ELEMENTS (parts));
}

static GtkWidget *
make_words (const OcopTask *task,
            const char     *said)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *name = ocop_record_get_text (task->part.record, "name");
  GtkWidget *name_label = make_label (name, NAME_WIDTH, 0, NULL);

  g_object_set (name_label, "max-width-chars", 1, NULL);
  gtk_widget_set_tooltip_text (box, name);
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), make_label (said, NAME_WIDTH, 0, task->standing == OCOP_TASK_LATE ? "desk-late" : "desk-subtitle"));
  g_object_set (gtk_widget_get_last_child (box), "max-width-chars", 1, NULL);
  gtk_widget_set_hexpand (box, FALSE);
  return box;
}

static void
append_task (DeskTaskYear   *self,
             const OcopTask *task,
             guint           place)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = desk_month_bar_new (count_columns (self));
  g_autofree char *number = g_strdup_printf ("%u", place + 1);
  g_autofree char *said = say (task);
  g_autofree char *all = g_strdup_printf ("%s · %s", ocop_record_get_text (task->part.record, "name"), said);
  gboolean has_days = ocop_date_is_day (task->from);

  desk_month_bar_show (DESK_MONTH_BAR (bar), has_days ? find_place (self, task->from, FALSE) : 0, has_days ? find_place (self, task->until, TRUE) : 0,
                       style_of (task->standing));
  gtk_box_append (GTK_BOX (row), make_label (number, PLACE_WIDTH, 1, NULL));
  gtk_box_append (GTK_BOX (row), make_words (task, said));
  gtk_box_append (GTK_BOX (row), bar);
  gtk_list_box_append (self->list, row);
  row = gtk_widget_get_parent (row);
  g_object_set_data_full (G_OBJECT (row), "desk-id", g_strdup (ocop_record_get_id (task->part.record)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
}

void
desk_task_year_show (DeskTaskYear     *self,
                     const OcopRecord *plan,
                     GPtrArray        *tasks,
                     OcopDate          on)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (plan == NULL || tasks == NULL)
    return;
  self->first_year = (int) ocop_record_get_integer (plan, "year", on.year);
  self->last_year = MAX (self->first_year, (int) ocop_record_get_integer (plan, "until_year", self->first_year));
  fill_head (self);
  for (guint i = 0; i < tasks->len; i++)
    append_task (self, tasks->pdata[i], i);
}

void
desk_task_year_choose (DeskTaskYear *self,
                       guint         place)
{
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) place));
}

static void
on_row_selected (DeskTaskYear  *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
on_row_activated (DeskTaskYear  *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPENED], 0, g_object_get_data (G_OBJECT (row), "desk-id"));
}

static gboolean
desk_task_year_grab_focus (GtkWidget *widget)
{
  DeskTaskYear *self = DESK_TASK_YEAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
desk_task_year_dispose (GObject *object)
{
  g_clear_pointer (&DESK_TASK_YEAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_task_year_parent_class)->dispose (object);
}

static void
desk_task_year_class_init (DeskTaskYearClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_task_year_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = desk_task_year_grab_focus;
  desk_focus_back_install (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
desk_task_year_init (DeskTaskYear *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "desk-year-head");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "desk-year-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tasks by month"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_row_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE, "child", self->list, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
