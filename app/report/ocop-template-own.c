/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-template-own.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/ocop-writing.h"
#include "report/ocop-paper-file.h"
#include "report/ocop-template-list.h"
#include "report/ocop-template.h"

#define REGISTER_ENDING ".ocop"
#define FOLDER_ENDING ".mau"

char *
ocop_template_own_dup_folder (const char *register_path)
{
  gsize length = strlen (register_path) - (g_str_has_suffix (register_path, REGISTER_ENDING) ? strlen (REGISTER_ENDING) : 0);
  g_autofree char *stem = g_strndup (register_path, length);

  return g_strconcat (stem, FOLDER_ENDING, NULL);
}

static char *
dup_path (const char *name,
          const char *folder)
{
  g_autofree char *base = g_strconcat (name, ".docx", NULL);

  return g_build_filename (folder, base, NULL);
}

gboolean
ocop_template_own_exists (const char *name,
                          const char *folder)
{
  g_autofree char *path = dup_path (name, folder);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static GBytes *
load_file (const char  *path,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return g_file_load_bytes (file, NULL, NULL, error);
}

GBytes *
ocop_template_own_load (const char  *name,
                        const char  *folder,
                        GError     **error)
{
  g_autofree char *own = folder != NULL ? dup_path (name, folder) : NULL;

  if (own != NULL && g_file_test (own, G_FILE_TEST_EXISTS))
    return load_file (own, error);
  return ocop_template_load (ocop_template_list_find (name), error);
}

static gboolean
store (GBytes      *bytes,
       const char  *folder,
       const char  *path,
       GError     **error)
{
  return ocop_writing_make_folder (folder, error) && ocop_paper_file_write (path, bytes, error);
}

char *
ocop_template_own_begin (const char  *name,
                         const char  *folder,
                         GError     **error)
{
  g_autofree char *path = dup_path (name, folder);
  g_autoptr(GBytes) bytes = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  bytes = ocop_template_load (ocop_template_list_find (name), error);
  return bytes != NULL && store (bytes, folder, path, error) ? g_steal_pointer (&path) : NULL;
}

/* "minutes (1).docx", the first that is free. */
static char *
dup_free_path (const char *name,
               const char *folder)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u)", name, i);
      g_autofree char *path = dup_path (numbered, folder);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

gboolean
ocop_template_own_set_aside (const char  *name,
                             const char  *folder,
                             char       **kept,
                             GError     **error)
{
  g_autofree char *path = dup_path (name, folder);
  g_autofree char *free_path = dup_free_path (name, folder);

  *kept = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_rename (path, free_path) != 0)
    return ocop_writing_set_errno (error, path, errno);
  *kept = g_steal_pointer (&free_path);
  return TRUE;
}

/* Filled with nothing: only what is a .docx can be. */
static gboolean
check_template (GBytes  *bytes,
                GError **error)
{
  g_autoptr(OcopTemplateData) nothing = ocop_template_data_new ();
  g_autoptr(GBytes) filled = ocop_template_fill (bytes, nothing, NULL, error);

  return filled != NULL;
}

gboolean
ocop_template_own_replace (const char  *name,
                           const char  *folder,
                           const char  *path,
                           char       **kept,
                           GError     **error)
{
  g_autoptr(GBytes) bytes = load_file (path, error);
  g_autofree char *own = dup_path (name, folder);

  *kept = NULL;
  return bytes != NULL && check_template (bytes, error) && ocop_template_own_set_aside (name, folder, kept, error) &&
         store (bytes, folder, own, error);
}
