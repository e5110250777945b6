/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-backup-archive.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <zip.h>

#include "base/ocop-error.h"
#include "model/ocop-attachment-name.h"
#include "register/ocop-attachments.h"

#define REGISTER_ENTRY "register.ocop"
#define FILES_FOLDER "files/"
#define CHUNK_SIZE (64 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (zip_t, zip_discard)

gboolean
ocop_backup_archive_is (const char *path)
{
  char head[4] = "";
  FILE *file = g_fopen (path, "rb");
  gsize n = file != NULL ? fread (head, 1, sizeof head, file) : 0;

  if (file != NULL)
    fclose (file);
  return n == sizeof head && memcmp (head, "PK\003\004", sizeof head) == 0;
}

/* Always returns %FALSE. */
static gboolean
fail_writing (const char  *path,
              const char  *reason,
              GError     **error)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, _("%s cannot be written: %s"), path, reason);
  return FALSE;
}

static gboolean
fail_reading (const char  *path,
              const char  *reason,
              GError     **error)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_DAMAGED, _("The backup %s cannot be read: %s"), path, reason);
  return FALSE;
}

static zip_t *
open_archive (const char  *path,
              int          flags,
              GError     **error)
{
  int code;
  zip_t *archive = zip_open (path, flags, &code);
  zip_error_t problem;

  if (archive != NULL)
    return archive;
  zip_error_init_with_code (&problem, code);
  if (flags & ZIP_RDONLY)
    fail_reading (path, zip_error_strerror (&problem), error);
  else
    fail_writing (path, zip_error_strerror (&problem), error);
  zip_error_fini (&problem);
  return NULL;
}

/* Writing */

/* Pictures are packed already. */
static gboolean
add_file (zip_t      *archive,
          const char *entry,
          const char *path,
          zip_int32_t method)
{
  zip_source_t *source = zip_source_file (archive, path, 0, -1);
  zip_int64_t index = source != NULL ? zip_file_add (archive, entry, source, ZIP_FL_ENC_UTF_8) : -1;

  if (index < 0)
    zip_source_free (source);
  return index >= 0 && zip_set_file_compression (archive, (zip_uint64_t) index, method, 0) == 0;
}

static gboolean
add_attachments (zip_t        *archive,
                 OcopRegister *reg,
                 GPtrArray    *attachments)
{
  for (guint i = 0; i < attachments->len; i++)
    {
      OcopAttachment *attachment = attachments->pdata[i];
      g_autofree char *path = ocop_attachments_dup_path (reg, attachment->name);
      g_autofree char *entry = g_strconcat (FILES_FOLDER, attachment->name, NULL);

      if (attachment->size >= 0 && !add_file (archive, entry, path, ZIP_CM_STORE))
        return FALSE;
    }
  return TRUE;
}

/* @copy: the register's verified copy */
static gboolean
pack (OcopRegister  *reg,
      const char    *copy,
      const char    *path,
      GError       **error)
{
  g_autoptr(GPtrArray) attachments = ocop_attachments_list (reg, error);
  g_autoptr(zip_t) archive = attachments != NULL ? open_archive (path, ZIP_CREATE | ZIP_TRUNCATE, error) : NULL;

  if (archive == NULL)
    return FALSE;
  if (!add_file (archive, REGISTER_ENTRY, copy, ZIP_CM_DEFLATE) || !add_attachments (archive, reg, attachments) ||
      zip_close (archive) != 0)
    return fail_writing (path, zip_strerror (archive), error);
  g_steal_pointer (&archive);
  return TRUE;
}

gboolean
ocop_backup_archive_write (OcopRegister  *reg,
                           const char    *path,
                           GError       **error)
{
  g_autofree char *copy = g_strconcat (path, ".copying", NULL);
  g_autofree char *fresh = g_strconcat (path, ".part", NULL);
  gboolean packed;

  g_remove (copy);
  packed = ocop_register_backup (reg, copy, error) && pack (reg, copy, fresh, error);
  g_remove (copy);
  if (packed && g_rename (fresh, path) == 0)
    return TRUE;
  if (packed)
    fail_writing (path, g_strerror (errno), error);
  g_remove (fresh);
  return FALSE;
}

/* Restoring */

