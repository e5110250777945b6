/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conditions, relations and search of a query become SQL, every value a parameter. */

#include "register/sqlite/ocop-sqlite-paths.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-text.h"

/* Every count of what is valid asks for these three together, which two days tell without a look
 * at each state (200,000 products: 150 ms, not 230). */
static const char * const states_in_force[] = { "valid", "extended", "potential5" };

/* The 16 bytes of an id as SQL. */
static char *
write_id (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "-", -1);
  g_autofree char *digits = g_strjoinv ("", parts);

  return g_uuid_string_is_valid (text) ? g_strdup_printf ("x'%s'", digits) : g_strdup ("NULL");
}

static OcopValue
read_date (const char *text)
{
  char buffer[OCOP_DATE_TEXT_SIZE];
  OcopDate date;

  ocop_date_parse (text, &date);
  return ocop_value_text (ocop_date_to_text (date, buffer));
}

/* One value of a condition on @column, as SQL. */
static char *
place_value (OcopSqlBuilder      *builder,
             const OcopSqlColumn *column,
             const char          *text)
{
  const OcopField *field = column->field;
  OcopValue value;

  if (field == NULL)
    return write_id (text);
  if (field->type == OCOP_FIELD_LINK)
    {
      g_autofree char *id = write_id (text);

      return g_strdup_printf ("(SELECT id FROM %s WHERE uuid = %s)", field->target, id);
    }
  if (ocop_field_is_number (field))
    value = ocop_value_integer (g_ascii_strtoll (text, NULL, 10));
  else if (field->type == OCOP_FIELD_DATE)
    value = read_date (text);
  else
    value = ocop_value_text (text);
  return g_strdup_printf ("?%u", ocop_sql_builder_add (builder, value));
}

/* What has no value at all, and what is compared with an id that nothing has, is none of them too. */
static void
write_any_of (OcopSqlBuilder      *builder,
              const OcopSqlColumn *column,
              const OcopCondition *condition)
{
  g_string_append_printf (builder->where, "(%s IN (", column->raw);
  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      g_autofree char *one = place_value (builder, column, condition->values[i]);

      g_string_append_printf (builder->where, "%s%s", i > 0 ? ", " : "", one);
    }
  g_string_append_printf (builder->where, ")) IS %sTRUE", condition->op == OCOP_OPERATOR_IS_NOT ? "NOT " : "");
}

/* What lies in a district or province on the day belongs to what that, or one that it succeeded, was made of. */
static void
write_within (OcopSqlBuilder      *builder,
              const OcopSqlColumn *column,
              const OcopCondition *condition)
{
  g_autoptr(GString) chosen = g_string_new (NULL);

  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      g_autofree char *one = place_value (builder, column, condition->values[i]);

      g_string_append_printf (chosen, "%s%s", i > 0 ? ", " : "", one);
    }
  g_string_append_printf (builder->where,
                          "%s IN (%s) OR %s IN (SELECT u.id FROM unit AS u JOIN unit_standing AS s ON s.unit IN (u.district, u.province)"
                          " AND s.from_day <= ?%u AND s.until_day >= ?%u WHERE s.stands_for IN (%s))",
                          column->raw, chosen->str, column->raw, builder->day, builder->day, chosen->str);
}

OcopDate
ocop_sql_first_date (const char *text)
{
  OcopDate date;

  ocop_date_parse (text, &date);
  /* A year alone stands before its days as text, so a bound on its first day is that year. */
  if (date.month == 1 && date.day == 1)
    date.month = date.day = 0;
  return date;
}

OcopDate
ocop_sql_last_date (const char *text,
                    OcopDate   *year)
{
  OcopDate date;

  ocop_date_parse (text, &date);
  if (!ocop_date_is_day (date))
    date = ocop_date_new (date.year, 12, 31);
  *year = date.month == 12 && date.day == 31 ? OCOP_DATE_UNKNOWN : ocop_date_new (date.year, 0, 0);
  return date;
}

