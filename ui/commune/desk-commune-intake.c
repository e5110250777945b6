/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-commune-intake.h"

#include <glib/gi18n.h>

#include "commune/desk-commune-columns.h"
#include "commune/desk-commune-foot.h"
#include "desk-accessible-name.h"
#include "desk-clipboard.h"
#include "desk-file-chooser.h"
#include "desk-window.h"
#include "exchange/ocop-commune-intake.h"
#include "list/desk-progress-dialog.h"

#define WIDTH 1220
#define HEIGHT 640

struct _DeskCommuneIntake
{
  DeskDialog parent_instance;

  /* Borrowed references */
  GtkLabel *summary;
  GtkNotebook *notebook;
  DeskCommuneTable *communes;
  DeskCommuneTable *differences;
  DeskCommuneTable *files;
  GtkLabel *chosen;            /* how many differences are accepted */

  /* Owned references */
  GtkWidget *parent;
  OcopCommuneIntake *intake;   /* (nullable): once it is read */
  GPtrArray *paths;            /* GFile: what was chosen */

  guint year;
  OcopDate on;
};

G_DEFINE_FINAL_TYPE (DeskCommuneIntake, desk_commune_intake, DESK_TYPE_DIALOG)

/* While it is read. */
typedef struct
{
  DeskCommuneIntake *self;
  char *register_id;
  guint year;
  OcopDate on;
  GPtrArray *paths;
  GtkWidget *dialog;
  DeskProgress *progress;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->progress, desk_progress_unref);
  g_ptr_array_unref (job->paths);
  g_object_unref (job->self);
  g_free (job->register_id);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static const DeskFileKind workbook_kinds[] = {
  { N_("Workbooks (.xlsx)"), "xlsx" },
  { NULL }
};

/* All of what is said of a file, which the table may cut. */
static void
on_file_activated (DeskCommuneTable  *table,
                   guint              place,
                   DeskCommuneIntake *self)
{
  DeskCommuneCell cell = { NULL };

  desk_commune_show_remarks (self->intake, place, &cell);
  if (*cell.text != '\0')
    desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), cell.text);
  else
    desk_notice_hide (desk_dialog_get_notice (DESK_DIALOG (self)));
  g_free (cell.text);
}

/* What is shown of it all */

static guint
count_accepted (const OcopCommuneIntake *intake)
{
  guint n = 0;

  for (guint i = 0; i < intake->differences->len; i++)
    n += ocop_commune_intake_get_difference (intake, i)->accepted;
  return n;
}

static void
show_chosen (DeskCommuneIntake *self)
{
  g_autofree char *text = g_strdup_printf (_("%u of %u differences are taken. Enter or a double click changes one."),
                                           count_accepted (self->intake), self->intake->differences->len);

  gtk_label_set_label (self->chosen, self->intake->differences->len > 0 ? text : _("The communes say nothing otherwise than what is on record."));
}

static void
show_summary (DeskCommuneIntake *self)
{
  guint n[4] = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->intake->communes->len; i++)
    n[ocop_commune_intake_get_commune (self->intake, i)->state]++;
  text = g_strdup_printf (_("%u communes: %u have sent now, %u were taken in before, %u are refused, %u have not sent."), self->intake->communes->len,
                          n[OCOP_COMMUNE_SENT], n[OCOP_COMMUNE_SENT_BEFORE], n[OCOP_COMMUNE_REFUSED], n[OCOP_COMMUNE_NOT_SENT]);
  gtk_label_set_label (self->summary, text);
}

static void
set_tab (DeskCommuneIntake *self,
         int                place,
         const char        *title,
         guint              n)
{
  GtkWidget *page = gtk_notebook_get_nth_page (self->notebook, place);
  g_autofree char *text = n > 0 ? g_strdup_printf ("%s (%u)", title, n) : g_strdup (title);

  gtk_notebook_set_tab_label_text (self->notebook, page, text);
}

static gboolean
has_news (const OcopCommuneIntake *intake)
{
  for (guint i = 0; i < intake->communes->len; i++)
    if (ocop_commune_intake_get_commune (intake, i)->state == OCOP_COMMUNE_SENT)
      return TRUE;
  return count_accepted (intake) > 0;
}

static void
update_actions (DeskCommuneIntake *self)
{
  gboolean any = self->intake != NULL && self->intake->differences->len > 0;

  desk_dialog_set_ready (DESK_DIALOG (self), self->intake != NULL && has_news (self->intake));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "communes.take-all", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "communes.take-none", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "communes.take-conflicts", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "communes.copy-missing", self->intake != NULL);
}

