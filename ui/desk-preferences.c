/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-preferences.h"

#include <glib/gi18n.h>

#include "desk-accessible-name.h"
#include "desk-settings.h"
#include "desk-style.h"

struct _DeskPreferences
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkDropDown *language_dropdown;
  GtkLabel *language_note;
  GtkDropDown *colours_dropdown;
  GtkLabel *folder_label;
  GtkWidget *folder_button;
  GtkWidget *reset_button;
};

G_DEFINE_FINAL_TYPE (DeskPreferences, desk_preferences, GTK_TYPE_WINDOW)

/* In the order of the lists. */
static const char * const languages[] = { "vi", "en", NULL };
static const char * const schemes[] = { "system", "light", "dark", "high-contrast", NULL };

static guint
find (const char * const *values,
      const char         *key)
{
  g_autofree char *value = g_settings_get_string (desk_settings_get (), key);

  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      return i;
  return 0;
}

static void
on_language_chosen (DeskPreferences *self)
{
  g_settings_set_string (desk_settings_get (), "language", languages[gtk_drop_down_get_selected (self->language_dropdown)]);
  gtk_widget_set_visible (GTK_WIDGET (self->language_note), TRUE);
}

static void
on_colours_chosen (DeskPreferences *self)
{
  const char *scheme = schemes[gtk_drop_down_get_selected (self->colours_dropdown)];

  g_settings_set_string (desk_settings_get (), "colour-scheme", scheme);
  desk_style_set_scheme (scheme);
}

static void
show_folder (DeskPreferences *self)
{
  g_autofree char *folder = g_settings_get_string (desk_settings_get (), "backup-folder");
  gboolean is_chosen = *folder != '\0';

  gtk_label_set_label (self->folder_label, is_chosen ? folder : _("The program's own folder"));
  gtk_widget_set_tooltip_text (self->folder_button, is_chosen ? folder : NULL);
  gtk_widget_set_sensitive (self->reset_button, is_chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->folder_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Folder of backups"), -1);
}

static void
on_folder_chosen (GtkNativeDialog *dialog,
                  int              response,
                  DeskPreferences *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      g_settings_set_string (desk_settings_get (), "backup-folder", g_file_peek_path (file));
      show_folder (self);
    }
  g_object_unref (dialog);
}

static void
on_folder_clicked (DeskPreferences *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Folder of Backups"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                              _("_Choose"), _("_Cancel"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_folder_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_folder_reset (DeskPreferences *self)
{
  g_settings_reset (desk_settings_get (), "backup-folder");
  show_folder (self);
}

static void
desk_preferences_class_init (DeskPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/ocop/Desk/ui/desk-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, language_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, language_note);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, colours_dropdown);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, folder_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, folder_button);
  gtk_widget_class_bind_template_child (widget_class, DeskPreferences, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_reset);
}

static void
desk_preferences_init (DeskPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_accessible_name_button (GTK_WIDGET (self->language_dropdown), _("Language"));
  desk_accessible_name_button (GTK_WIDGET (self->colours_dropdown), _("Colours"));
  gtk_drop_down_set_selected (self->language_dropdown, find (languages, "language"));
  gtk_drop_down_set_selected (self->colours_dropdown, find (schemes, "colour-scheme"));
  g_signal_connect_swapped (self->language_dropdown, "notify::selected", G_CALLBACK (on_language_chosen), self);
  g_signal_connect_swapped (self->colours_dropdown, "notify::selected", G_CALLBACK (on_colours_chosen), self);
  show_folder (self);
}

GtkWidget *
desk_preferences_new (GtkWindow *parent)
{
  return g_object_new (DESK_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