static guint
add_date (OcopSqlBuilder *builder,
          OcopDate        date)
{
  char text[OCOP_DATE_TEXT_SIZE];

  return ocop_sql_builder_add (builder, ocop_value_text (ocop_date_to_text (date, text)));
}

static void
write_first_date (OcopSqlBuilder      *builder,
                  const OcopSqlColumn *column,
                  const char          *text)
{
  g_string_append_printf (builder->where, "%s >= ?%u", column->raw, add_date (builder, ocop_sql_first_date (text)));
}

static void
write_last_date (OcopSqlBuilder      *builder,
                 const OcopSqlColumn *column,
                 const char          *text)
{
  OcopDate year, last = ocop_sql_last_date (text, &year);

  g_string_append_printf (builder->where, "%s <= ?%u", column->raw, add_date (builder, last));
  if (ocop_date_is_known (year))
    g_string_append_printf (builder->where, " AND %s <> ?%u", column->raw, add_date (builder, year));
}

static void
write_bound (OcopSqlBuilder      *builder,
             const OcopSqlColumn *column,
             gboolean             first,
             const char          *text)
{
  g_autofree char *placed = NULL;

  if (column->field != NULL && column->field->type == OCOP_FIELD_DATE)
    {
      (first ? write_first_date : write_last_date) (builder, column, text);
      return;
    }
  placed = place_value (builder, column, text);
  g_string_append_printf (builder->where, "%s %s %s", column->raw, first ? ">=" : "<=", placed);
}

/* Folded text is words parted by one space each: with a space at either end, only whole words match. */
static void
write_contains (OcopSqlBuilder      *builder,
                const OcopSqlColumn *column,
                const OcopCondition *condition)
{
  const char *expression = column->label != NULL ? column->label : column->raw;
  const char *edge = condition->op == OCOP_OPERATOR_CONTAINS_WORDS ? " " : "";

  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      g_autofree char *folded = ocop_text_fold (condition->values[i]);
      OcopValue part = { OCOP_VALUE_TEXT, 0, g_strconcat (edge, folded, edge, NULL) };

      g_string_append_printf (builder->where, "%sinstr('%s' || ocop_fold(%s) || '%s', ?%u) > 0", i > 0 ? " OR " : "",
                              edge, expression, edge, ocop_sql_builder_add (builder, part));
    }
}

/* Whether it asks for what is one record, or is linked to it. */
static gboolean
asks_for_record (const OcopSqlColumn *column,
                 const OcopCondition *condition)
{
  return condition->op == OCOP_OPERATOR_IS && condition->values[1] == NULL && (column->field == NULL || column->field->type == OCOP_FIELD_LINK);
}

/* An index is looked in only for a bare comparison, and only for "=" in that of a record that a link leads to: what a session
 * of 70 has of 34,000 sheets in 1 ms, not 7. */
static void
write_record (OcopSqlBuilder      *builder,
              const OcopSqlColumn *column,
              const OcopCondition *condition)
{
  g_autofree char *id = place_value (builder, column, condition->values[0]);

  g_string_append_printf (builder->where, "%s = %s", column->raw, id);
}