static gboolean
copy_entry (zip_file_t  *entry,
            FILE        *file,
            const char  *path,
            GError     **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);
  zip_int64_t n;

  while ((n = zip_fread (entry, chunk, CHUNK_SIZE)) > 0)
    if (fwrite (chunk, 1, (gsize) n, file) != (gsize) n)
      return fail_writing (path, g_strerror (errno), error);
  return n == 0 || fail_reading (path, zip_error_strerror (zip_file_get_error (entry)), error);
}

static gboolean
unpack_register (zip_t       *archive,
                 const char  *path,
                 GError     **error)
{
  zip_file_t *entry = zip_fopen (archive, REGISTER_ENTRY, 0);
  FILE *file;
  gboolean copied;

  if (entry == NULL)
    return fail_reading (REGISTER_ENTRY, zip_strerror (archive), error);
  file = g_fopen (path, "wb");
  copied = file != NULL ? copy_entry (entry, file, path, error) : fail_writing (path, g_strerror (errno), error);
  if (file != NULL && fclose (file) != 0 && copied)
    copied = fail_writing (path, g_strerror (errno), error);
  zip_fclose (entry);
  return copied;
}

/* (nullable): what the entry @index holds, where it is as long as its directory says. */
static GBytes *
read_entry (zip_t            *archive,
            zip_uint64_t      index,
            const zip_stat_t *stat)
{
  zip_file_t *entry = zip_fopen_index (archive, index, 0);
  g_autofree char *data = g_malloc (MAX (stat->size, 1));
  zip_int64_t n = entry != NULL ? zip_fread (entry, data, stat->size) : -1;

  if (entry != NULL)
    zip_fclose (entry);
  return n == (zip_int64_t) stat->size ? g_bytes_new_take (g_steal_pointer (&data), stat->size) : NULL;
}

/* An entry goes nowhere but under a name that is its own content's. */
static gboolean
unpack_attachment (zip_t         *archive,
                   zip_uint64_t   index,
                   const char    *folder,
                   GError       **error)
{
  zip_stat_t stat;
  const char *name;
  g_autoptr(GBytes) content = NULL;
  g_autofree char *path = NULL;

  if (zip_stat_index (archive, index, 0, &stat) != 0 || !g_str_has_prefix (stat.name, FILES_FOLDER))
    return TRUE;
  name = stat.name + strlen (FILES_FOLDER);
  content = stat.size <= OCOP_ATTACHMENT_MOST_BYTES ? read_entry (archive, index, &stat) : NULL;
  if (content == NULL || !ocop_attachment_name_fits (name, content))
    return fail_reading (stat.name, _("its content is not what its name says"), error);
  path = g_build_filename (folder, name, NULL);
  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (path, g_bytes_get_data (content, NULL), (gssize) stat.size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

/* Where the attachments of the register @unpacked belong once it stands in its place, beside it. */
static char *
dup_files_folder (const char  *unpacked,
                  GError     **error)
{
  g_autoptr(OcopRegister) reg = ocop_register_open (unpacked, OCOP_OPEN_LOOK_ONLY, error);
  g_autofree char *folder = NULL;

  if (reg == NULL)
    return NULL;
  folder = ocop_attachments_dup_path (reg, "");
  ocop_register_close (reg);
  return g_steal_pointer (&folder);
}

static gboolean
unpack (const char  *archive_path,
        const char  *unpacked,
        GError     **error)
{
  g_autoptr(zip_t) archive = open_archive (archive_path, ZIP_RDONLY, error);
  g_autofree char *folder = NULL;

  if (archive == NULL || !unpack_register (archive, unpacked, error) ||
      (folder = dup_files_folder (unpacked, error)) == NULL)
    return FALSE;
  for (zip_int64_t i = 0; i < zip_get_num_entries (archive, 0); i++)
    if (!unpack_attachment (archive, (zip_uint64_t) i, folder, error))
      return FALSE;
  return TRUE;
}

gboolean
ocop_backup_archive_restore (const char  *archive,
                             const char  *path,
                             char       **kept,
                             GError     **error)
{
  g_autofree char *unpacked = g_strconcat (path, ".unpacked", NULL);
  gboolean restored = unpack (archive, unpacked, error) && ocop_register_restore (unpacked, path, kept, error);

  g_remove (unpacked);
  return restored;
}
