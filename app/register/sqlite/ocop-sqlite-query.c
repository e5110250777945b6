/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A query becomes SQL: joins where a path needs them, every value a parameter. ?1 is the day. */

#include "register/sqlite/ocop-sqlite.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-number.h"
#include "base/ocop-text.h"

typedef struct
{
  GString *joins;
  GHashTable *joined; /* texts of joins made */
  GString *where;
  GArray *parameters;
  gboolean masked;
} Builder;

/* What a path stands for. */
typedef struct
{
  const OcopField *field; /* %NULL for "id" */
  char *raw;              /* to compare, count and group by */
  char *shown;            /* to hand out */
  char *label;            /* (nullable) what names it to people */
  char *sorted;           /* to order by */
} Column;

/* Joins that derived fields need; $ is the alias of the record. */
#define JOIN_REIGN \
  " LEFT JOIN recognition AS $_r ON $_r.product = $.id AND $_r.binned = 0" \
  " AND $_r.reign_from <= ?1 AND $_r.reign_until >= ?1"
#define JOIN_SET " LEFT JOIN criteria_set AS $_cs ON $_cs.code = $.criteria_set"
#define JOIN_LOCALITY \
  " LEFT JOIN unit_standing AS $_us ON $_us.unit = $.unit AND $_us.from_day <= ?1 AND $_us.until_day >= ?1"
#define JOIN_PROVINCE \
  JOIN_LOCALITY " LEFT JOIN unit AS $_lu ON $_lu.id = $_us.stands_for" \
  " LEFT JOIN unit_standing AS $_ps ON $_ps.unit = $_lu.province AND $_ps.from_day <= ?1 AND $_ps.until_day >= ?1"

#define STAR(r) "CASE " r ".outcome WHEN 'potential5' THEN 'potential5' ELSE CAST(" r ".class AS TEXT) END"

/* The state of the decision r on the day; what comes after a revocation is no expiry. */
#define STATE(r) \
  "CASE WHEN " r ".id IS NULL THEN 'none'" \
  " WHEN " r ".ending IN ('revoked', 'withdrawn') AND COALESCE(" r ".ended_on, '') <= ?1 THEN " r ".ending" \
  " WHEN " r ".force_from IS NULL THEN 'undated'" \
  " WHEN " r ".force_from > ?1 THEN 'none'" \
  " WHEN " r ".reign_until < ?1 THEN 'replaced'" \
  " WHEN " r ".force_until < ?1 THEN 'expired'" \
  " WHEN " r ".outcome = 'potential5' THEN 'potential5'" \
  " WHEN " r ".ending = 'extended' AND " r ".until_day < ?1 THEN 'extended'" \
  " ELSE 'valid' END"

static const struct
{
  const char *kind, *field, *join, *expression, *label;
} derived[] = {
  { "product", "star", JOIN_REIGN, STAR ("$_r"), NULL },
  { "product", "state", JOIN_REIGN, STATE ("$_r"), NULL },
  { "product", "valid_from", JOIN_REIGN, "$_r.from_day", NULL },
  { "product", "valid_until", JOIN_REIGN, "$_r.until_day", NULL },
  { "product", "estimated", JOIN_REIGN, "$_r.estimated", NULL },
  { "product", "decision_number", JOIN_REIGN, "$_r.decision_number", NULL },
  { "product", "decision_date", JOIN_REIGN, "$_r.decision_date", NULL },
  { "product", "issuer", JOIN_REIGN, "$_r.issuer", NULL },
  { "product", "recognition_kind", JOIN_REIGN, "$_r.kind", NULL },
  { "product", "year", JOIN_REIGN, "COALESCE($_r.year, CAST(substr($_r.decision_date, 1, 4) AS INTEGER))", NULL },
  { "product", "sector", JOIN_SET, "$_cs.sector", "$_cs.sector_title" },
  { "product", "group", JOIN_SET, "$_cs.group_title", "$_cs.group_title" },
  { "product", "locality", JOIN_LOCALITY, "$_us.stands_for", NULL },
  { "product", "province", JOIN_PROVINCE, "$_ps.stands_for", NULL },
  { "producer", "locality", JOIN_LOCALITY, "$_us.stands_for", NULL },
  { "producer", "province", JOIN_PROVINCE, "$_ps.stands_for", NULL },
  { "producer", "products", "",
    "(SELECT COUNT(*) FROM product AS p JOIN recognition AS r ON r.product = p.id AND r.binned = 0"
    " AND r.reign_from <= ?1 AND r.reign_until >= ?1 AND r.force_from <= ?1 AND r.force_until >= ?1"
    " WHERE p.producer = $.id AND p.binned = 0)", NULL },
  { "recognition", "star", "", STAR ("$"), NULL },
  { "recognition", "state", "", STATE ("$"), NULL },
  { "recognition", "from_day", "", "$.from_day", NULL },
  { "recognition", "until_day", "", "$.until_day", NULL },
  { "recognition", "estimated", "", "$.estimated", NULL },
};