static void
compare (OcopSqlBuilder      *builder,
         const OcopSqlColumn *column,
         const OcopCondition *condition)
{
  switch (condition->op)
    {
    case OCOP_OPERATOR_IS:
    case OCOP_OPERATOR_IS_NOT:
      (asks_for_record (column, condition) ? write_record : write_any_of) (builder, column, condition);
      break;
    case OCOP_OPERATOR_AT_LEAST:
    case OCOP_OPERATOR_AT_MOST:
      write_bound (builder, column, condition->op == OCOP_OPERATOR_AT_LEAST, condition->values[0]);
      break;
    case OCOP_OPERATOR_NOT_BEFORE:
      g_string_append_printf (builder->where, "(%s IS NULL OR ", column->raw);
      write_bound (builder, column, TRUE, condition->values[0]);
      g_string_append_c (builder->where, ')');
      break;
    case OCOP_OPERATOR_BETWEEN:
      write_bound (builder, column, TRUE, condition->values[0]);
      g_string_append (builder->where, " AND ");
      write_bound (builder, column, FALSE, condition->values[1]);
      break;
    case OCOP_OPERATOR_CONTAINS:
    case OCOP_OPERATOR_CONTAINS_WORDS:
      write_contains (builder, column, condition);
      break;
    case OCOP_OPERATOR_WITHIN:
      write_within (builder, column, condition);
      break;
    case OCOP_OPERATOR_KNOWN:
      /* What is known is most of it: "+" keeps its index away from a count that needs none. */
      g_string_append_printf (builder->where, "+%s IS NOT NULL", column->raw);
      break;
    case OCOP_OPERATOR_UNKNOWN:
      g_string_append_printf (builder->where, "%s IS NULL", column->raw);
      break;
    default:
      g_assert_not_reached ();
    }
}

gboolean
ocop_sql_asks_for_force (const OcopSqlColumn *column,
                         const OcopCondition *condition)
{
  if (column->force_from == NULL || condition->op != OCOP_OPERATOR_IS || g_strv_length (condition->values) != G_N_ELEMENTS (states_in_force))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (states_in_force); i++)
    if (!g_strv_contains ((const char * const *) condition->values, states_in_force[i]))
      return FALSE;
  return TRUE;
}

gboolean
ocop_sql_asks_for_some (const OcopSqlColumn *column,
                        const OcopCondition *condition)
{
  return column->some != NULL && condition->op == OCOP_OPERATOR_AT_LEAST && g_str_equal (condition->values[0], "1");
}

OcopQuery *
ocop_sql_new_some (const OcopSqlColumn *column)
{
  OcopQuery *some = ocop_query_new (column->some);

  ocop_query_where (some, "state", OCOP_OPERATOR_IS, states_in_force[0], states_in_force[1], states_in_force[2], NULL);
  return some;
}

/* Whether there is any is told for all at once; how many, for each alone. */
static gboolean
write_some (OcopSqlBuilder       *builder,
            const OcopSqlColumn  *column,
            GError              **error)
{
  g_autoptr(OcopQuery) some = ocop_sql_new_some (column);
  g_auto(OcopSqlBuilder) sub = { NULL };

  ocop_sql_builder_init_sub (&sub, builder);
  if (!ocop_sql_write_condition (&sub, some->kind, "s", g_ptr_array_index (some->conditions, 0), error))
    return FALSE;
  g_string_append_printf (builder->where, "%s.id IN (SELECT s.%s FROM %s AS s%s WHERE s.binned = 0%s)",
                          column->record, column->some_by, some->kind->name, sub.joins->str, sub.where->str);
  return TRUE;
}

gboolean
ocop_sql_write_condition (OcopSqlBuilder       *builder,
                          const OcopKind       *kind,
                          const char           *alias,
                          const OcopCondition  *condition,
                          GError              **error)
{
  gboolean by_label = condition->op == OCOP_OPERATOR_CONTAINS || condition->op == OCOP_OPERATOR_CONTAINS_WORDS;
  g_auto(OcopSqlColumn) column = { NULL };

  if (!(by_label ? ocop_sql_resolve : ocop_sql_resolve_raw) (builder, kind, alias, condition->field, &column, error) ||
      !ocop_query_check_values (kind, condition, error))
    return FALSE;
  g_string_append (builder->where, " AND (");
  if (ocop_sql_asks_for_force (&column, condition))
    g_string_append_printf (builder->where, "%s <= ?%u AND %s >= ?%u", column.force_from, builder->day, column.force_until, builder->day);
  else if (ocop_sql_asks_for_some (&column, condition))
    {
      if (!write_some (builder, &column, error))
        return FALSE;
    }
  else
    compare (builder, &column, condition);
  g_string_append_c (builder->where, ')');
  return TRUE;
}

