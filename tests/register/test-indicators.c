/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The targets of real annual plans, each written as a query. What the model holds today is asked of
 * a small register; what it does not hold yet is held against the kinds that are to come. */

#include <json-glib/json-glib.h>

#include "register/fixture.h"

#define N_INDICATORS 69

static const char * const parts[] = { "numerator", "denominator" };

/* What a query of the file asks about, with the kinds to come. */
typedef struct
{
  JsonObject *coming;
  gboolean needs_coming;
} Model;

static JsonNode *
load_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "indicators.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/* "link:product", "date", "number" or "text"; %NULL when there is no such field. */
static char *
find_type (Model      *model,
           const char *kind,
           const char *name)
{
  JsonObject *coming = json_object_has_member (model->coming, kind) ? json_object_get_object_member (model->coming, kind) : NULL;
  const OcopField *field = ocop_kind_find (kind) != NULL ? ocop_kind_find_field (ocop_kind_find (kind), name) : NULL;
  const char *type;

  if (field == NULL)
    {
      type = coming != NULL ? json_object_get_string_member_with_default (coming, name, NULL) : NULL;
      model->needs_coming |= type != NULL;
      return g_strdup (g_strcmp0 (type, "money") == 0 || g_strcmp0 (type, "integer") == 0 ? "number" : type);
    }
  if (field->type == OCOP_FIELD_LINK)
    return g_strconcat ("link:", field->target, NULL);
  if (field->type == OCOP_FIELD_DATE)
    return g_strdup ("date");
  return g_strdup (field->type == OCOP_FIELD_INTEGER || field->type == OCOP_FIELD_MONEY ? "number" : "text");
}

/* The type of the field at the end of @path; there must be one. */
static char *
follow_path (Model      *model,
             const char *subject,
             const char *path)
{
  g_auto(GStrv) names = g_strsplit (path, ".", -1);
  g_autofree char *kind = g_strdup (subject);
  char *type = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_free (type);
      type = find_type (model, kind, names[i]);
      if (type == NULL || (names[i + 1] != NULL && !g_str_has_prefix (type, "link:")))
        g_error ("%s: there is no %s", subject, path);
      if (names[i + 1] != NULL)
        {
          g_free (kind);
          kind = g_strdup (type + strlen ("link:"));
        }
    }
  return type;
}

static void
check_conditions (Model      *model,
                  JsonObject *query)
{
  static const char * const operators[] = { "is", "at-least", "at-most", "between", "contains-words", "known", "unknown", NULL };
  const char *subject = json_object_get_string_member (query, "subject");
  JsonArray *where = json_object_has_member (query, "where") ? json_object_get_array_member (query, "where") : NULL;

  if (ocop_kind_find (subject) == NULL)
    {
      g_assert_true (json_object_has_member (model->coming, subject));
      model->needs_coming = TRUE;
    }
  for (guint i = 0; where != NULL && i < json_array_get_length (where); i++)
    {
      JsonObject *condition = json_array_get_object_element (where, i);

      g_free (follow_path (model, subject, json_object_get_string_member (condition, "field")));
      g_assert_true (g_strv_contains (operators, json_object_get_string_member (condition, "op")));
    }
}

static gboolean
has_link (Model      *model,
          const char *from,
          const char *to)
{
  JsonObject *coming = json_object_has_member (model->coming, from) ? json_object_get_object_member (model->coming, from) : NULL;
  g_autofree char *type = g_strconcat ("link:", to, NULL);
  const OcopKind *kind = ocop_kind_find (from);
  g_autoptr(GList) types = coming != NULL ? json_object_get_values (coming) : NULL;

  for (GList *node = types; node != NULL; node = node->next)
    if (g_str_equal (json_node_get_string (node->data), type))
      return TRUE;
  for (guint i = 0; kind != NULL && kind->fields[i].name != NULL; i++)
    if (kind->fields[i].target != NULL && g_str_equal (kind->fields[i].target, to))
      return TRUE;
  return FALSE;
}

static void
check_relations (Model      *model,
                 JsonObject *query)
{
  const char *subject = json_object_get_string_member (query, "subject");
  JsonArray *relations = json_object_has_member (query, "has") ? json_object_get_array_member (query, "has") : NULL;

  for (guint i = 0; relations != NULL && i < json_array_get_length (relations); i++)
    {
      JsonObject *relation = json_array_get_object_element (relations, i);
      JsonObject *inner = json_object_get_object_member (relation, "query");
      const char *kind = json_object_get_string_member (inner, "subject");
      const char *by = json_object_get_string_member_with_default (relation, "by", NULL);
      g_autofree char *type = by != NULL ? follow_path (model, kind, by) : NULL;
      g_autofree char *expected = g_strconcat ("link:", subject, NULL);

      check_conditions (model, inner);
      if (by != NULL)
        g_assert_cmpstr (type, ==, expected);
      else
        g_assert_true (has_link (model, kind, subject));
    }
}

