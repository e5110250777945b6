/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-query.h"

#include <stdarg.h>

#include "register/ocop-store.h"

static void
condition_free (gpointer data)
{
  OcopCondition *condition = data;

  g_free (condition->field);
  g_strfreev (condition->values);
  g_free (condition);
}

static void
relation_free (gpointer data)
{
  OcopRelation *relation = data;

  ocop_query_free (relation->conditions);
  g_free (relation->by);
  g_free (relation);
}

static void
order_free (gpointer data)
{
  OcopOrder *order = data;

  g_free (order->field);
  g_free (order);
}

OcopQuery *
ocop_query_new (const char *kind)
{
  OcopQuery *query = g_new0 (OcopQuery, 1);

  query->kind = ocop_kind_find (kind);
  if (query->kind == NULL)
    g_error ("no kind of record is called %s", kind);
  query->conditions = g_ptr_array_new_with_free_func (condition_free);
  query->relations = g_ptr_array_new_with_free_func (relation_free);
  query->order = g_ptr_array_new_with_free_func (order_free);
  query->on = OCOP_DATE_UNKNOWN;
  return query;
}

void
ocop_query_free (OcopQuery *query)
{
  if (query == NULL)
    return;
  g_ptr_array_unref (query->conditions);
  g_ptr_array_unref (query->relations);
  g_ptr_array_unref (query->order);
  g_free (query->text);
  g_free (query->measured);
  g_free (query->groups[0]);
  g_free (query->groups[1]);
  g_free (query);
}

static void
copy_relation (OcopQuery          *query,
               const OcopRelation *relation,
               gboolean            has)
{
  ocop_query_has_on (query, has, relation->by, relation->on, ocop_query_copy (relation->conditions));
}

OcopQuery *
ocop_query_copy (const OcopQuery *query)
{
  OcopQuery *copy = ocop_query_new (query->kind->name);

  for (guint i = 0; i < query->conditions->len; i++)
    {
      const OcopCondition *condition = g_ptr_array_index (query->conditions, i);

      ocop_query_wherev (copy, condition->field, condition->op, (const char * const *) condition->values);
    }
  for (guint i = 0; i < query->relations->len; i++)
    {
      const OcopRelation *relation = g_ptr_array_index (query->relations, i);

      copy_relation (copy, relation, relation->has);
    }
  for (guint i = 0; i < query->order->len; i++)
    {
      const OcopOrder *order = g_ptr_array_index (query->order, i);

      ocop_query_order_by (copy, order->field, order->descending);
    }
  copy->text = g_strdup (query->text);
  copy->on = query->on;
  copy->binned = query->binned;
  copy->masked = query->masked;
  ocop_query_set_measure (copy, query->measure, query->measured);
  ocop_query_group_by (copy, query->groups[0], query->groups[1]);
  return copy;
}

const OcopKind *
ocop_query_get_kind (const OcopQuery *query)
{
  return query->kind;
}

void
ocop_query_wherev (OcopQuery          *query,
                   const char         *field,
                   OcopOperator        op,
                   const char * const *values)
{
  OcopCondition *condition = g_new0 (OcopCondition, 1);

  condition->field = g_strdup (field);
  condition->op = op;
  condition->values = values != NULL ? g_strdupv ((char **) values) : g_new0 (char *, 1);
  g_ptr_array_add (query->conditions, condition);
}

void
ocop_query_where (OcopQuery    *query,
                  const char   *field,
                  OcopOperator  op,
                  ...)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  const char *value;
  va_list arguments;

  va_start (arguments, op);
  while ((value = va_arg (arguments, const char *)) != NULL)
    g_ptr_array_add (values, (gpointer) value);
  va_end (arguments);
  g_ptr_array_add (values, NULL);
  ocop_query_wherev (query, field, op, (const char * const *) values->pdata);
}

void
ocop_query_where_linked (OcopQuery       *query,
                         const char      *link,
                         const OcopQuery *linked)
{
  for (guint i = 0; i < linked->conditions->len; i++)
    {
      const OcopCondition *condition = g_ptr_array_index (linked->conditions, i);
      g_autofree char *path = g_strconcat (link, ".", condition->field, NULL);

      ocop_query_wherev (query, path, condition->op, (const char * const *) condition->values);
    }
}

gboolean
ocop_query_is_narrowed (const OcopQuery *query)
{
  return query->conditions->len > 0 || query->relations->len > 0 || query->text != NULL;
}

