/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each kind is looked at once, whatever is asked of its records, on whatever days. What is asked of a record that others lead
 * to is told of that record, and found by its key: a join costs more than a condition does. */

#include "register/sqlite/ocop-sqlite-scan-private.h"

#include <string.h>

static void
test_clear (gpointer data)
{
  g_ptr_array_unref (((OcopScanTest *) data)->way);
}

static void
turned_free (OcopScanTurned *turned)
{
  g_array_unref (turned->links);
  g_free (turned);
}

static void
source_free (OcopScanSource *source)
{
  g_ptr_array_unref (source->way);
  g_free (source);
}

static void
use_free (OcopScanUse *use)
{
  g_clear_pointer (&use->found.bits, g_byte_array_unref);
  g_array_unref (use->facts);
  g_array_unref (use->tests);
  g_clear_pointer (&use->value, source_free);
  for (guint i = 0; i < OCOP_HIT_N_GROUPS; i++)
    g_clear_pointer (&use->groups[i], source_free);
  g_free (use);
}

OcopScans *
ocop_scans_new (OcopStore  *store,
                GError    **error)
{
  OcopScans *self;

  if (!ocop_columns_begin (store->columns, store, error))
    return NULL;
  self = g_new0 (OcopScans, 1);
  self->store = store;
  self->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->order = g_ptr_array_new_with_free_func ((GDestroyNotify) use_free);
  self->looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ocop_look_free);
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->turned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) turned_free);
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->hits = g_array_new (FALSE, FALSE, sizeof (OcopHit));
  self->spare = g_array_new (FALSE, FALSE, sizeof (OcopHit));
  return self;
}

void
ocop_scans_free (OcopScans *self)
{
  g_hash_table_unref (self->uses);
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->looks);
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->turned);
  g_array_unref (self->keys);
  g_array_unref (self->hits);
  g_array_unref (self->spare);
  g_free (self);
}

/* Wishes as text */

static void
describe_condition (GString             *text,
                    const OcopCondition *condition)
{
  g_string_append_printf (text, "\n%s\t%d", condition->field, condition->op);
  for (guint i = 0; condition->values != NULL && condition->values[i] != NULL; i++)
    g_string_append_printf (text, "\t%s", condition->values[i]);
}

static char *
describe (const OcopWish *wish)
{
  GString *text = g_string_new (NULL);
  char day[OCOP_DATE_TEXT_SIZE];

  g_string_printf (text, "%s %d %d %s %s", wish->kind->name, wish->binned, wish->query->masked,
                   ocop_date_to_text (ocop_query_get_on (wish->query), day), wish->value != NULL ? wish->value : "");
  for (guint i = 0; i < OCOP_HIT_N_GROUPS; i++)
    g_string_append_printf (text, " %s", wish->groups[i] != NULL ? wish->groups[i] : "");
  for (guint i = 0; i < wish->conditions->len; i++)
    describe_condition (text, g_ptr_array_index (wish->conditions, i));
  return g_string_free (text, FALSE);
}

/* Looks */

/* (transfer none): at @kind, with what is joined in @builder. */
static OcopLook *
need_look (OcopScans            *self,
           const OcopKind       *kind,
           const OcopSqlBuilder *builder)
{
  const char *joins = builder->joins->str;
  const char *day = ocop_sql_asks_for_day (joins) ? g_array_index (builder->parameters, OcopValue, 0).text : "";
  g_autofree char *name = g_strdup_printf ("%s %s%s", kind->name, day, joins);
  OcopLook *look = g_hash_table_lookup (self->looks, name);

  if (look == NULL)
    {
      look = ocop_look_new (self->store, kind, builder);
      g_hash_table_insert (self->looks, g_steal_pointer (&name), look);
    }
  return look;
}