static void
check_measure (Model      *model,
               JsonObject *query)
{
  const char *subject = json_object_get_string_member (query, "subject");
  const char *measure = json_object_get_string_member (query, "measure");
  const char *of = json_object_get_string_member_with_default (query, "of", NULL);
  JsonArray *groups = json_object_has_member (query, "group") ? json_object_get_array_member (query, "group") : NULL;
  g_autofree char *type = of != NULL ? follow_path (model, subject, of) : NULL;

  if (g_str_equal (measure, "sum"))
    g_assert_cmpstr (type, ==, "number");
  else if (g_str_equal (measure, "max"))
    g_assert_cmpstr (type, ==, "date");
  else if (g_str_equal (measure, "count-distinct"))
    g_assert_nonnull (of);
  else
    g_assert_cmpstr (measure, ==, "count");
  for (guint i = 0; groups != NULL && i < json_array_get_length (groups); i++)
    g_free (follow_path (model, subject, json_array_get_string_element (groups, i)));
}

/* Whether @query needs nothing but what the model holds today. */
static gboolean
check_query (JsonObject *coming,
             JsonObject *query)
{
  Model model = { coming, FALSE };

  check_conditions (&model, query);
  check_relations (&model, query);
  check_measure (&model, query);
  return !model.needs_coming;
}

static void
test_file (void)
{
  static const char * const operators[] = { "is", "at-least", "at-most", "more-than", "between", "at-least-each", "count", NULL };
  g_autoptr(JsonNode) root = load_file ();
  JsonObject *file = json_node_get_object (root);
  JsonArray *indicators = json_object_get_array_member (file, "indicators");
  g_autoptr(GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (json_array_get_length (indicators), ==, N_INDICATORS);
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      JsonObject *indicator = json_array_get_object_element (indicators, i);
      const char *op = json_object_get_string_member (indicator, "operator");
      guint n_values = json_array_get_length (json_object_get_array_member (indicator, "values"));

      g_assert_true (g_hash_table_add (codes, (gpointer) json_object_get_string_member (indicator, "code")));
      g_assert_true (g_strv_contains (operators, op));
      g_assert_cmpuint (g_str_equal (op, "count"), ==, n_values == 0);
      g_assert_true (!g_str_equal (op, "between") || n_values == 2);
      g_assert_true (json_object_has_member (indicator, "numerator"));
      for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
        {
          g_autofree char *found = g_strconcat (parts[part], "_found", NULL);

          g_test_message ("%s %s", json_object_get_string_member (indicator, "code"), parts[part]);
          if (json_object_has_member (indicator, parts[part]))
            g_assert_cmpint (check_query (json_object_get_object_member (file, "coming"),
                                          json_object_get_object_member (indicator, parts[part])), ==,
                             json_object_has_member (indicator, found));
        }
    }
}

static const char * const producers[][5] = {
  /* name, kind, gender, .vn domain, locality */
  { "HTX Lúa Vàng", "cooperative", "female", "1", "A" },
  { "HTX Vườn Xoài", "cooperative", "male", "", "B" },
  { "Công ty Sen Hồng", "enterprise", "female", "", "A" },
  { "Hộ kinh doanh Hoa", "household", "", "", "B" },
  { "Hộ kinh doanh Mới", "household", "female", "1", "A" },
  { "HTX Rau Xanh", "cooperative", "male", "", "B" },
};

static const struct
{
  const char *name;
  guint producer;
  const char *set, *trades, *village, *potential5;
} products[] = {
  { "Gạo thơm", 0, "QD26-03", "lúa gạo", "", "" },
  { "Xoài sấy", 1, "QD26-05", "xoài", "", "1" },
  { "Trà sen", 2, "QD26-10", "sen, lúa gạo", "Làng sen", "1" },
  { "Vườn hoa", 3, "QD26-26", "hoa kiểng", "", "" },
  { "Khô cá tra", 2, "QD26-08", "cá tra", "", "" },
  { "Chả cá", 2, "QD26-08", "cá trắng", "", "" },
  { "Nếp than", 0, "QD26-03", "lúa gạo", "Làng nếp", "" },
  { "Mứt xoài", 1, "QD26-05", "xoài", "", "" },
  { "Vườn rau", 5, "QD26-26", "rau", "", "" },
};

static const struct
{
  guint product;
  const char *kind, *class, *decision_date;
} recognitions[] = {
  { 0, "first", "3", "2019-12-20" },
  { 0, "again", "4", "2022-11-15" },
  { 0, "again", "4", "2025-10-10" },
  { 1, "first", "3", "2022" },
  { 2, "first", "4", "2023-06-01" },
  { 2, "upgrade", "5", "2024-05-01" },
  { 3, "first", "3", "2024-03-20" },
  { 4, "first", "3", "2021-07-01" },
  { 4, "again", "4", "2024-06-15" },
  { 5, "first", "4", "2021-09-01" },
  { 5, "again", "3", "2024-09-10" },
  { 6, "first", "4", "2025" },
  { 7, "first", "3", "2023-08-01" },
  { 8, "first", "3", "2025-03-01" },
};

