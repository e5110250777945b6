/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-file-buttons.h"

#include <glib/gi18n.h>

#include "desk-show-file.h"

struct _DeskFileButtons
{
  GtkWidget parent_instance;

  GtkWidget *open_button;

  /* Owned references */
  char *path;   /* (nullable): not of several files */
  char *folder; /* (nullable) */
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFileButtons, desk_file_buttons, GTK_TYPE_WIDGET)

static void
on_failed (GtkWidget  *widget,
           const char *message)
{
  g_signal_emit (widget, signals[FAILED], 0, message);
}

static void
on_open (DeskFileButtons *self)
{
  desk_show_file (GTK_WIDGET (self), self->path, on_failed);
}

static void
on_open_folder (DeskFileButtons *self)
{
  desk_show_file (GTK_WIDGET (self), self->folder, on_failed);
}

static GtkWidget *
add_button (DeskFileButtons *self,
            const char      *title,
            GCallback        callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (title);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
desk_file_buttons_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&DESK_FILE_BUTTONS (object)->path, g_free);
  g_clear_pointer (&DESK_FILE_BUTTONS (object)->folder, g_free);
  G_OBJECT_CLASS (desk_file_buttons_parent_class)->dispose (object);
}

static void
desk_file_buttons_class_init (DeskFileButtonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_file_buttons_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_file_buttons_init (DeskFileButtons *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->open_button = add_button (self, _("_Open the File"), G_CALLBACK (on_open));
  add_button (self, _("Open the _Folder"), G_CALLBACK (on_open_folder));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
desk_file_buttons_new (void)
{
  return g_object_new (DESK_TYPE_FILE_BUTTONS, NULL);
}

/* Takes @folder. */
static void
set (DeskFileButtons *self,
     const char      *path,
     char            *folder)
{
  g_free (self->path);
  self->path = g_strdup (path);
  g_free (self->folder);
  self->folder = folder;
  gtk_widget_set_visible (self->open_button, path != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), folder != NULL);
}

void
desk_file_buttons_set_path (DeskFileButtons *self,
                            const char      *path)
{
  set (self, path, path != NULL ? g_path_get_dirname (path) : NULL);
}

void
desk_file_buttons_set_folder (DeskFileButtons *self,
                              const char      *folder)
{
  set (self, NULL, g_strdup (folder));
}
