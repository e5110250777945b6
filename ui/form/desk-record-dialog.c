/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-record-dialog.h"

#include <glib/gi18n.h>

#include "form/desk-form-saver.h"
#include "form/desk-validity-line.h"

#define WIDTH 500
#define MOST_HEIGHT 560
#define LEAST_HEIGHT_WITH_FILE 540

struct _DeskRecordDialog
{
  DeskDialog parent_instance;

  /* Borrowed references */
  DeskRecordFields *fields;
  DeskValidityLine *validity;   /* (nullable) */

  /* Owned references */
  OcopRecord *base;
  DeskFormSaver *saver;

  gboolean unsaved;
};

enum
{
  SAVING,
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRecordDialog, desk_record_dialog, DESK_TYPE_DIALOG)

static gboolean
is_new (DeskRecordDialog *self)
{
  return ocop_record_get_version (self->base) == 0;
}

static void
show_error (DeskRecordDialog *self,
            const GError     *error)
{
  if (error != NULL && desk_dialog_is_open (DESK_DIALOG (self)))
    desk_dialog_fail (DESK_DIALOG (self), error);
}

static void
show_validity (DeskRecordDialog *self)
{
  if (self->validity != NULL)
    desk_validity_line_show (self->validity, self->fields);
}

static void
on_changed (DeskRecordDialog *self)
{
  self->unsaved = TRUE;
  show_validity (self);
}

static void
on_saving (DeskRecordDialog *self,
           const OcopRecord *record)
{
  g_signal_emit (self, signals[SAVING], 0, record);
}

