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
  [OCOP_OPERATOR_NOT_BEFORE] = "not-before",
  [OCOP_OPERATOR_BETWEEN] = "between",
  [OCOP_OPERATOR_CONTAINS] = "contains",
  [OCOP_OPERATOR_CONTAINS_WORDS] = "contains-words",
  [OCOP_OPERATOR_WITHIN] = "within",
  [OCOP_OPERATOR_KNOWN] = "known",
  [OCOP_OPERATOR_UNKNOWN] = "unknown",
};

static const char * const measures[] = {
  [OCOP_MEASURE_NONE] = "none",
  [OCOP_MEASURE_COUNT] = "count",
  [OCOP_MEASURE_COUNT_DISTINCT] = "count-distinct",
  [OCOP_MEASURE_SUM] = "sum",
  [OCOP_MEASURE_MIN] = "min",
  [OCOP_MEASURE_MAX] = "max",
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

/* Of a query inside another, its subject and its conditions are all that counts. */
static void
build_conditions (JsonBuilder     *builder,
                  const OcopQuery *query)
{
  add_member (builder, "subject", query->kind->name);
  build_array (builder, "where", query->conditions, (void (*) (JsonBuilder *, gconstpointer)) build_condition);
}

static void
add_day (JsonBuilder *builder,
         OcopDate     day)
{
  char text[OCOP_DATE_TEXT_SIZE];

  if (ocop_date_is_known (day))
    add_member (builder, "on", ocop_date_to_text (day, text));
}

static void
build_relation (JsonBuilder        *builder,
                const OcopRelation *relation)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "has");
  json_builder_add_boolean_value (builder, relation->has);
  add_member (builder, "by", relation->by);
  add_day (builder, relation->on);
  json_builder_set_member_name (builder, "query");
  json_builder_begin_object (builder);
  build_conditions (builder, relation->conditions);
  json_builder_end_object (builder);
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
  json_builder_begin_object (builder);
  build_conditions (builder, query);
  build_array (builder, "has", query->relations, (void (*) (JsonBuilder *, gconstpointer)) build_relation);
  add_day (builder, query->on);
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

/* One object of the query, and where it stands in it: "" or "where[1]." */
typedef struct
{
  JsonObject *object;
  const char *place;
} Part;

static gboolean
refuse_name (GError     **error,
             const Part  *part,
             const char  *member,
             const char  *name)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
               /* Translators: a part of a saved query, such as "where[1].field", and what stands there */
               _("The query's %s%s “%s” is unknown"), part->place, member, name);
  return FALSE;
}

static gboolean
refuse_form (GError     **error,
             const Part  *part,
             const char  *member)
{
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
               /* Translators: a part of a saved query, such as "where[1].values" */
               _("The query's %s%s is missing or not of the right form"), part->place, member);
  return FALSE;
}

/* What a newer version may have added is refused, not passed over: without it the answer is another. */
static gboolean
check_members (const Part          *part,
               const char * const  *names,
               GError             **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, part->object);
  while (json_object_iter_next (&iter, &name, NULL))
    if (!g_strv_contains (names, name))
      return refuse_name (error, part, name, name);
  return TRUE;
}

/* Leaves @text as it is where there is no such member. */
static gboolean
read_text (const Part  *part,
           const char  *member,
           const char **text,
           GError     **error)
{
  JsonNode *node = json_object_get_member (part->object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse_form (error, part, member);
  *text = json_node_get_string (node);
  return TRUE;
}

static gboolean
read_flag (const Part  *part,
           const char  *member,
           gboolean    *flag,
           GError     **error)
{
  JsonNode *node = json_object_get_member (part->object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse_form (error, part, member);
  *flag = json_node_get_boolean (node);
  return TRUE;
}

/* %NULL with no error where there is no such member. */
static gboolean
read_array (const Part  *part,
            const char  *member,
            JsonArray  **array,
            GError     **error)
{
  JsonNode *node = json_object_get_member (part->object, member);

  *array = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_form (error, part, member);
  *array = json_node_get_array (node);
  return TRUE;
}

/* (transfer full): %NULL on failure; empty where there is no such member. */
static char **
read_strings (const Part  *part,
              const char  *member,
              GError     **error)
{
  g_autoptr(GStrvBuilder) strings = g_strv_builder_new ();
  JsonArray *array;

  if (!read_array (part, member, &array, error))
    return NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        {
          refuse_form (error, part, member);
          return NULL;
        }
      g_strv_builder_add (strings, json_node_get_string (node));
    }
  return g_strv_builder_end (strings);
}

static int
find_name (const char * const *names,
           guint               n_names,
           const char         *name)
{
  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (names[i], name))
      return (int) i;
  return -1;
}