static void
show_intake (DeskCommuneIntake *self,
             OcopCommuneIntake *intake)
{
  desk_commune_table_show (self->communes, intake, intake->communes->len);
  desk_commune_table_show (self->differences, intake, intake->differences->len);
  desk_commune_table_show (self->files, intake, intake->files->len);
  g_clear_pointer (&self->intake, ocop_commune_intake_free);
  self->intake = intake;
  set_tab (self, 0, _("Communes"), 0);
  set_tab (self, 1, _("Differences"), intake->differences->len);
  set_tab (self, 2, _("Files sent"), intake->files->len);
  show_summary (self);
  show_chosen (self);
  update_actions (self);
}

/* Reading */

static gpointer
read_intake (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Job *job = data;
  g_autoptr(GPtrArray) files = ocop_commune_intake_gather (job->paths, error);

  if (files == NULL)
    return NULL;
  return ocop_commune_intake_read (reader, job->register_id, job->year, files, job->on, desk_progress_report, job->progress, cancellable, error);
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;
  OcopCommuneIntake *intake = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  gtk_window_destroy (GTK_WINDOW (job->dialog));
  if (!desk_dialog_is_open (DESK_DIALOG (job->self)))
    g_clear_pointer (&intake, ocop_commune_intake_free);
  else if (intake != NULL)
    show_intake (job->self, intake);
  else
    {
      update_actions (job->self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (job->self)), error->message);
    }
}

static void
read_paths (DeskCommuneIntake *self)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  OcopRegister *reg = desk_dialog_get_register (DESK_DIALOG (self));
  Job *job = g_new0 (Job, 1);

  job->self = g_object_ref (self);
  job->register_id = g_strdup (ocop_register_get_id (reg));
  job->year = self->year;
  job->on = self->on;
  job->paths = g_ptr_array_ref (self->paths);
  job->dialog = desk_progress_dialog_new (GTK_WIDGET (self), _("Reading the workbooks of the communes…"), cancellable);
  job->progress = desk_progress_dialog_dup_progress (DESK_PROGRESS_DIALOG (job->dialog));
  desk_dialog_begin (DESK_DIALOG (self));
  ocop_register_read_async (reg, OCOP_LANE_LONG, read_intake, job, NULL, (GDestroyNotify) ocop_commune_intake_free, cancellable, on_read, job);
}

static void
on_chosen (GtkFileChooserNative *chooser,
           int                   response,
           DeskCommuneIntake    *self)
{
  g_autoptr(GtkFileChooserNative) owned = chooser;
  g_autoptr(GListModel) files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (files == NULL || !desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  g_ptr_array_unref (self->paths);
  self->paths = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (self->paths, g_list_model_get_item (files, i));
  read_paths (self);
}

static void
choose_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  gboolean folder = g_str_equal (action, "communes.choose-folder");
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (widget), folder ? _("Folder with the Workbooks of Communes") : _("Workbooks of Communes"),
                                                         folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN, _("_Read"),
                                                         folder ? NULL : workbook_kinds);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), !folder);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Accepting */

static void
on_difference_activated (DeskCommuneTable  *table,
                         guint              place,
                         DeskCommuneIntake *self)
{
  OcopCommuneDifference *one = ocop_commune_intake_get_difference (self->intake, place);

  one->accepted = one->refusal == NULL && !one->accepted;
  desk_commune_table_renew (table);
  show_chosen (self);
  update_actions (self);
}

static void
accept_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskCommuneIntake *self = DESK_COMMUNE_INTAKE (widget);
  gboolean none = g_str_equal (action, "communes.take-none");
  gboolean conflicts = g_str_equal (action, "communes.take-conflicts");

  for (guint i = 0; i < self->intake->differences->len; i++)
    {
      OcopCommuneDifference *one = ocop_commune_intake_get_difference (self->intake, i);

      if (conflicts)
        one->accepted = one->accepted || (one->conflict && one->refusal == NULL);
      else
        one->accepted = !none && one->refusal == NULL && !one->conflict;
    }
  desk_commune_table_renew (self->differences);
  show_chosen (self);
  update_actions (self);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskCommuneIntake *self = DESK_COMMUNE_INTAKE (widget);
  g_autofree char *text = ocop_commune_intake_list_missing (self->intake);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto(GStrv) lines = g_strsplit (g_strchomp (escaped), "\n", -1);
  g_autofree char *html = g_strjoinv ("<br>", lines);

  desk_clipboard_set (gtk_widget_get_clipboard (widget), text, html);
  desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), _("The list of those who have not sent is on the clipboard."));
}

/* Taking in */