static void
column_clear (Column *column)
{
  g_free (column->raw);
  g_free (column->shown);
  g_free (column->label);
  g_free (column->sorted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Column, column_clear)

static char *
put_alias (const char *text,
           const char *alias)
{
  g_auto(GStrv) parts = g_strsplit (text, "$", -1);

  return g_strjoinv (alias, parts);
}

static void
join (Builder    *builder,
      const char *text)
{
  if (*text == '\0' || g_hash_table_contains (builder->joined, text))
    return;
  g_hash_table_add (builder->joined, g_strdup (text));
  g_string_append (builder->joins, text);
}

/* Several joins in one text are made one by one, so that one that two fields share is made once. */
static void
join_all (Builder    *builder,
          const char *text,
          const char *alias)
{
  g_autofree char *aliased = put_alias (text, alias);
  g_auto(GStrv) parts = g_strsplit (aliased, " LEFT JOIN ", -1);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *one = g_strconcat (" LEFT JOIN ", parts[i], NULL);

      join (builder, one);
    }
}

static guint
add_parameter (Builder   *builder,
               OcopValue  value)
{
  g_array_append_val (builder->parameters, value);
  return builder->parameters->len;
}

/* The expression of @field of the record @alias. */
static char *
express (Builder         *builder,
         const OcopKind  *kind,
         const OcopField *field,
         const char      *alias,
         char           **label)
{
  if (ocop_field_is_stored (field))
    return g_strdup_printf ("%s.%s", alias, field->name);
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    {
      if (!g_str_equal (derived[i].kind, kind->name) || !g_str_equal (derived[i].field, field->name))
        continue;
      join_all (builder, derived[i].join, alias);
      if (derived[i].label != NULL)
        *label = put_alias (derived[i].label, alias);
      return put_alias (derived[i].expression, alias);
    }
  g_error ("the store cannot derive %s.%s", kind->name, field->name);
}

/* Joins the record that a link leads to; returns its alias. */
static char *
follow (Builder         *builder,
        const OcopField *field,
        const char      *alias,
        const char      *link)
{
  g_autofree char *target = g_strdup_printf ("%s_%s", alias, field->name);
  g_autofree char *text = g_strdup_printf (" LEFT JOIN %s AS %s ON %s.id = %s", field->target, target, target, link);

  join (builder, text);
  return g_steal_pointer (&target);
}

static void
finish_column (Builder        *builder,
               const OcopKind *kind,
               const char     *alias,
               Column         *column)
{
  const OcopField *field = column->field;

  if (field->type == OCOP_FIELD_LINK)
    {
      const OcopKind *target = ocop_kind_find (field->target);
      g_autofree char *linked = follow (builder, field, alias, column->raw);

      column->shown = g_strdup_printf ("%s.uuid", linked);
      column->label = g_strdup_printf ("%s.%s", linked, target->label);
      column->sorted = g_strdup_printf (ocop_sqlite_kind_is_sorted (target) ? "%s.name_key" : "%s.id", linked);
      return;
    }
  if (builder->masked && (field->flags & OCOP_FIELD_PERSONAL) != 0)
    column->shown = g_strdup_printf ("CASE WHEN %s IS NULL THEN NULL ELSE '•••' END", column->raw);
  else
    column->shown = g_strdup (column->raw);
  column->sorted = g_str_equal (field->name, "name") && ocop_sqlite_kind_is_sorted (kind)
                   ? g_strdup_printf ("%s.name_key", alias) : g_strdup (column->raw);
}

