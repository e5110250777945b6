/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/ocop-sqlite-look.h"

#include <string.h>

#define FACTS_PER_WORD 64

typedef struct
{
  OcopMatch *match;
  guint fact;
} Match;

/* That a day lies between two columns. */
typedef struct
{
  const OcopLookColumn *from, *until;
  gint64 day;
  guint fact;
} Span;

/* What SQL itself tells. */
typedef struct
{
  int place;
  guint fact;
} Term;

struct _OcopLook
{
  OcopStore *store;
  OcopTexts *texts;
  const OcopKind *kind;
  char *joins;
  GArray *parameters;     /* OcopValue */
  GString *head;          /* what is asked of each record */
  int n_places;
  GHashTable *columns;    /* SQL with its parameters → OcopLookColumn */
  GPtrArray *all_columns;
  GHashTable *facts;      /* SQL with its parameters, and the match → number */
  guint n_facts;
  GArray *spans;          /* Span */
  GArray *terms;          /* Term */
  GArray *truths;         /* guint64: as many words for each key as the facts need */
  guint n_words;
  guint n_keys;           /* with 0 */
};

static void
match_clear (gpointer data)
{
  ocop_match_free (((Match *) data)->match);
}

static void
column_free (OcopLookColumn *column)
{
  g_clear_pointer (&column->values, g_array_unref);
  g_array_unref (column->matches);
  g_free (column);
}

static void
append_parameters (OcopLook             *self,
                   const OcopSqlBuilder *builder)
{
  for (guint i = 0; i < builder->parameters->len; i++)
    {
      OcopValue value = ocop_value_copy (&g_array_index (builder->parameters, OcopValue, i));

      g_array_append_val (self->parameters, value);
    }
}

OcopLook *
ocop_look_new (OcopStore            *store,
               OcopTexts            *texts,
               const OcopKind       *kind,
               const OcopSqlBuilder *joins)
{
  OcopLook *self = g_new0 (OcopLook, 1);

  self->store = store;
  self->texts = texts;
  self->kind = kind;
  self->joins = g_strdup (joins->joins->str);
  self->parameters = g_array_new (FALSE, TRUE, sizeof (OcopValue));
  g_array_set_clear_func (self->parameters, (GDestroyNotify) ocop_value_clear);
  append_parameters (self, joins);
  self->head = g_string_new ("t.id, t.binned");
  self->n_places = 2;
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->all_columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_facts = OCOP_LOOK_IN_BIN + 1;
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  self->truths = g_array_new (FALSE, TRUE, sizeof (guint64));
  return self;
}

void
ocop_look_free (OcopLook *self)
{
  g_array_unref (self->parameters);
  g_string_free (self->head, TRUE);
  g_hash_table_unref (self->columns);
  g_ptr_array_unref (self->all_columns);
  g_hash_table_unref (self->facts);
  g_array_unref (self->spans);
  g_array_unref (self->terms);
  g_array_unref (self->truths);
  g_free (self->joins);
  g_free (self);
}

/* What is asked */

gboolean
ocop_sql_asks_for_day (const char *sql)
{
  for (const char *at = strstr (sql, "?1"); at != NULL; at = strstr (at + 2, "?1"))
    if (!g_ascii_isdigit (at[2]))
      return TRUE;
  return FALSE;
}

/* @sql with its parameters: the day where it asks for it, and all others. */
static char *
tell (const OcopSqlBuilder *builder,
      const char           *sql)
{
  GString *text = g_string_new (sql);

  for (guint i = ocop_sql_asks_for_day (sql) ? 0 : 1; i < builder->parameters->len; i++)
    {
      const OcopValue *value = &g_array_index (builder->parameters, OcopValue, i);

      if (value->type == OCOP_VALUE_TEXT)
        g_string_append_printf (text, "\t%s", value->text);
      else
        g_string_append_printf (text, "\t%" G_GINT64_FORMAT, value->integer);
    }
  return g_string_free (text, FALSE);
}

/* Its parameters come after those that are there: "?1" becomes "?5". Returns its place. */
static int
ask (OcopLook             *self,
     const OcopSqlBuilder *builder,
     const char           *before,
     const char           *sql,
     const char           *behind)
{
  g_auto(GStrv) parts = g_strsplit (sql, "?", -1);

  g_string_append_printf (self->head, ", %s%s", before, parts[0]);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      char *rest;
      guint64 number = g_ascii_strtoull (parts[i], &rest, 10);

      g_string_append_printf (self->head, "?%" G_GUINT64_FORMAT "%s", number + self->parameters->len, rest);
    }
  g_string_append (self->head, behind);
  append_parameters (self, builder);
  return self->n_places++;
}

