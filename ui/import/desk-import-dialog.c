/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "exchange/ocop-import-repairs.h"
#include "import/desk-import-columns.h"
#include "import/desk-import-files.h"
#include "import/desk-import-job.h"
#include "import/desk-import-rows.h"

/* Milliseconds between two looks at how far the work is. */
#define PROGRESS_INTERVAL 80

struct _DeskImportDialog
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *file_label;
  GtkLabel *size_label;
  GtkDropDown *kind_dropdown;
  GtkWidget *sheet_box;
  GtkDropDown *sheet_dropdown;
  GtkRevealer *problem_revealer;
  GtkLabel *problem_label;
  GtkRevealer *encoding_revealer;
  GtkLabel *encoding_label;
  GtkButton *encoding_button;
  DeskImportColumns *columns;
  DeskImportRows *rows;
  GtkWidget *other_button;
  GtkWidget *duplicates_box;
  GtkDropDown *duplicates_dropdown;
  GtkLabel *outcome_label;
  GtkLabel *done_label;
  GtkWidget *work_box;
  GtkLabel *work_label;
  GtkProgressBar *progress_bar;
  GtkButton *import_button;

  /* Owned references */
  DeskImportJob *job;

  guint progress_source;
};

G_DEFINE_FINAL_TYPE (DeskImportDialog, desk_import_dialog, GTK_TYPE_WINDOW)

static const struct
{
  const char *title;
  const char *subject; /* whose list is shown when the import is done */
} kinds[] = {
  [OCOP_IMPORT_PRODUCTS] = { N_("Products"), "product" },
  [OCOP_IMPORT_PRODUCERS] = { N_("Producers"), "producer" },
  [OCOP_IMPORT_UNITS] = { N_("Administrative units"), NULL },
};

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

static DeskWindow *
get_window (DeskImportDialog *self)
{
  return DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

/* What is under way */

static gboolean
show_progress (gpointer data)
{
  DeskImportDialog *self = data;
  double fraction = desk_import_job_get_fraction (self->job);

  gtk_widget_set_visible (self->work_box, TRUE);
  if (fraction > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, MIN (fraction, 1));
  else
    gtk_progress_bar_pulse (self->progress_bar);
  return G_SOURCE_CONTINUE;
}

static guint
count_taken (DeskImportDialog *self)
{
  DeskImportDryRun *dry_run = desk_import_job_get_dry_run (self->job);

  return dry_run != NULL ? ocop_import_plan_get_n_taken (dry_run->plan) : 0;
}

static void
update_import_button (DeskImportDialog *self)
{
  guint n_taken = count_taken (self);
  gboolean may_store = n_taken > 0 && desk_import_job_get_state (self->job) == DESK_IMPORT_IDLE;
  g_autofree char *number = ocop_number_to_people (n_taken);
  g_autofree char *label = g_strdup_printf (ngettext ("Import %s Row", "Import %s Rows", n_taken), number);

  gtk_button_set_label (self->import_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.store", may_store);
}

static void
update_outcome (DeskImportDialog *self)
{
  DeskImportDryRun *dry_run = desk_import_job_get_dry_run (self->job);
  g_autofree char *text = dry_run != NULL ? desk_import_dry_run_to_words (dry_run) : g_strdup ("");

  gtk_label_set_label (self->outcome_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_label), *text != '\0');
}

static void
update_repairs_actions (DeskImportDialog *self)
{
  DeskImportDryRun *dry_run = desk_import_job_get_dry_run (self->job);
  guint n = dry_run != NULL ? ocop_import_plan_count (dry_run->plan, OCOP_IMPORT_WRONG)
                              + ocop_import_plan_count (dry_run->plan, OCOP_IMPORT_DOUBTFUL) : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save-repairs", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.copy", dry_run != NULL);
}

static void
on_state_changed (DeskImportDialog *self)
{
  DeskImportState state = desk_import_job_get_state (self->job);
  gboolean storing = state == DESK_IMPORT_STORING;

  gtk_label_set_label (self->work_label, *works[state] != '\0' ? _(works[state]) : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->columns), !storing);
  gtk_widget_set_sensitive (self->duplicates_box, !storing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose", !storing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.paste", !storing);
  gtk_label_set_label (self->done_label, "");
  update_import_button (self);

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
hide_problem (DeskImportDialog *self)
{
  gtk_revealer_set_reveal_child (self->problem_revealer, FALSE);
}

