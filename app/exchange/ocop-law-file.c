/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-law-file.h"

#include <string.h>

#include <glib/gi18n.h>
#include <zip.h>

#include "base/ocop-error.h"

#define SUFFIX ".json"
/* The file by which the others are found. */
#define RULES "rules.json"
/* No law is larger; what is, was not meant. */
#define MAX_FILE_SIZE (4 * 1024 * 1024)
#define MAX_FILES 1000
#define MAX_DEPTH 2

G_DEFINE_AUTOPTR_CLEANUP_FUNC (zip_t, zip_discard)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (zip_file_t, zip_fclose)

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

static gboolean
fail_unpacking (const char  *name,
                GError     **error)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("%s cannot be unpacked: the file is damaged, or it is no zip"), name);
  return FALSE;
}

static gboolean
unpack_one (GHashTable        *files,
            zip_t             *archive,
            const zip_stat_t  *stat,
            const char        *path,
            GError           **error)
{
  g_autoptr(zip_file_t) entry = NULL;
  g_autofree char *data = NULL;

  if (stat->size > MAX_FILE_SIZE)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("%s: more than a law book can hold"), path);
      return FALSE;
    }
  entry = zip_fopen_index (archive, stat->index, 0);
  data = g_malloc (MAX (stat->size, 1));
  if (entry == NULL || zip_fread (entry, data, stat->size) != (zip_int64_t) stat->size)
    return fail_unpacking (stat->name, error);
  return add_file (files, path, g_bytes_new_take (g_steal_pointer (&data), stat->size), error);
}

/* The folder in which the rules lie, with its slash: "" at the top. */
static char *
find_root (zip_t *archive)
{
  zip_int64_t index = zip_name_locate (archive, RULES, ZIP_FL_NODIR);
  const char *name = index >= 0 ? zip_get_name (archive, (zip_uint64_t) index, 0) : NULL;

  return name != NULL ? g_strndup (name, strlen (name) - strlen (RULES)) : g_strdup ("");
}

static gboolean
unpack (GHashTable  *files,
        GBytes      *bytes,
        const char  *name,
        GError     **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  zip_source_t *source = zip_source_buffer_create (data, size, 0, NULL);
  const zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_INDEX | ZIP_STAT_SIZE;
  g_autoptr(zip_t) archive = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  g_autofree char *root = NULL;

  if (archive == NULL)
    {
      zip_source_free (source);
      return fail_unpacking (name, error);
    }
  root = find_root (archive);
  for (zip_int64_t i = 0; i < zip_get_num_entries (archive, 0); i++)
    {
      zip_stat_t stat;

      if (zip_stat_index (archive, (zip_uint64_t) i, 0, &stat) != 0 || (stat.valid & needed) != needed)
        return fail_unpacking (name, error);
      if (!g_str_has_prefix (stat.name, root) || !g_str_has_suffix (stat.name, SUFFIX))
        continue;
      if (!unpack_one (files, archive, &stat, stat.name + strlen (root), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_files (GHashTable  *files,
            GFile       *file,
            GError     **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GBytes) bytes = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return collect (files, file, "", 0, error);
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  return bytes != NULL && unpack (files, bytes, name, error);
}

OcopLaw *
ocop_law_file_load (GFile   *file,
                    GError **error)
{
  g_autoptr(GHashTable) files = new_files ();
  g_autoptr(OcopLaw) law = read_files (files, file, error) ? ocop_law_load (files, error) : NULL;

  return law != NULL && ocop_law_check (law, error) ? g_steal_pointer (&law) : NULL;
}
