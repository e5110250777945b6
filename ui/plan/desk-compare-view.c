/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/desk-compare-view.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "desk-window.h"
#include "list/desk-list-empty.h"
#include "plan/desk-compare-columns.h"
#include "plan/desk-plan-names.h"

/* Beside the plan itself: each takes five columns, and as long to count. */
#define MOST_PLANS 6

typedef struct
{
  OcopComparison *comparison;
  GStrv ids, names;       /* of all plans but the one itself */
} Answer;

struct _DeskCompareView
{
  DeskPlanTab parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkBox *empty_box;
  GtkBox *plans_box;
  GtkLabel *summary;
  GtkMenuButton *plans_button;
  DeskTable *table;

  Answer *answer;         /* (nullable): what is shown */
  GHashTable *chosen;     /* id of a plan → GStrv: the plans that it is looked at beside */
};

G_DEFINE_FINAL_TYPE (DeskCompareView, desk_compare_view, DESK_TYPE_PLAN_TAB)

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->comparison, ocop_comparison_free);
  g_strfreev (answer->ids);
  g_strfreev (answer->names);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* Reading */

typedef struct
{
  char *plan;       /* id */
  char **others;    /* (nullable) ids */
  OcopDate on;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->plan);
  g_strfreev (request->others);
  g_free (request);
}

/* Names every plan but the one itself. */
static gboolean
read_names (Answer      *answer,
            OcopReader  *reader,
            const char  *plan,
            GError     **error)
{
  g_auto(GStrv) ids = NULL;
  g_auto(GStrv) names = NULL;
  g_autoptr(GStrvBuilder) other_ids = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) other_names = g_strv_builder_new ();

  if (!desk_plan_names_read (reader, &ids, &names, error))
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], plan))
      {
        g_strv_builder_add (other_ids, ids[i]);
        g_strv_builder_add (other_names, names[i]);
      }
  answer->ids = g_strv_builder_end (other_ids);
  answer->names = g_strv_builder_end (other_names);
  return TRUE;
}

/* Those of @others that are still there; %NULL of %NULL. */
static GStrv
keep_there (const Answer *answer,
            char        **others)
{
  g_autoptr(GStrvBuilder) there = g_strv_builder_new ();

  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) answer->ids, others[i]))
      g_strv_builder_add (there, others[i]);
  return others != NULL ? g_strv_builder_end (there) : NULL;
}

static gpointer
read_answer (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);
  g_auto(GStrv) others = NULL;

  if (!read_names (answer, reader, request->plan, error))
    return NULL;
  others = keep_there (answer, request->others);
  answer->comparison = ocop_comparison_read (reader, request->plan, (const char * const *) others, request->on, error);
  return answer->comparison != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
desk_compare_view_read (DeskPlanTab *tab)
{
  DeskCompareView *self = DESK_COMPARE_VIEW (tab);
  Request *request = g_new0 (Request, 1);

  request->plan = g_strdup (ocop_record_get_id (desk_plan_tab_get_plan (tab)));
  request->others = g_strdupv (g_hash_table_lookup (self->chosen, request->plan));
  request->on = desk_plan_tab_get_on (tab);
  desk_plan_tab_read (tab, read_answer, request, request_free, (GDestroyNotify) answer_free);
}

/* Which plans */

static const char *
id_at (const OcopComparison *comparison,
       guint                 place)
{
  return ocop_record_get_id (((const OcopPlan *) comparison->plans->pdata[place])->record);
}

static gboolean
is_beside (const OcopComparison *comparison,
           const char           *id)
{
  for (guint i = 1; i < comparison->plans->len; i++)
    if (g_str_equal (id_at (comparison, i), id))
      return TRUE;
  return FALSE;
}

static void
offer_plans (DeskCompareView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->plans_box))) != NULL)
    gtk_box_remove (self->plans_box, child);
  for (guint i = 0; self->answer != NULL && self->answer->ids[i] != NULL; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (self->answer->names[i]);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_beside (self->answer->comparison, self->answer->ids[i]));
      gtk_box_append (self->plans_box, check);
    }
}

/* (transfer full): ids of the plans that are ticked. @other: (out): whether they are others than those shown */
static GStrv
dup_ticked (DeskCompareView *self,
            gboolean        *other)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->plans_box));

  *other = FALSE;
  for (guint i = 0; check != NULL; i++, check = gtk_widget_get_next_sibling (check))
    {
      gboolean ticked = gtk_check_button_get_active (GTK_CHECK_BUTTON (check));

      if (ticked)
        g_strv_builder_add (ids, self->answer->ids[i]);
      *other |= ticked != is_beside (self->answer->comparison, self->answer->ids[i]);
    }
  return g_strv_builder_end (ids);
}

