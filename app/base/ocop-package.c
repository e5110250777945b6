/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-package.h"

#include <glib/gi18n.h>
#include <string.h>
#include <zip.h>

#include "base/ocop-error.h"
#include "base/ocop-file-type.h"

#define CHUNK_SIZE (64 * 1024)

struct _OcopPackage
{
  GBytes *bytes;
  zip_t *zip;
};

static void
set_damaged (GError     **error,
             const char  *reason)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
               _("The file is damaged or cut short (%s). Ask for a fresh copy of it."), reason);
}

/* What libzip says is English and for programmers. */
static const struct
{
  int code;
  const char *reason;
} zip_reasons[] = {
  { ZIP_ER_NOZIP, N_("its end is missing") },
  { ZIP_ER_INCONS, N_("its parts contradict each other") },
  { ZIP_ER_EOF, N_("its end is missing") },
  { ZIP_ER_CRC, N_("a part has changed on the way") },
  { ZIP_ER_ZLIB, N_("a part cannot be unpacked") },
  { ZIP_ER_COMPRESSED_DATA, N_("a part cannot be unpacked") },
  { ZIP_ER_COMPNOTSUPP, N_("a part is packed in an unknown way") },
  { ZIP_ER_MEMORY, N_("there is too little memory for it") },
};

static void
set_zip_error (GError      **error,
               zip_error_t  *problem)
{
  const char *reason = N_("it cannot be unpacked");

  for (guint i = 0; i < G_N_ELEMENTS (zip_reasons); i++)
    if (zip_reasons[i].code == zip_error_code_zip (problem))
      reason = zip_reasons[i].reason;
  g_debug ("libzip: %s", zip_error_strerror (problem));
  set_damaged (error, _(reason));
}

static void
set_too_large (GError     **error,
               const char  *part)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
               _("The file unpacks to far more than it should hold (part “%s”); it is not opened."), part);
}

static gboolean
is_bomb (const zip_stat_t *part)
{
  return part->size > OCOP_PACKAGE_SMALL_PART
         && part->size / OCOP_PACKAGE_MAX_RATIO >= MAX (part->comp_size, 1);
}

static gboolean
check_parts (zip_t   *zip,
             GError **error)
{
  guint64 size = 0;

  for (zip_int64_t i = 0; i < zip_get_num_entries (zip, 0); i++)
    {
      zip_stat_t part;

      if (zip_stat_index (zip, (zip_uint64_t) i, 0, &part) != 0)
        {
          set_zip_error (error, zip_get_error (zip));
          return FALSE;
        }
      if (part.encryption_method != ZIP_EM_NONE)
        {
          g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                               _("The file is protected by a password. "
                                 "Open it in the program it was written with and save it without one."));
          return FALSE;
        }
      size += MIN (part.size, OCOP_PACKAGE_MAX_SIZE + 1);
      if (is_bomb (&part) || size > OCOP_PACKAGE_MAX_SIZE)
        {
          set_too_large (error, part.name);
          return FALSE;
        }
    }
  return TRUE;
}

OcopPackage *
ocop_package_open (GBytes  *bytes,
                        GError **error)
{
  g_autoptr(OcopPackage) package = g_new0 (OcopPackage, 1);
  zip_source_t *source;
  zip_error_t problem;

  zip_error_init (&problem);
  package->bytes = g_bytes_ref (bytes);
  source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, &problem);
  if (source != NULL)
    package->zip = zip_open_from_source (source, ZIP_RDONLY, &problem);
  if (package->zip == NULL)
    {
      set_zip_error (error, &problem);
      zip_source_free (source);
    }
  zip_error_fini (&problem);
  return package->zip != NULL && check_parts (package->zip, error) ? g_steal_pointer (&package) : NULL;
}

void
ocop_package_free (OcopPackage *package)
{
  g_clear_pointer (&package->zip, zip_discard);
  g_bytes_unref (package->bytes);
  g_free (package);
}

GPtrArray *
ocop_package_list (OcopPackage *package)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (zip_int64_t i = 0; i < zip_get_num_entries (package->zip, 0); i++)
    {
      const char *name = zip_get_name (package->zip, (zip_uint64_t) i, 0);

      if (name != NULL)
        g_ptr_array_add (parts, g_strdup (name));
    }
  return parts;
}

