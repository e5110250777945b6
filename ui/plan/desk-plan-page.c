/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-plan-page.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "desk-choice.h"
#include "desk-window.h"
#include "form/desk-loaded.h"
#include "form/desk-record-dialog.h"
#include "list/desk-list-empty.h"
#include "list/desk-list-spec.h"
#include "plan/desk-indicator-dialog.h"
#include "plan/desk-plan-issue-dialog.h"
#include "plan/desk-target-card.h"
#include "plan/desk-target-table.h"
#include "plan/ocop-plan-changes.h"

/* Of the name of a plan */
#define MOST_CHARACTERS 28

struct _DeskPlanPage
{
  DeskPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkBox *empty_box;
  DeskChoice *plan_choice;
  DeskChoice *period_choice;
  GtkLabel *summary;
  GtkColumnView *table;
  GtkBox *card;
  GtkWidget *menu_button;

  /* Owned references */
  GCancellable *cancellable;
  OcopPlan *plan;       /* (nullable): what is shown */
  char *chosen;         /* (nullable): id of the plan that is wanted; the latest when %NULL */

  gboolean focus_wanted; /* as soon as it is read */
};

G_DEFINE_FINAL_TYPE (DeskPlanPage, desk_plan_page, DESK_TYPE_PAGE)

typedef struct
{
  char *plan;           /* (nullable) id; the latest when %NULL */
  char *period;         /* (nullable) "quarter-2"; the whole plan when %NULL */
  OcopDate on;
} Request;

typedef struct
{
  GStrv ids, names;     /* of all plans, the latest first */
  OcopPlan *plan;       /* %NULL where there is none */
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->plan);
  g_free (request->period);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_strfreev (answer->ids);
  g_strfreev (answer->names);
  g_clear_pointer (&answer->plan, ocop_plan_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* Periods */

static const struct
{
  const char *key;
  OcopPeriodSpan span;
  guint number;
} periods[] = {
  { "half", OCOP_PERIOD_HALF, 0 },
  { "nine-months", OCOP_PERIOD_NINE_MONTHS, 0 },
  { "quarter-1", OCOP_PERIOD_QUARTER, 1 },
  { "quarter-2", OCOP_PERIOD_QUARTER, 2 },
  { "quarter-3", OCOP_PERIOD_QUARTER, 3 },
  { "quarter-4", OCOP_PERIOD_QUARTER, 4 },
};

static void
offer_periods (DeskPlanPage *self)
{
  OcopPeriod whole = ocop_plan_period (self->plan->record);
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) all_keys = NULL;
  g_auto(GStrv) all_titles = NULL;

  g_strv_builder_add (keys, "");
  g_strv_builder_add (titles, _("The whole plan"));
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *title = ocop_period_to_people (ocop_period_new (whole.rule, periods[i].span, whole.year, periods[i].number));

      g_strv_builder_add (keys, periods[i].key);
      g_strv_builder_add (titles, title);
    }
  for (guint month = 1; month <= 12; month++)
    {
      g_autofree char *key = g_strdup_printf ("month-%u", month);
      g_autofree char *title = ocop_period_to_people (ocop_period_new (whole.rule, OCOP_PERIOD_MONTH, whole.year, month));

      g_strv_builder_add (keys, key);
      g_strv_builder_add (titles, title);
    }
  all_keys = g_strv_builder_end (keys);
  all_titles = g_strv_builder_end (titles);
  desk_choice_set_items (self->period_choice, (const char * const *) all_keys, (const char * const *) all_titles);
}

/* FALSE where the whole plan is looked at. */
static gboolean
find_period (const OcopRecord *plan,
             const char       *key,
             OcopPeriod       *period)
{
  OcopPeriod whole = ocop_plan_period (plan);

  if (key == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_str_equal (periods[i].key, key))
      {
        *period = ocop_period_new (whole.rule, periods[i].span, whole.year, periods[i].number);
        return TRUE;
      }
  *period = ocop_period_new (whole.rule, OCOP_PERIOD_MONTH, whole.year,
                             (guint) CLAMP (g_ascii_strtoull (key + strlen ("month-"), NULL, 10), 1, 12));
  return TRUE;
}

/* Reading */

/* What the button can show without taking the room of others. */
static char *
shorten (const char *name)
{
  g_autofree char *part = g_utf8_strlen (name, -1) > MOST_CHARACTERS ? g_utf8_substring (name, 0, MOST_CHARACTERS - 1) : NULL;

  return part != NULL ? g_strconcat (part, "…", NULL) : g_strdup (name);
}

