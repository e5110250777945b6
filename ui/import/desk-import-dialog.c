/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "exchange/ocop-import-repairs.h"
#include "import/desk-import-columns.h"
#include "import/desk-import-done.h"
#include "import/desk-import-files.h"
#include "import/desk-import-job.h"
#include "import/desk-import-rows.h"
#include "import/desk-import-source.h"
#include "import/desk-import-store.h"

struct _DeskImportDialog
{
  GtkWindow parent_instance;

  /* Template widgets */
  DeskImportSource *source;
  GtkRevealer *problem_revealer;
  GtkLabel *problem_label;
  GtkStack *stack;
  DeskImportColumns *columns;
  DeskImportRows *rows;
  DeskImportDone *done;
  DeskImportStore *store;

  /* Owned references */
  DeskImportJob *job;
  DeskImportDryRun *stored; /* what the register has taken; NULL while another list is looked at */
};

G_DEFINE_FINAL_TYPE (DeskImportDialog, desk_import_dialog, GTK_TYPE_WINDOW)

/* Whose list is shown when the import is done: the parts of a plan and yearly figures have none. */
static const char *
find_subject (OcopImportKind kind)
{
  switch (kind)
    {
    case OCOP_IMPORT_PRODUCTS:
      return "product";
    case OCOP_IMPORT_PRODUCERS:
      return "producer";
    case OCOP_IMPORT_UNITS:
    case OCOP_IMPORT_TASKS:
    case OCOP_IMPORT_BUDGET_LINES:
    case OCOP_IMPORT_PLAN_PRODUCTS:
    case OCOP_IMPORT_PLAN_TARGETS:
    case OCOP_IMPORT_TARGET_SHARES:
    case OCOP_IMPORT_PRODUCT_YEARS:
    case OCOP_IMPORT_PRODUCER_YEARS:
      return NULL;
    default:
      return ocop_import_kind_model (kind)->name;
    }
}

static DeskWindow *
get_window (DeskImportDialog *self)
{
  return DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

/* The rows that are shown, or that were stored. */
static DeskImportDryRun *
get_dry_run (DeskImportDialog *self)
{
  return self->stored != NULL ? self->stored : desk_import_job_get_dry_run (self->job);
}

static void
update_actions (DeskImportDialog *self)
{
  DeskImportState state = desk_import_job_get_state (self->job);
  DeskImportDryRun *planned = desk_import_job_get_dry_run (self->job);
  DeskImportDryRun *dry_run = get_dry_run (self);
  gboolean may_store = state == DESK_IMPORT_IDLE && planned != NULL && ocop_import_plan_get_n_taken (planned->plan) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose", state != DESK_IMPORT_STORING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.paste", state != DESK_IMPORT_STORING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.copy", planned != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save-repairs", dry_run != NULL && desk_import_dry_run_n_to_repair (dry_run) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.store", may_store || desk_import_job_is_unchecked (self->job));
}

/* What went wrong */

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

/* What the job tells */

static void
show_step (DeskImportDialog *self,
           const char       *step)
{
  gboolean done = g_str_equal (step, "done");

  gtk_stack_set_visible_child_name (self->stack, step);
  gtk_widget_set_visible (GTK_WIDGET (self->source), !done);
  gtk_widget_set_visible (GTK_WIDGET (self->store), g_str_equal (step, "list"));
}

static void
on_state_changed (DeskImportDialog *self)
{
  DeskImportState state = desk_import_job_get_state (self->job);

  if (state == DESK_IMPORT_READING)
    {
      hide_problem (self);
      gtk_widget_set_visible (GTK_WIDGET (self->store), TRUE);
    }
  /* A text that is not to be typed into any more would keep its cursor blinking, of which GTK complains. */
  if (state == DESK_IMPORT_STORING)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->source), state != DESK_IMPORT_STORING);
  gtk_widget_set_sensitive (GTK_WIDGET (self->columns), state != DESK_IMPORT_STORING);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rows), state != DESK_IMPORT_STORING);
  update_actions (self);
}

static void
on_list_changed (DeskImportDialog *self)
{
  DeskImportList *list = desk_import_job_get_list (self->job);

  g_clear_pointer (&self->stored, desk_import_dry_run_unref);
  show_step (self, list != NULL ? "list" : "file");
  update_actions (self);
}

static void
on_planned (DeskImportDialog *self)
{
  DeskImportDryRun *dry_run = desk_import_job_get_dry_run (self->job);

  if (dry_run != NULL)
    hide_problem (self);
  desk_import_rows_set_dry_run (self->rows, dry_run);
  desk_import_done_show_repairs (self->done, NULL);
  update_actions (self);
}

static void
on_cancelled (DeskImportDialog *self)
{
  desk_import_store_say (self->store, _("Cancelled: nothing was imported"));
}