static void
on_committed (GObject      *reg,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(DeskCommuneIntake) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = ocop_register_commit_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (self->parent);

  if (done && window != NULL)
    desk_window_toast (window, _("The reports of the communes are taken in"));
  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (done)
    read_paths (self);
  else
    desk_dialog_fail (DESK_DIALOG (self), error);
}

static void
desk_commune_intake_apply (DeskDialog *dialog)
{
  DeskCommuneIntake *self = DESK_COMMUNE_INTAKE (dialog);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChange) change = ocop_commune_intake_make_change (self->intake, &error);

  if (change == NULL)
    {
      desk_dialog_fail (dialog, error);
      return;
    }
  desk_dialog_begin (dialog);
  if (ocop_change_is_empty (change))
    read_paths (self);
  else
    ocop_register_commit_async (desk_dialog_get_register (dialog), g_steal_pointer (&change), NULL, on_committed, g_object_ref (self));
}

/* Building */

static GtkWidget *
make_differences (DeskCommuneIntake *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->differences = DESK_COMMUNE_TABLE (desk_commune_table_new (_("Differences"), desk_commune_difference_columns));
  g_signal_connect_object (self->differences, "activated", G_CALLBACK (on_difference_activated), self, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->differences), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->differences));
  gtk_box_append (GTK_BOX (box), desk_commune_foot_new (&self->chosen));
  return box;
}

static void
build (DeskCommuneIntake *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (self->summary, "xalign", 0.0, "wrap", TRUE, "margin-start", 14, "margin-end", 14, "margin-top", 10, "margin-bottom", 4, NULL);
  self->communes = DESK_COMMUNE_TABLE (desk_commune_table_new (_("Communes"), desk_commune_commune_columns));
  self->files = DESK_COMMUNE_TABLE (desk_commune_table_new (_("Files sent"), desk_commune_file_columns));
  g_signal_connect_object (self->files, "activated", G_CALLBACK (on_file_activated), self, 0);
  self->notebook = GTK_NOTEBOOK (gtk_notebook_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->notebook), "desk-tabs");
  gtk_widget_set_vexpand (GTK_WIDGET (self->notebook), TRUE);
  desk_accessible_name_append_tab (self->notebook, GTK_WIDGET (self->communes), _("Communes"));
  desk_accessible_name_append_tab (self->notebook, make_differences (self), _("Differences"));
  desk_accessible_name_append_tab (self->notebook, GTK_WIDGET (self->files), _("Files sent"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notebook));
  desk_dialog_add_content (DESK_DIALOG (self), box);
}

void
desk_commune_intake_present (GtkWidget    *parent,
                             OcopRegister *reg,
                             guint         year,
                             OcopDate      on)
{
  DeskCommuneIntake *self = g_object_new (DESK_TYPE_COMMUNE_INTAKE, "default-width", WIDTH, "default-height", HEIGHT, NULL);
  g_autofree char *title = g_strdup_printf (_("Reports of Communes for %u"), year);

  self->parent = g_object_ref (parent);
  self->year = year;
  self->on = on;
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, title, _("_Take In"));
  desk_dialog_add_button (DESK_DIALOG (self), _("Choose a F_older…"), "communes.choose-folder");
  desk_dialog_add_button (DESK_DIALOG (self), _("Choose _Files…"), "communes.choose-files");
  desk_dialog_add_button (DESK_DIALOG (self), _("_Copy Who Has Not Sent"), "communes.copy-missing");
  build (self);
  update_actions (self);
  gtk_window_present (GTK_WINDOW (self));
  read_paths (self);
}

static void
desk_commune_intake_finalize (GObject *object)
{
  DeskCommuneIntake *self = DESK_COMMUNE_INTAKE (object);

  g_clear_pointer (&self->intake, ocop_commune_intake_free);
  g_ptr_array_unref (self->paths);
  g_clear_object (&self->parent);
  G_OBJECT_CLASS (desk_commune_intake_parent_class)->finalize (object);
}

static void
desk_commune_intake_class_init (DeskCommuneIntakeClass *klass)
{
  static const char * const accepting[] = { "communes.take-all", "communes.take-conflicts", "communes.take-none" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_commune_intake_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_commune_intake_apply;
  for (guint i = 0; i < G_N_ELEMENTS (accepting); i++)
    gtk_widget_class_install_action (widget_class, accepting[i], NULL, accept_activated);
  gtk_widget_class_install_action (widget_class, "communes.choose-files", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "communes.choose-folder", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "communes.copy-missing", NULL, copy_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "communes.choose-files", NULL);
}

static void
desk_commune_intake_init (DeskCommuneIntake *self)
{
  self->paths = g_ptr_array_new_with_free_func (g_object_unref);
}