static const struct
{
  guint product;
  const char *channel, *active;
} sales[] = {
  { 0, "platform", "1" },
  { 2, "convenience", "1" },
  { 3, "market", "1" },
  { 5, "platform", "0" },
  { 7, "platform", "1" },
};

static const struct
{
  guint producer;
  const char *year, *workers, *trained;
} years[] = {
  { 0, "2025", "20", "5" },
  { 0, "2024", "18", "4" },
  { 1, "2025", "10", "1" },
  { 4, "2025", "100", "50" },
};

static void
fill (Fixture *fixture)
{
  g_autoptr(GPtrArray) owners = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) goods = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *a = fixture_add (fixture, "unit", "name", "Huyện A", "level", "district", NULL);
  g_autofree char *b = fixture_add (fixture, "unit", "name", "Huyện B", "level", "district", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (producers); i++)
    g_ptr_array_add (owners, fixture_add (fixture, "producer", "name", producers[i][0], "kind", producers[i][1],
                                          "representative_gender", producers[i][2], "vn_domain", producers[i][3],
                                          "unit", *producers[i][4] == 'A' ? a : b, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    g_ptr_array_add (goods, fixture_add (fixture, "product", "name", products[i].name,
                                         "producer", g_ptr_array_index (owners, products[i].producer),
                                         "criteria_set", products[i].set, "key_trades", products[i].trades,
                                         "craft_village", products[i].village, "potential5", products[i].potential5,
                                         "unit", *producers[products[i].producer][4] == 'A' ? a : b, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (recognitions); i++)
    g_free (fixture_add (fixture, "recognition", "product", g_ptr_array_index (goods, recognitions[i].product),
                         "outcome", "recognised", "kind", recognitions[i].kind, "class", recognitions[i].class,
                         "decision_date", recognitions[i].decision_date, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sales); i++)
    g_free (fixture_add (fixture, "sales_link", "product", g_ptr_array_index (goods, sales[i].product),
                         "channel", sales[i].channel, "active", sales[i].active, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    g_free (fixture_add (fixture, "producer_year", "producer", g_ptr_array_index (owners, years[i].producer),
                         "year", years[i].year, "workers", years[i].workers, "trained", years[i].trained, NULL));
}

/* The number of each group in their order, or the one number, as JSON. */
static char *
ask (Fixture   *fixture,
     OcopQuery *query,
     gboolean   grouped)
{
  g_autoptr(OcopRows) rows = grouped ? fixture_groups (fixture, query) : NULL;
  GString *answer;

  if (!grouped)
    return g_strdup_printf ("%" G_GINT64_FORMAT, fixture_measure (fixture, query));
  answer = g_string_new ("[");
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    g_string_append_printf (answer, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            ocop_rows_get_integer (rows, i, ocop_rows_get_n_columns (rows) - 1));
  g_string_append_c (answer, ']');
  return g_string_free (answer, FALSE);
}

/* Reads one query of the file, which must come out as it went in, and asks it. */
static void
try_query (Fixture    *fixture,
           const char *code,
           JsonNode   *node,
           JsonNode   *found)
{
  g_autofree char *json = json_to_string (node, FALSE);
  g_autofree char *expected = json_to_string (found, FALSE);
  g_autofree char *back = NULL;
  g_autofree char *answer = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopQuery) query = ocop_query_from_json (json, &error);

  g_assert_no_error (error);
  back = ocop_query_to_json (query);
  g_assert_cmpstr (back, ==, json);
  answer = ask (fixture, query, json_object_has_member (json_node_get_object (node), "group"));
  g_test_message ("%s: %s, expected %s", code, answer, expected);
  if (!g_str_equal (answer, expected))
    g_test_fail ();
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(JsonNode) root = load_file ();
  JsonArray *indicators = json_object_get_array_member (json_node_get_object (root), "indicators");

  fill (fixture);
  for (guint i = 0; i < json_array_get_length (indicators); i++)
    for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
      {
        JsonObject *indicator = json_array_get_object_element (indicators, i);
        g_autofree char *found = g_strconcat (parts[part], "_found", NULL);
        g_autofree char *code = g_strconcat (json_object_get_string_member (indicator, "code"), " ", parts[part], NULL);

        if (json_object_has_member (indicator, found))
          try_query (fixture, code, json_object_get_member (indicator, parts[part]), json_object_get_member (indicator, found));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/file", test_file);
  g_test_add ("/indicators/answers", Fixture, NULL, fixture_set_up, test_answers, fixture_tear_down);
  return g_test_run ();
}
