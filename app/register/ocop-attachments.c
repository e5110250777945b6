/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-attachments.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "base/ocop-file-type.h"
#include "model/ocop-attachment-name.h"

/* A file that nothing refers to may be one that a form elsewhere is about to save. */
#define CLEAN_UP_AGE (24 * 60 * 60)

static void
attachment_free (OcopAttachment *attachment)
{
  g_free (attachment->name);
  g_free (attachment->holder);
  g_free (attachment);
}

static char *
dup_folder (OcopRegister *reg)
{
  g_autofree char *beside = g_path_get_dirname (ocop_register_get_path (reg));
  g_autofree char *name = g_strconcat (ocop_register_get_id (reg), ".files", NULL);

  return g_build_filename (beside, name, NULL);
}

char *
ocop_attachments_dup_path (OcopRegister *reg,
                           const char   *name)
{
  g_autofree char *folder = dup_folder (reg);

  return g_build_filename (folder, name, NULL);
}

static gboolean
refuse (const char  *from,
        const char  *reason,
        GError     **error)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, "%s: %s", from, reason);
  return FALSE;
}

static gboolean
check_size (const OcopField *field,
            gsize            size,
            const char      *from,
            GError         **error)
{
  if (size == 0)
    return refuse (from, _("the file is empty"), error);
  if (field->type == OCOP_FIELD_PHOTO && size > OCOP_ATTACHMENT_MOST_PICTURE_BYTES)
    return refuse (from, _("larger than 64 MB"), error);
  return size <= OCOP_ATTACHMENT_MOST_BYTES ||
         refuse (from, _("larger than 256 MB. Scan with fewer dots per inch (200 are enough to read), or hand it in as several files"), error);
}

/* (nullable): what @content is, where @field takes such. */
static const OcopFileType *
find_type (const OcopField  *field,
           GBytes           *content,
           const char       *from,
           GError          **error)
{
  const OcopFileType *type = ocop_file_type_of_content (content);

  if (field->type == OCOP_FIELD_PHOTO && (type == NULL || !type->is_picture))
    return refuse (from, _("not a picture that can be shown (JPEG, PNG, GIF, TIFF, BMP)"), error), NULL;
  if (type == NULL)
    return refuse (from, _("not a kind of file that is kept here: PDF, pictures (JPEG, PNG, TIFF, GIF, BMP), "
                           "documents of Word, Excel, PowerPoint or LibreOffice"), error), NULL;
  if (!ocop_file_type_check (type, content, error))
    return g_prefix_error (error, "%s: ", from), NULL;
  return type;
}

static gboolean
check_writable (OcopRegister  *reg,
                GError       **error)
{
  if (!ocop_register_is_look_only (reg))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_READ_ONLY, _("%s was opened to look only: nothing can be written"),
               ocop_register_get_path (reg));
  return FALSE;
}

static void
make_young (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, (guint64) (g_get_real_time () / G_USEC_PER_SEC),
                               G_FILE_QUERY_INFO_NONE, NULL, NULL);
}

char *
ocop_attachments_add (OcopRegister     *reg,
                      const OcopField  *field,
                      GBytes           *content,
                      const char       *from,
                      GError          **error)
{
  g_autofree char *folder = dup_folder (reg);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  const OcopFileType *type;

  if (!check_writable (reg, error) || !check_size (field, size, from, error) ||
      (type = find_type (field, content, from, error)) == NULL)
    return NULL;
  name = ocop_attachment_name_new (content, type->suffix);
  path = g_build_filename (folder, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      /* A form is about to save it: it is as young as a new one to whoever cleans up. */
      make_young (path);
      return g_steal_pointer (&name);
    }
  g_mkdir_with_parents (folder, 0700);
  /* Writes beside, syncs, then renames: whoever finds the name finds the whole. */
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0600, error))
    return NULL;
  return g_steal_pointer (&name);
}

char *
ocop_attachments_add_file (OcopRegister     *reg,
                           const OcopField  *field,
                           const char       *path,
                           GError          **error)
{
  g_autofree char *base_name = g_path_get_basename (path);
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  if (file == NULL)
    return NULL;
  content = g_mapped_file_get_bytes (file);
  return ocop_attachments_add (reg, field, content, base_name, error);
}

static OcopAttachment *
attachment_new (OcopRegister *reg,
                const char   *name,
                const char   *holder)
{
  OcopAttachment *attachment = g_new (OcopAttachment, 1);
  g_autofree char *path = ocop_attachments_dup_path (reg, name);
  GStatBuf found;

  *attachment = (OcopAttachment) { g_strdup (name), g_strdup (holder), -1 };
  if (g_stat (path, &found) == 0)
    attachment->size = found.st_size;
  return attachment;
}

static gpointer
read_references (OcopReader    *reader,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ocop_reader_attachments (reader, error);
}

GPtrArray *
ocop_attachments_list (OcopRegister  *reg,
                       GError       **error)
{
  g_autoptr(OcopRows) rows = ocop_register_read (reg, read_references, NULL, error);
  GPtrArray *list;

  if (rows == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) attachment_free);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    if (ocop_attachment_name_is_valid (ocop_rows_get_text (rows, i, 0)))
      g_ptr_array_add (list, attachment_new (reg, ocop_rows_get_text (rows, i, 0), ocop_rows_get_text (rows, i, 1)));
  return list;
}

static gboolean
is_old (const GStatBuf *found)
{
  return found->st_mtime < g_get_real_time () / G_USEC_PER_SEC - CLEAN_UP_AGE;
}

/* Goes through the files in @folder that are not @known. */
static OcopUnused
sweep (const char *folder,
       GHashTable *known,
       gboolean    removes)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  OcopUnused unused = { 0, 0 };
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf found;

      if (!ocop_attachment_name_is_valid (name) || g_hash_table_contains (known, name) ||
          g_stat (path, &found) != 0 || !is_old (&found) || (removes && g_unlink (path) != 0))
        continue;
      unused.n++;
      unused.size += (guint64) found.st_size;
    }
  return unused;
}

static gboolean
sweep_register (OcopRegister  *reg,
                OcopDrafts    *drafts,
                gboolean       removes,
                OcopUnused    *unused,
                GError       **error)
{
  g_autoptr(GPtrArray) list = ocop_attachments_list (reg, error);
  g_auto(GStrv) unsaved = list != NULL ? ocop_drafts_find_attachments (drafts, ocop_register_get_id (reg), error) : NULL;
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *folder = dup_folder (reg);
  OcopUnused found;

  if (unsaved == NULL)
    return FALSE;
  for (char **name = unsaved; *name != NULL; name++)
    g_hash_table_add (known, *name);
  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (known, ((OcopAttachment *) list->pdata[i])->name);
  found = sweep (folder, known, removes);
  if (unused != NULL)
    *unused = found;
  return TRUE;
}

gboolean
ocop_attachments_find_unused (OcopRegister  *reg,
                              OcopDrafts    *drafts,
                              OcopUnused    *unused,
                              GError       **error)
{
  return sweep_register (reg, drafts, FALSE, unused, error);
}

gboolean
ocop_attachments_clean_up (OcopRegister  *reg,
                           OcopDrafts    *drafts,
                           OcopUnused    *removed,
                           GError       **error)
{
  return sweep_register (reg, drafts, TRUE, removed, error);
}
