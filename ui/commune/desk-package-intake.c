/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-package-intake.h"

#include <glib/gi18n.h>

#include "commune/desk-commune-foot.h"
#include "commune/desk-commune-table.h"
#include "desk-file-chooser.h"
#include "desk-window.h"
#include "exchange/ocop-office-package.h"
#include "list/desk-progress-dialog.h"

#define WIDTH 1220
#define HEIGHT 640

struct _DeskPackageIntake
{
  DeskDialog parent_instance;

  /* Borrowed references */
  GtkLabel *summary;
  GtkLabel *chosen;
  DeskCommuneTable *differences;

  /* Owned references */
  GtkWidget *parent;
  OcopOfficeTaking *taking;    /* (nullable): once it is read */
};

G_DEFINE_FINAL_TYPE (DeskPackageIntake, desk_package_intake, DESK_TYPE_DIALOG)

/* While it is read. */
typedef struct
{
  DeskPackageIntake *self;
  char *register_id;
  GFile *file;
  GtkWidget *dialog;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  g_object_unref (job->self);
  g_free (job->register_id);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static const DeskFileKind package_kinds[] = {
  { N_("Packages of other offices"), "ocoppackage" },
  { NULL }
};

/* The table */

static OcopOfficeDifference *
difference_at (gpointer data,
               guint    place)
{
  return ocop_office_taking_get_difference (data, place);
}

static void
show_accepted (gpointer         data,
               guint            place,
               DeskCommuneCell *cell)
{
  gboolean accepted = difference_at (data, place)->accepted;

  cell->text = g_strdup (accepted ? C_("difference", "Take") : C_("difference", "Leave"));
  cell->style = accepted ? "good" : "quiet";
  cell->pill = TRUE;
}

static void
show_about (gpointer         data,
            guint            place,
            DeskCommuneCell *cell)
{
  cell->text = g_strdup (difference_at (data, place)->about);
}

static void
show_title (gpointer         data,
            guint            place,
            DeskCommuneCell *cell)
{
  cell->text = g_strdup (difference_at (data, place)->title);
}

static void
show_mine (gpointer         data,
           guint            place,
           DeskCommuneCell *cell)
{
  const char *mine = difference_at (data, place)->mine;

  cell->text = g_strdup (*mine != '\0' ? mine : "–");
}

static void
show_theirs (gpointer         data,
             guint            place,
             DeskCommuneCell *cell)
{
  const char *theirs = difference_at (data, place)->theirs;

  cell->text = g_strdup (*theirs != '\0' ? theirs : "–");
  cell->style = "desk-heading";
}

static void
show_remark (gpointer         data,
             guint            place,
             DeskCommuneCell *cell)
{
  const OcopOfficeDifference *one = difference_at (data, place);

  if (one->conflict)
    cell->text = g_strdup (_("Both offices have changed it"));
  cell->style = "desk-warn";
}

static const DeskCommuneColumn columns[] = {
  { N_("Taken"), show_accepted, 116 },
  { N_("About"), show_about, 260 },
  { N_("Field"), show_title, 190 },
  { N_("On record"), show_mine, 210 },
  { N_("In the package"), show_theirs, 210 },
  { N_("Remarks"), show_remark, 0 },
  { NULL }
};

/* What is shown of it all */

static guint
count_accepted (const OcopOfficeTaking *taking)
{
  guint n = 0;

  for (guint i = 0; i < taking->differences->len; i++)
    n += ocop_office_taking_get_difference (taking, i)->accepted;
  return n;
}

static void
show_chosen (DeskPackageIntake *self)
{
  g_autofree char *text = g_strdup_printf (_("%u of %u differences are taken. Enter or a double click changes one."),
                                           count_accepted (self->taking), self->taking->differences->len);

  gtk_label_set_label (self->chosen, self->taking->differences->len > 0 ? text : _("The package says nothing otherwise than what is on record."));
}

static void
show_summary (DeskPackageIntake *self)
{
  const OcopOfficeTaking *taking = self->taking;
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("%s: %u new records, %u changed ones, %u conflicts. Attached files and plans are not in the package."),
                          taking->unit_name, taking->n_added, taking->n_edited, taking->n_conflicts);
  for (guint i = 0; i < taking->unknown->len; i++)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("“%s” is not known to this version of the program and is left out."),
                              (const char *) g_ptr_array_index (taking->unknown, i));
    }
  gtk_label_set_label (self->summary, text->str);
}

static void
update_actions (DeskPackageIntake *self)
{
  gboolean any = self->taking != NULL && self->taking->differences->len > 0;

  /* Also one of which nothing is taken is noted: an older one that comes later is known as such. */
  desk_dialog_set_ready (DESK_DIALOG (self), self->taking != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "communes.take-all", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "communes.take-none", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "communes.take-conflicts", any);
}

static void
show_taking (DeskPackageIntake *self,
             OcopOfficeTaking  *taking)
{
  desk_commune_table_show (self->differences, taking, taking->differences->len);
  g_clear_pointer (&self->taking, ocop_office_taking_free);
  self->taking = taking;
  show_summary (self);
  show_chosen (self);
  update_actions (self);
}

/* Reading */

static gpointer
read_package (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Job *job = data;
  g_autoptr(GBytes) bytes = g_file_load_bytes (job->file, cancellable, NULL, error);

  return bytes != NULL ? ocop_office_package_take (reader, job->register_id, bytes, error) : NULL;
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Job) job = data;
  g_autoptr(GError) error = NULL;
  OcopOfficeTaking *taking = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  gtk_window_destroy (GTK_WINDOW (job->dialog));
  if (!desk_dialog_is_open (DESK_DIALOG (job->self)))
    g_clear_pointer (&taking, ocop_office_taking_free);
  else if (taking != NULL)
    show_taking (job->self, taking);
  else
    {
      update_actions (job->self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (job->self)), error->message);
    }
}