/* What is ticked is read once the list is closed, and not for each tick. */
static void
on_plans_closed (DeskCompareView *self)
{
  g_auto(GStrv) ids = NULL;
  gboolean other;

  if (self->answer == NULL)
    return;
  ids = dup_ticked (self, &other);
  if (!other)
    return;
  if (g_strv_length (ids) > MOST_PLANS)
    {
      g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "At most %u other plan stands beside this one: take some away.",
                                                            "At most %u other plans stand beside this one: take some away.", MOST_PLANS), MOST_PLANS);

      desk_window_say (desk_window_of (GTK_WIDGET (self)), text);
      return;
    }
  g_hash_table_insert (self->chosen, g_strdup (id_at (self->answer->comparison, 0)), g_steal_pointer (&ids));
  desk_compare_view_read (DESK_PLAN_TAB (self));
}

/* Showing */

static void
show_summary (DeskCompareView *self)
{
  const OcopComparison *comparison = self->answer->comparison;
  guint n = comparison->rows->len, beside = comparison->plans->len - 1;
  g_autofree char *targets = g_strdup_printf (g_dngettext (NULL, "%u target", "%u targets", n), n);
  g_autofree char *plans = g_strdup_printf (g_dngettext (NULL, "beside %u other plan", "beside %u other plans", beside), beside);
  GString *text = g_string_new (targets);

  g_string_append_printf (text, " · %s", plans);
  if (comparison->n_localities > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("shared out to %u localities, %u of them with a plan of their own"), comparison->n_localities,
                              comparison->n_own_plans);
    }
  gtk_label_set_label (self->summary, text->str);
  g_string_free (text, TRUE);
}

static void
desk_compare_view_show (DeskPlanTab *tab,
                        gpointer     answer)
{
  DeskCompareView *self = DESK_COMPARE_VIEW (tab);
  g_autoptr(Answer) former = self->answer;
  gboolean filled;

  self->answer = answer;
  filled = self->answer != NULL && self->answer->ids[0] != NULL && self->answer->comparison->rows->len > 0;
  if (filled)
    desk_compare_columns_set (self->table, self->answer->comparison);
  desk_table_show (self->table, filled ? self->answer->comparison->rows : NULL, filled ? self->answer->comparison : NULL);
  offer_plans (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->plans_button), self->answer != NULL && self->answer->ids[0] != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.copy", filled);
  gtk_stack_set_visible_child_name (self->stack, filled || self->answer == NULL ? "table" : "empty");
  if (self->answer != NULL)
    show_summary (self);
}

static const char *
desk_compare_view_choose_report (DeskPlanTab     *tab,
                                 OcopReportScope *scope)
{
  scope->beside = g_hash_table_lookup (DESK_COMPARE_VIEW (tab)->chosen, scope->plan);
  return "plan-compare";
}

static gboolean
desk_compare_view_take_focus (DeskPlanTab *tab)
{
  DeskCompareView *self = DESK_COMPARE_VIEW (tab);
  gboolean filled = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "table");

  return (filled && gtk_widget_grab_focus (GTK_WIDGET (self->table))) || gtk_widget_grab_focus (GTK_WIDGET (self->plans_button)) ||
         gtk_widget_child_focus (GTK_WIDGET (self->empty_box), GTK_DIR_TAB_FORWARD);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  desk_table_copy (DESK_COMPARE_VIEW (widget)->table);
}

/* Being there */

static void
desk_compare_view_dispose (GObject *object)
{
  DeskCompareView *self = DESK_COMPARE_VIEW (object);

  if (self->table != NULL)
    desk_table_show (self->table, NULL, NULL);
  self->table = NULL;
  g_clear_pointer (&self->answer, answer_free);
  G_OBJECT_CLASS (desk_compare_view_parent_class)->dispose (object);
}

static void
desk_compare_view_finalize (GObject *object)
{
  g_hash_table_unref (DESK_COMPARE_VIEW (object)->chosen);
  G_OBJECT_CLASS (desk_compare_view_parent_class)->finalize (object);
}

static void
desk_compare_view_class_init (DeskCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanTabClass *tab_class = DESK_PLAN_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_compare_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_compare_view_finalize;
  tab_class->name = "compare";
  tab_class->title = NC_("tab", "Side by side");
  tab_class->choose_report = desk_compare_view_choose_report;
  tab_class->read = desk_compare_view_read;
  tab_class->show = desk_compare_view_show;
  tab_class->take_focus = desk_compare_view_take_focus;

  g_type_ensure (DESK_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/plan/desk-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskCompareView, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskCompareView, empty_box);
  gtk_widget_class_bind_template_child (widget_class, DeskCompareView, plans_box);
  gtk_widget_class_bind_template_child (widget_class, DeskCompareView, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskCompareView, plans_button);
  gtk_widget_class_bind_template_child (widget_class, DeskCompareView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_plans_closed);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, copy_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "compare.copy", NULL);
}

static void
desk_compare_view_init (DeskCompareView *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_table_set_up (self->table, _("Plans side by side"), NULL, &(const DeskTableColumn) { NULL }, NULL);
  desk_accessible_name_button (GTK_WIDGET (self->plans_button), NULL);
  gtk_box_append (self->empty_box, desk_list_empty_new (_("Nothing to compare yet"),
                                                        _("The targets of this plan stand here beside those of other plans, of the year before, of a "
                                                          "district or of communes. It needs targets and another plan."),
                                                        _("New plan…"), "plan.new"));
}
