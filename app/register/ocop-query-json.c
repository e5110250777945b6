/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The JSON form of a query: what saved filters and indicators are written in. */

#include "register/ocop-query.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-store.h"

static const char * const operators[] = {
  [OCOP_OPERATOR_IS] = "is",
  [OCOP_OPERATOR_IS_NOT] = "is-not",
  [OCOP_OPERATOR_AT_LEAST] = "at-least",
  [OCOP_OPERATOR_AT_MOST] = "at-most",
  [OCOP_OPERATOR_BETWEEN] = "between",
  [OCOP_OPERATOR_CONTAINS] = "contains",
  [OCOP_OPERATOR_KNOWN] = "known",
  [OCOP_OPERATOR_UNKNOWN] = "unknown",
};

static const char * const measures[] = {
  [OCOP_MEASURE_NONE] = "none",
  [OCOP_MEASURE_COUNT] = "count",
  [OCOP_MEASURE_COUNT_DISTINCT] = "count-distinct",
  [OCOP_MEASURE_SUM] = "sum",
};

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
build_condition (JsonBuilder         *builder,
                 const OcopCondition *condition)
{
  json_builder_begin_object (builder);
  add_member (builder, "field", condition->field);
  add_member (builder, "op", operators[condition->op]);
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; condition->values[i] != NULL; i++)
    json_builder_add_string_value (builder, condition->values[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void build_query (JsonBuilder     *builder,
                         const OcopQuery *query);

static void
build_relation (JsonBuilder        *builder,
                const OcopRelation *relation)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "has");
  json_builder_add_boolean_value (builder, relation->has);
  json_builder_set_member_name (builder, "query");
  build_query (builder, relation->conditions);
  json_builder_end_object (builder);
}

static void
build_order (JsonBuilder     *builder,
             const OcopOrder *order)
{
  json_builder_begin_object (builder);
  add_member (builder, "field", order->field);
  json_builder_set_member_name (builder, "descending");
  json_builder_add_boolean_value (builder, order->descending);
  json_builder_end_object (builder);
}

static void
build_array (JsonBuilder     *builder,
             const char      *name,
             const GPtrArray *items,
             void           (*build) (JsonBuilder *, gconstpointer))
{
  if (items->len == 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    build (builder, g_ptr_array_index (items, i));
  json_builder_end_array (builder);
}

static void
build_groups (JsonBuilder     *builder,
              const OcopQuery *query)
{
  if (query->groups[0] == NULL)
    return;
  json_builder_set_member_name (builder, "group");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (query->groups) && query->groups[i] != NULL; i++)
    json_builder_add_string_value (builder, query->groups[i]);
  json_builder_end_array (builder);
}

static void
build_query (JsonBuilder     *builder,
             const OcopQuery *query)
{
  char on[OCOP_DATE_TEXT_SIZE];

  json_builder_begin_object (builder);
  add_member (builder, "subject", query->kind->name);
  build_array (builder, "where", query->conditions, (void (*) (JsonBuilder *, gconstpointer)) build_condition);
  build_array (builder, "has", query->relations, (void (*) (JsonBuilder *, gconstpointer)) build_relation);
  if (ocop_date_is_known (query->on))
    add_member (builder, "on", ocop_date_to_text (query->on, on));
  add_member (builder, "text", query->text);
  if (query->binned)
    {
      json_builder_set_member_name (builder, "binned");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (query->masked)
    {
      json_builder_set_member_name (builder, "masked");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (query->measure != OCOP_MEASURE_NONE)
    add_member (builder, "measure", measures[query->measure]);
  add_member (builder, "of", query->measured);
  build_groups (builder, query);
  build_array (builder, "order", query->order, (void (*) (JsonBuilder *, gconstpointer)) build_order);
  json_builder_end_object (builder);
}

char *
ocop_query_to_json (const OcopQuery *query)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  build_query (builder, query);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* Whether @path names a field of @kind, or of what it links to. */
static gboolean
path_is_known (const OcopKind *kind,
               const char     *path)
{
  const char *dot = strchr (path, '.');
  g_autofree char *first = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : g_strdup (path);
  const OcopField *field = ocop_kind_find_field (kind, first);

  if (dot == NULL)
    return field != NULL || g_str_equal (path, "id");
  return field != NULL && field->type == OCOP_FIELD_LINK && path_is_known (ocop_kind_find (field->target), dot + 1);
}

static gboolean
refuse (GError     **error,
        const char  *what,
        const char  *name)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
               /* Translators: a part of a saved query, such as "field", and what stands there */
               _("The query's %s “%s” is unknown"), what, name != NULL ? name : "");
  return FALSE;
}

static int
find_name (const char * const *names,
           guint               n_names,
           const char         *name)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (int) i;
  return -1;
}

