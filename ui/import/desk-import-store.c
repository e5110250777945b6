/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-store.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "desk-accessible-name.h"

/* Milliseconds between two looks at how far the work is. */
#define PROGRESS_INTERVAL 80

struct _DeskImportStore
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *outcome_label;
  GtkWidget *duplicates_box;
  GtkDropDown *duplicates_dropdown;
  GtkLabel *done_label;
  GtkWidget *work_box;
  GtkLabel *work_label;
  GtkProgressBar *progress_bar;
  GtkWidget *list_buttons;
  GtkButton *import_button;

  /* Owned references */
  DeskImportJob *job;

  guint progress_source;
};

G_DEFINE_FINAL_TYPE (DeskImportStore, desk_import_store, GTK_TYPE_WIDGET)

static const char * const duplicates[] = {
  [OCOP_IMPORT_SKIP] = NC_("import", "Leave the register as it is"),
  [OCOP_IMPORT_UPDATE] = NC_("import", "Update from the list"),
  [OCOP_IMPORT_ADD] = NC_("import", "Add once more"),
};

static const char * const works[] = {
  [DESK_IMPORT_IDLE] = "",
  [DESK_IMPORT_READING] = N_("Reading the file…"),
  [DESK_IMPORT_PLANNING] = N_("Checking the rows…"),
  [DESK_IMPORT_STORING] = N_("Importing…"),
};

static gboolean
show_progress (gpointer data)
{
  DeskImportStore *self = data;
  double fraction = desk_import_job_get_fraction (self->job);

  gtk_widget_set_visible (self->work_box, TRUE);
  if (fraction > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, MIN (fraction, 1));
  else
    gtk_progress_bar_pulse (self->progress_bar);
  return G_SOURCE_CONTINUE;
}

static void
show_import_button (DeskImportStore *self)
{
  DeskImportDryRun *dry_run = desk_import_job_get_dry_run (self->job);
  guint n_taken = dry_run != NULL ? ocop_import_plan_get_n_taken (dry_run->plan) : 0;
  g_autofree char *number = ocop_number_to_people (n_taken);
  g_autofree char *label = g_strdup_printf (ngettext ("Import %s Row", "Import %s Rows", n_taken), number);

  gtk_button_set_label (self->import_button, desk_import_job_is_unchecked (self->job) ? _("Check the Rows") : label);
}

/* What would become of the rows. */
static char *
dup_outcome (const DeskImportDryRun *dry_run)
{
  g_autofree char *words = desk_import_dry_run_to_words (dry_run, "; ");

  return ocop_import_plan_get_n_taken (dry_run->plan) > 0 ? g_steal_pointer (&words)
                                                          : g_strdup_printf (_("Nothing goes into the register: %s"), words);
}

static void
on_planned (DeskImportStore *self)
{
  DeskImportDryRun *dry_run = desk_import_job_get_dry_run (self->job);
  g_autofree char *text = dry_run != NULL ? dup_outcome (dry_run) : g_strdup ("");

  gtk_label_set_label (self->outcome_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_label), *text != '\0');
  show_import_button (self);
}

static void
on_list_changed (DeskImportStore *self)
{
  gboolean has_list = desk_import_job_get_list (self->job) != NULL;

  gtk_widget_set_visible (self->duplicates_box, has_list);
  gtk_widget_set_visible (self->list_buttons, has_list);
}

static void
on_state_changed (DeskImportStore *self)
{
  DeskImportState state = desk_import_job_get_state (self->job);

  gtk_label_set_label (self->work_label, *works[state] != '\0' ? _(works[state]) : "");
  gtk_widget_set_sensitive (self->duplicates_box, state != DESK_IMPORT_STORING);
  if (state == DESK_IMPORT_READING || state == DESK_IMPORT_STORING)
    gtk_label_set_label (self->done_label, "");
  show_import_button (self);

  if (state == DESK_IMPORT_IDLE)
    {
      g_clear_handle_id (&self->progress_source, g_source_remove);
      gtk_widget_set_visible (self->work_box, FALSE);
    }
  else if (self->progress_source == 0)
    {
      gtk_progress_bar_set_fraction (self->progress_bar, 0);
      self->progress_source = g_timeout_add (PROGRESS_INTERVAL, show_progress, self);
    }
}

static void
on_duplicates_selected (DeskImportStore *self)
{
  desk_import_job_set_duplicates (self->job, gtk_drop_down_get_selected (self->duplicates_dropdown));
}

void
desk_import_store_say (DeskImportStore *self,
                       const char      *text)
{
  gtk_label_set_label (self->done_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done_label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
desk_import_store_set_job (DeskImportStore *self,
                           DeskImportJob   *job)
{
  g_return_if_fail (self->job == NULL);

  self->job = g_object_ref (job);
  g_signal_connect_object (job, "state-changed", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "list-changed", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "planned", G_CALLBACK (on_planned), self, G_CONNECT_SWAPPED);
  on_list_changed (self);
  on_planned (self);
}

static void
desk_import_store_dispose (GObject *object)
{
  DeskImportStore *self = DESK_IMPORT_STORE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->progress_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->job);
  G_OBJECT_CLASS (desk_import_store_parent_class)->dispose (object);
}

static void
desk_import_store_class_init (DeskImportStoreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_store_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/import/desk-import-store.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskImportStore, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportStore, duplicates_box);
  gtk_widget_class_bind_template_child (widget_class, DeskImportStore, duplicates_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskImportStore, done_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportStore, work_box);
  gtk_widget_class_bind_template_child (widget_class, DeskImportStore, work_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportStore, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskImportStore, list_buttons);
  gtk_widget_class_bind_template_child (widget_class, DeskImportStore, import_button);
}

static void
desk_import_store_init (DeskImportStore *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (GTK_WIDGET (self->duplicates_dropdown), _("Rows that the register has already"));
  for (guint i = 0; i < G_N_ELEMENTS (duplicates); i++)
    gtk_string_list_append (titles, g_dpgettext2 (NULL, "import", duplicates[i]));
  gtk_drop_down_set_model (self->duplicates_dropdown, G_LIST_MODEL (titles));
  g_signal_connect_swapped (self->duplicates_dropdown, "notify::selected", G_CALLBACK (on_duplicates_selected), self);
}