/* Less than three characters are in no trigram. */
static gboolean
may_be_code (const char *word)
{
  return g_utf8_strlen (word, -1) >= 3 && strpbrk (word, "0123456789") != NULL;
}

/* Looked for in the record itself, where no index knows it. An index also knows personal data: under a mask what it
 * found must be found in the rest as well. */
static void
write_word (OcopSqlBuilder *builder,
            const OcopKind *kind,
            const char     *word)
{
  g_autofree char *words = NULL;
  g_autofree char *codes = NULL;
  OcopValue start = { OCOP_VALUE_TEXT, 0, g_strconcat (" ", word, NULL) };
  guint place = ocop_sql_builder_add (builder, start);

  ocop_sqlite_write_search (kind, builder->masked, &words, &codes);
  g_string_append_printf (builder->where, " AND (instr(' ' || ocop_fold(%s || ' ' || %s), ?%u) > 0", words, codes, place);
  if (may_be_code (word))
    g_string_append_printf (builder->where, " OR instr(replace(ocop_fold(%s), ' ', ''), ltrim(?%u)) > 0", codes, place);
  g_string_append_c (builder->where, ')');
}

/* Found by its beginning, or by any part of a code. One trigram is itself the answer; of more, the
 * index knows only that they are all there, and LIKE looks at each code. */
static void
write_code (OcopSqlBuilder *builder,
            const OcopKind *kind,
            const char     *word)
{
  gboolean trigram = g_utf8_strlen (word, -1) == 3;
  OcopValue start = { OCOP_VALUE_TEXT, 0, g_strdup_printf ("\"%s\" *", word) };
  OcopValue part = { OCOP_VALUE_TEXT, 0, g_strdup_printf (trigram ? "\"%s\"" : "%%%s%%", word) };
  guint first = ocop_sql_builder_add (builder, start), second = ocop_sql_builder_add (builder, part);

  g_string_append_printf (builder->where,
                          " AND t.id IN (SELECT rowid FROM search_%s WHERE search_%s MATCH ?%u"
                          " UNION ALL SELECT rowid FROM codes_%s WHERE ",
                          kind->name, kind->name, first, kind->name);
  if (trigram)
    g_string_append_printf (builder->where, "codes_%s MATCH ?%u)", kind->name, second);
  else
    g_string_append_printf (builder->where, "codes LIKE ?%u)", second);
}

/* All words at once, each by its beginning. Their index is asked before the table: a search for two
 * letters finds half of the records, and 200,000 of them pass by in 40 ms, as a list in 70. */
static void
write_words (OcopSqlBuilder *builder,
             const OcopKind *kind,
             GPtrArray      *words)
{
  g_autoptr(GString) match = g_string_new (NULL);
  OcopValue value;

  if (words->len == 0)
    return;
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (match, "%s\"%s\" *", i > 0 ? " AND " : "", (const char *) words->pdata[i]);
  value = ocop_value_text (match->str);
  g_string_append_printf (builder->before, "search_%s CROSS JOIN ", kind->name);
  g_string_append_printf (builder->where, " AND t.id = search_%s.rowid AND search_%s MATCH ?%u",
                          kind->name, kind->name, ocop_sql_builder_add (builder, value));
}

static void
write_search (OcopSqlBuilder *builder,
              const OcopKind *kind,
              const char     *text)
{
  g_autofree char *folded = ocop_text_fold (text);
  g_auto(GStrv) all = g_strsplit (folded, " ", -1);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  gboolean indexed = ocop_sqlite_kind_is_indexed (kind);

  for (guint i = 0; all[i] != NULL; i++)
    {
      if (*all[i] == '\0')
        continue;
      if (indexed && may_be_code (all[i]))
        write_code (builder, kind, all[i]);
      else if (indexed)
        g_ptr_array_add (words, all[i]);
      if (!indexed || builder->masked)
        write_word (builder, kind, all[i]);
    }
  write_words (builder, kind, words);
}

