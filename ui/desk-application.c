/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application.h"

#include <glib/gi18n.h>

#include "base/ocop-locale.h"
#include "desk-accelerators.h"
#include "desk-style.h"
#include "desk-window.h"

struct _DeskApplication
{
  GtkApplication parent_instance;

  gboolean exit_after_startup;
};

G_DEFINE_FINAL_TYPE (DeskApplication, desk_application, GTK_TYPE_APPLICATION)

static DeskWindow *
get_window (DeskApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return window != NULL && DESK_IS_WINDOW (window) ? DESK_WINDOW (window) : desk_window_new (GTK_APPLICATION (self));
}

/* For checks that the program starts: one frame is shown, then it ends. */
static gboolean
quit_once_shown (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_REMOVE;
}

static void
present (DeskApplication *self,
         DeskWindow      *window)
{
  gtk_window_present (GTK_WINDOW (window));
  if (self->exit_after_startup)
    g_timeout_add (200, quit_once_shown, self);
}

static void
desk_application_activate (GApplication *application)
{
  DeskApplication *self = DESK_APPLICATION (application);

  present (self, get_window (self));
}

static void
desk_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (desk_application_parent_class)->startup (application);
  ocop_locale_pin_numbers ();
  gtk_window_set_default_icon_name (DESK_APPLICATION_ID);
  desk_style_start ();
  desk_accelerators_install (GTK_APPLICATION (application));
}

static int
desk_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  DeskApplication *self = DESK_APPLICATION (application);

  self->exit_after_startup = g_variant_dict_contains (options, "exit-after-startup");
  if (self->exit_after_startup)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
desk_application_class_init (DeskApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = desk_application_activate;
  application_class->startup = desk_application_startup;
  application_class->handle_local_options = desk_application_handle_local_options;
}

static void
desk_application_init (DeskApplication *self)
{
  static const GOptionEntry options[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Language of the window: vi or en"), N_("LANGUAGE") },
    { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

DeskApplication *
desk_application_new (void)
{
  return g_object_new (DESK_TYPE_APPLICATION,
                       "application-id", DESK_APPLICATION_ID,
                       "resource-base-path", "/vn/ocop/Desk",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