static gboolean
path_is_known (const OcopKind *kind,
               const char     *path)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *link = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : NULL;
  const OcopField *field = link != NULL ? ocop_query_find_path (kind, link) : NULL;

  if (g_str_equal (dot != NULL ? dot + 1 : path, "id"))
    return link == NULL || (field != NULL && field->type == OCOP_FIELD_LINK);
  return ocop_query_find_path (kind, path) != NULL;
}

static gboolean
read_path (const OcopQuery  *query,
           const Part       *part,
           const char       *member,
           const char      **path,
           GError          **error)
{
  if (!read_text (part, member, path, error))
    return FALSE;
  if (*path == NULL)
    return refuse_form (error, part, member);
  return path_is_known (query->kind, *path) || refuse_name (error, part, member, *path);
}

typedef gboolean (*ReadFunc) (OcopQuery   *query,
                              const Part  *part,
                              GError     **error);

static gboolean
read_condition (OcopQuery   *query,
                const Part  *part,
                GError     **error)
{
  static const char * const members[] = { "field", "op", "values", NULL };
  const char *field = NULL, *name = operators[OCOP_OPERATOR_IS];
  g_auto(GStrv) values = NULL;
  int op;

  if (!check_members (part, members, error) ||
      !read_path (query, part, "field", &field, error) ||
      !read_text (part, "op", &name, error) ||
      (values = read_strings (part, "values", error)) == NULL)
    return FALSE;
  op = find_name (operators, G_N_ELEMENTS (operators), name);
  if (op < 0)
    return refuse_name (error, part, "op", name);
  ocop_query_wherev (query, field, (OcopOperator) op, (const char * const *) values);
  if (ocop_query_check_values (query->kind, g_ptr_array_index (query->conditions, query->conditions->len - 1), error))
    return TRUE;
  /* Translators: a part of a saved query, such as "where[1].values"; what is wrong with it follows */
  g_prefix_error (error, _("The query's %svalues: "), part->place);
  return FALSE;
}

static gboolean
read_order (OcopQuery   *query,
            const Part  *part,
            GError     **error)
{
  static const char * const members[] = { "field", "descending", NULL };
  const char *field = NULL;
  gboolean descending = FALSE;

  if (!check_members (part, members, error) ||
      !read_path (query, part, "field", &field, error) ||
      !read_flag (part, "descending", &descending, error))
    return FALSE;
  ocop_query_order_by (query, field, descending);
  return TRUE;
}