static gboolean
resolve (Builder         *builder,
         const OcopKind  *kind,
         const char      *alias,
         const char      *path,
         Column          *column,
         GError         **error)
{
  const char *dot = strchr (path, '.');
  g_autofree char *first = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : g_strdup (path);
  const OcopField *field = ocop_kind_find_field (kind, first);

  if (g_str_equal (path, "id"))
    {
      *column = (Column) { NULL, g_strdup_printf ("%s.uuid", alias), g_strdup_printf ("%s.uuid", alias), NULL,
                           g_strdup_printf ("%s.id", alias) };
      return TRUE;
    }
  if (field == NULL || (dot != NULL && field->type != OCOP_FIELD_LINK))
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s: there is no field “%s”"), _(kind->title), path);
      return FALSE;
    }
  column->field = field;
  column->raw = express (builder, kind, field, alias, &column->label);
  if (dot != NULL)
    {
      g_autofree char *linked = follow (builder, field, alias, column->raw);

      g_clear_pointer (&column->raw, g_free);
      g_clear_pointer (&column->label, g_free);
      return resolve (builder, ocop_kind_find (field->target), linked, dot + 1, column, error);
    }
  finish_column (builder, kind, alias, column);
  return TRUE;
}

static gboolean
is_number (const OcopField *field)
{
  return field != NULL &&
         (field->type == OCOP_FIELD_INTEGER || field->type == OCOP_FIELD_MONEY ||
          field->type == OCOP_FIELD_HUNDREDTHS || field->type == OCOP_FIELD_BOOLEAN);
}

/* The parameter for one value of a condition, as SQL. */
static char *
place_value (Builder      *builder,
             const Column *column,
             const char   *text)
{
  const OcopField *field = column->field;

  if (field == NULL)
    {
      g_autofree char *hex = g_strdup (text);
      g_auto(GStrv) parts = g_strsplit (hex, "-", -1);
      g_autofree char *digits = g_strjoinv ("", parts);

      return g_uuid_string_is_valid (text) ? g_strdup_printf ("x'%s'", digits) : g_strdup ("NULL");
    }
  if (field->type == OCOP_FIELD_LINK)
    {
      Column id = { NULL };
      g_autofree char *bytes = place_value (builder, &id, text);

      return g_strdup_printf ("(SELECT id FROM %s WHERE uuid = %s)", field->target, bytes);
    }
  if (is_number (field))
    return g_strdup_printf ("?%u", add_parameter (builder, ocop_value_integer (g_ascii_strtoll (text, NULL, 10))));
  return g_strdup_printf ("?%u", add_parameter (builder, ocop_value_text (text)));
}

static char *
place_values (Builder      *builder,
              const Column *column,
              char        **values)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *one = place_value (builder, column, values[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", one);
    }
  return g_string_free (list, FALSE);
}

static void
write_contains (Builder       *builder,
                const Column  *column,
                char         **values)
{
  const char *expression = column->label != NULL ? column->label : column->raw;

  for (guint i = 0; values[i] != NULL; i++)
    {
      OcopValue folded = { OCOP_VALUE_TEXT, 0, ocop_text_fold (values[i]) };

      g_string_append_printf (builder->where, "%sinstr(ocop_fold(%s), ?%u) > 0", i > 0 ? " OR " : "", expression,
                              add_parameter (builder, folded));
    }
}

