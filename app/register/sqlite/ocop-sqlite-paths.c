/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A path becomes SQL: joins where it needs them. ?1 is the day of the facts. */

#include "register/sqlite/ocop-sqlite-paths.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"

/* Joins that derived fields need; $ is the alias of the record. The index is named, or a condition
 * on the recognition lets SQLite begin with all of them and read their table. Naming it, and beginning
 * with the products, took the classes of 20,000 products from 63 ms to 18 (p95 on a calm machine). */
#define JOIN_REIGN \
  " LEFT JOIN recognition AS $_r INDEXED BY recognition_reign ON $_r.product = $.id AND $_r.binned = 0" \
  " AND $_r.reign_from <= ?1 AND $_r.reign_until >= ?1"
#define JOIN_SET " LEFT JOIN criteria_set AS $_cs ON $_cs.code = $.criteria_set"
#define JOIN_STANDING(unit) \
  " LEFT JOIN unit_standing AS $_us ON $_us.unit = " unit " AND $_us.from_day <= ?1 AND $_us.until_day >= ?1"
#define JOIN_LOCALITY JOIN_STANDING ("$.unit")
#define JOIN_PROVINCE \
  JOIN_LOCALITY " LEFT JOIN unit AS $_lu ON $_lu.id = $_us.stands_for" \
  " LEFT JOIN unit_standing AS $_ps ON $_ps.unit = $_lu.province AND $_ps.from_day <= ?1 AND $_ps.until_day >= ?1"

/* What nearly all have is named: a number made a text costs more than all else that is read of a decision. */
#define STAR(r) "CASE " r ".outcome WHEN 'potential5' THEN 'potential5' ELSE CASE " r ".class WHEN 3 THEN '3' WHEN 4 THEN '4'" \
                " ELSE CAST(" r ".class AS TEXT) END END"

/* In which the decision r counts: that of its evaluation, or of itself. */
#define YEAR(r) "COALESCE(" r ".year, CAST(substr(" r ".decision_date, 1, 4) AS INTEGER))"

/* The state of the decision r on the day; what comes after a revocation is no expiry. */
#define STATE(r) \
  "CASE WHEN " r ".id IS NULL THEN 'none'" \
  " WHEN " r ".ending IN ('revoked', 'withdrawn', 'centre') AND COALESCE(" r ".ended_on, '') <= ?1 THEN " r ".ending" \
  " WHEN " r ".force_from IS NULL THEN 'undated'" \
  " WHEN " r ".force_from > ?1 THEN 'none'" \
  " WHEN " r ".reign_until < ?1 THEN 'replaced'" \
  " WHEN " r ".force_until < ?1 THEN 'expired'" \
  " WHEN " r ".outcome = 'potential5' THEN 'potential5'" \
  " WHEN " r ".ending = 'extended' AND " r ".until_day < ?1 THEN 'extended'" \
  " ELSE 'valid' END"

/* The days on which the decision r is in one of the states valid, extended and potential5. */
#define IN_FORCE(r) r ".force_from", r ".force_until"

#define TITLE_OF_SECTOR "SELECT sector_title FROM criteria_set WHERE sector = "

