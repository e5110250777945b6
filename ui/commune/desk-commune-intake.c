/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commune/desk-commune-intake.h"

#include <glib/gi18n.h>

#include "commune/desk-commune-columns.h"
#include "desk-clipboard.h"
#include "exchange/ocop-commune-intake.h"
#include "print/desk-print-preview.h"

struct _DeskCommuneIntake
{
  DeskIntake parent_instance;

  /* Borrowed references */
  DeskTable *communes;
  DeskTable *files;

  guint year;
  OcopDate on;
};

G_DEFINE_FINAL_TYPE (DeskCommuneIntake, desk_commune_intake, DESK_TYPE_INTAKE)

static const DeskFileKind workbook_kinds[] = {
  { N_("Workbooks (.xlsx)"), "xlsx" },
  { NULL }
};

/* What came in */

static gpointer
desk_commune_intake_read (OcopReader              *reader,
                          const DeskIntakeErrand  *errand,
                          GCancellable            *cancellable,
                          GError                 **error)
{
  const DeskCommuneIntake *self = DESK_COMMUNE_INTAKE (errand->self);
  g_autoptr(GPtrArray) files = ocop_commune_intake_gather (errand->files, error);

  if (files == NULL)
    return NULL;
  return ocop_commune_intake_read (reader, ocop_register_get_id (errand->reg), self->year, files, self->on, desk_progress_report, errand->progress,
                                   cancellable, error);
}

static void
desk_commune_intake_free_taken (gpointer taken)
{
  ocop_commune_intake_free (taken);
}

static OcopDifferences *
desk_commune_intake_get_differences (gpointer taken)
{
  return ((OcopCommuneIntake *) taken)->differences;
}

static guint
count_state (const OcopCommuneIntake *intake,
             OcopCommuneState         state)
{
  guint n = 0;

  for (guint i = 0; i < intake->communes->len; i++)
    n += ocop_commune_intake_get_commune (intake, i)->state == state;
  return n;
}

static void
enable_missing (DeskCommuneIntake *self,
                gboolean           enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "intake.copy-missing", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "intake.print-missing", enabled);
}

static char *
desk_commune_intake_show (DeskIntake *intake,
                          gpointer    taken)
{
  DeskCommuneIntake *self = DESK_COMMUNE_INTAKE (intake);
  const OcopCommuneIntake *reports = taken;

  desk_intake_show_table (intake, self->communes, reports->communes);
  desk_intake_show_table (intake, self->files, reports->files);
  enable_missing (self, TRUE);
  return g_strdup_printf (_("%u communes: %u have sent now, %u were taken in before, %u are refused, %u have not sent."), reports->communes->len,
                          count_state (reports, OCOP_COMMUNE_SENT), count_state (reports, OCOP_COMMUNE_SENT_BEFORE),
                          count_state (reports, OCOP_COMMUNE_REFUSED), count_state (reports, OCOP_COMMUNE_NOT_SENT));
}

static gboolean
desk_commune_intake_has_news (gpointer taken)
{
  const OcopCommuneIntake *reports = taken;

  return count_state (reports, OCOP_COMMUNE_SENT) > 0 || ocop_differences_count_accepted (reports->differences) > 0;
}

static OcopChange *
desk_commune_intake_make_change (gpointer       taken,
                                 OcopRegister  *reg,
                                 GError       **error)
{
  return ocop_commune_intake_make_change (taken, error);
}

/* All of what is said of a file, which the table may cut. */
static void
on_file_activated (DeskTable         *table,
                   guint              place,
                   DeskCommuneIntake *self)
{
  DeskNotice *notice = desk_dialog_get_notice (DESK_DIALOG (self));
  const DeskTableCell cell = { .row = desk_table_get (table) };
  g_autofree char *text = desk_commune_dup_remarks (&cell);

  if (*text != '\0')
    desk_notice_show (notice, text);
  else
    desk_notice_hide (notice);
}

/* Actions */

static void
choose_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  gboolean folder = g_str_equal (action, "intake.choose-folder");

  desk_intake_choose (DESK_INTAKE (widget), folder ? _("Folder with the Workbooks of Communes") : _("Workbooks of Communes"), folder);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_autofree char *text = ocop_commune_intake_list_missing (desk_intake_get_taken (DESK_INTAKE (widget)));
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto(GStrv) lines = g_strsplit (g_strchomp (escaped), "\n", -1);
  g_autofree char *html = g_strjoinv ("<br>", lines);

  desk_clipboard_set (gtk_widget_get_clipboard (widget), text, html);
  desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (widget)), _("The list of those who have not sent is on the clipboard."));
}

/* Paper */

typedef struct
{
  DeskCommuneIntake *self;
  OcopReportScope scope;
} Printing;