static void
show_problem (DeskImportDialog *self,
              const char       *text)
{
  gtk_label_set_label (self->problem_label, text);
  gtk_revealer_set_reveal_child (self->problem_revealer, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problem_label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
on_failed (DeskImportDialog *self,
           const GError     *error)
{
  show_problem (self, error->message);
}

/* What was read */

static void
show_sheets (DeskImportDialog *self,
             DeskImportList   *list)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n_sheets = ocop_workbook_get_n_sheets (list->workbook);

  for (guint i = 0; i < n_sheets; i++)
    gtk_string_list_append (names, ocop_sheet_get_name (ocop_workbook_get_sheet (list->workbook, i)));
  gtk_drop_down_set_model (self->sheet_dropdown, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sheet_dropdown, list->sheet_index);
  gtk_widget_set_visible (self->sheet_box, n_sheets > 1);
}

static void
show_size (DeskImportDialog *self,
           DeskImportList   *list)
{
  guint n_rows = desk_import_list_n_rows (list);
  g_autofree char *number = ocop_number_to_people (n_rows);
  g_autofree char *text = g_strdup_printf (ngettext ("%s row in the list", "%s rows in the list", n_rows), number);

  gtk_label_set_label (self->size_label, text);
}

static void
show_encoding (DeskImportDialog *self,
               DeskImportList   *list)
{
  gboolean recoded = list != NULL && desk_import_list_is_recoded (list);
  g_autofree char *text = NULL;
  g_autofree char *meant = NULL;

  gtk_revealer_set_reveal_child (self->encoding_revealer, list != NULL && list->encoding != OCOP_LEGACY_NONE);
  if (list == NULL || list->encoding == OCOP_LEGACY_NONE)
    return;
  meant = ocop_legacy_text_recode (list->encoding_sample, list->encoding);
  /* Translators: an encoding, a text as it stands in the file and as it is meant */
  text = g_strdup_printf (recoded ? _("The list is written for the old fonts of %s. It is read as Unicode: “%s” as “%s”. Look through the rows before you import them.")
                                  : _("The list is written for the old fonts of %s and is left as it is. Read as Unicode, “%s” would be “%s”."),
                          ocop_legacy_encoding_get_title (list->encoding), list->encoding_sample, meant);
  gtk_label_set_label (self->encoding_label, text);
  gtk_button_set_label (self->encoding_button, recoded ? _("_Leave It as It Is") : _("_Read It as Unicode"));
}

static void on_sheet_selected (DeskImportDialog *self);
static void on_kind_selected (DeskImportDialog *self);

static void
on_list_changed (DeskImportDialog *self)
{
  DeskImportList *list = desk_import_job_get_list (self->job);

  g_signal_handlers_block_by_func (self->kind_dropdown, on_kind_selected, self);
  gtk_drop_down_set_selected (self->kind_dropdown, desk_import_job_get_kind (self->job));
  g_signal_handlers_unblock_by_func (self->kind_dropdown, on_kind_selected, self);
  gtk_stack_set_visible_child_name (self->stack, list != NULL ? "list" : "file");
  gtk_widget_set_visible (self->other_button, list != NULL);
  show_encoding (self, list);
  if (list == NULL)
    return;

  gtk_label_set_label (self->file_label, list->name);
  g_signal_handlers_block_by_func (self->sheet_dropdown, on_sheet_selected, self);
  show_sheets (self, list);
  g_signal_handlers_unblock_by_func (self->sheet_dropdown, on_sheet_selected, self);
  show_size (self, list);
}

static void
on_planned (DeskImportDialog *self)
{
  DeskImportDryRun *dry_run = desk_import_job_get_dry_run (self->job);

  if (dry_run != NULL)
    hide_problem (self);
  desk_import_rows_set_dry_run (self->rows, dry_run);
  update_outcome (self);
  update_repairs_actions (self);
  update_import_button (self);
}

/* Choices */

static void
read_file (DeskImportDialog *self,
           GFile            *file)
{
  hide_problem (self);
  desk_import_job_read_file (self->job, file);
}

static void
on_kind_selected (DeskImportDialog *self)
{
  hide_problem (self);
  desk_import_job_set_kind (self->job, gtk_drop_down_get_selected (self->kind_dropdown));
}

static void
on_sheet_selected (DeskImportDialog *self)
{
  hide_problem (self);
  desk_import_job_set_sheet (self->job, gtk_drop_down_get_selected (self->sheet_dropdown));
}

static void
on_duplicates_selected (DeskImportDialog *self)
{
  desk_import_job_set_duplicates (self->job, gtk_drop_down_get_selected (self->duplicates_dropdown));
}

static void
choose_file (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  desk_import_files_open (GTK_WINDOW (widget), (DeskImportFileChosen) read_file);
}

static gboolean
on_drop (DeskImportDialog *self,
         const GValue     *value)
{
  if (desk_import_job_get_state (self->job) == DESK_IMPORT_STORING)
    return FALSE;
  read_file (self, g_value_get_object (value));
  return TRUE;
}

/* The clipboard. A single word is no list. */
static gboolean
holds_cells (const char *text)
{
  return text != NULL && strpbrk (text, "\t\n") != NULL;
}

static void
read_cells (DeskImportDialog *self,
            const char       *text)
{
  hide_problem (self);
  desk_import_job_read_text (self->job, text, _("pasted cells"));
}

static const char *
no_cells (void)
{
  return _("The clipboard holds no cells. Mark the rows with their headings in the spreadsheet program and copy them.");
}

static void
on_text_read (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(DeskImportDialog) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (self->job == NULL)
    return;
  if (holds_cells (text))
    read_cells (self, text);
  else
    show_problem (self, no_cells ());
}

static void
paste (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_read, g_object_ref (widget));
}