static gboolean
read_each (OcopQuery   *query,
           const Part  *part,
           const char  *member,
           ReadFunc     read,
           GError     **error)
{
  JsonArray *array;

  if (!read_array (part, member, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s%s[%u].", part->place, member, i);
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse_form (error, part, member);
      if (!read (query, &(Part) { json_node_get_object (element), place }, error))
        return FALSE;
    }
  return TRUE;
}

/* The subject and its conditions. */
static OcopQuery *
read_conditions (const Part  *part,
                 GError     **error)
{
  g_autoptr(OcopQuery) query = NULL;
  const char *subject = NULL;

  if (!read_text (part, "subject", &subject, error))
    return NULL;
  if (subject == NULL)
    return refuse_form (error, part, "subject"), NULL;
  if (ocop_kind_find (subject) == NULL)
    return refuse_name (error, part, "subject", subject), NULL;
  query = ocop_query_new (subject);
  return read_each (query, part, "where", read_condition, error) ? g_steal_pointer (&query) : NULL;
}

static OcopQuery *
read_related (const Part  *part,
              GError     **error)
{
  static const char * const members[] = { "subject", "where", NULL };
  g_autofree char *place = g_strconcat (part->place, "query.", NULL);
  JsonNode *node = json_object_get_member (part->object, "query");
  Part inner = { NULL, place };

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return refuse_form (error, part, "query"), NULL;
  inner.object = json_node_get_object (node);
  return check_members (&inner, members, error) ? read_conditions (&inner, error) : NULL;
}

/* Leaves @day as it is where there is none. */
static gboolean
read_day (const Part  *part,
          OcopDate    *day,
          GError     **error)
{
  const char *text = NULL;

  if (!read_text (part, "on", &text, error))
    return FALSE;
  return text == NULL || (ocop_date_parse (text, day) && ocop_date_is_day (*day)) || refuse_form (error, part, "on");
}

static gboolean
read_relation (OcopQuery   *query,
               const Part  *part,
               GError     **error)
{
  static const char * const members[] = { "has", "by", "on", "query", NULL };
  OcopDate on = OCOP_DATE_UNKNOWN;
  OcopQuery *conditions;
  const char *by = NULL;
  gboolean has = TRUE;

  if (!check_members (part, members, error) ||
      !read_flag (part, "has", &has, error) ||
      !read_text (part, "by", &by, error) ||
      !read_day (part, &on, error) ||
      (conditions = read_related (part, error)) == NULL)
    return FALSE;
  ocop_query_has_on (query, has, by, on, conditions);
  if (ocop_query_find_link (query->kind, g_ptr_array_index (query->relations, query->relations->len - 1)) != NULL)
    return TRUE;
  return refuse_name (error, part, "by", by != NULL ? by : query->kind->name);
}

static gboolean
read_groups (OcopQuery   *query,
             const Part  *part,
             GError     **error)
{
  g_auto(GStrv) groups = read_strings (part, "group", error);

  if (groups == NULL)
    return FALSE;
  for (guint i = 0; groups[i] != NULL; i++)
    if (i >= G_N_ELEMENTS (query->groups))
      return refuse_form (error, part, "group");
    else if (!path_is_known (query->kind, groups[i]))
      return refuse_name (error, part, "group", groups[i]);
  if (groups[0] != NULL)
    ocop_query_group_by (query, groups[0], groups[1]);
  return TRUE;
}

static gboolean
read_measure (OcopQuery   *query,
              const Part  *part,
              GError     **error)
{
  const char *name = measures[OCOP_MEASURE_NONE], *of = NULL;
  int measure;

  if (!read_text (part, "measure", &name, error) || !read_text (part, "of", &of, error))
    return FALSE;
  measure = find_name (measures, G_N_ELEMENTS (measures), name);
  if (measure < 0)
    return refuse_name (error, part, "measure", name);
  if (of != NULL && !path_is_known (query->kind, of))
    return refuse_name (error, part, "of", of);
  ocop_query_set_measure (query, (OcopMeasure) measure, of);
  if (ocop_query_check_measure (query, error))
    return TRUE;
  /* Translators: what is wrong with it follows */
  g_prefix_error (error, _("The query's %s: "), "of");
  return FALSE;
}

static OcopQuery *
read_query (const Part  *part,
            GError     **error)
{
  static const char * const members[] = {
    "subject", "where", "has", "on", "text", "binned", "masked", "measure", "of", "group", "order", NULL
  };
  g_autoptr(OcopQuery) query = NULL;
  const char *text = NULL;

  if (!check_members (part, members, error))
    return NULL;
  query = read_conditions (part, error);
  if (query == NULL ||
      !read_each (query, part, "has", read_relation, error) ||
      !read_each (query, part, "order", read_order, error) ||
      !read_measure (query, part, error) ||
      !read_groups (query, part, error) ||
      !read_day (part, &query->on, error) ||
      !read_text (part, "text", &text, error) ||
      !read_flag (part, "binned", &query->binned, error) ||
      !read_flag (part, "masked", &query->masked, error))
    return NULL;
  ocop_query_set_text (query, text);
  return g_steal_pointer (&query);
}

OcopQuery *
ocop_query_from_json (const char  *json,
                      GError     **error)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(JsonNode) root = json_from_string (json, &problem);

  /* There is neither a node nor a problem in an empty text. */
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("This is not the JSON of a query: %s"),
                   problem != NULL ? problem->message : json);
      return NULL;
    }
  return read_query (&(Part) { json_node_get_object (root), "" }, error);
}
