/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A package for each commune, in one folder. */

#include "exchange/ocop-office-package.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"
#include "base/ocop-writing.h"
#include "plan/ocop-localities.h"

#define SUFFIX ".ocoppackage"

/* Free with g_free(). */
static char *
make_path (const char *folder,
           const char *unit_name,
           const char *unit,
           GHashTable *names)
{
  g_autofree char *stem = ocop_text_to_file_name (unit_name);
  char *name = g_strconcat (stem, SUFFIX, NULL);

  /* Two communes of different districts may have one name. */
  if (g_hash_table_contains (names, name))
    {
      g_free (name);
      name = g_strdup_printf ("%s %s%s", stem, unit, SUFFIX);
    }
  g_hash_table_add (names, name);
  return g_build_filename (folder, name, NULL);
}

static gboolean
write_one (OcopReader  *reader,
           OcopRegister *reg,
           const char  *unit,
           const char  *path,
           GError     **error)
{
  g_autoptr(GBytes) bytes = ocop_office_package_make (reader, reg, unit, error);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GError *local = NULL;

  if (bytes == NULL)
    return FALSE;
  if (!g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                NULL, NULL, &local))
    ocop_writing_set_error (error, path, local);
  return local == NULL;
}

gboolean
ocop_office_packages_write (OcopReader          *reader,
                            OcopRegister        *reg,
                            OcopDate             on,
                            const char          *folder,
                            guint               *n_written,
                            OcopExchangeProgress progress,
                            gpointer             progress_data,
                            GCancellable        *cancellable,
                            GError             **error)
{
  g_autoptr(OcopLocalities) localities = ocop_localities_read (reader, NULL, on, error);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = localities != NULL ? ocop_localities_get_n (localities) : 0;

  *n_written = 0;
  if (localities == NULL || !ocop_writing_make_folder (folder, error))
    return FALSE;
  for (; *n_written < n; (*n_written)++)
    {
      const char *unit = ocop_localities_get_id (localities, *n_written);
      g_autofree char *path = make_path (folder, ocop_localities_get_name (localities, *n_written), unit, names);

      progress (*n_written, n, progress_data);
      if (ocop_is_cancelled (cancellable, NULL, error) || !write_one (reader, reg, unit, path, error))
        return FALSE;
    }
  if (n == 0)
    g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("The register has no commune: import the administrative units first."));
  return n > 0;
}
