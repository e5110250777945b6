/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/ocop-sqlite-look.h"

#include <string.h>

/* Whether a fact holds is one bit for each key. */
#define KEYS_PER_WORD 64

/* A column that is asked for. */
typedef struct
{
  OcopColumn *column;
  char *name;             /* (nullable): by which it is kept; %NULL for what is of the day */
  int place;              /* in what SQL answers; 0 where it was kept */
} Asked;

/* That a column meets a match. */
typedef struct
{
  const OcopColumn *column;
  OcopMatch *match;
  guint fact;
} Match;

/* That a day lies between two columns. */
typedef struct
{
  const OcopColumn *from, *until;
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
  const OcopKind *kind;
  char *joins;
  GArray *parameters;     /* OcopValue */
  GString *head;          /* what is asked of each record */
  int n_places;
  GHashTable *asked;      /* SQL with its parameters → Asked */
  OcopColumn *binned;
  GHashTable *facts;      /* SQL with its parameters, and the match → number */
  GArray *matches;        /* Match */
  GArray *spans;          /* Span */
  GArray *terms;          /* Term */
  GPtrArray *truths;      /* guint64[]: for each fact */
  guint n_keys;           /* with 0 */
  guint n_words;
};

static void
asked_free (Asked *asked)
{
  ocop_column_unref (asked->column);
  g_free (asked->name);
  g_free (asked);
}

static void
match_clear (gpointer data)
{
  ocop_match_free (((Match *) data)->match);
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

void
ocop_look_free (OcopLook *self)
{
  g_array_unref (self->parameters);
  g_string_free (self->head, TRUE);
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->facts);
  g_array_unref (self->matches);
  g_array_unref (self->spans);
  g_array_unref (self->terms);
  g_ptr_array_unref (self->truths);
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

/* What is the same whatever the day is has a name to be kept by. */
static char *
name_kept (const OcopLook *self,
           const char     *sql,
           const char     *asked)
{
  if (ocop_sql_asks_for_day (self->joins) || ocop_sql_asks_for_day (sql))
    return NULL;
  return g_strjoin ("\n", self->kind->name, self->joins, asked, NULL);
}

/* What follows from the record itself, whatever else there is, on whatever day. */
static gboolean
is_of_record_alone (const OcopLook *self,
                    const char     *sql)
{
  return *self->joins == '\0' && strchr (sql, '?') == NULL && strstr (sql, "SELECT") == NULL;
}

static Asked *
ask_for_column (OcopLook             *self,
                const OcopSqlBuilder *builder,
                const char           *sql,
                OcopColumnForm        form,
                const char           *name)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->name = name_kept (self, sql, name);
  asked->column = asked->name != NULL ? ocop_columns_find (self->store->columns, asked->name) : NULL;
  if (asked->column == NULL)
    {
      asked->column = ocop_column_new (self->kind, form, is_of_record_alone (self, sql) ? sql : NULL);
      asked->place = ask (self, builder, "", sql, "");
    }
  return asked;
}

static OcopColumn *
need_column (OcopLook             *self,
             const OcopSqlBuilder *builder,
             const char           *sql,
             OcopColumnForm        form)
{
  g_autofree char *told = tell (builder, sql);
  g_autofree char *name = g_strdup_printf ("%s\t%d", told, form);
  Asked *asked = g_hash_table_lookup (self->asked, name);

  if (asked == NULL)
    {
      asked = ask_for_column (self, builder, sql, form, name);
      g_hash_table_insert (self->asked, g_steal_pointer (&name), asked);
    }
  return asked->column;
}

/* The number that a new fact has. */
static guint
add_fact (OcopLook *self)
{
  g_ptr_array_add (self->truths, NULL);
  return self->truths->len - 1;
}