static OcopColumn *
need_column (OcopScans        *self,
             const OcopQuery  *query,
             const OcopKind   *kind,
             const char       *field,
             GError          **error)
{
  g_auto(OcopSqlBuilder) builder = { NULL };
  g_auto(OcopSqlColumn) column = { NULL };

  ocop_sql_builder_init (&builder, query);
  if (!ocop_sql_resolve_raw (&builder, kind, "t", field, &column, error))
    return NULL;
  return ocop_look_add_column (need_look (self, kind, &builder), &builder, &column);
}

/* Ways */

static GArray *
load_pairs (OcopScans        *self,
            const char       *sql,
            const OcopQuery  *query,
            GError          **error)
{
  g_autoptr(OcopStatement) statement = ocop_sqlite_prepare (self->store, sql, error);
  g_autoptr(GArray) pairs = g_array_new (FALSE, TRUE, sizeof (gint64));
  gboolean found, sound = statement != NULL;
  char day[OCOP_DATE_TEXT_SIZE];

  if (sound)
    ocop_sqlite_bind_text (statement, 1, ocop_date_to_text (ocop_query_get_on (query), day));
  while (sound && (sound = ocop_sqlite_step_row (self->store, statement, &found, error)) && found)
    {
      guint key = (guint) sqlite3_column_int64 (statement, 0);

      if (key >= pairs->len)
        g_array_set_size (pairs, key + 1);
      g_array_index (pairs, gint64, key) = sqlite3_column_int64 (statement, 1);
    }
  return sound ? g_steal_pointer (&pairs) : NULL;
}

static char *
name_on_day (const OcopQuery *query,
             const char      *sql)
{
  char day[OCOP_DATE_TEXT_SIZE];

  return g_strdup_printf ("%s %s", ocop_date_to_text (ocop_query_get_on (query), day), sql);
}

/* (transfer none) */
static GArray *
need_pairs (OcopScans        *self,
            const OcopQuery  *query,
            const char       *sql,
            GError          **error)
{
  g_autofree char *name = name_on_day (query, sql);
  GArray *pairs = g_hash_table_lookup (self->pairs, name);

  if (pairs == NULL && (pairs = load_pairs (self, sql, query, error)) != NULL)
    g_hash_table_insert (self->pairs, g_steal_pointer (&name), pairs);
  return pairs;
}

/* (transfer none): filled when the looks have run. */
static GArray *
need_turned (OcopScans          *self,
             const OcopQuery    *query,
             const OcopSqlLink  *link,
             GError            **error)
{
  g_autofree char *name = name_on_day (query, link->from);
  OcopScanTurned *turned = g_hash_table_lookup (self->turned, name);
  const OcopKind *kind = ocop_kind_find (link->target);
  g_auto(OcopSqlBuilder) builder = { NULL };
  OcopColumn *back;

  ocop_sql_builder_init (&builder, query);
  if (turned != NULL)
    return turned->links;
  back = need_column (self, query, kind, link->back, error);
  if (back == NULL)
    return NULL;
  turned = g_new0 (OcopScanTurned, 1);
  turned->look = need_look (self, kind, &builder);
  turned->fact = ocop_look_add_span (turned->look, &builder, link->from, link->until);
  turned->back = back->values;
  turned->links = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_hash_table_insert (self->turned, g_steal_pointer (&name), turned);
  return turned->links;
}

/* By key: what the link @name of each record of @kind leads to, which is a record of @target. (transfer none) */
static GArray *
need_link (OcopScans        *self,
           const OcopQuery  *query,
           const OcopKind   *kind,
           const char       *name,
           const OcopKind  **target,
           GError          **error)
{
  const OcopSqlLink *link = ocop_sql_find_link (kind, name);
  OcopColumn *column;

  *target = ocop_kind_find (link != NULL ? link->target : ocop_kind_find_field (kind, name)->target);
  if (link != NULL)
    return link->pairs != NULL ? need_pairs (self, query, link->pairs, error) : need_turned (self, query, link, error);
  column = need_column (self, query, kind, name, error);
  return column != NULL ? column->values : NULL;
}