static void
on_saved (DeskRecordDialog *self,
          const char       *id,
          const char       *label)
{
  g_signal_emit (self, signals[SAVED], 0, id, label);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_moved_on (DeskRecordDialog *self,
             const DeskLoaded *theirs)
{
  OcopRecord *copy = ocop_record_copy (theirs->record);

  ocop_record_free (self->base);
  self->base = copy;
  desk_form_saver_attach (self->saver, desk_dialog_get_register (DESK_DIALOG (self)), self->base);
  desk_record_fields_set_record (self->fields, self->base, theirs->labels);
  desk_notice_hide (desk_dialog_get_notice (DESK_DIALOG (self)));
  self->unsaved = FALSE;
  show_validity (self);
}

static void
desk_record_dialog_apply (DeskDialog *dialog)
{
  desk_form_saver_save (DESK_RECORD_DIALOG (dialog)->saver);
}

static void
on_binned (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskRecordDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (ocop_register_commit_finish (OCOP_REGISTER (source), result, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_error (self, error);
}

static void
delete_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  DeskRecordDialog *self = DESK_RECORD_DIALOG (widget);
  const OcopKind *kind = ocop_record_get_kind (self->base);
  g_autofree char *name = g_strdup_printf (_("Move to the bin: %s"), _(kind->title));
  OcopChange *change = ocop_change_new ("bin", name);

  ocop_change_bin (change, kind, ocop_record_get_id (self->base));
  ocop_register_commit_async (desk_dialog_get_register (DESK_DIALOG (self)), change, NULL, on_binned, g_object_ref (self));
}

/* Closing */

static void
on_go_on (DeskRecordDialog *self)
{
  desk_notice_hide (desk_dialog_get_notice (DESK_DIALOG (self)));
  desk_record_fields_begin (self->fields);
}

/* What was typed is not lost by one key. */
static gboolean
desk_record_dialog_close_request (GtkWindow *window)
{
  DeskRecordDialog *self = DESK_RECORD_DIALOG (window);

  if (!self->unsaved)
    return GTK_WINDOW_CLASS (desk_record_dialog_parent_class)->close_request (window);
  desk_notice_show (desk_dialog_get_notice (DESK_DIALOG (self)), _("Throw away what you have typed?"));
  desk_notice_add_button (desk_dialog_get_notice (DESK_DIALOG (self)), _("Throw away"), G_CALLBACK (gtk_window_destroy), self);
  gtk_widget_grab_focus (desk_notice_add_button (desk_dialog_get_notice (DESK_DIALOG (self)), _("Go on"), G_CALLBACK (on_go_on), self));
  return TRUE;
}

/* Building */

static void
build_fields (DeskRecordDialog *self,
              GHashTable       *labels,
              const char       *hidden)
{
  self->fields = DESK_RECORD_FIELDS (desk_record_fields_new (ocop_record_get_kind (self->base), hidden));
  desk_record_fields_set_register (self->fields, desk_dialog_get_register (DESK_DIALOG (self)));
  desk_record_fields_set_record (self->fields, self->base, labels);
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "left", G_CALLBACK (show_validity), self, G_CONNECT_SWAPPED);
}

static void
build_saver (DeskRecordDialog *self)
{
  self->saver = desk_form_saver_new (self->fields, desk_dialog_get_notice (DESK_DIALOG (self)));
  desk_form_saver_attach (self->saver, desk_dialog_get_register (DESK_DIALOG (self)), self->base);
  g_signal_connect_object (self->saver, "saving", G_CALLBACK (on_saving), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "failed", G_CALLBACK (show_error), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "moved-on", G_CALLBACK (on_moved_on), self, G_CONNECT_SWAPPED);
}

/* Room for what is shown of a file once one is chosen: the window would not grow with it. */
static gboolean
has_attachment (const OcopKind *kind)
{
  for (const OcopField *field = kind->fields; field->name != NULL; field++)
    if (ocop_field_is_attachment (field))
      return TRUE;
  return FALSE;
}

static void
build (DeskRecordDialog *self,
       GHashTable       *labels,
       const char       *hidden)
{
  DeskDialog *dialog = DESK_DIALOG (self);
  const OcopKind *kind = ocop_record_get_kind (self->base);

  if (!is_new (self))
    desk_dialog_add_button (dialog, _("Move to the _bin"), "dialog.delete");
  build_fields (self, labels, hidden);
  gtk_box_append (desk_dialog_add_box (dialog, has_attachment (kind) ? LEAST_HEIGHT_WITH_FILE : -1, MOST_HEIGHT), GTK_WIDGET (self->fields));
  if (g_str_equal (kind->name, "recognition"))
    {
      self->validity = DESK_VALIDITY_LINE (desk_validity_line_new ());
      desk_dialog_add_content (dialog, GTK_WIDGET (self->validity));
    }
  build_saver (self);
}

GtkWidget *
desk_record_dialog_present (GtkWidget        *parent,
                            OcopRegister     *reg,
                            const OcopRecord *record,
                            GHashTable       *labels,
                            const char       *hidden)
{
  DeskRecordDialog *self = g_object_new (DESK_TYPE_RECORD_DIALOG, "default-width", WIDTH, NULL);
  const OcopKind *kind = ocop_record_get_kind (record);
  g_autofree char *title = NULL;

  self->base = ocop_record_copy (record);
  title = is_new (self) ? g_strdup_printf (_("New: %s"), _(kind->title)) : g_strdup (_(kind->title));
  desk_dialog_set_up (DESK_DIALOG (self), parent, reg, title, _("_Save"));
  build (self, labels, hidden);
  show_validity (self);
  gtk_window_present (GTK_WINDOW (self));
  desk_record_fields_begin (self->fields);
  return GTK_WIDGET (self);
}

void
desk_record_dialog_hold (DeskRecordDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.delete", FALSE);
  desk_record_fields_hold (self->fields);
  desk_record_fields_begin (self->fields);
}

static void
desk_record_dialog_finalize (GObject *object)
{
  DeskRecordDialog *self = DESK_RECORD_DIALOG (object);

  g_clear_object (&self->saver);
  g_clear_pointer (&self->base, ocop_record_free);
  G_OBJECT_CLASS (desk_record_dialog_parent_class)->finalize (object);
}

static void
desk_record_dialog_class_init (DeskRecordDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_record_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = desk_record_dialog_close_request;
  DESK_DIALOG_CLASS (klass)->apply = desk_record_dialog_apply;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "dialog.delete", NULL, delete_activated);
  signals[SAVING] = g_signal_new ("saving", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
desk_record_dialog_init (DeskRecordDialog *self)
{
}