static void
on_chosen (GtkFileChooserNative *chooser,
           int                   response,
           DeskPackageIntake    *self)
{
  g_autoptr(GtkFileChooserNative) owned = chooser;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  OcopRegister *reg = desk_dialog_get_register (DESK_DIALOG (self));
  Job *job;

  if (response != GTK_RESPONSE_ACCEPT || !desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  job = g_new0 (Job, 1);
  job->self = g_object_ref (self);
  job->register_id = g_strdup (ocop_register_get_id (reg));
  job->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  job->dialog = desk_progress_dialog_new (GTK_WIDGET (self), _("Reading the package…"), cancellable);
  desk_dialog_begin (DESK_DIALOG (self));
  ocop_register_read_async (reg, OCOP_LANE_LONG, read_package, job, NULL, (GDestroyNotify) ocop_office_taking_free, cancellable, on_read, job);
}

static void
choose_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (widget), _("Package of Another Office"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                         _("_Read"), package_kinds);

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Accepting */

static void
show_decision (DeskPackageIntake *self)
{
  desk_commune_table_renew (self->differences);
  show_chosen (self);
  update_actions (self);
}

static void
on_difference_activated (DeskCommuneTable  *table,
                         guint              place,
                         DeskPackageIntake *self)
{
  OcopOfficeDifference *one = ocop_office_taking_get_difference (self->taking, place);

  one->accepted = !one->accepted;
  show_decision (self);
}

/* What lies in the bin there is taken one by one only. */
static void
accept_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskPackageIntake *self = DESK_PACKAGE_INTAKE (widget);
  gboolean none = g_str_equal (action, "communes.take-none");
  gboolean conflicts = g_str_equal (action, "communes.take-conflicts");

  for (guint i = 0; i < self->taking->differences->len; i++)
    {
      OcopOfficeDifference *one = ocop_office_taking_get_difference (self->taking, i);
      gboolean binned = one->what == OCOP_OFFICE_BINNED;

      if (conflicts)
        one->accepted = one->accepted || (one->conflict && !binned);
      else
        one->accepted = !none && !one->conflict && !binned;
    }
  show_decision (self);
}

/* Taking in */

static void
on_committed (GObject      *reg,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(DeskPackageIntake) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = ocop_register_commit_finish (OCOP_REGISTER (reg), result, &error);
  DeskWindow *window = desk_window_of (self->parent);

  if (done && window != NULL)
    desk_window_toast (window, _("The package is taken in"));
  if (!desk_dialog_is_open (DESK_DIALOG (self)))
    return;
  if (done)
    gtk_window_close (GTK_WINDOW (self));
  else
    desk_dialog_fail (DESK_DIALOG (self), error);
}

static void
desk_package_intake_apply (DeskDialog *dialog)
{
  DeskPackageIntake *self = DESK_PACKAGE_INTAKE (dialog);
  g_autoptr(OcopChange) change = ocop_office_taking_make_change (self->taking);

  if (ocop_change_is_empty (change))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  desk_dialog_begin (dialog);
  ocop_register_commit_async (desk_dialog_get_register (dialog), g_steal_pointer (&change), NULL, on_committed, g_object_ref (self));
}

/* Building */

static void
build (DeskPackageIntake *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->summary = GTK_LABEL (gtk_label_new (_("Choose the package that the other office sent. What it says otherwise than what is on record is shown here first.")));
  g_object_set (self->summary, "xalign", 0.0, "wrap", TRUE, "margin-start", 14, "margin-end", 14, "margin-top", 10, "margin-bottom", 4, NULL);
  self->differences = DESK_COMMUNE_TABLE (desk_commune_table_new (_("Differences"), columns));
  g_signal_connect_object (self->differences, "activated", G_CALLBACK (on_difference_activated), self, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->differences), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->differences));
  gtk_box_append (GTK_BOX (box), desk_commune_foot_new (&self->chosen));
  desk_dialog_add_content (DESK_DIALOG (self), box);
}

void
desk_package_intake_present (GtkWidget    *parent,
                             OcopRegister *reg)
{
  DeskPackageIntake *self = g_object_new (DESK_TYPE_PACKAGE_INTAKE, "default-width", WIDTH, "default-height", HEIGHT, NULL);

  self->parent = g_object_ref (parent);
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, _("Package of Another Office"), _("_Take In"));
  desk_dialog_add_button (DESK_DIALOG (self), _("Choose a _File…"), "communes.choose-files");
  build (self);
  update_actions (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
desk_package_intake_finalize (GObject *object)
{
  DeskPackageIntake *self = DESK_PACKAGE_INTAKE (object);

  g_clear_pointer (&self->taking, ocop_office_taking_free);
  g_clear_object (&self->parent);
  G_OBJECT_CLASS (desk_package_intake_parent_class)->finalize (object);
}

static void
desk_package_intake_class_init (DeskPackageIntakeClass *klass)
{
  static const char * const accepting[] = { "communes.take-all", "communes.take-conflicts", "communes.take-none" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_package_intake_finalize;
  DESK_DIALOG_CLASS (klass)->apply = desk_package_intake_apply;
  for (guint i = 0; i < G_N_ELEMENTS (accepting); i++)
    gtk_widget_class_install_action (widget_class, accepting[i], NULL, accept_activated);
  gtk_widget_class_install_action (widget_class, "communes.choose-files", NULL, choose_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "communes.choose-files", NULL);
}

static void
desk_package_intake_init (DeskPackageIntake *self)
{
}