static gboolean
read_names (OcopReader  *reader,
            Answer      *answer,
            GError     **error)
{
  static const char * const columns[] = { "id", "name", "number", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_order_by (query, "year", TRUE);
  ocop_query_order_by (query, "name", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      const char *number = ocop_rows_get_text (rows, i, 2);
      g_autofree char *own = shorten (ocop_rows_get_text (rows, i, 1));
      g_autofree char *name = g_strconcat (own, number != NULL ? " · " : NULL, number, NULL);

      g_strv_builder_add (ids, ocop_rows_get_text (rows, i, 0));
      g_strv_builder_add (names, name);
    }
  answer->ids = g_strv_builder_end (ids);
  answer->names = g_strv_builder_end (names);
  return rows != NULL;
}

static gpointer
read_answer (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);
  g_autoptr(OcopRecord) record = NULL;
  OcopPeriod period;
  const char *id;

  if (!read_names (reader, answer, error))
    return NULL;
  if (*answer->ids == NULL)
    return g_steal_pointer (&answer);
  id = request->plan != NULL && g_strv_contains ((const char * const *) answer->ids, request->plan) ? request->plan : *answer->ids;
  record = ocop_reader_load (reader, ocop_kind_find ("plan"), id, error);
  if (record == NULL)
    return NULL;
  answer->plan = ocop_plan_read (reader, id, find_period (record, request->period, &period) ? &period : NULL, request->on, error);
  return answer->plan != NULL ? g_steal_pointer (&answer) : NULL;
}

/* Showing */

static gboolean
take_focus (DeskPlanPage *self)
{
  if (self->plan == NULL)
    return gtk_widget_child_focus (GTK_WIDGET (self->empty_box), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
show_summary (DeskPlanPage *self)
{
  guint n[OCOP_STANDING_MISSED + 1] = { 0 };
  g_autofree char *period = ocop_period_to_document (self->plan->period);
  g_autofree char *targets = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->plan->targets->len; i++)
    n[((const OcopProgress *) self->plan->targets->pdata[i])->standing]++;
  targets = g_strdup_printf (g_dngettext (NULL, "%u target", "%u targets", self->plan->targets->len), self->plan->targets->len);
  g_string_append_printf (text, "%s · %s", period, targets);
  for (guint i = OCOP_STANDING_MET; i <= OCOP_STANDING_MISSED; i++)
    if (n[i] > 0)
      g_string_append_printf (text, " · %s: %u", ocop_standing_title (i), n[i]);
  gtk_label_set_label (self->summary, text->str);
  g_string_free (text, TRUE);
}

static void
show_chosen (DeskPlanPage *self)
{
  const OcopProgress *progress = desk_target_table_get (self->table);

  desk_target_card_show (self->card, progress);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.edit-target", progress != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.enter-figure", progress != NULL);
}

/* An issued plan stays as it is. */
static void
enable_acts (DeskPlanPage *self)
{
  gboolean drafted = self->plan != NULL && g_strcmp0 (ocop_record_get_text (self->plan->record, "state"), "issued") != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.edit", self->plan != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.copy", self->plan != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.amend", self->plan != NULL && !drafted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.issue", drafted);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.add-targets", drafted);
}

static void
show_plan (DeskPlanPage *self,
           OcopPlan     *plan)
{
  OcopPlan *former = self->plan;

  self->plan = plan;
  desk_target_table_show (self->table, plan);
  g_clear_pointer (&former, ocop_plan_free);
  enable_acts (self);
  gtk_stack_set_visible_child_name (self->stack, plan != NULL ? "plan" : "empty");
  if (plan != NULL)
    {
      g_signal_connect_object (gtk_column_view_get_model (self->table), "selection-changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
      offer_periods (self);
      show_summary (self);
    }
  show_chosen (self);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      page)
{
  g_autoptr(DeskPlanPage) self = page;
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (GTK_WIDGET (self));

  if (desk_page_get_register (DESK_PAGE (self)) != OCOP_REGISTER (reg) || window == NULL)
    return;
  if (answer == NULL)
    {
      desk_window_show_error (window, error);
      return;
    }
  desk_choice_set_items (self->plan_choice, (const char * const *) answer->ids, (const char * const *) answer->names);
  if (answer->plan != NULL)
    desk_choice_set_key (self->plan_choice, ocop_record_get_id (answer->plan->record));
  show_plan (self, g_steal_pointer (&answer->plan));
  if (self->focus_wanted)
    take_focus (self);
  self->focus_wanted = FALSE;
}

static void
desk_plan_page_refresh (DeskPage *page)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (page);
  Request *request = g_new0 (Request, 1);

  request->plan = g_strdup (self->chosen);
  request->period = g_strdup (desk_choice_get_key (self->period_choice));
  request->on = desk_page_get_on (page);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ocop_register_read_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, read_answer, request, request_free, answer_free,
                            self->cancellable, on_read, g_object_ref (self));
}