/* Takes the first field off @path, or off the way that leads to the same. (transfer full) */
static char *
take_field (const OcopKind  *kind,
            char           **path)
{
  g_auto(GStrv) parts = g_strsplit (*path, ".", 2);
  const char *way = ocop_sql_find_way (kind, parts[0]);

  g_free (*path);
  *path = way != NULL ? g_strjoin (".", way, parts[1], NULL) : g_strdup (parts[1]);
  return way != NULL ? take_field (kind, path) : g_strdup (parts[0]);
}

/* The way to the record that the last field of @path belongs to. Hands out its kind. (transfer full) */
static char *
walk (OcopScans       *self,
      const OcopWish  *wish,
      const char      *path,
      GPtrArray       *way,
      const OcopKind **kind,
      GError         **error)
{
  g_autofree char *rest = g_strdup (path);
  g_autofree char *field = NULL;

  *kind = wish->kind;
  for (field = take_field (*kind, &rest); rest != NULL; )
    {
      GArray *link = need_link (self, wish->query, *kind, field, kind, error);

      if (link == NULL)
        return NULL;
      g_ptr_array_add (way, link);
      g_free (field);
      field = take_field (*kind, &rest);
    }
  return g_steal_pointer (&field);
}

/* Wishes */

static gboolean
suits_model (const OcopWish  *wish,
             const char      *path,
             GError         **error)
{
  g_auto(OcopSqlBuilder) builder = { NULL };
  g_auto(OcopSqlColumn) column = { NULL };

  ocop_sql_builder_init (&builder, wish->query);
  return ocop_sql_resolve_raw (&builder, wish->kind, "t", path, &column, error);
}

/* @path: (nullable) */
static gboolean
add_source (OcopScans       *self,
            const OcopWish  *wish,
            const char      *path,
            OcopScanSource **source,
            GError         **error)
{
  g_autofree char *field = NULL;
  const OcopKind *kind;
  GArray *link;

  if (path == NULL)
    return TRUE;
  if (!suits_model (wish, path, error))
    return FALSE;
  *source = g_new0 (OcopScanSource, 1);
  (*source)->way = g_ptr_array_new ();
  field = walk (self, wish, path, (*source)->way, &kind, error);
  if (field == NULL || g_str_equal (field, "id"))
    return field != NULL;
  if (ocop_kind_find_field (kind, field)->type != OCOP_FIELD_LINK)
    return ((*source)->column = need_column (self, wish->query, kind, field, error)) != NULL;
  link = need_link (self, wish->query, kind, field, &kind, error);
  if (link != NULL)
    g_ptr_array_add ((*source)->way, link);
  return link != NULL;
}

/* What needs a label or the text of a mask, SQL alone tells. */
static gboolean
is_for_sql (const OcopQuery     *query,
            const OcopSqlColumn *column)
{
  return column->label != NULL || (query->masked && column->field != NULL && (column->field->flags & OCOP_FIELD_PERSONAL) != 0);
}

/* @condition: on a field of @kind itself */
static gboolean
add_fact (OcopScans            *self,
          const OcopQuery      *query,
          const OcopKind       *kind,
          const OcopCondition  *condition,
          OcopScanTest         *test,
          GError              **error)
{
  g_auto(OcopSqlBuilder) builder = { NULL };
  g_auto(OcopSqlColumn) column = { NULL };
  OcopMatch *match;

  ocop_sql_builder_init (&builder, query);
  if (!ocop_sql_resolve_raw (&builder, kind, "t", condition->field, &column, error))
    return FALSE;
  if (ocop_sql_asks_for_force (&column, condition))
    {
      test->look = need_look (self, kind, &builder);
      test->fact = ocop_look_add_span (test->look, &builder, column.force_from, column.force_until);
      return TRUE;
    }
  match = is_for_sql (query, &column) ? NULL : ocop_match_new (column.field, condition);
  if (match == NULL && !ocop_sql_write_condition (&builder, kind, "t", condition, error))
    return FALSE;
  test->look = need_look (self, kind, &builder);
  test->fact = match != NULL ? ocop_look_add_match (test->look, &builder, &column, match)
                             : ocop_look_add_term (test->look, &builder, builder.where->str + strlen (" AND "));
  return TRUE;
}