/* Rows to repair */

static void
on_taking_chosen (DeskImportDialog *self,
                  const char       *producer,
                  OcopImportTaking  taking)
{
  desk_import_job_set_taking (self->job, producer, taking);
}

static void
on_repairs_saved (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  DeskImportDialog *self = DESK_IMPORT_DIALOG (object);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = desk_import_files_save_repairs_finish (result, &error);
  g_autofree char *text = name != NULL ? g_strdup_printf (_("Saved as %s. Repair it, then import it here."), name) : NULL;

  if (text != NULL)
    gtk_label_set_label (self->done_label, text);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
save_repairs (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DeskImportDryRun *dry_run = desk_import_job_get_dry_run (DESK_IMPORT_DIALOG (widget)->job);

  if (dry_run != NULL)
    desk_import_files_save_repairs_async (GTK_WINDOW (widget), dry_run, on_repairs_saved);
}

static void
copy_rows (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  DeskImportDialog *self = DESK_IMPORT_DIALOG (widget);
  DeskImportDryRun *dry_run = desk_import_job_get_dry_run (self->job);
  g_autofree char *text = NULL;

  if (dry_run == NULL)
    return;
  text = ocop_import_repairs_to_text (dry_run->plan, dry_run->list->heading, desk_import_rows_get_results (self->rows));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_label_set_label (self->done_label, _("The rows shown are copied, with their reasons"));
}

static void
recode (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  DeskImportDialog *self = DESK_IMPORT_DIALOG (widget);
  DeskImportList *list = desk_import_job_get_list (self->job);

  if (list != NULL)
    desk_import_job_set_recodes (self->job, !desk_import_list_is_recoded (list));
}

/* The end */

static void
store (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  desk_import_job_store (DESK_IMPORT_DIALOG (widget)->job);
}

static void
cancel (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  desk_import_job_cancel (DESK_IMPORT_DIALOG (widget)->job);
}

static void
on_stored (DeskImportDialog *self)
{
  DeskWindow *window = get_window (self);
  DeskImportDryRun *dry_run = desk_import_job_get_dry_run (self->job);
  guint n_taken = ocop_import_plan_get_n_taken (dry_run->plan);
  g_autofree char *number = ocop_number_to_people (n_taken);
  g_autofree char *text = g_strdup_printf (ngettext ("Imported %s row of %s", "Imported %s rows of %s", n_taken), number, dry_run->list->name);
  const char *subject = kinds[desk_import_job_get_kind (self->job)].subject;

  gtk_window_close (GTK_WINDOW (self));
  if (subject != NULL)
    {
      g_autoptr(OcopQuery) query = ocop_query_new (subject);

      desk_window_show_query (window, query);
    }
  desk_window_toast (window, text);
}

static void
desk_import_dialog_dispose (GObject *object)
{
  DeskImportDialog *self = DESK_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->job != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->job, self);
      desk_import_job_cancel (self->job);
    }
  g_clear_object (&self->job);
  G_OBJECT_CLASS (desk_import_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_file);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "import.recode", NULL, recode);
  gtk_widget_class_install_action (widget_class, "import.copy", NULL, copy_rows);
  gtk_widget_class_install_action (widget_class, "import.save-repairs", NULL, save_repairs);
  gtk_widget_class_install_action (widget_class, "import.store", NULL, store);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "import.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "import.save-repairs", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "import.store", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, file_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, size_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, kind_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, sheet_box);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, sheet_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, encoding_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, encoding_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, encoding_button);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, other_button);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, duplicates_box);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, duplicates_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, done_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, work_box);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, work_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, import_button);
  gtk_widget_class_bind_template_callback (widget_class, hide_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_taking_chosen);
}

