/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-law-file.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-package.h"

#define SUFFIX ".json"
/* The file by which the others are found. */
#define RULES "rules.json"
/* No law is larger; what is, was not meant. */
#define MAX_FILE_SIZE (4 * 1024 * 1024)
#define MAX_FILES 1000
#define MAX_DEPTH 2

static GHashTable *
new_files (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

/* Takes @bytes. */
static gboolean
add_file (GHashTable  *files,
          const char  *path,
          GBytes      *bytes,
          GError     **error)
{
  g_hash_table_insert (files, g_strdup (path), bytes);
  if (g_hash_table_size (files) <= MAX_FILES && g_bytes_get_size (bytes) <= MAX_FILE_SIZE)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("%s: more than a law book can hold"), path);
  return FALSE;
}

static gboolean collect (GHashTable  *files,
                         GFile       *folder,
                         const char  *within,
                         guint        depth,
                         GError     **error);

static gboolean
collect_one (GHashTable  *files,
             GFile       *file,
             GFileInfo   *info,
             const char  *within,
             guint        depth,
             GError     **error)
{
  const char *name = g_file_info_get_name (info);
  g_autofree char *path = g_strconcat (within, name, NULL);
  g_autofree char *inner = g_strconcat (path, "/", NULL);
  GBytes *bytes;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return depth == MAX_DEPTH || collect (files, file, inner, depth + 1, error);
  if (!g_str_has_suffix (name, SUFFIX))
    return TRUE;
  if (g_file_info_get_size (info) > MAX_FILE_SIZE)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("%s: more than a law book can hold"), path);
      return FALSE;
    }
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  return bytes != NULL && add_file (files, path, bytes, error);
}

static gboolean
collect (GHashTable  *files,
         GFile       *folder,
         const char  *within,
         guint        depth,
         GError     **error)
{
  g_autoptr(GFileEnumerator) children =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                               G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  GFileInfo *info;
  GFile *child;

  if (children == NULL)
    return FALSE;
  while (g_file_enumerator_iterate (children, &info, &child, NULL, error))
    {
      if (info == NULL)
        return TRUE;
      if (!collect_one (files, child, info, within, depth, error))
        return FALSE;
    }
  return FALSE;
}

/* The folder in which the rules lie, with its slash: "" at the top. */
static char *
find_root (const GPtrArray *parts)
{
  const char *found = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if ((g_str_equal (part, RULES) || g_str_has_suffix (part, "/" RULES)) && (found == NULL || strlen (part) < strlen (found)))
        found = part;
    }
  return found != NULL ? g_strndup (found, strlen (found) - strlen (RULES)) : g_strdup ("");
}

static gboolean
unpack (GHashTable  *files,
        GBytes      *bytes,
        GError     **error)
{
  g_autoptr(OcopPackage) package = ocop_package_open (bytes, error);
  g_autoptr(GPtrArray) parts = package != NULL ? ocop_package_list (package) : NULL;
  g_autofree char *root = parts != NULL ? find_root (parts) : NULL;

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      GBytes *content;

      if (!g_str_has_prefix (part, root) || !g_str_has_suffix (part, SUFFIX))
        continue;
      content = ocop_package_load (package, part, MAX_FILE_SIZE, error);
      if (content == NULL || !add_file (files, part + strlen (root), content, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_files (GHashTable  *files,
            GFile       *file,
            GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return collect (files, file, "", 0, error);
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  return bytes != NULL && unpack (files, bytes, error);
}

OcopLaw *
ocop_law_file_load (GFile   *file,
                    GError **error)
{
  g_autoptr(GHashTable) files = new_files ();
  g_autoptr(OcopLaw) law = read_files (files, file, error) ? ocop_law_load (files, error) : NULL;

  return law != NULL && ocop_law_check (law, error) ? g_steal_pointer (&law) : NULL;
}
