/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The producers behind the products, place by place, and what a paper of some of them says. */

#include "base/ocop-locale.h"
#include "report/chart/ocop-chart-data.h"
#include "report/ocop-report-list.h"
#include "register/fixture.h"

static const struct
{
  const char *name;
  const char *kind;
  const char *gender;
  const char *unit; /* where its products are */
  guint n_products;
} producers[] = {
  { "HTX Một", "cooperative", "female", "Đồng Xanh", 2 },
  { "HTX Hai", "cooperative", "male", "Đồng Xanh", 1 },
  { "Hộ Ba", "household", "female", "Đồng Xanh", 1 },
  { "Công ty Bốn", "enterprise", "female", "Núi Vàng", 1 },
  { "Cơ sở Năm", "workshop", "", "Núi Vàng", 1 },
  { "Hộ Sáu", "household", "female", "Núi Vàng", 0 },
};

/* name=products,producers,led by women */
#define EXPECTED "Đồng Xanh=4,3,2; Núi Vàng=2,2,1; =6,5,3; "

enum
{
  CELL_LOCALITY = 1,
  CELL_PRODUCTS = 2,
  CELL_PRODUCERS = 7,
  CELL_WOMEN = 14,
};

static char *
add_unit (Fixture    *fixture,
          const char *name)
{
  return fixture_add (fixture, "unit", "name", name, "type", "xã", "level", "commune", NULL);
}

static void
add_product (Fixture    *fixture,
             const char *producer,
             const char *unit,
             guint       number)
{
  g_autofree char *name = g_strdup_printf ("Sản phẩm %u", number);
  g_autofree char *product = fixture_add (fixture, "product", "name", name, "producer", producer, "unit", unit,
                                          "criteria_set", number % 2 == 0 ? "QD26-01" : "QD26-21", NULL);
  g_autofree char *recognition = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised",
                                              "class", "3", "kind", "first", "decision_date", "2026-01-10", NULL);

  g_assert_nonnull (recognition);
}

/* Returns: (transfer full): ids of places by their names. */
static GHashTable *
fill (Fixture *fixture)
{
  GHashTable *units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (producers); i++)
    {
      const char *name = producers[i].unit;
      const char *unit;
      g_autofree char *producer = NULL;

      if (!g_hash_table_contains (units, name))
        g_hash_table_insert (units, (char *) name, add_unit (fixture, name));
      unit = g_hash_table_lookup (units, name);
      producer = fixture_add (fixture, "producer", "name", producers[i].name, "kind", producers[i].kind,
                              "representative_gender", producers[i].gender, "unit", unit, NULL);
      for (guint j = 0; j < producers[i].n_products; j++)
        add_product (fixture, producer, unit, i * 10 + j);
    }
  return units;
}

static gpointer
build (OcopReader    *reader,
       gpointer       base,
       GCancellable  *cancellable,
       GError       **error)
{
  const OcopReportScope scope = { ocop_date_new (2026, 6, 1), base };

  return ocop_report_build (ocop_report_list_find ("star-distribution"), reader, &scope, NULL, error);
}

static OcopPaper *
read_paper (Fixture   *fixture,
            OcopQuery *base)
{
  g_autoptr(GError) error = NULL;
  OcopPaper *paper = ocop_register_read (fixture->reg, build, base, &error);

  g_assert_no_error (error);
  return paper;
}

/* Up to the total, behind which the year before stands. */
static char *
describe (const OcopPaper *paper)
{
  const OcopPaperTable *table = ocop_paper_get_table (paper);
  GString *text = g_string_new (NULL);
  gboolean is_total = FALSE;

  for (guint i = 0; i < table->rows->len && !is_total; i++)
    {
      const OcopPaperRow *row = table->rows->pdata[i];
      const char *name = row->cells[CELL_LOCALITY].text;

      g_string_append_printf (text, "%s=%d,%d,%d; ", name != NULL ? name : "", (int) row->cells[CELL_PRODUCTS].integer,
                              (int) row->cells[CELL_PRODUCERS].integer, (int) row->cells[CELL_WOMEN].integer);
      is_total = row->kind == OCOP_PAPER_ROW_TOTAL;
    }
  return g_string_free (text, FALSE);
}

/* A producer counts once, whatever the number of its products, and only with a valid one. */
static void
test_women (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GHashTable) units = fill (fixture);
  g_autoptr(OcopPaper) paper = read_paper (fixture, NULL);
  g_autofree char *text = describe (paper);

  g_assert_cmpuint (g_hash_table_size (units), ==, 2);
  g_assert_cmpstr (text, ==, EXPECTED);
  g_assert_cmpuint (paper->subtitles->len, ==, 0);
}

static OcopQuery *
query_of (const char *field,
          const char *value)
{
  OcopQuery *query = ocop_query_new ("product");

  if (field != NULL)
    ocop_query_where (query, field, OCOP_OPERATOR_IS, value, NULL);
  return query;
}

static gpointer
build_chart (OcopReader    *reader,
             gpointer       base,
             GCancellable  *cancellable,
             GError       **error)
{
  const OcopChartScope scope = { base, ocop_date_new (2026, 6, 1) };

  return ocop_chart_data_new (reader, "star-distribution", &scope, error);
}

/* What a paper and a chart say below their titles; %NULL for nothing. */
static void
assert_scope (Fixture    *fixture,
              OcopQuery  *base,
              const char *expected)
{
  g_autoptr(OcopPaper) paper = read_paper (fixture, base);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopChart) chart = ocop_register_read (fixture->reg, build_chart, base, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (paper->subtitles->len, ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpstr (paper->subtitles->pdata[0], ==, expected);
  g_assert_cmpstr (ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE), ==, expected != NULL ? expected : "");
}

static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GHashTable) units = fill (fixture);
  const char *place = g_hash_table_lookup (units, "Núi Vàng");
  g_autoptr(OcopQuery) usual = query_of (NULL, NULL);
  g_autoptr(OcopQuery) narrowed = query_of ("locality", place);
  g_autoptr(OcopQuery) searched = query_of (NULL, NULL);
  g_autoptr(OcopQuery) other = query_of ("name", "Sản phẩm 1");
  g_autoptr(OcopPaper) paper = NULL;
  g_autofree char *text = NULL;

  ocop_query_where (usual, "state", OCOP_OPERATOR_IS, "valid", "extended", "potential5", NULL);
  assert_scope (fixture, usual, NULL);
  assert_scope (fixture, narrowed, "Scope: xã Núi Vàng");
  paper = read_paper (fixture, narrowed);
  text = describe (paper);
  g_assert_cmpstr (text, ==, "Núi Vàng=2,2,1; =2,2,1; ");
  ocop_query_where (narrowed, "sector", OCOP_OPERATOR_IS, "I", NULL);
  assert_scope (fixture, narrowed, "Scope: xã Núi Vàng; sector Thực phẩm");
  ocop_query_set_text (searched, "gạo");
  assert_scope (fixture, searched, "Scope: selected products only");
  assert_scope (fixture, other, "Scope: selected products only");
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/distribution/women", Fixture, NULL, fixture_set_up, test_women, fixture_tear_down);
  g_test_add ("/report/distribution/scope", Fixture, NULL, fixture_set_up, test_scope, fixture_tear_down);
  return g_test_run ();
}