static gboolean
write_condition (Builder              *builder,
                 const OcopKind       *kind,
                 const char           *alias,
                 const OcopCondition  *condition,
                 GError              **error)
{
  g_auto(Column) column = { NULL };
  g_autofree char *values = NULL;

  if (!resolve (builder, kind, alias, condition->field, &column, error))
    return FALSE;
  if (condition->op < OCOP_OPERATOR_KNOWN &&
      g_strv_length (condition->values) < (condition->op == OCOP_OPERATOR_BETWEEN ? 2 : 1))
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s: the condition has no value"), condition->field);
      return FALSE;
    }
  g_string_append (builder->where, " AND (");
  if (condition->op != OCOP_OPERATOR_CONTAINS)
    values = place_values (builder, &column, condition->values);
  switch (condition->op)
    {
    case OCOP_OPERATOR_IS:
      g_string_append_printf (builder->where, "%s IN (%s)", column.raw, values);
      break;
    case OCOP_OPERATOR_IS_NOT:
      g_string_append_printf (builder->where, "%s IS NULL OR %s NOT IN (%s)", column.raw, column.raw, values);
      break;
    case OCOP_OPERATOR_AT_LEAST:
      g_string_append_printf (builder->where, "%s >= %s", column.raw, values);
      break;
    case OCOP_OPERATOR_AT_MOST:
      g_string_append_printf (builder->where, "%s <= %s", column.raw, values);
      break;
    case OCOP_OPERATOR_BETWEEN:
      {
        char *comma = strstr (values, ", ");

        *comma = '\0';
        g_string_append_printf (builder->where, "%s BETWEEN %s AND %s", column.raw, values, comma + 2);
        break;
      }
    case OCOP_OPERATOR_CONTAINS:
      write_contains (builder, &column, condition->values);
      break;
    case OCOP_OPERATOR_KNOWN:
      g_string_append_printf (builder->where, "%s IS NOT NULL", column.raw);
      break;
    case OCOP_OPERATOR_UNKNOWN:
      g_string_append_printf (builder->where, "%s IS NULL", column.raw);
      break;
    default:
      g_assert_not_reached ();
    }
  g_string_append_c (builder->where, ')');
  return TRUE;
}

static gboolean
has_digit (const char *word)
{
  return strpbrk (word, "0123456789") != NULL;
}

/* Each word the beginning of a word; one with a digit also any part of a code. */
static void
write_search (Builder        *builder,
              const OcopKind *kind,
              const char     *text)
{
  g_autofree char *folded = ocop_text_fold (text);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      OcopValue match = { OCOP_VALUE_TEXT, 0, g_strdup_printf ("\"%s\" *", words[i]) };
      guint place;

      if (*words[i] == '\0')
        {
          ocop_value_clear (&match);
          continue;
        }
      place = add_parameter (builder, match);
      g_string_append_printf (builder->where, " AND (t.id IN (SELECT rowid FROM search_%s WHERE search_%s MATCH ?%u)",
                              kind->name, kind->name, place);
      if (has_digit (words[i]) && strlen (words[i]) >= 3)
        {
          OcopValue like = { OCOP_VALUE_TEXT, 0, g_strdup_printf ("%%%s%%", words[i]) };

          g_string_append_printf (builder->where, " OR t.id IN (SELECT rowid FROM codes_%s WHERE codes LIKE ?%u)",
                                  kind->name, add_parameter (builder, like));
        }
      g_string_append_c (builder->where, ')');
    }
}

static gboolean
write_relation (Builder             *builder,
                const OcopKind      *subject,
                const OcopRelation  *relation,
                guint                number,
                GError             **error)
{
  const OcopQuery *inner = relation->conditions;
  const OcopField *link = inner->kind->fields;
  g_autofree char *alias = g_strdup_printf ("h%u", number);
  Builder sub = { g_string_new (NULL), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                  g_string_new (NULL), builder->parameters, FALSE };
  gboolean good = TRUE;

  while (link->name != NULL && (link->type != OCOP_FIELD_LINK || !g_str_equal (link->target, subject->name)))
    link++;
  if (link->name == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s: none links to %s"), _(inner->kind->plural_title), _(subject->title));
      good = FALSE;
    }
  for (guint i = 0; good && i < inner->conditions->len; i++)
    good = write_condition (&sub, inner->kind, alias, g_ptr_array_index (inner->conditions, i), error);
  if (good)
    g_string_append_printf (builder->where, " AND %sEXISTS (SELECT 1 FROM %s AS %s%s WHERE %s.%s = t.id AND %s.binned = 0%s)",
                            relation->has ? "" : "NOT ", inner->kind->name, alias, sub.joins->str, alias, link->name,
                            alias, sub.where->str);
  g_string_free (sub.joins, TRUE);
  g_string_free (sub.where, TRUE);
  g_hash_table_unref (sub.joined);
  return good;
}