static void
show_imported (DeskImportDialog *self)
{
  const char *subject = find_subject (desk_import_job_get_kind (self->job));
  g_autoptr(OcopQuery) query = subject != NULL ? ocop_query_new (subject) : NULL;

  if (query != NULL)
    desk_window_show_query (get_window (self), query);
}

static void
on_stored (DeskImportDialog *self)
{
  hide_problem (self);
  self->stored = desk_import_dry_run_ref (desk_import_job_get_dry_run (self->job));
  desk_import_rows_set_dry_run (self->rows, NULL);
  desk_import_done_show (self->done, self->stored);
  show_step (self, "done");
  gtk_widget_grab_focus (GTK_WIDGET (self->done));
  show_imported (self);
}

/* Where the list comes from */

static void
read_file (DeskImportDialog *self,
           GFile            *file)
{
  desk_import_job_read_file (self->job, file);
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
show_repairs (DeskImportDialog *self,
              GFile            *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = g_strdup_printf (_("Saved as %s. Repair it, then import it here."), name);

  desk_import_done_show_repairs (self->done, file);
  desk_import_store_say (self->store, text);
}

static void
on_repairs_saved (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  DeskImportDialog *self = DESK_IMPORT_DIALOG (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = desk_import_files_save_repairs_finish (result, &error);

  if (file != NULL)
    show_repairs (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
save_repairs (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DeskImportDryRun *dry_run = get_dry_run (DESK_IMPORT_DIALOG (widget));

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
  desk_import_store_say (self->store, _("The rows shown are copied, with their reasons"));
}

/* The end */

static void
store (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  DeskImportJob *job = DESK_IMPORT_DIALOG (widget)->job;

  if (desk_import_job_is_unchecked (job))
    desk_import_job_check (job);
  else
    desk_import_job_store (job);
}

static void
cancel (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  desk_import_job_cancel (DESK_IMPORT_DIALOG (widget)->job);
}

/* While the list is stored, it is first seen what becomes of that. */
static gboolean
desk_import_dialog_close_request (GtkWindow *window)
{
  DeskImportDialog *self = DESK_IMPORT_DIALOG (window);
  g_autofree char *text = self->stored != NULL ? desk_import_dry_run_say_taken (self->stored) : NULL;

  if (desk_import_job_get_state (self->job) == DESK_IMPORT_STORING)
    {
      desk_import_job_cancel (self->job);
      return TRUE;
    }
  if (text != NULL)
    desk_window_toast (get_window (self), text);
  return GTK_WINDOW_CLASS (desk_import_dialog_parent_class)->close_request (window);
}

static void
desk_import_dialog_dispose (GObject *object)
{
  DeskImportDialog *self = DESK_IMPORT_DIALOG (object);

  if (self->job != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->job, self);
      desk_import_job_cancel (self->job);
    }
  g_clear_object (&self->job);
  g_clear_pointer (&self->stored, desk_import_dry_run_unref);
  G_OBJECT_CLASS (desk_import_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_file);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste);
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
desk_import_dialog_class_init (DeskImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = desk_import_dialog_close_request;
  g_type_ensure (DESK_TYPE_IMPORT_COLUMNS);
  g_type_ensure (DESK_TYPE_IMPORT_DONE);
  g_type_ensure (DESK_TYPE_IMPORT_ROWS);
  g_type_ensure (DESK_TYPE_IMPORT_SOURCE);
  g_type_ensure (DESK_TYPE_IMPORT_STORE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/import/desk-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, source);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, done);
  gtk_widget_class_bind_template_child (widget_class, DeskImportDialog, store);
  gtk_widget_class_bind_template_callback (widget_class, hide_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_taking_chosen);
  install_actions (widget_class);
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
  desk_import_source_set_job (self->source, self->job);
  desk_import_columns_set_job (self->columns, self->job);
  desk_import_store_set_job (self->store, self->job);
  g_signal_connect_swapped (self->job, "state-changed", G_CALLBACK (on_state_changed), self);
  g_signal_connect_swapped (self->job, "list-changed", G_CALLBACK (on_list_changed), self);
  g_signal_connect_swapped (self->job, "planned", G_CALLBACK (on_planned), self);
  g_signal_connect_swapped (self->job, "stored", G_CALLBACK (on_stored), self);
  g_signal_connect_swapped (self->job, "cancelled", G_CALLBACK (on_cancelled), self);
  g_signal_connect_swapped (self->job, "failed", G_CALLBACK (on_failed), self);
  update_actions (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
desk_import_dialog_show (DeskWindow       *window,
                         const char       *plural,
                         const OcopRecord *parent)
{
  DeskImportDialog *self = dialog_new (window);
  OcopImportKind kind;

  desk_import_columns_set_parent (self->columns, parent);
  if (plural != NULL && ocop_import_kind_find (plural, &kind))
    desk_import_source_choose (self->source, kind);
}

void
desk_import_dialog_open (DeskWindow *window,
                         GFile      *file)
{
  read_file (dialog_new (window), file);
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
