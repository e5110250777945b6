/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-record-dialog.h"

#include <glib/gi18n.h>

#include "form/desk-record-change.h"
#include "form/desk-record-fields.h"

struct _DeskRecordDialog
{
  GtkWindow parent_instance;

  /* Borrowed references */
  DeskRecordFields *fields;
  GtkWidget *error_label;

  /* Owned references */
  OcopRegister *reg;
  OcopRecord *base;
};

G_DEFINE_FINAL_TYPE (DeskRecordDialog, desk_record_dialog, GTK_TYPE_WINDOW)

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DeskRecordDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ocop_register_commit_finish (OCOP_REGISTER (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->error_label), error->message);
  gtk_widget_set_visible (self->error_label, TRUE);
}

/* Takes @change. */
static void
commit (DeskRecordDialog *self,
        OcopChange       *change)
{
  ocop_register_commit_async (self->reg, change, NULL, on_committed, g_object_ref (self));
}

static gboolean
is_new (DeskRecordDialog *self)
{
  return ocop_record_get_version (self->base) == 0;
}

static void
save_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskRecordDialog *self = DESK_RECORD_DIALOG (widget);
  g_autoptr (OcopRecord) record = NULL;

  if (!desk_record_fields_check (self->fields))
    return;
  record = desk_record_fields_dup_record (self->fields);
  commit (self, desk_record_change_new (self->base, record));
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
  commit (self, change);
}

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
build (DeskRecordDialog *self,
       GHashTable       *labels,
       const char       *hidden)
{
  const OcopKind *kind = ocop_record_get_kind (self->base);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->fields = DESK_RECORD_FIELDS (desk_record_fields_new (kind, hidden));
  desk_record_fields_set_register (self->fields, self->reg);
  desk_record_fields_set_record (self->fields, self->base, labels);

  self->error_label = gtk_label_new (NULL);
  g_object_set (self->error_label, "wrap", TRUE, "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->error_label, "desk-alarm");
  g_object_set (box, "margin-start", 16, "margin-end", 16, "margin-top", 14, "margin-bottom", 14, NULL);
  gtk_box_append (GTK_BOX (box), self->error_label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fields));
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", 560, "child", box, NULL);
  gtk_window_set_child (GTK_WINDOW (self), scrolled);
  gtk_window_set_title (GTK_WINDOW (self), _(kind->title));
  build_header (self);
}

void
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
  gtk_window_present (GTK_WINDOW (self));
  desk_record_fields_begin (self->fields);
}

static void
desk_record_dialog_finalize (GObject *object)
{
  DeskRecordDialog *self = DESK_RECORD_DIALOG (object);

  g_clear_object (&self->reg);
  g_clear_pointer (&self->base, ocop_record_free);
  G_OBJECT_CLASS (desk_record_dialog_parent_class)->finalize (object);
}

static void
desk_record_dialog_class_init (DeskRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_record_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_activated);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, delete_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_record_dialog_init (DeskRecordDialog *self)
{
}
