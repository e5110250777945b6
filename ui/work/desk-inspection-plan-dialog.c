/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/desk-inspection-plan-dialog.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "work/ocop-inspection-plan.h"

#define WIDTH 860
#define HEIGHT 660
#define LIST_HEIGHT 300

/* A slot of the list: its place among the candidates, so that thousands of rows cost no widgets. */
#define DESK_TYPE_CANDIDATE_ITEM (desk_candidate_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskCandidateItem, desk_candidate_item, DESK, CANDIDATE_ITEM, GObject)

struct _DeskCandidateItem
{
  GObject parent_instance;

  OcopInspectionCandidate *candidate; /* borrowed */
};

G_DEFINE_FINAL_TYPE (DeskCandidateItem, desk_candidate_item, G_TYPE_OBJECT)

static void
desk_candidate_item_class_init (DeskCandidateItemClass *klass)
{
}

static void
desk_candidate_item_init (DeskCandidateItem *self)
{
}

struct _DeskInspectionPlanDialog
{
  DeskDialog parent_instance;

  DeskFieldEditor *name, *planned_on, *members; /* borrowed */
  GtkWidget *summary;                           /* borrowed */
  GPtrArray *candidates;
};

G_DEFINE_FINAL_TYPE (DeskInspectionPlanDialog, desk_inspection_plan_dialog, DESK_TYPE_DIALOG)

/* What is chosen, copied for a thread. */
typedef struct
{
  GPtrArray *candidates;
  char *name, *members;
  OcopDate planned_on;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_ptr_array_unref (wish->candidates);
  g_free (wish->name);
  g_free (wish->members);
  g_free (wish);
}

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wish *wish = data;

  return ocop_inspection_plan_make (wish->candidates, wish->name, wish->planned_on, wish->members, error);
}

static void
desk_inspection_plan_dialog_apply (DeskDialog *dialog)
{
  DeskInspectionPlanDialog *self = DESK_INSPECTION_PLAN_DIALOG (dialog);
  g_autofree char *day = NULL;
  Wish *wish;

  if (!desk_field_editor_settle (self->planned_on))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->planned_on));
      return;
    }
  day = desk_dialog_dup_text (self->planned_on);
  wish = g_new0 (Wish, 1);
  wish->candidates = g_ptr_array_ref (self->candidates);
  wish->name = desk_dialog_dup_text (self->name);
  wish->members = desk_dialog_dup_text (self->members);
  ocop_date_parse (day != NULL ? day : "", &wish->planned_on);
  desk_dialog_make (dialog, make_change, wish, wish_free);
}

static guint
percent (guint part,
         guint all)
{
  return all > 0 ? part * 100 / all : 0;
}

static void
show_summary (DeskInspectionPlanDialog *self)
{
  OcopInspectionCoverage coverage = ocop_inspection_plan_measure (self->candidates);
  g_autofree char *text = g_strdup_printf (_("%u chosen. With the visits of the year: %u of %u producers (%u %%), %u of %u localities (%u %%)."),
                                           coverage.chosen, coverage.producers, coverage.n_producers,
                                           percent (coverage.producers, coverage.n_producers), coverage.localities,
                                           coverage.n_localities, percent (coverage.localities, coverage.n_localities));

  gtk_label_set_label (GTK_LABEL (self->summary), text);
  desk_dialog_set_ready (DESK_DIALOG (self), coverage.chosen > 0);
}

/* The list */

static void
on_toggled (GtkCheckButton           *check,
            DeskInspectionPlanDialog *self)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (check), "desk-item");
  DeskCandidateItem *slot = gtk_list_item_get_item (item);

  if (slot == NULL || slot->candidate->chosen == gtk_check_button_get_active (check))
    return;
  slot->candidate->chosen = gtk_check_button_get_active (check);
  show_summary (self);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          DeskInspectionPlanDialog *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *line = gtk_inscription_new (NULL);

      g_object_set (line, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "hexpand", TRUE, NULL);
      gtk_widget_add_css_class (line, i == 0 ? "desk-entry-head" : "desk-subtitle");
      gtk_box_append (GTK_BOX (words), line);
    }
  g_object_set_data (G_OBJECT (check), "desk-item", item);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, 0);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         DeskInspectionPlanDialog *self)
{
  const OcopInspectionCandidate *candidate = DESK_CANDIDATE_ITEM (gtk_list_item_get_item (item))->candidate;
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *head = gtk_widget_get_first_child (gtk_widget_get_next_sibling (check));
  g_autofree char *reasons = ocop_inspection_candidate_explain (candidate);
  const char *why = *reasons != '\0' ? reasons : _("only for the coverage of the year");
  g_autofree char *facts = ocop_text_join (" · ", (const char *[]) { candidate->locality_name, why, candidate->covered ? _("visited or planned this year") : NULL }, 3);

  gtk_inscription_set_text (GTK_INSCRIPTION (head), candidate->name);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (head)), facts);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), facts);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), candidate->chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, candidate->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts, -1);
}

static GtkWidget *
make_list (DeskInspectionPlanDialog *self)
{
  GListStore *store = g_list_store_new (DESK_TYPE_CANDIDATE_ITEM);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view, *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < self->candidates->len; i++)
    {
      DeskCandidateItem *slot = g_object_new (DESK_TYPE_CANDIDATE_ITEM, NULL);

      slot->candidate = g_ptr_array_index (self->candidates, i);
      g_ptr_array_add (items, slot);
    }
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store))), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Producers who may be visited"), -1);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "min-content-height", LIST_HEIGHT, "vexpand", TRUE, "child", view, NULL);
  gtk_widget_add_css_class (scrolled, "desk-card");
  return scrolled;
}

void
desk_inspection_plan_dialog_present (GtkWidget    *parent,
                                     OcopRegister *reg,
                                     GPtrArray    *candidates)
{
  DeskInspectionPlanDialog *self = g_object_new (DESK_TYPE_INSPECTION_PLAN_DIALOG, "default-width", WIDTH, "default-height", HEIGHT, NULL);
  DeskDialog *dialog = DESK_DIALOG (self);
  const OcopInspectionRules *rules = ocop_inspection_rules ();
  g_autofree char *why = g_strdup_printf (_("The most pressing come first. As many are ticked as it takes to reach %u %% of producers and %u %% of localities in the year; tick and untick as you see fit."),
                                          rules->producers_percent, rules->localities_percent);
  GtkBox *box;

  self->candidates = candidates;
  desk_dialog_set_up (dialog, parent, reg, _("Pick producers to visit"), _("_Plan the Visits"));
  box = desk_dialog_add_box (dialog, -1, -1);
  self->name = desk_dialog_add_field (dialog, box, "inspection", "name", _("Whether the recognition still holds"), NULL);
  self->planned_on = desk_dialog_add_field (dialog, box, "inspection", "planned_on", NULL, NULL);
  self->members = desk_dialog_add_field (dialog, box, "inspection", "members", NULL, NULL);
  desk_dialog_add_text (box, why, "desk-dim");
  gtk_box_append (box, make_list (self));
  self->summary = desk_dialog_add_text (box, NULL, "desk-heading");
  show_summary (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->planned_on));
}

static void
desk_inspection_plan_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_INSPECTION_PLAN_DIALOG (object)->candidates);
  G_OBJECT_CLASS (desk_inspection_plan_dialog_parent_class)->finalize (object);
}

static void
desk_inspection_plan_dialog_class_init (DeskInspectionPlanDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_inspection_plan_dialog_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_inspection_plan_dialog_apply;
}

static void
desk_inspection_plan_dialog_init (DeskInspectionPlanDialog *self)
{
}