static gboolean
write_where (Builder          *builder,
             const OcopQuery  *query,
             GError          **error)
{
  g_string_append_printf (builder->where, " WHERE t.binned = %d", query->binned ? 1 : 0);
  for (guint i = 0; i < query->conditions->len; i++)
    if (!write_condition (builder, query->kind, "t", g_ptr_array_index (query->conditions, i), error))
      return FALSE;
  for (guint i = 0; i < query->relations->len; i++)
    if (!write_relation (builder, query->kind, g_ptr_array_index (query->relations, i), i, error))
      return FALSE;
  if (query->text != NULL && ocop_sqlite_kind_is_searched (query->kind))
    write_search (builder, query->kind, query->text);
  return TRUE;
}

static gboolean
write_order (Builder          *builder,
             const OcopQuery  *query,
             GString          *order,
             GError          **error)
{
  g_string_append (order, " ORDER BY ");
  for (guint i = 0; i < query->order->len; i++)
    {
      const OcopOrder *key = g_ptr_array_index (query->order, i);
      g_auto(Column) column = { NULL };

      if (!resolve (builder, query->kind, "t", key->field, &column, error))
        return FALSE;
      /* What is unknown comes last in either direction; what cannot be unknown keeps its index. */
      if (column.field == NULL || (column.field->flags & OCOP_FIELD_REQUIRED) == 0 || strchr (key->field, '.') != NULL)
        g_string_append_printf (order, "%s IS NULL, ", column.sorted);
      g_string_append_printf (order, "%s%s, ", column.sorted, key->descending ? " DESC" : "");
    }
  g_string_append (order, "t.id");
  return TRUE;
}

static void
builder_init (Builder         *builder,
              const OcopQuery *query)
{
  char text[OCOP_DATE_TEXT_SIZE];
  OcopValue on = ocop_value_text (ocop_date_to_text (ocop_query_get_on (query), text));

  builder->joins = g_string_new (NULL);
  builder->joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder->where = g_string_new (NULL);
  builder->parameters = g_array_new (FALSE, TRUE, sizeof (OcopValue));
  g_array_set_clear_func (builder->parameters, (GDestroyNotify) ocop_value_clear);
  builder->masked = query->masked;
  g_array_append_val (builder->parameters, on);
}