static void
desk_import_dialog_class_init (DeskImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_dialog_dispose;
  g_type_ensure (DESK_TYPE_IMPORT_COLUMNS);
  g_type_ensure (DESK_TYPE_IMPORT_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/import/desk-import-dialog.ui");
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
fill_dropdowns (DeskImportDialog *self)
{
  g_autoptr(GtkStringList) kind_titles = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) duplicates_titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (kind_titles, _(kinds[i].title));
  for (guint i = 0; i < G_N_ELEMENTS (duplicates); i++)
    gtk_string_list_append (duplicates_titles, g_dpgettext2 (NULL, "import", duplicates[i]));
  gtk_drop_down_set_model (self->kind_dropdown, G_LIST_MODEL (kind_titles));
  gtk_drop_down_set_model (self->duplicates_dropdown, G_LIST_MODEL (duplicates_titles));

  g_signal_connect_swapped (self->kind_dropdown, "notify::selected", G_CALLBACK (on_kind_selected), self);
  g_signal_connect_swapped (self->sheet_dropdown, "notify::selected", G_CALLBACK (on_sheet_selected), self);
  g_signal_connect_swapped (self->duplicates_dropdown, "notify::selected", G_CALLBACK (on_duplicates_selected), self);
}

static void
desk_import_dialog_init (DeskImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static DeskImportDialog *
dialog_new (DeskWindow *window)
{
  DeskImportDialog *self = g_object_new (DESK_TYPE_IMPORT_DIALOG, "transient-for", window, NULL);

  self->job = desk_import_job_new (desk_window_get_register (window));
  desk_import_columns_set_job (self->columns, self->job);
  g_signal_connect_swapped (self->job, "state-changed", G_CALLBACK (on_state_changed), self);
  g_signal_connect_swapped (self->job, "list-changed", G_CALLBACK (on_list_changed), self);
  g_signal_connect_swapped (self->job, "planned", G_CALLBACK (on_planned), self);
  g_signal_connect_swapped (self->job, "stored", G_CALLBACK (on_stored), self);
  g_signal_connect_swapped (self->job, "failed", G_CALLBACK (on_failed), self);
  fill_dropdowns (self);
  on_state_changed (self);
  update_outcome (self);
  update_repairs_actions (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
desk_import_dialog_show (DeskWindow *window)
{
  dialog_new (window);
}

static void
on_window_text_read (GObject      *clipboard,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr(DeskWindow) window = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (desk_window_get_register (window) == NULL)
    return;
  if (holds_cells (text))
    read_cells (dialog_new (window), text);
  else
    show_problem (dialog_new (window), no_cells ());
}

void
desk_import_dialog_paste (DeskWindow *window)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, on_window_text_read, g_object_ref (window));
}
