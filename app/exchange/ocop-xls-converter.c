/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xls-converter-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/ocop-error.h"
#include "base/ocop-writing.h"

/* LibreOffice takes a few seconds; one that waits for somebody's answer would wait for ever. */
#define CONVERSION_TIMEOUT_SECONDS 120

static const char container_mark[] = "\320\317\021\340\241\261\032\341";

static const char * const office_programs[] = { "soffice", "libreoffice" };

gboolean
ocop_xls_converter_is_container (GBytes *bytes)
{
  gsize mark_length = strlen (container_mark);

  return g_bytes_get_size (bytes) >= mark_length
         && memcmp (g_bytes_get_data (bytes, NULL), container_mark, mark_length) == 0;
}

/* Whether the container has a stream called @name; its directory holds names in UTF-16. */
static gboolean
has_stream (GBytes     *bytes,
            const char *name)
{
  gsize length, name_length = 2 * strlen (name);
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *wide = g_malloc0 (name_length + 2);
  const char *end = data + length;

  for (gsize i = 0; name[i] != '\0'; i++)
    wide[2 * i] = name[i];
  for (const char *p = data; (p = memchr (p, name[0], (gsize) (end - p))) != NULL; p++)
    if ((gsize) (end - p) >= name_length + 2 && memcmp (p, wide, name_length + 2) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ocop_xls_converter_check (GBytes  *bytes,
                          GError **error)
{
  const char *problem = NULL;

  if (has_stream (bytes, "EncryptedPackage"))
    problem = _("The file is protected by a password. Open it in the program it was written with and save it without one.");
  else if (has_stream (bytes, "WordDocument"))
    problem = _("The file is a text document (.doc), not a list. Copy its table into a spreadsheet and save that as xlsx.");
  else if (!has_stream (bytes, "Workbook") && !has_stream (bytes, "Book"))
    problem = _("The file is neither a workbook nor text that can be read. Save the list as xlsx or as “CSV UTF-8”.");
  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, problem);
  return FALSE;
}

static void
set_not_converted (GError     **error,
                   const char  *reason)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
               _("The file is an old workbook (.xls). Open it in a spreadsheet program and save it as xlsx. (%s)"), reason);
}

static char *
find_office (GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (office_programs); i++)
    {
      char *program = g_find_program_in_path (office_programs[i]);

      if (program != NULL)
        return program;
    }
  set_not_converted (error, _("LibreOffice, which could do it, is not installed."));
  return NULL;
}

static void
delete_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        delete_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

typedef struct
{
  GMainLoop *loop;
  GCancellable *timeout;
} Waiting;

static gboolean
on_timeout (gpointer user_data)
{
  Waiting *waiting = user_data;

  g_cancellable_cancel (waiting->timeout);
  return G_SOURCE_REMOVE;
}

static void
on_cancelled (GCancellable *cancellable,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static void
on_finished (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Waiting *waiting = user_data;

  if (!g_subprocess_wait_finish (G_SUBPROCESS (object), result, NULL))
    g_subprocess_force_exit (G_SUBPROCESS (object));
  g_main_loop_quit (waiting->loop);
}

/* In a main context of its own, for the caller's must not run meanwhile. */
static void
wait_for_office (GSubprocess  *process,
                 GCancellable *cancellable)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (context, FALSE);
  g_autoptr(GCancellable) timeout = g_cancellable_new ();
  g_autoptr(GSource) clock = g_timeout_source_new_seconds (CONVERSION_TIMEOUT_SECONDS);
  Waiting waiting = { loop, timeout };
  gulong handler = 0;

  g_main_context_push_thread_default (context);
  g_source_set_callback (clock, on_timeout, &waiting, NULL);
  g_source_attach (clock, context);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), timeout, NULL);
  g_subprocess_wait_async (process, timeout, on_finished, &waiting);
  g_main_loop_run (loop);
  g_cancellable_disconnect (cancellable, handler);
  g_source_destroy (clock);
  g_main_context_pop_thread_default (context);
}

/* A profile of its own, for LibreOffice hands the work to a window already open and returns at once. */
static gboolean
run_office (const char    *program,
            const char    *folder,
            const char    *list,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *profile = g_build_filename (folder, "profile", NULL);
  g_autofree char *profile_uri = g_filename_to_uri (profile, NULL, NULL);
  g_autofree char *installation = g_strconcat ("-env:UserInstallation=", profile_uri, NULL);
  GError *problem = NULL;
  g_autoptr(GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &problem,
                      program, "--headless", "--norestore", installation,
                      "--convert-to", "xlsx", "--outdir", folder, list, NULL);

  if (process == NULL)
    {
      set_not_converted (error, problem->message);
      g_error_free (problem);
      return FALSE;
    }
  wait_for_office (process, cancellable);
  return !ocop_is_cancelled (cancellable, _("Reading the file was cancelled."), error);
}

static GBytes *
convert_in_folder (const char    *folder,
                   GBytes        *bytes,
                   const char    *program,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *list = g_build_filename (folder, "list.xls", NULL);
  g_autofree char *converted = g_build_filename (folder, "list.xlsx", NULL);
  g_autoptr(GError) problem = NULL;
  char *contents;
  gsize length;

  if (!g_file_set_contents (list, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &problem))
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_STORAGE, problem->message);
      return NULL;
    }
  if (!run_office (program, folder, list, cancellable, error))
    return NULL;
  if (!g_file_get_contents (converted, &contents, &length, NULL))
    {
      set_not_converted (error, _("LibreOffice could not convert it; it may be protected by a password."));
      return NULL;
    }
  return g_bytes_new_take (contents, length);
}

GBytes *
ocop_xls_converter_convert (GBytes        *bytes,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autofree char *program = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(GError) problem = NULL;
  GBytes *converted;

  if (!ocop_xls_converter_check (bytes, error) || (program = find_office (error)) == NULL)
    return NULL;
  folder = g_dir_make_tmp ("ocop-XXXXXX", &problem);
  if (folder == NULL)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_STORAGE, problem->message);
      return NULL;
    }
  converted = convert_in_folder (folder, bytes, program, cancellable, error);
  delete_folder (folder);
  return converted;
}