static OcopLookColumn *
need_column (OcopLook             *self,
             const OcopSqlBuilder *builder,
             const char           *sql,
             OcopFieldType         type)
{
  g_autofree char *name = tell (builder, sql);
  OcopLookColumn *column = g_hash_table_lookup (self->columns, name);

  if (column != NULL)
    return column;
  column = g_new0 (OcopLookColumn, 1);
  column->place = ask (self, builder, "", sql, "");
  column->is_link = type == OCOP_FIELD_LINK;
  column->is_date = type == OCOP_FIELD_DATE;
  column->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_array_set_clear_func (column->matches, match_clear);
  g_ptr_array_add (self->all_columns, column);
  g_hash_table_insert (self->columns, g_steal_pointer (&name), column);
  return column;
}

OcopLookColumn *
ocop_look_add_column (OcopLook             *self,
                      const OcopSqlBuilder *builder,
                      const OcopSqlColumn  *wanted)
{
  OcopLookColumn *column = need_column (self, builder, wanted->raw, wanted->field->type);

  if (column->values == NULL)
    column->values = g_array_new (FALSE, TRUE, sizeof (gint64));
  return column;
}

/* 0 for a new one, which then has the next number. Takes @name. */
static guint
find_fact (OcopLook *self,
           char     *name)
{
  gpointer fact = g_hash_table_lookup (self->facts, name);

  if (fact != NULL)
    g_free (name);
  else
    g_hash_table_insert (self->facts, name, GUINT_TO_POINTER (self->n_facts));
  return GPOINTER_TO_UINT (fact);
}

guint
ocop_look_add_match (OcopLook             *self,
                     const OcopSqlBuilder *builder,
                     const OcopSqlColumn  *column,
                     OcopMatch            *match)
{
  g_autofree char *asked = tell (builder, column->raw);
  g_autofree char *matched = ocop_match_to_text (match);
  guint fact = find_fact (self, g_strjoin ("\n", asked, matched, NULL));
  Match one = { match, self->n_facts };

  if (fact != 0)
    {
      ocop_match_free (match);
      return fact;
    }
  g_array_append_val (need_column (self, builder, column->raw, column->field->type)->matches, one);
  return self->n_facts++;
}

guint
ocop_look_add_span (OcopLook             *self,
                    const OcopSqlBuilder *builder,
                    const char           *from,
                    const char           *until)
{
  const char *day = g_array_index (builder->parameters, OcopValue, 0).text;
  guint fact = find_fact (self, g_strjoin ("\n", day, from, until, NULL));
  Span span = { NULL, NULL, ocop_match_number_of_date (day), self->n_facts };

  if (fact != 0)
    return fact;
  span.from = need_column (self, builder, from, OCOP_FIELD_DATE);
  span.until = need_column (self, builder, until, OCOP_FIELD_DATE);
  g_array_append_val (self->spans, span);
  return self->n_facts++;
}

guint
ocop_look_add_term (OcopLook             *self,
                    const OcopSqlBuilder *builder,
                    const char           *sql)
{
  guint fact = find_fact (self, tell (builder, sql));
  Term term = { 0, self->n_facts };

  if (fact != 0)
    return fact;
  /* So that it ends where the first part of it fails. */
  term.place = ask (self, builder, "CASE WHEN ", sql, " THEN 1 END");
  g_array_append_val (self->terms, term);
  return self->n_facts++;
}

/* What is answered */

static gint64
number_of_text (OcopTexts  *texts,
                const char *text)
{
  gpointer number = g_hash_table_lookup (texts->numbers, text);

  if (number == NULL)
    {
      g_ptr_array_add (texts->all, g_strdup (text));
      number = GUINT_TO_POINTER (texts->all->len);
      g_hash_table_insert (texts->numbers, g_ptr_array_index (texts->all, texts->all->len - 1), number);
    }
  return GPOINTER_TO_UINT (number) - 1;
}

static gint64
keep (OcopLook          *self,
      OcopLookColumn    *column,
      const OcopMatched *value)
{
  if (!value->known)
    return column->is_link ? 0 : OCOP_LOOK_UNKNOWN;
  if (value->text == NULL)
    return value->number;
  column->is_text = TRUE;
  return number_of_text (self->texts, value->text);
}

static void
set_fact (guint64 *words,
          guint    fact)
{
  words[fact / FACTS_PER_WORD] |= G_GUINT64_CONSTANT (1) << fact % FACTS_PER_WORD;
}

static void
read_column (OcopLook       *self,
             OcopStatement  *statement,
             OcopLookColumn *column,
             guint           key,
             guint64        *words)
{
  const OcopMatched value = ocop_match_read (statement, column->place, column->is_date);

  column->read = value;
  for (guint i = 0; i < column->matches->len; i++)
    if (ocop_match_meets (g_array_index (column->matches, Match, i).match, &value))
      set_fact (words, g_array_index (column->matches, Match, i).fact);
  if (column->values != NULL)
    g_array_index (column->values, gint64, key) = keep (self, column, &value);
}

