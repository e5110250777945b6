/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-store.h"

/* As GHashTable's own functions mix. */
#define MIX 31

static guint
hash_text (guint       hash,
           const char *text)
{
  return hash * MIX + (text != NULL ? g_str_hash (text) : 0);
}

static guint
hash_date (guint    hash,
           OcopDate date)
{
  return ((hash * MIX + date.year) * MIX + date.month) * MIX + date.day;
}

static guint
hash_condition (guint                hash,
                const OcopCondition *condition)
{
  hash = hash_text (hash * MIX + condition->op, condition->field);
  for (guint i = 0; condition->values[i] != NULL; i++)
    hash = hash_text (hash, condition->values[i]);
  return hash;
}

guint
ocop_query_hash (gconstpointer query)
{
  const OcopQuery *self = query;
  guint hash = hash_date (hash_text (self->measure, self->kind->name), self->on);

  for (guint i = 0; i < self->conditions->len; i++)
    hash = hash_condition (hash, g_ptr_array_index (self->conditions, i));
  for (guint i = 0; i < self->relations->len; i++)
    {
      const OcopRelation *relation = g_ptr_array_index (self->relations, i);

      hash = hash_date (hash * MIX + relation->has, relation->on) * MIX + ocop_query_hash (relation->conditions);
    }
  hash = hash_text (hash_text (hash, self->text), self->measured);
  return hash_text (hash_text (hash, self->groups[0]), self->groups[1]);
}

static gboolean
equal_conditions (gconstpointer a,
                  gconstpointer b)
{
  const OcopCondition *left = a, *right = b;

  return left->op == right->op && g_str_equal (left->field, right->field) &&
         g_strv_equal ((const char * const *) left->values, (const char * const *) right->values);
}

static gboolean
equal_relations (gconstpointer a,
                 gconstpointer b)
{
  const OcopRelation *left = a, *right = b;

  return left->has == right->has && g_strcmp0 (left->by, right->by) == 0 && ocop_date_compare (left->on, right->on) == 0 &&
         ocop_query_equal (left->conditions, right->conditions);
}

static gboolean
equal_orders (gconstpointer a,
              gconstpointer b)
{
  const OcopOrder *left = a, *right = b;

  return left->descending == right->descending && g_str_equal (left->field, right->field);
}

static gboolean
equal_arrays (const GPtrArray *a,
              const GPtrArray *b,
              GEqualFunc       equal)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    if (!equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return a->len == b->len;
}

gboolean
ocop_query_equal (gconstpointer a,
                  gconstpointer b)
{
  const OcopQuery *left = a, *right = b;

  return left->kind == right->kind && left->measure == right->measure && left->binned == right->binned &&
         left->masked == right->masked && ocop_date_compare (left->on, right->on) == 0 &&
         g_strcmp0 (left->text, right->text) == 0 && g_strcmp0 (left->measured, right->measured) == 0 &&
         g_strcmp0 (left->groups[0], right->groups[0]) == 0 && g_strcmp0 (left->groups[1], right->groups[1]) == 0 &&
         equal_arrays (left->conditions, right->conditions, equal_conditions) &&
         equal_arrays (left->relations, right->relations, equal_relations) &&
         equal_arrays (left->order, right->order, equal_orders);
}
