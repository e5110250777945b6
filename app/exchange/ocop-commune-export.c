/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-commune-export.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "base/ocop-writing.h"
#include "exchange/ocop-commune-workbook-private.h"

static void
export_free (gpointer data)
{
  OcopCommuneExport *export = data;

  g_free (export->unit_name);
  g_free (export->path);
  g_free (export);
}

void
ocop_commune_exports_free (OcopCommuneExports *self)
{
  g_ptr_array_unref (self->all);
  g_free (self);
}

/* Two communes of one name are told apart by their codes. */
static char *
make_path (const char            *folder,
           const OcopCommuneForm *form,
           GHashTable            *names)
{
  g_autofree char *title = g_strdup_printf (_("Commune report %u – %s"), form->year, form->unit_name);
  g_autofree char *coded = g_strdup_printf ("%s %s", title, form->unit_code != NULL ? form->unit_code : form->unit);
  g_autofree char *name = ocop_text_to_file_name (title);
  g_autofree char *file = NULL;

  if (!g_hash_table_add (names, g_strdup (name)))
    {
      g_free (name);
      name = ocop_text_to_file_name (coded);
    }
  file = g_strdup_printf ("%s.xlsx", name);
  return g_build_filename (folder, file, NULL);
}

/* The whole file or none. */
static gboolean
write_whole (const OcopCommuneForm  *form,
             const char             *path,
             GError                **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  if (ocop_commune_workbook_write (form, part, error) && (g_rename (part, path) == 0 || ocop_writing_set_errno (error, path, errno)))
    return TRUE;
  g_unlink (part);
  return FALSE;
}

static gboolean
export_one (const OcopCommuneForm  *form,
            const char             *folder,
            GHashTable             *names,
            GPtrArray              *all,
            GError                **error)
{
  OcopCommuneExport *export = g_new0 (OcopCommuneExport, 1);

  g_ptr_array_add (all, export);
  export->unit_name = g_strdup (form->unit_name);
  export->path = make_path (folder, form, names);
  export->n_products = form->tables[OCOP_COMMUNE_PRODUCTS]->len;
  export->n_producers = form->tables[OCOP_COMMUNE_PRODUCERS]->len;
  return write_whole (form, export->path, error);
}

OcopCommuneExports *
ocop_commune_export (OcopReader           *reader,
                     const char           *register_id,
                     guint                 year,
                     const char           *only,
                     OcopDate              on,
                     const char           *folder,
                     OcopExchangeProgress  progress,
                     gpointer              progress_data,
                     GCancellable         *cancellable,
                     GError              **error)
{
  g_autoptr(OcopCommuneExports) exports = g_new0 (OcopCommuneExports, 1);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) forms = NULL;

  exports->all = g_ptr_array_new_with_free_func (export_free);
  forms = ocop_commune_forms_read (reader, register_id, year, only, on, &exports->n_astray, error);
  if (forms == NULL || !ocop_writing_make_folder (folder, error))
    return NULL;
  for (guint i = 0; i < forms->len; i++)
    {
      if (progress != NULL)
        progress (i, forms->len, progress_data);
      if (ocop_is_cancelled (cancellable, NULL, error) || !export_one (g_ptr_array_index (forms, i), folder, names, exports->all, error))
        return NULL;
    }
  if (exports->all->len > 0)
    return g_steal_pointer (&exports);
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("The register has no commune: import the administrative units first."));
  return NULL;
}