/* Some writers name a part in other letters than they refer to it by. */
static zip_int64_t
locate (OcopPackage *package,
        const char  *part)
{
  zip_int64_t index = zip_name_locate (package->zip, part, 0);

  return index >= 0 ? index : zip_name_locate (package->zip, part, ZIP_FL_NOCASE);
}

gboolean
ocop_package_has (OcopPackage *package,
                  const char  *part)
{
  return locate (package, part) >= 0;
}

guint64
ocop_package_get_size (OcopPackage *package,
                       const char  *part)
{
  zip_int64_t index = locate (package, part);
  zip_stat_t found;

  return index >= 0 && zip_stat_index (package->zip, (zip_uint64_t) index, 0, &found) == 0 ? found.size : 0;
}

/* The sizes in the archive's directory were checked, so none may turn out larger than it says there. */
static gboolean
read_file (zip_file_t       *file,
           guint64           size,
           OcopPackageTake   take,
           gpointer          user_data,
           GError          **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);
  guint64 n_read = 0;
  zip_int64_t n;

  do
    {
      n = zip_fread (file, chunk, CHUNK_SIZE);
      n_read += n > 0 ? (guint64) n : 0;
      if (n < 0)
        {
          set_zip_error (error, zip_file_get_error (file));
          return FALSE;
        }
      if (n_read > size)
        {
          set_damaged (error, _("a part is larger than it says"));
          return FALSE;
        }
      if (!take (chunk, (gsize) n, user_data, error))
        return FALSE;
    }
  while (n > 0);
  return TRUE;
}

gboolean
ocop_package_read (OcopPackage    *package,
                   const char     *part,
                   OcopPackageTake take,
                   gpointer        user_data,
                   GError        **error)
{
  zip_int64_t index = locate (package, part);
  zip_file_t *file = index >= 0 ? zip_fopen_index (package->zip, (zip_uint64_t) index, 0) : NULL;
  gboolean done;

  if (index < 0)
    {
      g_autofree char *reason = g_strdup_printf (_("part “%s” is missing"), part);

      set_damaged (error, reason);
      return FALSE;
    }
  if (file == NULL)
    {
      set_zip_error (error, zip_get_error (package->zip));
      return FALSE;
    }
  done = read_file (file, ocop_package_get_size (package, part), take, user_data, error);
  zip_fclose (file);
  return done;
}

static gboolean
append_bytes (const char  *data,
              gsize        length,
              gpointer     user_data,
              GError     **error)
{
  if (length > 0)
    g_byte_array_append (user_data, (const guint8 *) data, (guint) length);
  return TRUE;
}

