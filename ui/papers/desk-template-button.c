/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "papers/desk-template-button.h"

#include <glib/gi18n.h>

#include "desk-file-chooser.h"
#include "desk-show-file.h"
#include "report/ocop-template-own.h"

struct _DeskTemplateButton
{
  GtkWidget parent_instance;

  GtkWidget *button;

  /* Owned references */
  char *name;
  char *title;
  char *folder;
};

enum
{
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskTemplateButton, desk_template_button, GTK_TYPE_WIDGET)

/* --- showing --- */

static void
update (DeskTemplateButton *self)
{
  gboolean own = ocop_template_own_exists (self->name, self->folder);
  const char *which = own ? _("the office's own template") : _("the program's template");
  g_autofree char *name = g_strdup_printf ("%s: %s", self->title, which);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), own ? _("Own Template") : _("Template"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (self->button, which);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.take-out", own);
}

static void
say (DeskTemplateButton *self,
     const char         *text)
{
  update (self);
  g_signal_emit (self, signals[SAID], 0, text);
}

/* What is used from now on, and where the former one went. */
static void
say_changed (DeskTemplateButton *self,
             const char         *used,
             const char         *kept)
{
  g_autofree char *text = kept != NULL ? g_strdup_printf (_("%s The former one is kept: %s"), used, kept) : g_strdup (used);

  say (self, text);
}

/* --- doing --- */

static void
on_failed (GtkWidget  *widget,
           const char *message)
{
  say (DESK_TEMPLATE_BUTTON (widget), message);
}

static void
edit_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  DeskTemplateButton *self = DESK_TEMPLATE_BUTTON (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ocop_template_own_begin (self->name, self->folder, &error);
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      say (self, error->message);
      return;
    }
  text = g_strdup_printf (_("The template %s is the office's own; it is used from now on as you save it."), path);
  say (self, text);
  desk_show_file (widget, path, on_failed);
}

static void
on_chosen (GtkNativeDialog    *chooser,
           int                 response,
           DeskTemplateButton *self)
{
  g_autoptr (GtkNativeDialog) owned = chooser;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT || path == NULL)
    return;
  if (ocop_template_own_replace (self->name, self->folder, path, &kept, &error))
    say_changed (self, _("From now on the office's own template is used."), kept);
  else
    say (self, error->message);
}

static void
choose_activated (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  static const DeskFileKind documents[] = { { N_("Word document (.docx)"), "docx" }, { NULL } };
  DeskTemplateButton *self = DESK_TEMPLATE_BUTTON (widget);
  GtkFileChooserNative *chooser = desk_file_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("The Office's Own Template"),
                                                         GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), documents);

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
take_out_activated (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  DeskTemplateButton *self = DESK_TEMPLATE_BUTTON (widget);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (ocop_template_own_set_aside (self->name, self->folder, &kept, &error))
    say_changed (self, _("From now on the program's template is used."), kept);
  else
    say (self, error->message);
}

/* --- the widget --- */

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Edit the Office's Own…"), "template.edit");
  g_menu_append (menu, _("_Choose a File as Its Own…"), "template.choose");
  g_menu_append (menu, _("_Back to the Program's"), "template.take-out");
  return G_MENU_MODEL (menu);
}

GtkWidget *
desk_template_button_new (const char *name,
                          const char *title,
                          const char *folder)
{
  DeskTemplateButton *self = g_object_new (DESK_TYPE_TEMPLATE_BUTTON, NULL);

  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->folder = g_strdup (folder);
  update (self);
  return GTK_WIDGET (self);
}

static void
desk_template_button_dispose (GObject *object)
{
  g_clear_pointer (&DESK_TEMPLATE_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_template_button_parent_class)->dispose (object);
}

static void
desk_template_button_finalize (GObject *object)
{
  DeskTemplateButton *self = DESK_TEMPLATE_BUTTON (object);

  g_free (self->name);
  g_free (self->title);
  g_free (self->folder);
  G_OBJECT_CLASS (desk_template_button_parent_class)->finalize (object);
}

static void
desk_template_button_class_init (DeskTemplateButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_template_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_template_button_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "template.edit", NULL, edit_activated);
  gtk_widget_class_install_action (widget_class, "template.choose", NULL, choose_activated);
  gtk_widget_class_install_action (widget_class, "template.take-out", NULL, take_out_activated);
  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_template_button_init (DeskTemplateButton *self)
{
  g_autoptr (GMenuModel) menu = new_menu ();

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}