/* Between two days there are few of all. */
static gboolean
asks_between_days (const OcopQuery *conditions)
{
  for (guint i = 0; i < conditions->conditions->len; i++)
    {
      const OcopCondition *condition = g_ptr_array_index (conditions->conditions, i);
      const OcopField *field = ocop_query_find_path (conditions->kind, condition->field);

      if (condition->op == OCOP_OPERATOR_BETWEEN && field != NULL && field->type == OCOP_FIELD_DATE)
        return TRUE;
    }
  return FALSE;
}

/* Those that are related by way of other records are gathered once: looking for each record of the subject through all
 * of them took 20 s for the dossiers of 8,000 producers. By its own link there is an index to look in; so there may be for
 * days, by which 2,500 of 20,000 products are found in 7 ms, not 29. */
static void
write_related (OcopSqlBuilder       *builder,
               const OcopRelation   *relation,
               const char           *alias,
               const OcopSqlBuilder *sub,
               const OcopSqlColumn  *link,
               gboolean              gathered)
{
  const char *no = relation->has ? "" : "NOT ";
  const char *kind = relation->conditions->kind->name;

  if (gathered)
    g_string_append_printf (builder->where, " AND t.id %sIN (SELECT %s FROM %s AS %s%s WHERE %s IS NOT NULL AND %s.binned = 0%s)",
                            no, link->raw, kind, alias, sub->joins->str, link->raw, alias, sub->where->str);
  else
    g_string_append_printf (builder->where, " AND %sEXISTS (SELECT 1 FROM %s AS %s%s WHERE %s = t.id AND %s.binned = 0%s)",
                            no, kind, alias, sub->joins->str, link->raw, alias, sub->where->str);
}

static gboolean
write_relation (OcopSqlBuilder      *builder,
                const OcopKind      *subject,
                const OcopRelation  *relation,
                guint                number,
                GError             **error)
{
  const OcopQuery *inner = relation->conditions;
  const char *path = ocop_query_find_link (subject, relation);
  g_autofree char *alias = g_strdup_printf ("h%u", number);
  g_auto(OcopSqlBuilder) sub = { NULL };
  g_auto(OcopSqlColumn) link = { NULL };

  ocop_sql_builder_init_sub (&sub, builder);
  if (ocop_date_is_known (relation->on))
    sub.day = add_date (&sub, relation->on);
  if (path == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s: none links to %s"), _(inner->kind->plural_title), _(subject->title));
      return FALSE;
    }
  if (!ocop_sql_resolve_raw (&sub, inner->kind, alias, path, &link, error))
    return FALSE;
  for (guint i = 0; i < inner->conditions->len; i++)
    if (!ocop_sql_write_condition (&sub, inner->kind, alias, g_ptr_array_index (inner->conditions, i), error))
      return FALSE;
  write_related (builder, relation, alias, &sub, &link, strchr (path, '.') != NULL || asks_between_days (inner));
  return TRUE;
}

gboolean
ocop_sql_write_where (OcopSqlBuilder   *builder,
                      const OcopQuery  *query,
                      GError          **error)
{
  g_string_append_printf (builder->where, " WHERE t.binned = %d", query->binned ? 1 : 0);
  for (guint i = 0; i < query->conditions->len; i++)
    if (!ocop_sql_write_condition (builder, query->kind, "t", g_ptr_array_index (query->conditions, i), error))
      return FALSE;
  for (guint i = 0; i < query->relations->len; i++)
    if (!write_relation (builder, query->kind, g_ptr_array_index (query->relations, i), i, error))
      return FALSE;
  if (query->text != NULL && ocop_sqlite_kind_is_searched (query->kind))
    write_search (builder, query->kind, query->text);
  return TRUE;
}
