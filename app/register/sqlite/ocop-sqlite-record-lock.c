/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What only an act of its own may write: asked inside the transaction, of every record that a change edits,
 * bins or takes out of the bin, and of one that it adds to what is closed. A decision or a session of earlier years may be
 * entered with what belongs to it; so may a plan, in one change. */

#include "register/sqlite/ocop-sqlite.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "law/ocop-law.h"
#include "model/ocop-lock.h"

/* The tables of a question are t0, that of the records looked at, and t1 … that links lead to from there. */
typedef struct
{
  const OcopKind *kind;
  GString *joins;
  GString *conditions;
  guint n_joins;
  guint owner;           /* the table of the record that says whether it holds */
  const OcopKind *owner_kind;
} Question;

/* Follows the first @n of @links; returns the number of the table that they lead to, and its kind. */
static guint
follow (Question           *question,
        const char * const *links,
        guint               n,
        const OcopKind    **to)
{
  const OcopKind *kind = question->kind;
  guint table = 0;

  for (guint i = 0; i < n; i++)
    {
      guint next = ++question->n_joins;

      kind = ocop_kind_find (ocop_kind_find_field (kind, links[i])->target);
      g_string_append_printf (question->joins, " JOIN %s AS t%u ON t%u.id = t%u.%s", kind->name, next, next, table, links[i]);
      table = next;
    }
  *to = kind;
  return table;
}

/* Those that lead to the record, outside the bin. */
static void
ask_for_users (Question   *question,
               const char *way)
{
  g_auto(GStrv) links = g_strsplit (way, ".", -1);
  guint last = g_strv_length (links) - 1;
  const OcopKind *kind;
  guint table = follow (question, (const char * const *) links, last, &kind);

  g_string_append_printf (question->conditions, "t%u.%s = ?1 AND t0.binned = 0", table, links[last]);
}

static void
ask_for_value (Question       *question,
               const OcopLock *lock)
{
  g_auto(GStrv) links = lock->owner != NULL ? g_strsplit (lock->owner, ".", -1) : g_new0 (char *, 1);

  question->owner = follow (question, (const char * const *) links, g_strv_length (links), &question->owner_kind);
  g_string_append_printf (question->conditions, " AND t%u.%s = '%s'", question->owner, lock->field, lock->value);
  if (lock->kinds != NULL)
    {
      g_autofree char *kinds = g_strjoinv ("', '", (char **) lock->kinds);

      g_string_append_printf (question->conditions, " AND t%u.kind IN ('%s')", question->owner, kinds);
    }
}

static char *
build_question (const OcopLock *lock)
{
  g_autoptr(GString) joins = g_string_new (NULL);
  g_autoptr(GString) conditions = g_string_new (NULL);
  Question question = { ocop_kind_find (lock->user != NULL ? lock->user : lock->kind), joins, conditions, 0 };

  if (lock->user != NULL)
    ask_for_users (&question, lock->link);
  else
    g_string_append (conditions, "t0.id = ?1");
  if (lock->field != NULL)
    ask_for_value (&question, lock);
  return g_strdup_printf ("SELECT 1 FROM %s AS t0%s WHERE %s", question.kind->name, joins->str, conditions->str);
}

/* The name of the owner, where it was not added in this change, which is the last. */
static char *
build_question_of_addition (const OcopLock *lock)
{
  g_autoptr(GString) joins = g_string_new (NULL);
  g_autoptr(GString) conditions = g_string_new ("t0.id = ?1");
  Question question = { ocop_kind_find (lock->kind), joins, conditions, 0 };

  ask_for_value (&question, lock);
  return g_strdup_printf ("SELECT t%u.%s FROM %s AS t0%s WHERE %s AND NOT EXISTS (SELECT 1 FROM change_row AS r"
                          " WHERE r.record = t%u.uuid AND r.change = (SELECT MAX(seq) FROM change) AND r.action = 'add')",
                          question.owner, question.owner_kind->label, question.kind->name, joins->str, conditions->str, question.owner);
}

/* Of the record @key; %NULL on failure. @answered: whether there is a row, which stands in what is returned. */
static OcopStatement *
ask_of_record (OcopWriter  *writer,
               const char  *sql,
               gint64       key,
               gboolean    *answered,
               GError     **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (writer->store, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, key);
  return ocop_sqlite_step_row (writer->store, statement, answered, error) ? g_steal_pointer (&statement) : NULL;
}

static gboolean
check_addition (OcopWriter      *writer,
                const OcopLock  *lock,
                gint64           key,
                GError         **error)
{
  g_autofree char *sql = build_question_of_addition (lock);
  gboolean closed;
  g_autoptr(OcopStatement) statement = ask_of_record (writer, sql, key, &closed, error);

  if (statement == NULL)
    return FALSE;
  if (closed)
    {
      g_autofree char *refusal = ocop_lock_dup_closed (lock, (const char *) sqlite3_column_text (statement, 0));

      ocop_refuse (error, "%s", refusal);
    }
  return !closed;
}

gboolean
ocop_writer_check_add_locks (OcopWriter      *writer,
                             const OcopKind  *kind,
                             gint64           key,
                             GError         **error)
{
  for (const OcopLock *lock = ocop_lock_next (kind, writer->act, NULL); lock != NULL; lock = ocop_lock_next (kind, writer->act, lock))
    if (lock->closed != NULL && !check_addition (writer, lock, key, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_lock (OcopWriter      *writer,
            const OcopLock  *lock,
            gint64           key,
            GError         **error)
{
  g_autofree char *sql = build_question (lock);
  gboolean held;
  g_autoptr(OcopStatement) statement = ask_of_record (writer, sql, key, &held, error);

  if (statement == NULL)
    return FALSE;
  if (held)
    ocop_refuse (error, "%s", _(lock->refusal));
  return !held;
}

gboolean
ocop_writer_check_bin_locks (OcopWriter      *writer,
                             const OcopKind  *kind,
                             gint64           key,
                             gboolean         bins,
                             GError         **error)
{
  for (const OcopLock *lock = ocop_lock_next (kind, writer->act, NULL); lock != NULL; lock = ocop_lock_next (kind, writer->act, lock))
    if ((bins ? !lock->binnable : lock->user == NULL) && !check_lock (writer, lock, key, error))
      return FALSE;
  return TRUE;
}

static const OcopRuleBook *
book_on (const OcopRecord *record,
         const char       *field)
{
  OcopDate day = ocop_record_get_date (record, field);

  return ocop_date_is_known (day) ? ocop_law_book_on (ocop_law_get_default (), day) : ocop_law_get_latest_book (ocop_law_get_default ());
}

static gboolean
concerns (const OcopLock   *lock,
          const OcopRecord *before,
          const OcopRecord *after)
{
  return ocop_lock_concerns (lock, before, after) &&
         (!lock->other_law || book_on (before, lock->fields[0]) != book_on (after, lock->fields[0]));
}

gboolean
ocop_writer_check_edit_locks (OcopWriter        *writer,
                              gint64             key,
                              const OcopRecord  *before,
                              const OcopRecord  *after,
                              gboolean           written,
                              GError           **error)
{
  const OcopKind *kind = ocop_record_get_kind (after);

  /* What others rest on was asked before; what it says itself, or its owner does, is another thing afterwards. */
  for (const OcopLock *lock = ocop_lock_next (kind, writer->act, NULL); lock != NULL; lock = ocop_lock_next (kind, writer->act, lock))
    if (!(written && lock->user != NULL) && concerns (lock, before, after) && !check_lock (writer, lock, key, error))
      return FALSE;
  return TRUE;
}