static char **
read_strings (JsonArray *array)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;
  char **strings = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    strings[i] = g_strdup (json_node_get_string (json_array_get_element (array, i)) != NULL
                           ? json_array_get_string_element (array, i) : "");
  return strings;
}

static gboolean
read_condition (OcopQuery   *query,
                JsonObject  *object,
                GError     **error)
{
  const char *field = json_object_get_string_member_with_default (object, "field", NULL);
  const char *name = json_object_get_string_member_with_default (object, "op", "is");
  int op = find_name (operators, G_N_ELEMENTS (operators), name);
  g_auto(GStrv) values = NULL;

  if (field == NULL || !path_is_known (query->kind, field))
    return refuse (error, "field", field);
  if (op < 0)
    return refuse (error, "op", name);
  values = read_strings (json_object_has_member (object, "values") ? json_object_get_array_member (object, "values") : NULL);
  ocop_query_wherev (query, field, (OcopOperator) op, (const char * const *) values);
  return TRUE;
}

static OcopQuery *read_query (JsonObject  *object,
                              GError     **error);

static gboolean
read_relation (OcopQuery   *query,
               JsonObject  *object,
               GError     **error)
{
  JsonObject *inner = json_object_has_member (object, "query") ? json_object_get_object_member (object, "query") : NULL;
  OcopQuery *conditions;

  if (inner == NULL)
    return refuse (error, "has", "");
  conditions = read_query (inner, error);
  if (conditions == NULL)
    return FALSE;
  ocop_query_has (query, json_object_get_boolean_member_with_default (object, "has", TRUE), conditions);
  return TRUE;
}

static gboolean
read_order (OcopQuery   *query,
            JsonObject  *object,
            GError     **error)
{
  const char *field = json_object_get_string_member_with_default (object, "field", NULL);

  if (field == NULL || !path_is_known (query->kind, field))
    return refuse (error, "order", field);
  ocop_query_order_by (query, field, json_object_get_boolean_member_with_default (object, "descending", FALSE));
  return TRUE;
}

static gboolean
read_array (OcopQuery   *query,
            JsonObject  *object,
            const char  *name,
            gboolean   (*read) (OcopQuery *, JsonObject *, GError **),
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, name, "");
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse (error, name, "");
      if (!read (query, json_node_get_object (element), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_measure (OcopQuery   *query,
              JsonObject  *object,
              GError     **error)
{
  const char *name = json_object_get_string_member_with_default (object, "measure", "none");
  const char *of = json_object_get_string_member_with_default (object, "of", NULL);
  int measure = find_name (measures, G_N_ELEMENTS (measures), name);
  g_auto(GStrv) groups = read_strings (json_object_has_member (object, "group") ? json_object_get_array_member (object, "group") : NULL);

  if (measure < 0)
    return refuse (error, "measure", name);
  if (of != NULL && !path_is_known (query->kind, of))
    return refuse (error, "of", of);
  for (guint i = 0; groups[i] != NULL; i++)
    if (i >= G_N_ELEMENTS (query->groups) || !path_is_known (query->kind, groups[i]))
      return refuse (error, "group", groups[i]);
  ocop_query_set_measure (query, (OcopMeasure) measure, of);
  if (groups[0] != NULL)
    ocop_query_group_by (query, groups[0], groups[1]);
  return TRUE;
}

static gboolean
read_day (OcopQuery   *query,
          JsonObject  *object,
          GError     **error)
{
  const char *text = json_object_get_string_member_with_default (object, "on", NULL);
  OcopDate day;

  if (text == NULL)
    return TRUE;
  if (!ocop_date_parse (text, &day) || !ocop_date_is_day (day))
    return refuse (error, "on", text);
  ocop_query_set_on (query, day);
  return TRUE;
}

static OcopQuery *
read_query (JsonObject  *object,
            GError     **error)
{
  const char *subject = json_object_get_string_member_with_default (object, "subject", NULL);
  g_autoptr(OcopQuery) query = NULL;

  if (subject == NULL || ocop_kind_find (subject) == NULL)
    {
      refuse (error, "subject", subject);
      return NULL;
    }
  query = ocop_query_new (subject);
  if (!read_array (query, object, "where", read_condition, error) ||
      !read_array (query, object, "has", read_relation, error) ||
      !read_array (query, object, "order", read_order, error) ||
      !read_measure (query, object, error) ||
      !read_day (query, object, error))
    return NULL;
  ocop_query_set_text (query, json_object_get_string_member_with_default (object, "text", NULL));
  query->binned = json_object_get_boolean_member_with_default (object, "binned", FALSE);
  query->masked = json_object_get_boolean_member_with_default (object, "masked", FALSE);
  return g_steal_pointer (&query);
}

OcopQuery *
ocop_query_from_json (const char  *json,
                      GError     **error)
{
  g_autoptr(JsonNode) root = json_from_string (json, error);

  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (error, "subject", "");
      return NULL;
    }
  return read_query (json_node_get_object (root), error);
}
