/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A change carried out: one transaction with all that follows from it. */

#include "register/sqlite/ocop-sqlite-written.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"

gboolean
ocop_sqlite_transact (OcopStore         *store,
                      OcopTransactFunc   work,
                      gpointer           data,
                      GError           **error)
{
  ocop_sqlite_tidy (store);
  /* Into a file that was deleted or moved one can write, and it would be lost. */
  if (!ocop_store_is_in_place (store))
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_VANISHED,
                   _("%s is no longer there: it was deleted, moved or renamed, or its drive is gone. Nothing was written"), store->path);
      return FALSE;
    }
  if (!ocop_sqlite_begin (store, error))
    return FALSE;
  ocop_written_forget (store->written);
  if (work (store, data, error) && ocop_written_tell (store->written, error) && ocop_sqlite_commit (store, error))
    return TRUE;
  ocop_sqlite_rollback (store);
  return FALSE;
}

gboolean
ocop_sqlite_write_change (OcopStore         *store,
                          const OcopAuthor  *author,
                          const OcopHeader  *header,
                          const OcopWatch   *watch,
                          OcopFillFunc       fill,
                          gpointer           data,
                          GError           **error)
{
  g_autoptr(OcopDerived) derived = ocop_derived_new (store);
  g_autoptr(OcopLedger) ledger = ocop_ledger_begin (store, author, header, error);
  OcopPace pace = { .watch = watch };
  OcopWriter writer = { store, ledger, derived, &pace, header->act };

  return ledger != NULL && fill (&writer, data, error) &&
         ocop_derived_update (derived, &pace, error) && ocop_ledger_end (ledger, error);
}

/* Somebody else's new value in a field that this edit touches too. */
static gboolean
refuse_conflict (const OcopRecord  *current,
                 const OcopField   *field,
                 GError           **error)
{
  g_autofree char *now = ocop_field_format (field, ocop_record_get (current, field->name));

  g_set_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT, _("%s was changed meanwhile and is now “%s”"), _(field->title), now);
  return FALSE;
}

/* Puts what differs between @before and @after into @current. */
static gboolean
merge (OcopRecord        *current,
       const OcopRecord  *before,
       const OcopRecord  *after,
       GError           **error)
{
  for (const OcopField *field = ocop_record_get_kind (current)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const OcopValue *wanted = ocop_record_get (after, field->name);

      if (ocop_value_equal (ocop_record_get (before, field->name), wanted))
        continue;
      if (!ocop_value_equal (ocop_record_get (before, field->name), ocop_record_get (current, field->name)) &&
          !ocop_value_equal (wanted, ocop_record_get (current, field->name)))
        return refuse_conflict (current, field, error);
      ocop_record_set (current, field->name, wanted);
    }
  return TRUE;
}

static gboolean
edit (OcopWriter           *writer,
      const OcopChangeRow  *row,
      GError              **error)
{
  gint64 key = ocop_sqlite_key (writer->store, row->kind, row->id, error);
  gboolean binned;
  g_autoptr(OcopRecord) current = key != 0 ? ocop_sqlite_load (writer->store, row->kind, key, &binned, error) : NULL;
  g_autoptr(OcopRecord) merged = current != NULL ? ocop_record_copy (current) : NULL;

  if (merged == NULL)
    return FALSE;
  if (binned)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT, _("%s: it lies in the bin meanwhile"), _(row->kind->title));
      return FALSE;
    }
  return merge (merged, row->before, row->after, error) && ocop_writer_edit (writer, key, current, merged, error);
}

static gboolean
fill_change (OcopWriter  *writer,
             gpointer     data,
             GError     **error)
{
  const OcopChange *change = data;

  ocop_pace_begin (writer->pace, ocop_change_get_n_rows (change));
  for (guint i = 0; i < ocop_change_get_n_rows (change); i++)
    {
      const OcopChangeRow *row = ocop_change_get_row (change, i);
      gboolean good;

      if (!ocop_pace_step (writer->pace, error))
        return FALSE;
      if (row->action == OCOP_ACTION_ADD)
        good = ocop_writer_add (writer, row->after, error);
      else if (row->action == OCOP_ACTION_EDIT)
        good = edit (writer, row, error);
      else if (row->action == OCOP_ACTION_MERGE)
        good = ocop_writer_merge (writer, row->kind, row->id, row->into, error);
      else
        good = ocop_writer_set_binned (writer, row->kind, row->id, row->action == OCOP_ACTION_BIN, TRUE, error);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

/* Who does something new cannot do again what he had undone before. */
static gboolean
drop_undone (OcopStore   *store,
             const char  *person,
             GError     **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "UPDATE change SET standing = 'dropped' WHERE person = ?1 AND standing = 'undone'", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, person, -1, SQLITE_TRANSIENT);
  return ocop_sqlite_step_done (store, statement, error);
}

typedef struct
{
  const OcopChange *change;
  const OcopAuthor *author;
  const OcopWatch *watch;
} NewChange;

/* What stands in no history. */
static gboolean
put_beside (OcopStore        *store,
            const NewChange  *new,
            GError          **error)
{
  const GPtrArray *aliases = ocop_change_get_aliases (new->change);
  const GPtrArray *laws = ocop_change_get_laws (new->change);

  for (guint i = 0; i < aliases->len; i++)
    if (!ocop_sqlite_put_alias (store, aliases->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < laws->len; i++)
    if (!ocop_sqlite_put_law (store, new->author, laws->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_new_change (OcopStore  *store,
                  gpointer    data,
                  GError    **error)
{
  const NewChange *new = data;
  OcopHeader header = { ocop_change_get_kind (new->change), ocop_change_get_name (new->change), 0, "done",
                        ocop_change_get_kind (new->change) };

  if (ocop_change_is_empty (new->change))
    return put_beside (store, new, error);
  return ocop_sqlite_write_change (store, new->author, &header, new->watch, fill_change, (gpointer) new->change, error) &&
         drop_undone (store, new->author->person, error) && put_beside (store, new, error);
}

gboolean
ocop_store_commit (OcopStore         *store,
                   const OcopChange  *change,
                   const OcopAuthor  *author,
                   const OcopWatch   *watch,
                   GError           **error)
{
  NewChange new = { change, author, watch };
  gboolean writes = !ocop_change_is_empty (change) || ocop_change_get_aliases (change)->len > 0 ||
                    ocop_change_get_laws (change)->len > 0;

  return !writes || ocop_sqlite_transact (store, write_new_change, &new, error);
}
