/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files dropped on the window, wherever no part of it takes them itself. */

#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "import/desk-import-dialog.h"

static const char * const lists[] = { ".xlsx", ".xls", ".csv", ".txt", NULL };
static const char * const registers[] = { ".ocop", ".ocopballot", NULL };

/* By the ending alone: what is in the file is looked at where it is opened. */
static gboolean
ends_in (GFile              *file,
         const char * const *endings)
{
  g_autofree char *name = g_file_get_basename (file);

  for (guint i = 0; endings[i] != NULL; i++)
    if (ocop_text_ends_in (name, endings[i]))
      return TRUE;
  return FALSE;
}

static void
take_list (DeskWindow *self,
           GFile      *file)
{
  if (self->reg == NULL)
    desk_window_say (self, _("A list goes into a register: open or make one first, then drop the list again."));
  else if (ocop_register_is_look_only (self->reg))
    desk_window_say (self, _("The register is open for looking only: nothing can be brought into it."));
  else
    desk_import_dialog_open (self, file);
}

static void
take_file (DeskWindow *self,
           GFile      *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (name);

  if (ends_in (file, registers))
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
  else if (ends_in (file, lists))
    take_list (self, file);
  else
    {
      g_autofree char *text = g_strdup_printf (_("“%s” cannot be dropped here. Drop a list (.xlsx, .xls or .csv) to import it, or a register (.ocop) to open it."),
                                               display_name);

      desk_window_say (self, text);
    }
}

/* A dialog that is waiting for an answer comes first. */
static gboolean
is_held (DeskWindow *self)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (gtk_window_get_transient_for (window->data) == GTK_WINDOW (self)
        && gtk_window_get_modal (window->data) && gtk_widget_get_visible (window->data))
      return TRUE;
  return FALSE;
}

static gboolean
on_drop (DeskWindow   *self,
         const GValue *value)
{
  g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL || self->busy || is_held (self))
    return FALSE;
  if (files->next != NULL)
    desk_window_say (self, _("Drop one file at a time."));
  else
    take_file (self, files->data);
  return TRUE;
}

void
desk_window_take_drops (DeskWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
