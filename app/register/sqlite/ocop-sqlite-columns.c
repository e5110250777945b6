/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/ocop-sqlite-columns.h"

#include <string.h>

#include "register/sqlite/ocop-sqlite-match.h"
#include "register/sqlite/ocop-sqlite-written.h"

/* Bytes: what the charts and a plan count of 200,000 products with their history. */
#define MOST_KEPT 201326592

struct _OcopColumns
{
  GHashTable *kept;     /* name → OcopColumn */
  GHashTable *numbers;  /* text → its number, from 1 */
  GPtrArray *texts;     /* by their numbers, from 1 */
  gint64 last;          /* of them that was asked for; 0 for none */
  gsize size;           /* bytes of what is kept */
  gint64 version;       /* of what others wrote */
  gint64 number;        /* of the last record that they say they wrote */
  gint64 n_written;     /* by this connection */
};

/* What is read anew of records of one kind. */
typedef struct
{
  GPtrArray *columns;   /* OcopColumn */
  char *sql;            /* of one record */
} Renewal;

OcopColumns *
ocop_columns_new (void)
{
  OcopColumns *self = g_new0 (OcopColumns, 1);

  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ocop_column_unref);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ocop_columns_free (OcopColumns *self)
{
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

static void
forget (OcopColumns *self)
{
  g_hash_table_remove_all (self->kept);
  g_hash_table_remove_all (self->numbers);
  g_ptr_array_set_size (self->texts, 0);
  self->last = 0;
  self->size = 0;
}

static OcopColumn *
column_ref (OcopColumn *self)
{
  return g_rc_box_acquire (self);
}

OcopColumn *
ocop_columns_find (OcopColumns *self,
                   const char  *name)
{
  OcopColumn *column = g_hash_table_lookup (self->kept, name);

  return column != NULL ? column_ref (column) : NULL;
}

void
ocop_columns_keep (OcopColumns *self,
                   const char  *name,
                   OcopColumn  *column)
{
  self->size += column->values->len * sizeof (gint64);
  g_hash_table_insert (self->kept, g_strdup (name), column_ref (column));
}

static gint64
number_of_text (OcopColumns *self,
                const char  *text)
{
  gpointer number;

  /* Often the next record says the same. */
  if (self->last > 0 && strcmp (ocop_columns_text (self, self->last), text) == 0)
    return self->last;
  number = g_hash_table_lookup (self->numbers, text);
  if (number == NULL)
    {
      g_ptr_array_add (self->texts, g_strdup (text));
      number = GUINT_TO_POINTER (self->texts->len);
      g_hash_table_insert (self->numbers, g_ptr_array_index (self->texts, self->texts->len - 1), number);
    }
  self->last = GPOINTER_TO_UINT (number);
  return self->last;
}

const char *
ocop_columns_text (OcopColumns *self,
                   gint64       number)
{
  return g_ptr_array_index (self->texts, (guint) number - 1);
}

guint
ocop_columns_n_texts (OcopColumns *self)
{
  return self->texts->len;
}

/* One of them */

static void
column_clear (gpointer data)
{
  OcopColumn *self = data;

  g_array_unref (self->values);
  g_free (self->sql);
}

OcopColumn *
ocop_column_new (const OcopKind *kind,
                 OcopColumnForm  form,
                 const char     *sql)
{
  OcopColumn *self = g_rc_box_new0 (OcopColumn);

  self->kind = kind;
  self->sql = g_strdup (sql);
  self->form = form;
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
ocop_column_unref (OcopColumn *self)
{
  g_rc_box_release_full (self, column_clear);
}

static gint64
nothing (const OcopColumn *self)
{
  return self->form == OCOP_COLUMN_LINK ? 0 : OCOP_COLUMN_UNKNOWN;
}

void
ocop_column_begin (OcopColumn *self,
                   guint       n_keys)
{
  g_array_set_size (self->values, n_keys);
  for (guint key = 0; key < n_keys; key++)
    g_array_index (self->values, gint64, key) = nothing (self);
}

/* @value: as it is now, for as long */
static gint64
take_plain (OcopColumn    *self,
            OcopColumns   *columns,
            sqlite3_value *value)
{
  switch (sqlite3_value_type (value))
    {
    case SQLITE_NULL:
      return OCOP_COLUMN_UNKNOWN;
    case SQLITE_TEXT:
      self->has_texts = TRUE;
      return number_of_text (columns, (const char *) sqlite3_value_text (value));
    default:
      return sqlite3_value_int64 (value);
    }
}

static gint64
take_day (const char *date)
{
  return date != NULL ? ocop_match_number_of_date (date) : OCOP_COLUMN_UNKNOWN;
}

/* Each is asked of the statement once: whatever is, it looks up anew. No other thread has the connection. */
void
ocop_column_read (OcopColumn    *self,
                  OcopColumns   *columns,
                  guint          key,
                  OcopStatement *statement,
                  int            place)
{
  gint64 *value = &g_array_index (self->values, gint64, key);

  switch (self->form)
    {
    case OCOP_COLUMN_LINK:
      *value = sqlite3_column_int64 (statement, place);
      break;
    case OCOP_COLUMN_DAY:
      *value = take_day ((const char *) sqlite3_column_text (statement, place));
      break;
    default:
      *value = take_plain (self, columns, sqlite3_column_value (statement, place));
    }
}

/* What others wrote */

/* Of the snapshot that the connection reads, whoever wrote it but the connection itself. */
static gboolean
read_version (OcopStore  *store,
              gint64     *version,
              GError    **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, "PRAGMA data_version", error);
  gboolean found;

  if (statement == NULL || !ocop_sqlite_step_row (store, statement, &found, error))
    return FALSE;
  *version = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

static void
renewal_free (Renewal *renewal)
{
  g_ptr_array_unref (renewal->columns);
  g_free (renewal->sql);
  g_free (renewal);
}

static Renewal *
renewal_new (OcopColumns    *self,
             const OcopKind *kind)
{
  Renewal *renewal = g_new0 (Renewal, 1);
  GString *sql = g_string_new ("SELECT t.id");
  GHashTableIter iter;
  gpointer value;

  renewal->columns = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      OcopColumn *column = value;

      if (column->kind != kind)
        continue;
      g_ptr_array_add (renewal->columns, column);
      g_string_append_printf (sql, ", %s", column->sql);
    }
  g_string_append_printf (sql, " FROM %s AS t WHERE t.id = ?1", kind->name);
  renewal->sql = g_string_free (sql, FALSE);
  return renewal;
}

/* What the column holds of @key becomes unknown. Makes room for it. */
static void
clear_key (OcopColumns *self,
           OcopColumn  *column,
           guint        key)
{
  guint n_keys = column->values->len;

  if (key < n_keys)
    {
      g_array_index (column->values, gint64, key) = nothing (column);
      return;
    }
  g_array_set_size (column->values, key + 1);
  for (guint i = n_keys; i <= key; i++)
    g_array_index (column->values, gint64, i) = nothing (column);
  self->size += (key + 1 - n_keys) * sizeof (gint64);
}

/* A record that is there no longer leaves nothing behind. */
static gboolean
renew_record (OcopColumns    *self,
              OcopStore      *store,
              const Renewal  *renewal,
              guint           key,
              GError        **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (store, renewal->sql, error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, key);
  if (!ocop_sqlite_step_row (store, statement, &found, error))
    return FALSE;
  for (guint i = 0; i < renewal->columns->len; i++)
    {
      OcopColumn *column = renewal->columns->pdata[i];

      clear_key (self, column, key);
      if (found)
        ocop_column_read (column, self, key, statement, (int) i + 1);
    }
  return TRUE;
}

static gboolean
is_of_others_too (gpointer name,
                  gpointer column,
                  gpointer data)
{
  return ((const OcopColumn *) column)->sql == NULL;
}

static gboolean
renew (OcopColumns   *self,
       OcopStore     *store,
       const GArray  *records,
       GError       **error)
{
  g_autoptr(GHashTable) renewals = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) renewal_free);

  g_hash_table_foreach_remove (self->kept, is_of_others_too, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const OcopWrittenRecord *record = &g_array_index (records, OcopWrittenRecord, i);
      Renewal *renewal = g_hash_table_lookup (renewals, record->kind);

      if (renewal == NULL)
        g_hash_table_insert (renewals, (gpointer) record->kind, renewal = renewal_new (self, record->kind));
      if (!renew_record (self, store, renewal, (guint) record->key, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ocop_columns_begin (OcopColumns  *self,
                    OcopStore    *store,
                    GError      **error)
{
  gint64 n_written = sqlite3_total_changes64 (store->db), version;
  g_autoptr(GArray) records = NULL;
  gboolean renewed = TRUE;

  if (!read_version (store, &version, error))
    return FALSE;
  if (version == self->version && n_written == self->n_written && self->size <= MOST_KEPT)
    return TRUE;
  if (!ocop_written_read (store, &self->number, &records, error))
    return FALSE;
  if (records == NULL || n_written != self->n_written || self->size > MOST_KEPT ||
      !(renewed = renew (self, store, records, error)))
    forget (self);
  self->version = version;
  self->n_written = n_written;
  return renewed;
}