OcopLook *
ocop_look_new (OcopStore            *store,
               const OcopKind       *kind,
               const OcopSqlBuilder *joins)
{
  OcopLook *self = g_new0 (OcopLook, 1);

  self->store = store;
  self->kind = kind;
  self->joins = g_strdup (joins->joins->str);
  self->parameters = g_array_new (FALSE, TRUE, sizeof (OcopValue));
  g_array_set_clear_func (self->parameters, (GDestroyNotify) ocop_value_clear);
  append_parameters (self, joins);
  self->head = g_string_new ("t.id");
  self->n_places = 1;
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) asked_free);
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_array_set_clear_func (self->matches, match_clear);
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  self->truths = g_ptr_array_new_with_free_func (g_free);
  self->binned = need_column (self, joins, "t.binned", OCOP_COLUMN_PLAIN);
  while (self->truths->len <= OCOP_LOOK_IN_BIN)
    add_fact (self);
  return self;
}

OcopColumn *
ocop_look_add_column (OcopLook             *self,
                      const OcopSqlBuilder *builder,
                      const OcopSqlColumn  *wanted)
{
  return need_column (self, builder, wanted->raw, wanted->field->type == OCOP_FIELD_LINK ? OCOP_COLUMN_LINK : OCOP_COLUMN_PLAIN);
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
    g_hash_table_insert (self->facts, name, GUINT_TO_POINTER (self->truths->len));
  return GPOINTER_TO_UINT (fact);
}

static OcopColumnForm
form_to_match (const OcopField *field)
{
  if (field->type == OCOP_FIELD_DATE)
    return OCOP_COLUMN_DAY;
  return field->type == OCOP_FIELD_LINK ? OCOP_COLUMN_LINK : OCOP_COLUMN_PLAIN;
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
  Match one = { NULL, match };

  if (fact != 0)
    {
      ocop_match_free (match);
      return fact;
    }
  one.column = need_column (self, builder, column->raw, form_to_match (column->field));
  one.fact = add_fact (self);
  g_array_append_val (self->matches, one);
  return one.fact;
}

guint
ocop_look_add_span (OcopLook             *self,
                    const OcopSqlBuilder *builder,
                    const char           *from,
                    const char           *until)
{
  const char *day = g_array_index (builder->parameters, OcopValue, 0).text;
  guint fact = find_fact (self, g_strjoin ("\n", day, from, until, NULL));
  Span span = { NULL, NULL, ocop_match_number_of_date (day) };

  if (fact != 0)
    return fact;
  span.from = need_column (self, builder, from, OCOP_COLUMN_DAY);
  span.until = need_column (self, builder, until, OCOP_COLUMN_DAY);
  span.fact = add_fact (self);
  g_array_append_val (self->spans, span);
  return span.fact;
}

guint
ocop_look_add_term (OcopLook             *self,
                    const OcopSqlBuilder *builder,
                    const char           *sql)
{
  guint fact = find_fact (self, tell (builder, sql));
  Term term = { 0 };

  if (fact != 0)
    return fact;
  /* So that it ends where the first part of it fails. */
  term.place = ask (self, builder, "CASE WHEN ", sql, " THEN 1 END");
  term.fact = add_fact (self);
  g_array_append_val (self->terms, term);
  return term.fact;
}

/* What is read */

static void
set_fact (OcopLook *self,
          guint     fact,
          guint     key)
{
  guint64 *words = g_ptr_array_index (self->truths, fact);

  words[key / KEYS_PER_WORD] |= G_GUINT64_CONSTANT (1) << key % KEYS_PER_WORD;
}

static void
read_record (OcopLook        *self,
             const GPtrArray *unread,
             OcopStatement   *statement)
{
  guint key = (guint) sqlite3_column_int64 (statement, 0);

  for (guint i = 0; i < unread->len; i++)
    {
      const Asked *asked = unread->pdata[i];

      ocop_column_read (asked->column, self->store->columns, key, statement, asked->place);
    }
  for (guint i = 0; i < self->terms->len; i++)
    if (sqlite3_column_int (statement, g_array_index (self->terms, Term, i).place) != 0)
      set_fact (self, g_array_index (self->terms, Term, i).fact, key);
}

static gboolean
read_records (OcopLook         *self,
              const GPtrArray  *unread,
              const char       *from,
              GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s%s", self->head->str, from, self->joins);
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (self->store, sql, error);
  gboolean found, sound = statement != NULL;

  for (int i = 0; sound && i < (int) self->parameters->len && i < sqlite3_bind_parameter_count (statement); i++)
    ocop_sqlite_bind_value (statement, i + 1, &g_array_index (self->parameters, OcopValue, i));
  while (sound && (sound = ocop_sqlite_step_row (self->store, statement, &found, error)) && found)
    read_record (self, unread, statement);
  return sound;
}

