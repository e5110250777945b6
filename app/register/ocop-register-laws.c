/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The laws that a register holds, read back. */

#include "register/ocop-store.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

enum
{
  COLUMN_ID,
  COLUMN_ADDED_ON,
  COLUMN_PERSON,
  COLUMN_LOADED,
};

/* Whoever stored it under @id knew that it can be read. */
static OcopLaw *
load (OcopReader  *reader,
      const char  *id,
      GError     **error)
{
  g_autoptr(GHashTable) files = ocop_reader_law_files (reader, id, error);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(OcopLaw) law = NULL;

  if (files == NULL)
    return NULL;
  law = ocop_law_load (files, &local_error);
  if (law != NULL && g_str_equal (ocop_law_get_id (law), id))
    return g_steal_pointer (&law);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_DAMAGED, _("The law book %s is no longer what it was when it was stored"), id);
  return NULL;
}

const OcopLaw *
ocop_reader_law (OcopReader  *reader,
                 const char  *id,
                 GError     **error)
{
  static GMutex lock;
  static GHashTable *laws;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  OcopLaw *law;

  if (g_str_equal (ocop_law_get_id (ocop_law_get_default ()), id))
    return ocop_law_get_default ();
  if (laws == NULL)
    laws = g_hash_table_new (g_str_hash, g_str_equal);
  law = g_hash_table_lookup (laws, id);
  if (law != NULL)
    return law;
  law = load (reader, id, error);
  if (law != NULL)
    g_hash_table_insert (laws, (gpointer) ocop_law_get_id (law), law);
  return law;
}

static const char *
find_loaded (OcopRows *laws)
{
  for (guint i = 0; i < ocop_rows_get_n_rows (laws); i++)
    if (ocop_rows_get_integer (laws, i, COLUMN_LOADED) != 0)
      return ocop_rows_get_text (laws, i, COLUMN_ID);
  return NULL;
}

const OcopLaw *
ocop_reader_law_in_force (OcopReader  *reader,
                          GError     **error)
{
  const OcopLaw *shipped = ocop_law_get_default ();
  g_autoptr(OcopRows) laws = ocop_reader_laws (reader, error);
  const char *loaded = laws != NULL ? find_loaded (laws) : NULL;
  const OcopLaw *law = loaded != NULL ? ocop_reader_law (reader, loaded, error) : NULL;

  if (law == NULL)
    return laws != NULL && loaded == NULL ? shipped : NULL;
  return ocop_date_compare (ocop_law_get_latest_book (law)->from, ocop_law_get_latest_book (shipped)->from) < 0 ? shipped : law;
}

gboolean
ocop_reader_check_laws (OcopReader  *reader,
                        GPtrArray   *problems,
                        GError     **error)
{
  g_autoptr(OcopRows) laws = ocop_reader_laws (reader, error);

  if (laws == NULL)
    return FALSE;
  for (guint i = 0; i < ocop_rows_get_n_rows (laws); i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(OcopLaw) law = load (reader, ocop_rows_get_text (laws, i, COLUMN_ID), &local_error);

      if (g_error_matches (local_error, OCOP_ERROR, OCOP_ERROR_CANCELLED))
        return g_propagate_error (error, g_steal_pointer (&local_error)), FALSE;
      if (law == NULL)
        g_ptr_array_add (problems, g_strdup (local_error->message));
    }
  return TRUE;
}
