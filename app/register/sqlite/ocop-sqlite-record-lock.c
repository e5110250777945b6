/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What only an act of its own may write: asked inside the transaction, of every record that a change edits,
 * bins or takes out of the bin. A decision of earlier years may be entered with its lines. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "model/ocop-lock.h"

static char *
build_question (const OcopLock *lock)
{
  if (lock->user != NULL)
    return g_strdup_printf ("SELECT 1 FROM %s WHERE %s = ?1 AND binned = 0", lock->user, lock->link);
  if (lock->owner != NULL)
    return g_strdup_printf ("SELECT 1 FROM %s AS k JOIN %s AS o ON o.id = k.%s WHERE k.id = ?1 AND o.%s = '%s'", lock->kind,
                            ocop_kind_find_field (ocop_kind_find (lock->kind), lock->owner)->target, lock->owner, lock->field, lock->value);
  return g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1 AND %s = '%s'", lock->kind, lock->field, lock->value);
}

gboolean
ocop_writer_check_locks (OcopWriter      *writer,
                         const OcopKind  *kind,
                         gint64           key,
                         gboolean         bins,
                         GError         **error)
{
  for (const OcopLock *lock = ocop_lock_next (kind, writer->act, NULL); lock != NULL; lock = ocop_lock_next (kind, writer->act, lock))
    {
      g_autofree char *sql = NULL;
      g_autoptr(OcopStatement) statement = NULL;
      gboolean held;

      if (lock->user != NULL && !bins)
        continue;
      sql = build_question (lock);
      statement = ocop_sqlite_prepare (writer->store, sql, error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, key);
      if (!ocop_sqlite_step_row (writer->store, statement, &held, error))
        return FALSE;
      if (!held)
        continue;
      ocop_refuse (error, "%s", _(lock->refusal));
      return FALSE;
    }
  return TRUE;
}