/* @way: the path that leads to the same by links that no field holds, where that is quicker for many records together. */
static const struct
{
  const char *kind, *field, *join, *expression, *label, *title, *force_from, *force_until, *way, *some, *some_by;
} derived[] = {
  { "unit", "standing", JOIN_STANDING ("$.id"), "$_us.stands_for", NULL },
  { "product", "star", JOIN_REIGN, STAR ("$_r"), NULL, .way = "reign.star" },
  { "product", "state", JOIN_REIGN, STATE ("$_r"), NULL, NULL, IN_FORCE ("$_r"), .way = "reign.state" },
  { "product", "valid_from", JOIN_REIGN, "$_r.from_day", NULL, .way = "reign.from_day" },
  { "product", "valid_until", JOIN_REIGN, "$_r.until_day", NULL, .way = "reign.until_day" },
  { "product", "estimated", JOIN_REIGN, "$_r.estimated", NULL, .way = "reign.estimated" },
  { "product", "decision_number", JOIN_REIGN, "$_r.decision_number", NULL, .way = "reign.decision_number" },
  { "product", "decision_date", JOIN_REIGN, "$_r.decision_date", NULL, .way = "reign.decision_date" },
  { "product", "issuer", JOIN_REIGN, "$_r.issuer", NULL, .way = "reign.issuer" },
  { "product", "recognition_kind", JOIN_REIGN, "$_r.kind", NULL, .way = "reign.kind" },
  { "product", "year", JOIN_REIGN, YEAR ("$_r"), NULL, .way = "reign.counted_year" },
  { "product", "sector", JOIN_SET, "$_cs.sector", "$_cs.sector_title", TITLE_OF_SECTOR },
  { "product", "group", JOIN_SET, "$_cs.group_title", NULL },
  { "product", "locality", JOIN_LOCALITY, "$_us.stands_for", NULL, .way = "unit.standing" },
  { "product", "province", JOIN_PROVINCE, "$_ps.stands_for", NULL },
  { "producer", "locality", JOIN_LOCALITY, "$_us.stands_for", NULL, .way = "unit.standing" },
  { "producer", "province", JOIN_PROVINCE, "$_ps.stands_for", NULL },
  { "producer", "products", "",
    "(SELECT COUNT(*) FROM product AS p JOIN recognition AS r ON r.product = p.id AND r.binned = 0"
    " AND r.reign_from <= ?1 AND r.reign_until >= ?1 AND r.force_from <= ?1 AND r.force_until >= ?1"
    " WHERE p.producer = $.id AND p.binned = 0)", NULL, .some = "product", .some_by = "producer" },
  { "recognition", "star", "", STAR ("$"), NULL },
  { "recognition", "state", "", STATE ("$"), NULL, NULL, IN_FORCE ("$") },
  { "recognition", "counted_year", "", YEAR ("$"), NULL },
  { "recognition", "from_day", "", "$.from_day", NULL },
  { "recognition", "until_day", "", "$.until_day", NULL },
  { "recognition", "estimated", "", "$.estimated", NULL },
};

static const OcopSqlLink links[] = {
  { "product", "reign", "recognition", .back = "product", .from = "t.reign_from", .until = "t.reign_until" },
  { "unit", "standing", "unit", .pairs = "SELECT unit, stands_for FROM unit_standing WHERE from_day <= ?1 AND until_day >= ?1" },
};

char *
ocop_sql_builder_place (const OcopSqlBuilder *builder,
                        const char           *text,
                        const char           *alias)
{
  g_autofree char *day = g_strdup_printf ("?%u", builder->day);
  GString *placed = g_string_new (text);

  g_string_replace (placed, "$", alias, 0);
  g_string_replace (placed, "?1", day, 0);
  return g_string_free (placed, FALSE);
}

static void
join (OcopSqlBuilder *builder,
      const char     *text)
{
  if (*text == '\0' || g_hash_table_contains (builder->joined, text))
    return;
  g_hash_table_add (builder->joined, g_strdup (text));
  g_string_append (builder->joins, text);
}

/* Several joins in one text are made one by one, so that one that two fields share is made once. */
static void
join_all (OcopSqlBuilder *builder,
          const char     *text,
          const char     *alias)
{
  g_autofree char *aliased = ocop_sql_builder_place (builder, text, alias);
  g_auto(GStrv) parts = g_strsplit (aliased, " LEFT JOIN ", -1);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *one = g_strconcat (" LEFT JOIN ", parts[i], NULL);

      join (builder, one);
    }
}