static void
choose (DeskPlanPage *self,
        const char   *id)
{
  g_free (self->chosen);
  self->chosen = g_strdup (id);
  if (desk_page_get_register (DESK_PAGE (self)) != NULL)
    desk_plan_page_refresh (DESK_PAGE (self));
}

/* The first of the plans has no key of its own in the choice: it stands for all in others. */
static void
on_plan_chosen (DeskPlanPage *self)
{
  choose (self, desk_choice_get_key (self->plan_choice));
}

static void
on_period_chosen (DeskPlanPage *self)
{
  desk_plan_page_refresh (DESK_PAGE (self));
}

static void
desk_plan_page_register_changed (DeskPage *page)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->chosen, g_free);
  show_plan (self, NULL);
}

/* Acts */

/* A plan that is begun is the one to go on with. */
static void
on_plan_saved (DeskPlanPage *self,
               const char   *id)
{
  choose (self, id);
}

static void
present (DeskPlanPage     *self,
         const OcopRecord *record,
         GHashTable       *labels,
         const char       *hidden)
{
  GtkWidget *dialog = desk_record_dialog_present (GTK_WIDGET (self), desk_page_get_register (DESK_PAGE (self)), record, labels, hidden);

  if (g_str_equal (ocop_record_get_kind (record)->name, "plan"))
    g_signal_connect_object (dialog, "saved", G_CALLBACK (on_plan_saved), self, G_CONNECT_SWAPPED);
}

static void
on_plan_loaded (GObject      *reg,
                GAsyncResult *result,
                gpointer      page)
{
  g_autoptr(DeskPlanPage) self = page;
  g_autoptr(DeskLoaded) loaded = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);

  if (loaded != NULL && desk_page_get_register (DESK_PAGE (self)) == OCOP_REGISTER (reg))
    present (self, loaded->record, loaded->labels,
             g_str_equal (ocop_record_get_kind (loaded->record)->name, "target") ? "plan" : NULL);
}

static void
edit (DeskPlanPage     *self,
      const OcopRecord *record)
{
  desk_loaded_read_async (desk_page_get_register (DESK_PAGE (self)), ocop_record_get_kind (record), ocop_record_get_id (record), 0,
                          NULL, on_plan_loaded, g_object_ref (self));
}

static void
edit_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);

  edit (self, self->plan->record);
}

static void
edit_target_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);
  const OcopProgress *progress = desk_target_table_get (self->table);

  if (progress != NULL)
    edit (self, progress->target);
}

static void
on_target_activated (DeskPlanPage *self)
{
  edit_target_activated (GTK_WIDGET (self), NULL, NULL);
}

static gpointer
begin_plan (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  OcopRecord *record = ocop_plan_begin (reader, GPOINTER_TO_UINT (data), error);

  return record != NULL ? desk_loaded_new_named (reader, record) : NULL;
}

static void
new_activated (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);

  ocop_register_read_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, begin_plan,
                            GUINT_TO_POINTER (desk_page_get_on (DESK_PAGE (self)).year), NULL, (GDestroyNotify) desk_loaded_free,
                            NULL, on_plan_loaded, g_object_ref (self));
}

static void
issue_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);

  desk_plan_issue_dialog_present (widget, desk_page_get_register (DESK_PAGE (self)), self->plan->record);
}

/* From the reading of the plan to the showing of its copy. */
typedef struct
{
  DeskPlanPage *page;
  char *plan;
  guint year;
  char *copy;           /* id; made while the change is */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->page);
  g_free (errand->plan);
  g_free (errand->copy);
  g_free (errand);
}

static gpointer
make_copy (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Errand *errand = data;

  return ocop_plan_copy (reader, errand->plan, errand->year, &errand->copy, error);
}