void
ocop_query_unwhere (OcopQuery  *query,
                    const char *field)
{
  for (guint i = query->conditions->len; i > 0; i--)
    {
      const OcopCondition *condition = g_ptr_array_index (query->conditions, i - 1);

      if (g_str_equal (condition->field, field))
        g_ptr_array_remove_index (query->conditions, i - 1);
    }
}

void
ocop_query_has (OcopQuery *query,
                gboolean   has,
                OcopQuery *conditions)
{
  ocop_query_has_by (query, has, NULL, conditions);
}

void
ocop_query_has_by (OcopQuery  *query,
                   gboolean    has,
                   const char *by,
                   OcopQuery  *conditions)
{
  ocop_query_has_on (query, has, by, OCOP_DATE_UNKNOWN, conditions);
}

void
ocop_query_has_on (OcopQuery  *query,
                   gboolean    has,
                   const char *by,
                   OcopDate    on,
                   OcopQuery  *conditions)
{
  OcopRelation *relation = g_new (OcopRelation, 1);

  *relation = (OcopRelation) { has, g_strdup (by), on, conditions };
  g_ptr_array_add (query->relations, relation);
}

void
ocop_query_set_text (OcopQuery  *query,
                     const char *text)
{
  g_free (query->text);
  query->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

const char *
ocop_query_get_text (const OcopQuery *query)
{
  return query->text;
}

void
ocop_query_set_on (OcopQuery *query,
                   OcopDate   day)
{
  g_return_if_fail (ocop_date_is_day (day));
  query->on = day;
}

OcopDate
ocop_query_get_on (const OcopQuery *query)
{
  return ocop_date_is_known (query->on) ? query->on : ocop_date_today ();
}

void
ocop_query_set_binned (OcopQuery *query,
                       gboolean   binned)
{
  query->binned = binned;
}

void
ocop_query_set_masked (OcopQuery *query,
                       gboolean   masked)
{
  query->masked = masked;
}

void
ocop_query_order_by (OcopQuery  *query,
                     const char *field,
                     gboolean    descending)
{
  OcopOrder *order = g_new0 (OcopOrder, 1);

  order->field = g_strdup (field);
  order->descending = descending;
  g_ptr_array_add (query->order, order);
}

void
ocop_query_clear_order (OcopQuery *query)
{
  g_ptr_array_set_size (query->order, 0);
}

void
ocop_query_set_measure (OcopQuery   *query,
                        OcopMeasure  measure,
                        const char  *field)
{
  query->measure = measure;
  g_free (query->measured);
  query->measured = g_strdup (field);
}

/* The kind whose records are counted, where that is by a link; a relation has no relations of its own. */
static const OcopKind *
find_counted (const OcopQuery *query)
{
  const OcopField *field = query->measure == OCOP_MEASURE_COUNT_DISTINCT && query->relations->len == 0 && query->text == NULL
                             ? ocop_query_find_path (query->kind, query->measured) : NULL;

  return field != NULL && field->type == OCOP_FIELD_LINK && ocop_field_is_stored (field) ? ocop_kind_find (field->target) : NULL;
}

OcopQuery *
ocop_query_new_behind (const OcopQuery *query)
{
  const OcopKind *counted = find_counted (query);
  OcopQuery *own = ocop_query_copy (query);
  OcopQuery *behind;

  ocop_query_set_measure (own, OCOP_MEASURE_NONE, NULL);
  ocop_query_group_by (own, NULL, NULL);
  if (counted == NULL)
    return own;
  behind = ocop_query_new (counted->name);
  behind->on = query->on;
  behind->masked = query->masked;
  ocop_query_has_by (behind, TRUE, query->measured, own);
  return behind;
}

OcopQuery *
ocop_query_new_left_out (const OcopQuery *whole,
                         const OcopQuery *part)
{
  for (guint i = 0; i < part->relations->len; i++)
    {
      const OcopRelation *relation = g_ptr_array_index (part->relations, i);
      g_autoptr(OcopQuery) rest = ocop_query_copy (part);

      g_ptr_array_remove_index (rest->relations, i);
      if (!ocop_query_equal (rest, whole))
        continue;
      copy_relation (rest, relation, !relation->has);
      return g_steal_pointer (&rest);
    }
  return NULL;
}

void
ocop_query_group_by (OcopQuery  *query,
                     const char *first,
                     const char *second)
{
  const char *keys[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_free (query->groups[i]);
      query->groups[i] = g_strdup (keys[i]);
    }
}

const char *
ocop_query_get_group (const OcopQuery *query)
{
  return query->groups[0];
}