/* Fills @column with what the store knows of @field of the record @alias. */
static void
express (OcopSqlBuilder  *builder,
         const OcopKind  *kind,
         const OcopField *field,
         const char      *alias,
         OcopSqlColumn   *column)
{
  column->field = field;
  if (ocop_field_is_stored (field))
    {
      column->raw = g_strdup_printf ("%s.%s", alias, field->name);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    {
      if (!g_str_equal (derived[i].kind, kind->name) || !g_str_equal (derived[i].field, field->name))
        continue;
      join_all (builder, derived[i].join, alias);
      column->raw = ocop_sql_builder_place (builder, derived[i].expression, alias);
      column->label = derived[i].label != NULL ? ocop_sql_builder_place (builder, derived[i].label, alias) : NULL;
      column->title = derived[i].title;
      column->force_from = derived[i].force_from != NULL ? ocop_sql_builder_place (builder, derived[i].force_from, alias) : NULL;
      column->force_until = derived[i].force_until != NULL ? ocop_sql_builder_place (builder, derived[i].force_until, alias) : NULL;
      column->some = derived[i].some;
      column->some_by = derived[i].some_by;
      column->record = g_strdup (alias);
      return;
    }
  g_error ("the store cannot derive %s.%s", kind->name, field->name);
}

/* Joins the record that a link leads to; returns its alias. */
static char *
follow (OcopSqlBuilder  *builder,
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
mask_column (OcopSqlColumn *column)
{
  char *masked = g_strdup_printf ("CASE WHEN %s IS NULL THEN NULL ELSE '•••' END", column->raw);

  g_free (column->raw);
  column->raw = masked;
  column->shown = g_strdup (masked);
  column->sorted = g_strdup (masked);
}

/* Choices as they stand in their list, texts in Vietnamese order, codes by their numbers. */
static char *
express_order (const OcopKind  *kind,
               const OcopField *field,
               const char      *alias,
               const char      *raw)
{
  g_autoptr(GString) order = NULL;

  if (g_str_equal (field->name, "name") && ocop_sqlite_kind_is_sorted (kind))
    return g_strdup_printf ("%s.name_key", alias);
  if (field->type == OCOP_FIELD_TEXT || field->type == OCOP_FIELD_LONG_TEXT)
    return g_strdup_printf ("%s(%s)", (field->flags & OCOP_FIELD_CODE) != 0 ? "ocop_code_key" : "ocop_sort_key", raw);
  if (field->type != OCOP_FIELD_CHOICE)
    return g_strdup (raw);
  order = g_string_new (NULL);
  g_string_append_printf (order, "CASE %s", raw);
  for (guint i = 0; field->choices[i].key != NULL; i++)
    g_string_append_printf (order, " WHEN '%s' THEN %u", field->choices[i].key, i);
  g_string_append (order, " END");
  return g_string_free (g_steal_pointer (&order), FALSE);
}

static void
finish_column (OcopSqlBuilder *builder,
               const OcopKind *kind,
               const char     *alias,
               OcopSqlColumn  *column)
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
    {
      mask_column (column);
      return;
    }
  column->shown = g_strdup (column->raw);
  column->sorted = express_order (kind, field, alias, column->raw);
}

/* Follows the links of @path; hands out the record that its last field belongs to. */
static gboolean
walk (OcopSqlBuilder  *builder,
      const OcopKind **kind,
      char           **alias,
      const char     **path,
      GError         **error)
{
  const OcopKind *subject = *kind;
  const char *whole = *path, *dot;

  while ((dot = strchr (*path, '.')) != NULL)
    {
      g_autofree char *name = g_strndup (*path, (gsize) (dot - *path));
      const OcopField *field = ocop_kind_find_field (*kind, name);
      g_auto(OcopSqlColumn) link = { NULL };
      char *linked;

      if (field == NULL || field->type != OCOP_FIELD_LINK)
        break;
      express (builder, *kind, field, *alias, &link);
      linked = follow (builder, field, *alias, link.raw);
      g_free (*alias);
      *alias = linked;
      *kind = ocop_kind_find (field->target);
      *path = dot + 1;
    }
  if (g_str_equal (*path, "id") || ocop_kind_find_field (*kind, *path) != NULL)
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("%s: there is no field “%s”"), _(subject->title), whole);
  return FALSE;
}