/* (element-type Asked): with room for what they are to hold */
static GPtrArray *
list_unread (OcopLook *self)
{
  GPtrArray *unread = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((const Asked *) value)->place > 0)
      {
        ocop_column_begin (((const Asked *) value)->column, self->n_keys);
        g_ptr_array_add (unread, value);
      }
  return unread;
}

static void
keep (OcopLook        *self,
      const GPtrArray *read)
{
  for (guint i = 0; i < read->len; i++)
    {
      const Asked *asked = read->pdata[i];

      if (asked->name != NULL)
        ocop_columns_keep (self->store->columns, asked->name, asked->column);
    }
}

static gboolean
read_all (OcopLook  *self,
          GError   **error)
{
  g_autoptr(GPtrArray) unread = list_unread (self);
  /* Under the key 0, what holds of a record that is not there. */
  g_autofree char *none = g_strdup_printf ("(SELECT 0) LEFT JOIN %s AS t ON t.id = 0", self->kind->name);
  g_autofree char *all = g_strdup_printf ("%s AS t", self->kind->name);

  if (unread->len == 0 && self->terms->len == 0)
    return TRUE;
  if (!read_records (self, unread, none, error) || !read_records (self, unread, all, error))
    return FALSE;
  keep (self, unread);
  return TRUE;
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
  self->n_words = (self->n_keys + KEYS_PER_WORD - 1) / KEYS_PER_WORD;
  for (guint i = 0; i < self->truths->len; i++)
    self->truths->pdata[i] = g_new0 (guint64, self->n_words);
  return TRUE;
}

/* What is told */

static void
tell_place (OcopLook *self)
{
  const GArray *binned = self->binned->values;

  for (guint key = 1; key < self->n_keys; key++)
    if (g_array_index (binned, gint64, key) != OCOP_COLUMN_UNKNOWN)
      set_fact (self, g_array_index (binned, gint64, key) != 0 ? OCOP_LOOK_IN_BIN : OCOP_LOOK_IN_USE, key);
}

/* @told: by the number of a text: whether it was asked for before, and met: many records say the same */
static gboolean
is_met_by_text (const Match *match,
                OcopColumns *columns,
                guint8      *told,
                gint64       number)
{
  enum { UNASKED, MET, UNMET };

  if (told[number] == UNASKED)
    {
      const OcopMatched value = { TRUE, 0, ocop_columns_text (columns, number) };

      told[number] = ocop_match_meets (match->match, &value) ? MET : UNMET;
    }
  return told[number] == MET;
}

static gboolean
is_met_by_known (const Match *match,
                 OcopColumns *columns,
                 guint8      *told,
                 gint64       number)
{
  const OcopMatched value = { TRUE, number, NULL };

  return match->column->has_texts ? is_met_by_text (match, columns, told, number) : ocop_match_meets (match->match, &value);
}

static void
tell_match_of_each (OcopLook    *self,
                    const Match *match,
                    gint64       unknown)
{
  const OcopColumn *column = match->column;
  g_autofree guint8 *told = g_new0 (guint8, ocop_columns_n_texts (self->store->columns) + 1);
  const OcopMatched none = { FALSE };
  gboolean is_met_by_none = ocop_match_meets (match->match, &none);

  for (guint key = 0; key < self->n_keys; key++)
    {
      gint64 number = g_array_index (column->values, gint64, key);

      if (number == unknown ? is_met_by_none : is_met_by_known (match, self->store->columns, told, number))
        set_fact (self, match->fact, key);
    }
}

/* Which of the keys from @place on, as many as a word has, have values from @first to @last but for @except; without a branch,
 * which could not be foretold. */
