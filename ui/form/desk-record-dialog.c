/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-record-dialog.h"

#include <glib/gi18n.h>

#include "form/desk-form-saver.h"
#include "form/desk-validity-line.h"

#define MOST_HEIGHT 560
#define LEAST_HEIGHT_WITH_FILE 540

struct _DeskRecordDialog
{
  GtkWindow parent_instance;

  /* Borrowed references */
  DeskRecordFields *fields;
  DeskNotice *notice;
  DeskValidityLine *validity;   /* (nullable) */

  /* Owned references */
  OcopRegister *reg;
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

G_DEFINE_FINAL_TYPE (DeskRecordDialog, desk_record_dialog, GTK_TYPE_WINDOW)

static gboolean
is_new (DeskRecordDialog *self)
{
  return ocop_record_get_version (self->base) == 0;
}

static void
show_error (DeskRecordDialog *self,
            const GError     *error)
{
  if (error != NULL)
    desk_notice_show (self->notice, error->message);
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
  desk_form_saver_attach (self->saver, self->reg, self->base);
  desk_record_fields_set_record (self->fields, self->base, theirs->labels);
  desk_notice_hide (self->notice);
  self->unsaved = FALSE;
  show_validity (self);
}

static void
save_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  desk_form_saver_save (DESK_RECORD_DIALOG (widget)->saver);
}

static void
on_binned (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DeskRecordDialog) self = user_data;
  g_autoptr (GError) error = NULL;

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
  ocop_register_commit_async (self->reg, change, NULL, on_binned, g_object_ref (self));
}

/* Closing */

static void
on_go_on (DeskRecordDialog *self)
{
  desk_notice_hide (self->notice);
  desk_record_fields_begin (self->fields);
}

/* What was typed is not lost by one key. */
static gboolean
desk_record_dialog_close_request (GtkWindow *window)
{
  DeskRecordDialog *self = DESK_RECORD_DIALOG (window);

  if (!self->unsaved)
    return GTK_WINDOW_CLASS (desk_record_dialog_parent_class)->close_request (window);
  desk_notice_show (self->notice, _("Throw away what you have typed?"));
  desk_notice_add_button (self->notice, _("Throw away"), G_CALLBACK (gtk_window_destroy), self);
  gtk_widget_grab_focus (desk_notice_add_button (self->notice, _("Go on"), G_CALLBACK (on_go_on), self));
  return TRUE;
}

/* Building */

static GtkWidget *
make_button (const char *label,
             const char *action,
             const char *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  return button;
}

static void
build_header (DeskRecordDialog *self)
{
  GtkWidget *header = gtk_header_bar_new ();

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), make_button (_("_Cancel"), "window.close", NULL));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), make_button (_("_Save"), "dialog.save", "suggested-action"));
  if (!is_new (self))
    gtk_header_bar_pack_end (GTK_HEADER_BAR (header), make_button (_("Move to the _bin"), "dialog.delete", NULL));
  gtk_window_set_titlebar (GTK_WINDOW (self), header);
}

static void
build_fields (DeskRecordDialog *self,
              GHashTable       *labels,
              const char       *hidden)
{
  self->fields = DESK_RECORD_FIELDS (desk_record_fields_new (ocop_record_get_kind (self->base), hidden));
  desk_record_fields_set_register (self->fields, self->reg);
  desk_record_fields_set_record (self->fields, self->base, labels);
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "left", G_CALLBACK (show_validity), self, G_CONNECT_SWAPPED);
}

static void
build_saver (DeskRecordDialog *self)
{
  self->saver = desk_form_saver_new (self->fields, self->notice);
  desk_form_saver_attach (self->saver, self->reg, self->base);
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
  const OcopKind *kind = ocop_record_get_kind (self->base);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = is_new (self) ? g_strdup_printf (_("New: %s"), _(kind->title)) : g_strdup (_(kind->title));

  self->notice = DESK_NOTICE (desk_notice_new ());
  build_fields (self, labels, hidden);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->fields));
  g_object_set (inner, "margin-start", 16, "margin-end", 16, "margin-top", 14, "margin-bottom", 14, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "min-content-height", has_attachment (kind) ? LEAST_HEIGHT_WITH_FILE : -1, "max-content-height", MOST_HEIGHT, "vexpand", TRUE, "child", inner, NULL);
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (outer), scrolled);
  if (g_str_equal (kind->name, "recognition"))
    {
      self->validity = DESK_VALIDITY_LINE (desk_validity_line_new ());
      gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->validity));
    }
  gtk_window_set_child (GTK_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), title);
  build_header (self);
  build_saver (self);
}

GtkWidget *
desk_record_dialog_present (GtkWidget        *parent,
                            OcopRegister     *reg,
                            const OcopRecord *record,
                            GHashTable       *labels,
                            const char       *hidden)
{
  DeskRecordDialog *self = g_object_new (DESK_TYPE_RECORD_DIALOG, "modal", TRUE, "default-width", 500,
                                         "transient-for", gtk_widget_get_root (parent), NULL);

  self->reg = g_object_ref (reg);
  self->base = ocop_record_copy (record);
  build (self, labels, hidden);
  show_validity (self);
  gtk_window_present (GTK_WINDOW (self));
  desk_record_fields_begin (self->fields);
  return GTK_WIDGET (self);
}

static void
desk_record_dialog_finalize (GObject *object)
{
  DeskRecordDialog *self = DESK_RECORD_DIALOG (object);

  g_clear_object (&self->saver);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->base, ocop_record_free);
  G_OBJECT_CLASS (desk_record_dialog_parent_class)->finalize (object);
}

static void
desk_record_dialog_class_init (DeskRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_record_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = desk_record_dialog_close_request;
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, delete_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[SAVING] = g_signal_new ("saving", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
desk_record_dialog_init (DeskRecordDialog *self)
{
}
