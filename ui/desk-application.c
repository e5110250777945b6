/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application.h"

#include <glib/gi18n.h>

#include "ballot/desk-ballot-file.h"
#include "ballot/desk-ballot-window.h"
#include "base/ocop-locale.h"
#include "desk-accelerators.h"
#include "desk-accessible-name.h"
#include "desk-drop-down.h"
#include "desk-preferences.h"
#include "desk-settings.h"
#include "desk-style.h"
#include "desk-window.h"
#include "form/desk-draft.h"

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

/* The first window that shows @path; of %NULL, one that shows no register yet. */
static DeskWindow *
find_window (DeskApplication *self,
             const char      *path)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (DESK_IS_WINDOW (window->data) && g_strcmp0 (desk_window_get_path (window->data), path) == 0)
      return window->data;
  return NULL;
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
         gpointer         window)
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

/* A register that is open already is brought forward; no other has to make way for it. */
static void
open_file (DeskApplication *self,
           GFile           *file)
{
  g_autofree char *path = g_file_get_path (file);
  DeskWindow *window = path != NULL ? find_window (self, path) : get_window (self);
  gboolean is_open = window != NULL;

  if (!is_open)
    window = find_window (self, NULL);
  if (window == NULL)
    window = desk_window_new (GTK_APPLICATION (self));
  /* It is opened by another thread: the window is made visible meanwhile. */
  if (!is_open)
    desk_window_open (window, path);
  present (self, window);
}

/* A member's ballot has a window of its own, without any register. */
static void
open_ballot (DeskApplication *self,
             GFile           *file)
{
  DeskBallotWindow *window = NULL;

  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each != NULL; each = each->next)
    if (DESK_IS_BALLOT_WINDOW (each->data) && g_file_equal (desk_ballot_window_get_file (each->data), file))
      window = each->data;
  present (self, window != NULL ? window : desk_ballot_window_new (GTK_APPLICATION (self), file));
}

static void
desk_application_open (GApplication  *application,
                       GFile        **files,
                       int            n_files,
                       const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    if (desk_ballot_file_is_one (files[i]))
      open_ballot (DESK_APPLICATION (application), files[i]);
    else
      open_file (DESK_APPLICATION (application), files[i]);
}

static void
show_preferences (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       application)
{
  gtk_window_present (GTK_WINDOW (desk_preferences_new (gtk_application_get_active_window (application))));
}

static void
show_about (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       application)
{
  GtkWidget *dialog = g_object_new (GTK_TYPE_ABOUT_DIALOG,
                                    "title", _("About OCOP Desk"),
                                    "transient-for", gtk_application_get_active_window (application),
                                    "modal", TRUE,
                                    "program-name", _("OCOP Desk"),
                                    "version", OCOP_VERSION,
                                    "logo-icon-name", DESK_APPLICATION_ID,
                                    "comments", _("Keeps the OCOP products of a locality, and answers from them"),
                                    "license-type", GTK_LICENSE_GPL_3_0,
                                    NULL);
  GtkWidget *focused;

  gtk_window_present (GTK_WINDOW (dialog));
  /* The program's name, selected as it got the focus: nothing here waits for a key but that which closes. */
  focused = gtk_window_get_focus (GTK_WINDOW (dialog));
  if (GTK_IS_LABEL (focused))
    gtk_label_select_region (GTK_LABEL (focused), 0, 0);
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
}

static gboolean
is_dialog (GtkWindow *window)
{
  return gtk_window_get_modal (window) && gtk_widget_get_visible (GTK_WIDGET (window));
}

/* The dialog that stands before all others; %NULL when there is none. */
static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (is_dialog (window) && (found == NULL || gtk_window_get_transient_for (window) == found))
        {
          found = window;
          /* What stands before this one may have come before it in the list. */
          i = (guint) -1;
        }
    }
  return found;
}

/* Whether a dialog does not let itself be closed, but asks something or ends its work first. */
static gboolean
is_held_by_dialog (void)
{
  GtkWindow *dialog;

  while ((dialog = find_dialog ()) != NULL)
    {
      g_autoptr(GtkWindow) kept = g_object_ref (dialog);

      gtk_window_close (kept);
      if (is_dialog (kept))
        return TRUE;
    }
  return FALSE;
}

/* Each window asks first for what is not saved. What stands before one, as a preview does, goes
 * before it: the application goes on while it has a window. */
static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       application)
{
  GList *windows;

  if (is_held_by_dialog ())
    return;
  windows = g_list_copy_deep (gtk_application_get_windows (application), (GCopyFunc) g_object_ref, NULL);
  for (GList *window = windows; window != NULL; window = window->next)
    if (!DESK_IS_WINDOW (window->data))
      gtk_window_close (window->data);
  for (GList *window = windows; window != NULL; window = window->next)
    if (DESK_IS_WINDOW (window->data))
      gtk_window_close (window->data);
  g_list_free_full (windows, g_object_unref);
}

/* Dialogs do not belong to the application, and know nothing of its keys. */
static gboolean
quit_from_window (GtkWidget *window,
                  GVariant  *parameter,
                  gpointer   data)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "quit", NULL);
  return GDK_EVENT_STOP;
}

static void
add_quit_key (void)
{
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_WINDOW);

  gtk_widget_class_add_binding (klass, GDK_KEY_q, GDK_CONTROL_MASK, quit_from_window, NULL);
  g_type_class_unref (klass);
}

static void
add_actions (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "preferences", show_preferences },
    { "about", show_about },
    { "quit", quit },
  };
  static const char * const settings[] = { "present-masked", "present-live" };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr(GAction) action = g_settings_create_action (desk_settings_get (), settings[i]);

      g_action_map_add_action (G_ACTION_MAP (application), action);
    }
}

static void
desk_application_startup (GApplication *application)
{
  g_autofree char *scheme = NULL;

  G_APPLICATION_CLASS (desk_application_parent_class)->startup (application);
  ocop_locale_pin_numbers ();
  gtk_window_set_default_icon_name (DESK_APPLICATION_ID);
  desk_style_start ();
  desk_accessible_name_start ();
  desk_drop_down_start ();
  scheme = g_settings_get_string (desk_settings_get (), "colour-scheme");
  desk_style_set_scheme (scheme);
  add_actions (application);
  add_quit_key ();
  desk_accelerators_install (GTK_APPLICATION (application));
}

static void
desk_application_shutdown (GApplication *application)
{
  G_APPLICATION_CLASS (desk_application_parent_class)->shutdown (application);
  desk_draft_finish ();
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
  application_class->open = desk_application_open;
  application_class->startup = desk_application_startup;
  application_class->shutdown = desk_application_shutdown;
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