GBytes *
ocop_package_load (OcopPackage *package,
                   const char  *part,
                   guint64      max_size,
                   GError     **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();

  if (ocop_package_get_size (package, part) > max_size)
    {
      set_too_large (error, part);
      return NULL;
    }
  if (!ocop_package_read (package, part, append_bytes, bytes, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The member keeps its place, its name and its time. */
static gboolean
replace_part (zip_t      *zip,
              const char *part,
              GBytes     *contents)
{
  zip_int64_t index = zip_name_locate (zip, part, 0);
  zip_source_t *source;
  zip_stat_t old;

  if (index < 0)
    index = zip_name_locate (zip, part, ZIP_FL_NOCASE);
  if (index < 0 || zip_stat_index (zip, (zip_uint64_t) index, 0, &old) != 0)
    return FALSE;
  source = zip_source_buffer (zip, g_bytes_get_data (contents, NULL), g_bytes_get_size (contents), 0);
  if (source == NULL || zip_file_replace (zip, (zip_uint64_t) index, source, 0) != 0)
    {
      zip_source_free (source);
      return FALSE;
    }
  return (old.valid & ZIP_STAT_MTIME) == 0 || zip_file_set_mtime (zip, (zip_uint64_t) index, old.mtime, 0) == 0;
}

/* libzip copies the members that were not touched as they are packed. */
static gboolean
rewrite (zip_source_t *target,
         GHashTable   *parts,
         zip_error_t  *problem)
{
  zip_t *zip = zip_open_from_source (target, 0, problem);
  gboolean done = TRUE;
  GHashTableIter iter;
  gpointer part, contents;

  if (zip == NULL)
    return FALSE;
  /* Closing gives up one reference. */
  zip_source_keep (target);
  g_hash_table_iter_init (&iter, parts);
  while (done && g_hash_table_iter_next (&iter, &part, &contents))
    done = replace_part (zip, part, contents);
  if (done && zip_close (zip) == 0)
    return TRUE;
  zip_error_set (problem, zip_error_code_zip (zip_get_error (zip)), 0);
  zip_discard (zip);
  return FALSE;
}

static GBytes *
dup_source (zip_source_t *source)
{
  zip_stat_t info;
  g_autofree char *data = NULL;
  zip_int64_t n_read;

  zip_stat_init (&info);
  if (zip_source_stat (source, &info) != 0 || zip_source_open (source) != 0)
    return NULL;
  data = g_malloc (info.size);
  n_read = zip_source_read (source, data, info.size);
  zip_source_close (source);
  return n_read >= 0 && (guint64) n_read == info.size ? g_bytes_new_take (g_steal_pointer (&data), info.size) : NULL;
}

GBytes *
ocop_package_replace (OcopPackage *package,
                      GHashTable  *parts,
                      GError     **error)
{
  gsize size = g_bytes_get_size (package->bytes);
  zip_source_t *target;
  GBytes *bytes = NULL;
  zip_error_t problem;

  zip_error_init (&problem);
  /* A copy of its own: libzip 1.7 frees a buffer that it was only lent once the archive is written anew. */
  target = zip_source_buffer_create (g_memdup2 (g_bytes_get_data (package->bytes, NULL), size), size, 1, &problem);
  if (target != NULL && rewrite (target, parts, &problem))
    bytes = dup_source (target);
  if (bytes == NULL)
    set_zip_error (error, &problem);
  zip_source_free (target);
  zip_error_fini (&problem);
  return bytes;
}

/* A time that every reader of archives knows, always the same. */
#define BUILD_TIME G_GINT64_CONSTANT (946684800)

static gboolean
add_part (zip_t      *zip,
          const char *name,
          GBytes     *contents,
          gboolean    compressed)
{
  zip_source_t *source = zip_source_buffer (zip, g_bytes_get_data (contents, NULL), g_bytes_get_size (contents), 0);
  zip_int64_t index = source != NULL ? zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8) : -1;

  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }
  return zip_set_file_compression (zip, (zip_uint64_t) index, compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) == 0
         && zip_file_set_mtime (zip, (zip_uint64_t) index, (time_t) BUILD_TIME, 0) == 0;
}

/* Scans, pictures and documents are packed as they are. */
static gboolean
is_packed (GBytes *contents)
{
  return ocop_file_type_of_content (contents) != NULL;
}

static gboolean
write_parts (zip_source_t       *target,
             const char * const *names,
             GBytes * const     *contents,
             zip_error_t        *problem)
{
  zip_t *zip = zip_open_from_source (target, ZIP_CREATE | ZIP_TRUNCATE, problem);
  gboolean done = TRUE;

  if (zip == NULL)
    return FALSE;
  /* Closing gives up one reference. */
  zip_source_keep (target);
  for (guint i = 0; done && names[i] != NULL; i++)
    done = add_part (zip, names[i], contents[i], i > 0 && !is_packed (contents[i]));
  if (done && zip_close (zip) == 0)
    return TRUE;
  zip_error_set (problem, zip_error_code_zip (zip_get_error (zip)), 0);
  zip_discard (zip);
  return FALSE;
}

GBytes *
ocop_package_build (const char * const *names,
                    GBytes * const     *contents,
                    GError            **error)
{
  zip_source_t *target;
  GBytes *bytes = NULL;
  zip_error_t problem;

  zip_error_init (&problem);
  target = zip_source_buffer_create (NULL, 0, 0, &problem);
  if (target != NULL && write_parts (target, names, contents, &problem))
    bytes = dup_source (target);
  if (bytes == NULL)
    set_zip_error (error, &problem);
  zip_source_free (target);
  zip_error_fini (&problem);
  return bytes;
}

char *
ocop_package_resolve (const char *part,
                           const char *target)
{
  const char *slash = strrchr (part, '/');
  g_autofree char *folder = *target != '/' && slash != NULL ? g_strndup (part, (gsize) (slash - part)) : g_strdup ("");
  g_autofree char *path = g_strconcat (folder, "/", target, NULL);
  g_auto(GStrv) steps = g_strsplit (path, "/", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    if (strcmp (steps[i], "..") == 0)
      g_ptr_array_set_size (kept, MAX ((int) kept->len - 1, 0));
    else if (*steps[i] != '\0' && strcmp (steps[i], ".") != 0)
      g_ptr_array_add (kept, steps[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}
