/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The care of a register: check, backup, restore. They read on the long lane, so that others go on
 * meanwhile, and a file that was deleted while open can still be saved elsewhere. */

#include "register/ocop-register.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "register/ocop-installation.h"
#include "register/ocop-store.h"

static gpointer
read_problems (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  return ocop_store_check (ocop_reader_get_store (reader), problems, error) &&
         ocop_reader_check_contents (reader, problems, error) &&
         ocop_reader_check_laws (reader, problems, error) ? g_steal_pointer (&problems) : NULL;
}

GPtrArray *
ocop_register_check (OcopRegister  *self,
                     GError       **error)
{
  return ocop_register_read (self, read_problems, NULL, error);
}

static gpointer
read_backup (OcopReader    *reader,
             gpointer       path,
             GCancellable  *cancellable,
             GError       **error)
{
  return ocop_store_backup (ocop_reader_get_store (reader), path, error) ? path : NULL;
}

gboolean
ocop_register_backup (OcopRegister  *self,
                      const char    *path,
                      GError       **error)
{
  return ocop_register_read (self, read_backup, (gpointer) path, error) != NULL;
}

static gpointer
read_head (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *writer = ocop_installation_dup_id ();

  return ocop_store_dup_head (ocop_reader_get_store (reader), writer);
}

char *
ocop_register_dup_chain_head (OcopRegister *self)
{
  return ocop_register_read (self, read_head, NULL, NULL);
}

/* What stands at @path goes aside under the time of day; a log that was left goes with it. */
static char *
set_aside (const char  *path,
           GError     **error)
{
  static const char * const companions[] = { "", "-wal", "-shm" };
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *kept = g_strdup_printf ("%s.replaced-%s", path, stamp);

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (path, companions[i], NULL);
      g_autofree char *to = g_strconcat (kept, companions[i], NULL);

      if (!g_file_test (from, G_FILE_TEST_EXISTS) || g_rename (from, to) == 0)
        continue;
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, _("%s cannot be moved: %s"), from, g_strerror (errno));
      return NULL;
    }
  return g_steal_pointer (&kept);
}

gboolean
ocop_register_restore (const char  *backup,
                       const char  *path,
                       char       **kept,
                       GError     **error)
{
  g_autoptr(OcopStore) store = ocop_store_open (backup, OCOP_STORE_COPY, error);
  g_autofree char *fresh = g_strconcat (path, ".restoring", NULL);
  g_autofree char *aside = NULL;

  if (store == NULL || !ocop_store_backup (store, fresh, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS) && (aside = set_aside (path, error)) == NULL)
    return FALSE;
  if (g_rename (fresh, path) != 0)
    {
      int problem = errno;

      if (aside != NULL)
        g_rename (aside, path);
      g_remove (fresh);
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_STORAGE, _("%s cannot be written: %s"), path, g_strerror (problem));
      return FALSE;
    }
  if (kept != NULL)
    *kept = g_steal_pointer (&aside);
  return TRUE;
}