static gboolean
resolve (OcopSqlBuilder  *builder,
         const OcopKind  *kind,
         const char      *alias,
         const char      *path,
         gboolean         shown,
         OcopSqlColumn   *column,
         GError         **error)
{
  g_autofree char *owner = g_strdup (alias);

  if (!walk (builder, &kind, &owner, &path, error))
    return FALSE;
  if (g_str_equal (path, "id"))
    {
      *column = (OcopSqlColumn) { .raw = g_strdup_printf ("%s.uuid", owner), .shown = g_strdup_printf ("%s.uuid", owner),
                                  .sorted = g_strdup_printf ("%s.id", owner) };
      return TRUE;
    }
  express (builder, kind, ocop_kind_find_field (kind, path), owner, column);
  if (shown || column->field->type != OCOP_FIELD_LINK)
    finish_column (builder, kind, owner, column);
  return TRUE;
}

gboolean
ocop_sql_resolve_raw (OcopSqlBuilder  *builder,
                      const OcopKind  *kind,
                      const char      *alias,
                      const char      *path,
                      OcopSqlColumn   *column,
                      GError         **error)
{
  return resolve (builder, kind, alias, path, FALSE, column, error);
}

gboolean
ocop_sql_resolve (OcopSqlBuilder  *builder,
                  const OcopKind  *kind,
                  const char      *alias,
                  const char      *path,
                  OcopSqlColumn   *column,
                  GError         **error)
{
  return resolve (builder, kind, alias, path, TRUE, column, error);
}

void
ocop_sql_column_clear (OcopSqlColumn *column)
{
  g_free (column->raw);
  g_free (column->shown);
  g_free (column->label);
  g_free (column->sorted);
  g_free (column->force_from);
  g_free (column->force_until);
  g_free (column->record);
}

const char *
ocop_sql_find_way (const OcopKind *kind,
                   const char     *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (g_str_equal (derived[i].kind, kind->name) && g_str_equal (derived[i].field, field))
      return derived[i].way;
  return NULL;
}

const OcopSqlLink *
ocop_sql_find_link (const OcopKind *kind,
                    const char     *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_str_equal (links[i].kind, kind->name) && g_str_equal (links[i].name, name))
      return &links[i];
  return NULL;
}

static void
begin (OcopSqlBuilder *builder,
       GArray         *parameters,
       guint           day,
       gboolean        masked)
{
  builder->before = g_string_new (NULL);
  builder->joins = g_string_new (NULL);
  builder->joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder->where = g_string_new (NULL);
  builder->parameters = parameters;
  builder->day = day;
  builder->masked = masked;
}

void
ocop_sql_builder_init (OcopSqlBuilder  *builder,
                       const OcopQuery *query)
{
  char text[OCOP_DATE_TEXT_SIZE];
  OcopValue on = ocop_value_text (ocop_date_to_text (ocop_query_get_on (query), text));

  begin (builder, g_array_new (FALSE, TRUE, sizeof (OcopValue)), 1, query->masked);
  g_array_set_clear_func (builder->parameters, (GDestroyNotify) ocop_value_clear);
  g_array_append_val (builder->parameters, on);
}

void
ocop_sql_builder_init_sub (OcopSqlBuilder       *builder,
                           const OcopSqlBuilder *outer)
{
  begin (builder, g_array_ref (outer->parameters), outer->day, outer->masked);
}

void
ocop_sql_builder_clear (OcopSqlBuilder *builder)
{
  g_string_free (builder->before, TRUE);
  g_string_free (builder->joins, TRUE);
  g_string_free (builder->where, TRUE);
  g_hash_table_unref (builder->joined);
  g_clear_pointer (&builder->parameters, g_array_unref);
}

guint
ocop_sql_builder_add (OcopSqlBuilder *builder,
                      OcopValue       value)
{
  g_array_append_val (builder->parameters, value);
  return builder->parameters->len;
}
