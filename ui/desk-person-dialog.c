/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-person-dialog.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "desk-settings.h"
#include "desk-window-private.h"
#include "form/desk-loaded.h"
#include "form/desk-record-dialog.h"

struct _DeskPersonDialog
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkWidget *people_box;
  GtkListBox *people_list;
  GtkEntry *name_entry;
  GtkEntry *position_entry;
  GtkWidget *done_hint;
  GtkWidget *done_button;

  /* Owned references */
  OcopRegister *reg;
  OcopRows *people; /* id, name, position */
};

G_DEFINE_FINAL_TYPE (DeskPersonDialog, desk_person_dialog, GTK_TYPE_WINDOW)

static void
write_as (DeskPersonDialog *self,
          const char       *id,
          const char       *name)
{
  ocop_register_set_person (self->reg, name);
  g_settings_set_string (desk_settings_get (), "person", id);
  desk_window_read_facts (DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self))));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_person_activated (DeskPersonDialog *self,
                     GtkListBoxRow    *row)
{
  guint index = gtk_list_box_row_get_index (row);

  write_as (self, ocop_rows_get_text (self->people, index, 0), ocop_rows_get_text (self->people, index, 1));
}

static void
on_name_changed (DeskPersonDialog *self)
{
  g_autofree char *name = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));

  gtk_widget_set_sensitive (self->done_button, name != NULL);
  gtk_widget_set_visible (self->done_hint, name == NULL);
}

static OcopRecord *
new_person (DeskPersonDialog *self)
{
  OcopRecord *person = ocop_record_new (ocop_kind_find ("person"), NULL);
  g_autofree char *name = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
  g_autofree char *position = ocop_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->position_entry)));

  ocop_record_set_text (person, "name", name);
  ocop_record_set_text (person, "position", position);
  ocop_record_set_text (person, "account", g_get_user_name ());
  return person;
}

static void
on_added (GObject      *reg,
          GAsyncResult *result,
          gpointer      window)
{
  g_autoptr(DeskWindow) self = window;
  g_autoptr(GError) error = NULL;

  if (!ocop_register_commit_finish (OCOP_REGISTER (reg), result, &error))
    desk_window_show_error (self, error);
}

/* The new person signs the change that adds them. */
static void
on_done (DeskPersonDialog *self)
{
  g_autoptr(OcopRecord) person = new_person (self);
  OcopChange *change = ocop_change_new (OCOP_CHANGE_SET_UP, _("Add a person who writes"));
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  ocop_change_add (change, person);
  ocop_register_set_person (self->reg, ocop_record_get_text (person, "name"));
  ocop_register_commit_async (self->reg, change, NULL, on_added, g_object_ref (window));
  write_as (self, ocop_record_get_id (person), ocop_record_get_text (person, "name"));
}

/* Somebody who is in the register */

static void read_people (DeskPersonDialog *self);

/* Who is called otherwise from now on signs this change by the new name. */
static void
on_saving (DeskPersonDialog *self,
           const OcopRecord *person,
           GtkWidget        *dialog)
{
  const char *former = g_object_get_data (G_OBJECT (dialog), "desk-former-name");

  if (g_strcmp0 (former, ocop_register_get_person (self->reg)) != 0)
    return;
  ocop_register_set_person (self->reg, ocop_record_get_text (person, "name"));
  desk_window_read_facts (DESK_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self))));
}

static void
on_loaded (GObject      *reg,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(DeskPersonDialog) self = data;
  g_autoptr(DeskLoaded) loaded = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);
  GtkWidget *dialog;

  if (loaded == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  dialog = desk_record_dialog_present (GTK_WIDGET (self), self->reg, loaded->record, loaded->labels, NULL);
  g_object_set_data_full (G_OBJECT (dialog), "desk-former-name", g_strdup (ocop_record_get_text (loaded->record, "name")), g_free);
  g_signal_connect_object (dialog, "saving", G_CALLBACK (on_saving), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (read_people), self, G_CONNECT_SWAPPED);
}

static void
on_edit_clicked (DeskPersonDialog *self,
                 GtkWidget        *button)
{
  desk_loaded_read_async (self->reg, ocop_kind_find ("person"), g_object_get_data (G_OBJECT (button), "desk-id"), 0, NULL,
                          on_loaded, g_object_ref (self));
}

static GtkWidget *
new_texts (const char *name,
           const char *position)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char * const texts[] = { name, position };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      {
        GtkWidget *label = gtk_label_new (texts[i]);

        gtk_label_set_xalign (GTK_LABEL (label), 0);
        if (i > 0)
          gtk_widget_add_css_class (label, "desk-subtitle");
        gtk_box_append (GTK_BOX (box), label);
      }
  g_object_set (box, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  return box;
}

static GtkWidget *
new_row (DeskPersonDialog *self,
         guint             person)
{
  const char *name = ocop_rows_get_text (self->people, person, 1);
  g_autofree char *title = g_strdup_printf ("%s: %s", _("Edit"), name);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new_with_label (_("Edit…"));

  gtk_widget_add_css_class (button, "desk-card-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (button), "desk-id", g_strdup (ocop_rows_get_text (self->people, person, 0)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_edit_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), new_texts (name, ocop_rows_get_text (self->people, person, 2)));
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static gpointer
find_people (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  static const char * const columns[] = { "id", "name", "position", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("person");

  ocop_query_order_by (query, "name", FALSE);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

static void
on_people_read (GObject      *reg,
                GAsyncResult *result,
                gpointer      dialog)
{
  g_autoptr(DeskPersonDialog) self = dialog;
  OcopRows *people = ocop_register_read_finish (OCOP_REGISTER (reg), result, NULL);
  GtkWidget *row;

  if (people == NULL)
    return;
  g_clear_pointer (&self->people, ocop_rows_unref);
  self->people = people;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->people_list))) != NULL)
    gtk_list_box_remove (self->people_list, row);
  for (guint i = 0; i < ocop_rows_get_n_rows (people); i++)
    gtk_list_box_append (self->people_list, new_row (self, i));
  gtk_widget_set_visible (self->people_box, ocop_rows_get_n_rows (people) > 0);
}

static void
read_people (DeskPersonDialog *self)
{
  ocop_register_read_async (self->reg, OCOP_LANE_WINDOW, find_people, NULL, NULL, (GDestroyNotify) ocop_rows_unref,
                            NULL, on_people_read, g_object_ref (self));
}

static void
desk_person_dialog_finalize (GObject *object)
{
  DeskPersonDialog *self = DESK_PERSON_DIALOG (object);

  g_clear_object (&self->reg);
  g_clear_pointer (&self->people, ocop_rows_unref);
  G_OBJECT_CLASS (desk_person_dialog_parent_class)->finalize (object);
}

static void
desk_person_dialog_class_init (DeskPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_person_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/desk-person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPersonDialog, people_box);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonDialog, people_list);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonDialog, position_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonDialog, done_hint);
  gtk_widget_class_bind_template_child (widget_class, DeskPersonDialog, done_button);
  gtk_widget_class_bind_template_callback (widget_class, on_person_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
}

static void
desk_person_dialog_init (DeskPersonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_person_dialog_show (DeskWindow *window)
{
  DeskPersonDialog *self = g_object_new (DESK_TYPE_PERSON_DIALOG, "transient-for", window, NULL);

  self->reg = g_object_ref (desk_window_get_register (window));
  read_people (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  gtk_window_present (GTK_WINDOW (self));
}