static void
printing_free (Printing *printing)
{
  ocop_report_scope_clear (&printing->scope);
  g_object_unref (printing->self);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static gpointer
make_document (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Printing *printing = data;
  const OcopReport *report = ocop_report_list_find ("not-sent");
  g_autoptr(OcopPaper) paper = ocop_report_build (report, reader, &printing->scope, NULL, error);

  return paper != NULL ? desk_document_new (_(report->title), paper, error) : NULL;
}

static void
on_document_made (GObject      *reg,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(Printing) printing = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskDocument) document = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);
  GtkWidget *preview;

  if (!desk_dialog_is_open (DESK_DIALOG (printing->self)))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (printing->self), "intake.print-missing", TRUE);
  if (document == NULL)
    {
      desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (printing->self)), error->message);
      return;
    }
  preview = desk_print_preview_new (DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (printing->self))));
  gtk_window_set_transient_for (GTK_WINDOW (preview), GTK_WINDOW (printing->self));
  desk_print_preview_show (DESK_PRINT_PREVIEW (preview), g_steal_pointer (&document));
  gtk_window_present (GTK_WINDOW (preview));
}

/* Those whose workbook was read have sent, though it is not taken in yet. */
static void
print_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskCommuneIntake *self = DESK_COMMUNE_INTAKE (widget);
  const OcopCommuneIntake *reports = desk_intake_get_taken (DESK_INTAKE (widget));
  g_autoptr(GStrvBuilder) received = g_strv_builder_new ();
  g_auto(GStrv) units = NULL;
  Printing *printing = g_new0 (Printing, 1);

  for (guint i = 0; i < reports->communes->len; i++)
    if (ocop_commune_intake_get_commune (reports, i)->state == OCOP_COMMUNE_SENT)
      g_strv_builder_add (received, ocop_commune_intake_get_commune (reports, i)->unit);
  units = g_strv_builder_end (received);
  printing->self = g_object_ref (self);
  ocop_report_scope_copy (&(OcopReportScope) { .on = self->on, .year = self->year, .received = (const char * const *) units }, &printing->scope);
  gtk_widget_action_set_enabled (widget, "intake.print-missing", FALSE);
  ocop_register_read_async (desk_dialog_get_register (DESK_DIALOG (self)), OCOP_LANE_LONG, make_document, printing, NULL,
                            (GDestroyNotify) desk_document_free, NULL, on_document_made, printing);
}

/* Building */

static void
add_tables (DeskCommuneIntake *self)
{
  self->communes = DESK_TABLE (desk_table_new ());
  self->files = DESK_TABLE (desk_table_new ());
  desk_table_set_up (self->communes, _("Communes"), NULL, desk_commune_commune_columns, NULL);
  desk_table_set_up (self->files, _("Files sent"), NULL, desk_commune_file_columns, NULL);
  g_signal_connect_object (self->files, "activated", G_CALLBACK (on_file_activated), self, 0);
  desk_intake_add_table (DESK_INTAKE (self), self->communes, _("Communes"), TRUE);
  desk_intake_add_table (DESK_INTAKE (self), self->files, _("Files sent"), FALSE);
}

void
desk_commune_intake_present (GtkWidget    *parent,
                             OcopRegister *reg,
                             guint         year,
                             OcopDate      on)
{
  DeskCommuneIntake *self = g_object_new (DESK_TYPE_COMMUNE_INTAKE, NULL);
  g_autofree char *title = g_strdup_printf (_("Reports of Communes for %u"), year);

  self->year = year;
  self->on = on;
  desk_intake_set_up (DESK_INTAKE (self), parent, reg, title, NULL);
  desk_dialog_add_button (DESK_DIALOG (self), _("Choose a F_older…"), "intake.choose-folder");
  desk_dialog_add_button (DESK_DIALOG (self), _("Choose _Files…"), "intake.choose-files");
  desk_dialog_add_button (DESK_DIALOG (self), C_("list of communes", "_Copy It"), "intake.copy-missing");
  desk_dialog_add_button (DESK_DIALOG (self), _("_Print Who Has Not Sent…"), "intake.print-missing");
  add_tables (self);
  enable_missing (self, FALSE);
  gtk_window_present (GTK_WINDOW (self));
  desk_intake_read (DESK_INTAKE (self));
}

static void
desk_commune_intake_class_init (DeskCommuneIntakeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskIntakeClass *intake_class = DESK_INTAKE_CLASS (klass);

  intake_class->reading = N_("Reading the workbooks of the communes…");
  intake_class->nothing_new = N_("The communes say nothing otherwise than what is on record.");
  intake_class->taken_in = N_("The reports of the communes are taken in");
  intake_class->file_kinds = workbook_kinds;
  intake_class->read = desk_commune_intake_read;
  intake_class->free_taken = desk_commune_intake_free_taken;
  intake_class->get_differences = desk_commune_intake_get_differences;
  intake_class->show = desk_commune_intake_show;
  intake_class->has_news = desk_commune_intake_has_news;
  intake_class->make_change = desk_commune_intake_make_change;
  intake_class->finish = desk_intake_read;
  gtk_widget_class_install_action (widget_class, "intake.choose-files", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "intake.choose-folder", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "intake.copy-missing", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "intake.print-missing", NULL, print_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "intake.print-missing", NULL);
}

static void
desk_commune_intake_init (DeskCommuneIntake *self)
{
}