static void
on_copied (GObject      *reg,
           GAsyncResult *result,
           gpointer      data)
{
  Errand *errand = data;
  g_autoptr(GError) error = NULL;
  DeskWindow *window = desk_window_of (GTK_WIDGET (errand->page));
  gboolean copied = ocop_register_make_finish (OCOP_REGISTER (reg), result, &error);

  if (window != NULL && copied && desk_page_get_register (DESK_PAGE (errand->page)) == OCOP_REGISTER (reg))
    {
      choose (errand->page, errand->copy);
      desk_window_toast (window, _("A plan was copied: set its numbers"));
    }
  else if (window != NULL && !copied)
    desk_window_show_error (window, error);
  errand_free (errand);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);
  Errand *errand = g_new0 (Errand, 1);

  errand->page = g_object_ref (self);
  errand->plan = g_strdup (ocop_record_get_id (self->plan->record));
  errand->year = (guint) ocop_record_get_integer (self->plan->record, "year", 0) + (g_str_equal (action, "plan.copy") ? 1 : 0);
  ocop_register_make_async (desk_page_get_register (DESK_PAGE (self)), OCOP_LANE_WINDOW, make_copy, errand, NULL, on_copied, errand);
}

static void
add_targets_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);

  desk_indicator_dialog_present (widget, desk_page_get_register (DESK_PAGE (self)), self->plan);
}

static void
enter_figure_activated (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);
  const OcopProgress *progress = desk_target_table_get (self->table);
  g_autoptr(OcopRecord) figure = ocop_record_new (ocop_kind_find ("target_figure"), NULL);

  if (progress == NULL)
    return;
  ocop_record_set_text (figure, "target", ocop_record_get_id (progress->target));
  ocop_record_set_date (figure, "counted_on", self->plan->on);
  present (self, figure, NULL, "target");
}

/* Only what has a list can be shown in one. */
static void
show_records_activated (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);
  const OcopProgress *progress = desk_target_table_get (self->table);
  g_autoptr(OcopQuery) query = NULL;

  if (progress == NULL)
    return;
  query = ocop_plan_query (self->plan, progress, g_str_equal (action, "plan.show-whole") ? OCOP_INDICATOR_WHOLE : OCOP_INDICATOR_PART, NULL);
  if (query != NULL && desk_list_spec_find (ocop_query_get_kind (query)->name) != NULL)
    desk_window_show_query (desk_window_of (widget), query);
  else
    desk_window_say (desk_window_of (widget), _("What is counted here has no list of its own."));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc run;
} acts[] = {
  { "plan.new", new_activated },
  { "plan.edit", edit_activated },
  { "plan.issue", issue_activated },
  { "plan.copy", copy_activated },
  { "plan.amend", copy_activated },
  { "plan.add-targets", add_targets_activated },
  { "plan.edit-target", edit_target_activated },
  { "plan.enter-figure", enter_figure_activated },
  { "plan.show-part", show_records_activated },
  { "plan.show-whole", show_records_activated },
};

/* Being there */

static gboolean
desk_plan_page_grab_focus (GtkWidget *widget)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (widget);

  self->focus_wanted = self->plan == NULL;
  return take_focus (self);
}

static void
desk_plan_page_dispose (GObject *object)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->table != NULL)
    desk_target_table_show (self->table, NULL);
  G_OBJECT_CLASS (desk_plan_page_parent_class)->dispose (object);
}

static void
desk_plan_page_finalize (GObject *object)
{
  DeskPlanPage *self = DESK_PLAN_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, ocop_plan_free);
  g_free (self->chosen);
  G_OBJECT_CLASS (desk_plan_page_parent_class)->finalize (object);
}

static void
desk_plan_page_class_init (DeskPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_plan_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_plan_page_finalize;
  widget_class->grab_focus = desk_plan_page_grab_focus;
  DESK_PAGE_CLASS (klass)->register_changed = desk_plan_page_register_changed;
  DESK_PAGE_CLASS (klass)->refresh = desk_plan_page_refresh;

  g_type_ensure (DESK_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/plan/desk-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, empty_box);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, plan_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, period_choice);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, table);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, card);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanPage, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_period_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_target_activated);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].name, NULL, acts[i].run);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "plan.new", NULL);
}

static void
desk_plan_page_init (DeskPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_target_table_set_up (self->table);
  desk_accessible_name_column_view (self->table, _("Targets"));
  desk_accessible_name_button (self->menu_button, NULL);
  gtk_box_append (self->empty_box,
                  desk_list_empty_new (_("No plan yet"),
                                       _("The plan of the year sets targets; what is reached is counted from the records and traced to them."),
                                       _("New plan…"), "plan.new"));
}