static guint64
tell_range_word (const OcopLook *self,
                 const GArray   *values,
                 guint           place,
                 gint64          first,
                 gint64          last,
                 gint64          except)
{
  const gint64 *value = &g_array_index (values, gint64, place);
  guint n_keys = MIN (KEYS_PER_WORD, self->n_keys - place);
  guint64 word = 0;

  for (guint i = 0; i < n_keys; i++)
    word |= (guint64) ((value[i] >= first) & (value[i] <= last) & (value[i] != except)) << i;
  return word;
}

static void
tell_match (OcopLook    *self,
            const Match *match)
{
  const OcopColumn *column = match->column;
  const gint64 unknown = column->form == OCOP_COLUMN_LINK ? 0 : OCOP_COLUMN_UNKNOWN;
  guint64 *words = g_ptr_array_index (self->truths, match->fact);
  gint64 first, last, except;

  if (!column->has_texts && ocop_match_get_range (match->match, &first, &last, &except))
    for (guint place = 0; place < self->n_words; place++)
      words[place] = tell_range_word (self, column->values, place * KEYS_PER_WORD, MAX (first, unknown + 1), last, except);
  else
    tell_match_of_each (self, match, unknown);
}

/* Whether @span holds of the keys from @first on, as many as a word has. */
static guint64
tell_word (const OcopLook *self,
           const Span     *span,
           guint           first)
{
  const gint64 *from = &g_array_index (span->from->values, gint64, first);
  const gint64 *until = &g_array_index (span->until->values, gint64, first);
  guint n_keys = MIN (KEYS_PER_WORD, self->n_keys - first);
  guint64 word = 0;

  /* What is unknown is no end of it. */
  for (guint i = 0; i < n_keys; i++)
    word |= (guint64) ((from[i] <= span->day) & (until[i] >= span->day) & (from[i] != OCOP_COLUMN_UNKNOWN)) << i;
  return word;
}

static void
tell_span (OcopLook   *self,
           const Span *span)
{
  guint64 *words = g_ptr_array_index (self->truths, span->fact);

  for (guint place = 0; place < self->n_words; place++)
    words[place] = tell_word (self, span, place * KEYS_PER_WORD);
}

gboolean
ocop_look_run (OcopLook  *self,
               GError   **error)
{
  if (!make_room (self, error) || !read_all (self, error))
    return FALSE;
  tell_place (self);
  for (guint i = 0; i < self->matches->len; i++)
    tell_match (self, &g_array_index (self->matches, Match, i));
  for (guint i = 0; i < self->spans->len; i++)
    tell_span (self, &g_array_index (self->spans, Span, i));
  return TRUE;
}

guint
ocop_look_put (OcopLook      *self,
               OcopLookFunc   holds,
               gconstpointer  data)
{
  guint fact = add_fact (self);

  self->truths->pdata[fact] = g_new0 (guint64, self->n_words);
  for (guint key = 1; key < self->n_keys; key++)
    if (holds (data, key))
      set_fact (self, fact, key);
  return fact;
}

/* The keys of the word at @place of which all @facts hold. */
static guint64
all_of (const OcopLook *self,
        const GArray   *facts,
        guint           place)
{
  guint64 word = G_MAXUINT64;

  for (guint i = 0; i < facts->len; i++)
    word &= ((const guint64 *) self->truths->pdata[g_array_index (facts, guint, i)])[place];
  return word;
}

void
ocop_look_find (const OcopLook *self,
                const GArray   *facts,
                GArray         *keys)
{
  guint n = 0;

  g_array_set_size (keys, self->n_keys);
  for (guint place = 0; place < self->n_words; place++)
    {
      gint64 key = (gint64) place * KEYS_PER_WORD;

      /* Each is written where the next one overwrites it, unless it is wanted. */
      for (guint64 word = all_of (self, facts, place); word != 0; word >>= 1, key++)
        {
          g_array_index (keys, gint64, n) = key;
          n += word & 1;
        }
    }
  g_array_set_size (keys, n);
}

gboolean
ocop_look_tells (const OcopLook *self,
                 gint64          key,
                 guint           fact)
{
  const guint64 *words = self->truths->pdata[fact];

  if (key >= self->n_keys)
    key = 0;
  return (words[key / KEYS_PER_WORD] >> key % KEYS_PER_WORD & 1) != 0;
}