/* Whether there is any record that is in force and linked to it. */
static gboolean
add_some (OcopScans            *self,
          const OcopQuery      *query,
          const OcopSqlColumn  *column,
          OcopScanTest         *test,
          GError              **error)
{
  g_autoptr(OcopQuery) some = ocop_sql_new_some (column);
  const OcopWish wish = { query, some->kind, some->conditions, .value = column->some_by };

  test->found = ocop_scans_add_related (self, &wish, error);
  return test->found != NULL;
}

static void
take_test (OcopScanUse  *use,
           OcopScanTest *test)
{
  if (test->look != use->look || test->way->len > 0)
    {
      g_array_append_val (use->tests, *test);
      return;
    }
  g_array_append_val (use->facts, test->fact);
  test_clear (test);
}

static gboolean
add_test (OcopScans            *self,
          OcopScanUse          *use,
          const OcopWish       *wish,
          const OcopCondition  *condition,
          GError              **error)
{
  g_auto(OcopSqlBuilder) builder = { NULL };
  g_auto(OcopSqlColumn) column = { NULL };
  OcopCondition last = *condition;
  OcopScanTest test = { g_ptr_array_new (), NULL, 0, NULL };
  const OcopKind *kind;
  gboolean added;

  ocop_sql_builder_init (&builder, wish->query);
  added = ocop_sql_resolve_raw (&builder, wish->kind, "t", condition->field, &column, error) &&
          ocop_query_check_values (wish->kind, condition, error) &&
          (last.field = walk (self, wish, condition->field, test.way, &kind, error)) != NULL &&
          (ocop_sql_asks_for_some (&column, condition) ? add_some (self, wish->query, &column, &test, error)
                                                       : add_fact (self, wish->query, kind, &last, &test, error));
  if (last.field != condition->field)
    g_free (last.field);
  take_test (use, &test);
  return added;
}

static gboolean
fill_use (OcopScans       *self,
          OcopScanUse     *use,
          const OcopWish  *wish,
          GError         **error)
{
  g_auto(OcopSqlBuilder) alone = { NULL };
  const guint place = wish->binned ? OCOP_LOOK_IN_BIN : OCOP_LOOK_IN_USE;

  ocop_sql_builder_init (&alone, wish->query);
  use->look = need_look (self, wish->kind, &alone);
  g_array_append_val (use->facts, place);
  for (guint i = 0; i < wish->conditions->len; i++)
    if (!add_test (self, use, wish, g_ptr_array_index (wish->conditions, i), error))
      return FALSE;
  for (guint i = 0; i < OCOP_HIT_N_GROUPS; i++)
    if (!add_source (self, wish, wish->groups[i], &use->groups[i], error))
      return FALSE;
  return add_source (self, wish, wish->value, &use->value, error);
}

OcopFound *
ocop_scans_add (OcopScans       *self,
                const OcopWish  *wish,
                GError         **error)
{
  g_autofree char *name = describe (wish);
  OcopScanUse *use = g_hash_table_lookup (self->uses, name);

  if (use != NULL)
    return &use->found;
  use = g_new0 (OcopScanUse, 1);
  use->facts = g_array_new (FALSE, FALSE, sizeof (guint));
  use->tests = g_array_new (FALSE, FALSE, sizeof (OcopScanTest));
  g_array_set_clear_func (use->tests, test_clear);
  if (!fill_use (self, use, wish, error))
    {
      use_free (use);
      return NULL;
    }
  g_ptr_array_add (self->order, use);
  g_hash_table_insert (self->uses, g_steal_pointer (&name), use);
  return &use->found;
}

OcopFound *
ocop_scans_add_related (OcopScans       *self,
                        const OcopWish  *wish,
                        GError         **error)
{
  OcopFound *found = ocop_scans_add (self, wish, error);

  if (found != NULL)
    found->is_related = TRUE;
  return found;
}
