/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the other office says otherwise of what is held fast here is not taken; it is said why. */

#include "exchange/ocop-office-private.h"

#include <string.h>

#include "model/ocop-lock.h"

/* Whether a record of @kind for which @path leads to @id says, itself or what it belongs to, that @lock holds. */
static gboolean
is_held_by (OcopReader     *reader,
            const OcopLock *lock,
            const char     *kind,
            const char     *path,
            const char     *id,
            const char     *owner)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  g_autofree char *field = owner != NULL ? g_strdup_printf ("%s.%s", owner, lock->field) : g_strdup (lock->field);
  g_autofree char *of_kind = owner != NULL ? g_strdup_printf ("%s.kind", owner) : g_strdup ("kind");

  ocop_query_where (query, path, OCOP_OPERATOR_IS, id, NULL);
  if (lock->field != NULL)
    ocop_query_where (query, field, OCOP_OPERATOR_IS, lock->value, NULL);
  if (lock->kinds != NULL)
    ocop_query_wherev (query, of_kind, OCOP_OPERATOR_IS, lock->kinds);
  return ocop_reader_measure (reader, query, NULL) > 0;
}

/* A new record is held by what it belongs to. */
static gboolean
is_new_held (OcopReader       *reader,
             const OcopLock   *lock,
             const OcopRecord *record)
{
  const char *rest = lock->owner != NULL ? strchr (lock->owner, '.') : NULL;
  g_autofree char *first = lock->owner == NULL || rest == NULL ? g_strdup (lock->owner) : g_strndup (lock->owner, (gsize) (rest - lock->owner));
  const OcopField *link = first != NULL ? ocop_kind_find_field (ocop_record_get_kind (record), first) : NULL;
  const char *id = link != NULL ? ocop_record_get_text (record, first) : NULL;

  return id != NULL && lock->user == NULL && lock->closed != NULL && is_held_by (reader, lock, link->target, "id", id, rest != NULL ? rest + 1 : NULL);
}

static gboolean
is_held (OcopReader       *reader,
         const OcopLock   *lock,
         const OcopRecord *record,
         gboolean          exists)
{
  if (!exists)
    return is_new_held (reader, lock, record);
  if (lock->user != NULL)
    return is_held_by (reader, lock, lock->user, lock->link, ocop_record_get_id (record), lock->owner);
  return is_held_by (reader, lock, lock->kind, "id", ocop_record_get_id (record), lock->owner);
}

gboolean
ocop_office_is_free (const OcopKind  *kind,
                     const OcopField *field)
{
  for (const OcopLock *lock = ocop_lock_next (kind, NULL, NULL); lock != NULL; lock = ocop_lock_next (kind, NULL, lock))
    if (lock->user == NULL && ocop_lock_holds (lock, field))
      return FALSE;
  return TRUE;
}

const char *
ocop_office_find_lock (OcopReader       *reader,
                       const OcopRecord *record,
                       gboolean          exists,
                       const OcopField  *field,
                       gboolean          passes)
{
  const OcopKind *kind = ocop_record_get_kind (record);
  const char *act = passes ? OCOP_OFFICE_CHANGE : NULL;

  for (const OcopLock *lock = ocop_lock_next (kind, act, NULL); lock != NULL; lock = ocop_lock_next (kind, act, lock))
    if ((field != NULL ? ocop_lock_holds (lock, field) : !(exists && lock->binnable)) && is_held (reader, lock, record, exists))
      return lock->refusal;
  return NULL;
}