/* What is unknown is no end of it. */
static gboolean
lies_in (const Span *span)
{
  const OcopMatched *from = &span->from->read, *until = &span->until->read;

  return from->known && from->number <= span->day && until->known && until->number >= span->day;
}

static void
read_record (OcopLook      *self,
             OcopStatement *statement)
{
  guint key = (guint) sqlite3_column_int64 (statement, 0);
  guint64 *words = &g_array_index (self->truths, guint64, key * self->n_words);

  set_fact (words, sqlite3_column_int (statement, 1) != 0 ? OCOP_LOOK_IN_BIN : OCOP_LOOK_IN_USE);
  for (guint i = 0; i < self->all_columns->len; i++)
    read_column (self, statement, g_ptr_array_index (self->all_columns, i), key, words);
  for (guint i = 0; i < self->spans->len; i++)
    if (lies_in (&g_array_index (self->spans, Span, i)))
      set_fact (words, g_array_index (self->spans, Span, i).fact);
  for (guint i = 0; i < self->terms->len; i++)
    if (sqlite3_column_int (statement, g_array_index (self->terms, Term, i).place) != 0)
      set_fact (words, g_array_index (self->terms, Term, i).fact);
}

static gboolean
read_records (OcopLook    *self,
              const char  *from,
              GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s%s", self->head->str, from, self->joins);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (self->store, sql, error);
  gboolean found, sound = statement != NULL;

  for (int i = 0; sound && i < (int) self->parameters->len && i < sqlite3_bind_parameter_count (statement); i++)
    ocop_sqlite_bind_value (statement, i + 1, &g_array_index (self->parameters, OcopValue, i));
  while (sound && (sound = ocop_sqlite_step_row (self->store, statement, &found, error)) && found)
    read_record (self, statement);
  return sound;
}

/* Room for what is told of each, up to the last key there is. */
static gboolean
make_room (OcopLook  *self,
           GError   **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max(id) FROM %s", self->kind->name);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (self->store, sql, error);
  gboolean found;

  if (statement == NULL || !ocop_sqlite_step_row (self->store, statement, &found, error))
    return FALSE;
  self->n_keys = (guint) sqlite3_column_int64 (statement, 0) + 1;
  self->n_words = (self->n_facts + FACTS_PER_WORD - 1) / FACTS_PER_WORD;
  g_array_set_size (self->truths, self->n_keys * self->n_words);
  for (guint i = 0; i < self->all_columns->len; i++)
    {
      OcopLookColumn *column = g_ptr_array_index (self->all_columns, i);

      if (column->values != NULL)
        g_array_set_size (column->values, self->n_keys);
    }
  return TRUE;
}

gboolean
ocop_look_run (OcopLook  *self,
               GError   **error)
{
  /* Under the key 0, what holds of a record that is not there. */
  g_autofree char *none = g_strdup_printf ("(SELECT 0) LEFT JOIN %s AS t ON t.id = 0", self->kind->name);
  /* In the order of an index the records are read from here and there: 46,000 recognitions 150 ms, not 20. */
  g_autofree char *all = g_strdup_printf ("%s AS t NOT INDEXED", self->kind->name);

  return make_room (self, error) && read_records (self, none, error) && read_records (self, all, error);
}

static gboolean
has_all (const guint64 *words,
         const guint64 *wanted,
         guint          n)
{
  for (guint i = 0; i < n; i++)
    if ((words[i] & wanted[i]) != wanted[i])
      return FALSE;
  return TRUE;
}

void
ocop_look_find (const OcopLook *self,
                const GArray   *facts,
                GArray         *keys)
{
  const guint64 *words = (const guint64 *) (gpointer) self->truths->data;
  g_autofree guint64 *wanted = g_new0 (guint64, self->n_words);
  guint n = 0;

  for (guint i = 0; i < facts->len; i++)
    set_fact (wanted, g_array_index (facts, guint, i));
  g_array_set_size (keys, self->n_keys);
  for (guint key = 1; key < self->n_keys; key++)
    if (has_all (words + key * self->n_words, wanted, self->n_words))
      g_array_index (keys, gint64, n++) = key;
  g_array_set_size (keys, n);
}

gboolean
ocop_look_tells (const OcopLook *self,
                 gint64          key,
                 guint           fact)
{
  guint64 word;

  if (key >= self->n_keys)
    key = 0;
  word = g_array_index (self->truths, guint64, (gsize) key * self->n_words + fact / FACTS_PER_WORD);
  return (word >> fact % FACTS_PER_WORD & 1) != 0;
}
