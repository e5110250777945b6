/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-own-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "register/ocop-attachments.h"

/* The id of the form of that name, or with that id; "" where there is none. (transfer full) */
static char *
find_id (OcopReader  *reader,
         const char  *name,
         GError     **error)
{
  static const char * const columns[] = { "id", "name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("own_form");
  g_autoptr(OcopRows) rows = ocop_reader_rows (reader, query, columns, 0, -1, error);

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (g_strcmp0 (ocop_rows_get_text (rows, i, 0), name) == 0 || ocop_text_same (ocop_rows_get_text (rows, i, 1), name))
      return g_strdup (ocop_rows_get_text (rows, i, 0));
  return rows != NULL ? g_strdup ("") : NULL;
}

OcopRecord *
ocop_own_form_find (OcopReader  *reader,
                    const char  *name,
                    GError     **error)
{
  g_autofree char *id = find_id (reader, name, error);

  if (id == NULL)
    return NULL;
  if (*id != '\0')
    return ocop_reader_load (reader, ocop_kind_find ("own_form"), id, error);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("The register keeps no form “%s”"), name);
  return NULL;
}

static OcopFormBook *
open_file (const char  *path,
           GBytes     **bytes,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(GBytes) content = g_file_load_bytes (file, NULL, NULL, error);
  OcopFormBook *book = content != NULL ? ocop_form_book_open (content, error) : NULL;

  if (book == NULL)
    g_prefix_error (error, _("“%s”: "), name);
  else if (bytes != NULL)
    *bytes = g_steal_pointer (&content);
  return book;
}

OcopFormBook *
ocop_own_form_open (OcopRegister      *reg,
                    const OcopRecord  *form,
                    GError           **error)
{
  g_autofree char *path = ocop_attachments_dup_path (reg, ocop_record_get_text (form, "file"));

  return open_file (path, NULL, error);
}

char *
ocop_own_form_dup_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  char *ending = strrchr (name, '.');

  if (ending != NULL && ending > name)
    *ending = '\0';
  return g_steal_pointer (&name);
}

char *
ocop_own_form_keep_file (OcopRegister  *reg,
                         const char    *path,
                         GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(OcopFormBook) book = open_file (path, &bytes, error);
  g_autofree char *name = g_path_get_basename (path);

  if (book == NULL)
    return NULL;
  return ocop_attachments_add (reg, ocop_kind_find_field (ocop_kind_find ("own_form"), "file"), bytes, name, error);
}

OcopChange *
ocop_own_form_change_file (OcopReader  *reader,
                           const char  *name,
                           const char  *file,
                           GError     **error)
{
  const OcopKind *kind = ocop_kind_find ("own_form");
  g_autofree char *id = find_id (reader, name, error);
  g_autoptr(OcopRecord) before = id != NULL && *id != '\0' ? ocop_reader_load (reader, kind, id, error) : NULL;
  g_autoptr(OcopRecord) after = before != NULL ? ocop_record_copy (before) : ocop_record_new (kind, NULL);
  g_autofree char *title = g_strdup_printf (before != NULL ? _("New file of the form “%s”") : _("Add the form “%s”"), name);
  OcopChange *change;

  if (id == NULL || (*id != '\0' && before == NULL))
    return NULL;
  if (before == NULL)
    ocop_record_set_text (after, "name", name);
  ocop_record_set_text (after, "file", file);
  if (!ocop_record_check (after, NULL, error))
    return NULL;
  change = ocop_change_new (before != NULL ? "edit" : "add", title);
  if (before != NULL)
    ocop_change_edit (change, before, after);
  else
    ocop_change_add (change, after);
  return change;
}

OcopChange *
ocop_own_form_change_cells (OcopReader       *reader,
                            const char       *id,
                            const GPtrArray  *cells,
                            GError          **error)
{
  g_autoptr(OcopRecord) before = ocop_reader_load (reader, ocop_kind_find ("own_form"), id, error);
  g_autoptr(OcopRecord) after = before != NULL ? ocop_record_copy (before) : NULL;
  g_autofree char *json = ocop_form_cells_write (cells);
  g_autofree char *title = NULL;
  OcopChange *change;

  if (before == NULL)
    return NULL;
  ocop_record_set_text (after, "cells", cells->len > 0 ? json : NULL);
  title = g_strdup_printf (_("Cells of the form “%s”"), ocop_record_get_text (before, "name"));
  change = ocop_change_new ("edit", title);
  ocop_change_edit (change, before, after);
  return change;
}

GPtrArray *
ocop_own_form_read_cells (const OcopRecord  *form,
                          GError           **error)
{
  return ocop_form_cells_read (ocop_record_get_text (form, "cells"), error);
}