static void
builder_clear (Builder *builder)
{
  g_string_free (builder->joins, TRUE);
  g_string_free (builder->where, TRUE);
  g_hash_table_unref (builder->joined);
  g_clear_pointer (&builder->parameters, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

/* "SELECT @head FROM subject joins @where @tail" with the builder's parameters. */
static OcopSql *
assemble (Builder         *builder,
          const OcopQuery *query,
          const char      *head,
          const char      *tail)
{
  OcopSql *sql = g_new0 (OcopSql, 1);

  sql->sql = g_string_new (NULL);
  g_string_printf (sql->sql, "SELECT %s FROM %s AS t%s%s%s", head, query->kind->name, builder->joins->str,
                   builder->where->str, tail);
  sql->parameters = g_steal_pointer (&builder->parameters);
  return sql;
}

void
ocop_sql_free (OcopSql *sql)
{
  if (sql == NULL)
    return;
  g_string_free (sql->sql, TRUE);
  g_array_unref (sql->parameters);
  g_free (sql);
}

OcopSql *
ocop_sql_select (const OcopQuery     *query,
                 const char * const  *columns,
                 gboolean             by_key,
                 const char          *tail,
                 GError             **error)
{
  g_auto(Builder) builder = { NULL };
  g_autoptr(GString) head = g_string_new ("t.id");
  g_autoptr(GString) end = g_string_new (NULL);

  builder_init (&builder, query);
  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    {
      g_auto(Column) column = { NULL };

      if (!resolve (&builder, query->kind, "t", columns[i], &column, error))
        return NULL;
      g_string_append_printf (head, ", %s", column.shown);
    }
  if (by_key)
    {
      OcopValue key = ocop_value_integer (0);

      g_string_append_printf (builder.where, " WHERE t.id = ?%u", add_parameter (&builder, key));
    }
  else if (!write_where (&builder, query, error) || !write_order (&builder, query, end, error))
    return NULL;
  g_string_append (end, tail);
  return assemble (&builder, query, head->str, end->str);
}

/* The measure as SQL; a count of records where the query names none. */
static char *
express_measure (Builder          *builder,
                 const OcopQuery  *query,
                 GError          **error)
{
  g_auto(Column) column = { NULL };

  if (query->measure == OCOP_MEASURE_NONE || query->measure == OCOP_MEASURE_COUNT || query->measured == NULL)
    return g_strdup ("COUNT(*)");
  if (!resolve (builder, query->kind, "t", query->measured, &column, error))
    return NULL;
  return g_strdup_printf (query->measure == OCOP_MEASURE_SUM ? "COALESCE(SUM(%s), 0)" : "COUNT(DISTINCT %s)", column.raw);
}

OcopSql *
ocop_sql_measure (const OcopQuery  *query,
                  GError          **error)
{
  g_auto(Builder) builder = { NULL };
  g_autofree char *measure = NULL;

  builder_init (&builder, query);
  measure = express_measure (&builder, query, error);
  if (measure == NULL || !write_where (&builder, query, error))
    return NULL;
  return assemble (&builder, query, measure, "");
}

/* What one group key is inside the counting and outside of it: a link's record is looked up once
 * for each group, not for each record counted (170 localities × 20,000 products: 48 ms, not 71). */
static void
write_group (const Column *column,
             guint         place,
             GString      *inner,
             GString      *outer,
             GString      *joins,
             GString      *order)
{
  const OcopKind *target = column->field != NULL && column->field->type == OCOP_FIELD_LINK ? ocop_kind_find (column->field->target) : NULL;

  g_string_append_printf (inner, "%s AS k%u, ", column->raw, place);
  if (target != NULL)
    {
      g_string_append_printf (joins, " LEFT JOIN %s AS g%u ON g%u.id = k%u", target->name, place, place, place);
      g_string_append_printf (outer, "g%u.uuid, g%u.%s, ", place, place, target->label);
      g_string_append_printf (order, "%sg%u.%s, k%u", place > 0 ? ", " : "", place,
                              ocop_sqlite_kind_is_sorted (target) ? "name_key" : "id", place);
      return;
    }
  g_string_append_printf (inner, "MIN(%s) AS l%u, ", column->label != NULL ? column->label : column->raw, place);
  g_string_append_printf (outer, "k%u, l%u, ", place, place);
  g_string_append_printf (order, "%sk%u", place > 0 ? ", " : "", place);
}

OcopSql *
ocop_sql_groups (const OcopQuery  *query,
                 GError          **error)
{
  g_auto(Builder) builder = { NULL };
  g_autoptr(GString) inner = g_string_new (NULL);
  g_autoptr(GString) outer = g_string_new (NULL);
  g_autoptr(GString) joins = g_string_new (NULL);
  g_autoptr(GString) order = g_string_new (NULL);
  g_autofree char *measure = NULL;
  OcopSql *sql;

  builder_init (&builder, query);
  for (guint i = 0; i < G_N_ELEMENTS (query->groups) && query->groups[i] != NULL; i++)
    {
      g_auto(Column) column = { NULL };

      if (!resolve (&builder, query->kind, "t", query->groups[i], &column, error))
        return NULL;
      write_group (&column, i, inner, outer, joins, order);
    }
  measure = express_measure (&builder, query, error);
  if (measure == NULL || !write_where (&builder, query, error))
    return NULL;
  g_string_append_printf (inner, "%s AS n", measure);
  sql = assemble (&builder, query, inner->str, query->groups[1] != NULL ? " GROUP BY k0, k1" : " GROUP BY k0");
  g_string_prepend (outer, "SELECT ");
  g_string_append (outer, "n FROM (");
  g_string_prepend (sql->sql, outer->str);
  g_string_append_printf (sql->sql, ")%s ORDER BY %s", joins->str, order->str);
  return sql;
}
