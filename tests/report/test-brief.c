/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-brief.h"

#include <string.h>

#include "base/ocop-locale.h"
#include "report/ocop-office-area.h"
#include "report/ocop-report-scope.h"
#include "small-register.h"

static const SmallRecognition recognitions[] = {
  { "Gạo", "HTX Một", "QD26-03", "recognised", "3", "first", "2023-01-10" },
  { "Gạo", "HTX Một", "QD26-03", "recognised", "4", "upgrade", "2026-05-20" },
  { "Chè", "HTX Một", "QD26-11", "recognised", "4", "again", "2026-06-30" },
  { "Mật ong", "Công ty Hai", "QD26-04", "potential5", "5", "first", "2026-02-01" },
  { "Rượu", "Công ty Hai", "QD26-14", "recognised", "3", "first", "2025-03-03", "revoked", "2026-02-02" },
  { "Bún", "Công ty Hai", "QD26-06", "recognised", "3", "first", "2023-02-03" },
  { "Hoa", "Công ty Ba", "QD26-23", "recognised", "3", "first", "2026" },
  { "Trứng", "Công ty Ba", "QD26-01", "recognised", "3", "first", "2024-03-03", "withdrawn", "2025-02-02" },
  { "Nấm", "Công ty Ba", "QD26-01", "recognised", "3", "", "2019-11-30" },
  { NULL }
};

typedef struct
{
  OcopBriefScope scope;
  const char *text;
} Case;

static const Case cases[] = {
  { { { 2026, 8, 5 } },
    "Tính đến ngày 05 tháng 8 năm 2026, toàn tỉnh có 04 sản phẩm OCOP còn hiệu lực của 03 chủ thể (01 sản phẩm 3 sao, "
    "02 sản phẩm 4 sao, 01 sản phẩm tiềm năng 5 sao), trong đó 01 sản phẩm chỉ rõ năm công nhận nên thời hạn là ước tính; "
    "trong năm công nhận mới 01, công nhận lại 01, nâng hạng 01, "
    "thu hồi 01, hết hiệu lực 01." },
  { { { 2026, 8, 5 }, { 2026, 6, 1 } },
    "Tính đến ngày 05 tháng 8 năm 2026, toàn tỉnh có 04 sản phẩm OCOP còn hiệu lực của 03 chủ thể (01 sản phẩm 3 sao, "
    "02 sản phẩm 4 sao, 01 sản phẩm tiềm năng 5 sao), trong đó 01 sản phẩm chỉ rõ năm công nhận nên thời hạn là ước tính; "
    "từ ngày 01 tháng 6 năm 2026 đến ngày 05 tháng 8 năm 2026 "
    "công nhận mới 0, công nhận lại 01, nâng hạng 0, thu hồi 0, hết hiệu lực 0." },
  { { .on = { 2026, 8, 5 }, .sector = "V" },
    "Tính đến ngày 05 tháng 8 năm 2026, toàn tỉnh, ngành Sinh vật cảnh, có 01 sản phẩm OCOP còn hiệu lực của 01 chủ thể "
    "(01 sản phẩm 3 sao), trong đó 01 sản phẩm chỉ rõ năm công nhận nên thời hạn là ước tính; trong năm công nhận mới 01, "
    "công nhận lại 0, nâng hạng 0, thu hồi 0, hết hiệu lực 0." },
  { { { 2025, 3, 1 } },
    "Tính đến ngày 01 tháng 3 năm 2025, toàn tỉnh có 02 sản phẩm OCOP còn hiệu lực của 02 chủ thể (02 sản phẩm 3 sao); "
    "trong năm công nhận mới 0, công nhận lại 0, nâng hạng 0, thu hồi 0, hết hiệu lực 0, "
    "Bộ yêu cầu thu hồi quyết định công nhận 01." },
  { { { 2019, 12, 1 } },
    "Tính đến ngày 01 tháng 12 năm 2019, toàn tỉnh có 01 sản phẩm OCOP còn hiệu lực của 01 chủ thể (01 sản phẩm 3 sao); "
    "trong năm công nhận mới 0, công nhận lại 0, nâng hạng 0, thu hồi 0, hết hiệu lực 0, chưa rõ lần công nhận 01." },
  { { { 2018, 1, 2 } },
    "Tính đến ngày 02 tháng 01 năm 2018, toàn tỉnh có 0 sản phẩm OCOP còn hiệu lực của 0 chủ thể; trong năm công nhận "
    "mới 0, công nhận lại 0, nâng hạng 0, thu hồi 0, hết hiệu lực 0." },
};

static gpointer
read_brief (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return ocop_brief_new (reader, data, error);
}

static OcopBrief *
make_brief (Fixture              *fixture,
            const OcopBriefScope *scope)
{
  g_autoptr(GError) error = NULL;
  OcopBrief *brief = ocop_register_read (fixture->reg, read_brief, (gpointer) scope, &error);

  g_assert_no_error (error);
  return brief;
}

static void
test_paragraph (Fixture       *fixture,
                gconstpointer  data)
{
  small_register_fill (fixture, recognitions);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopBrief) brief = make_brief (fixture, &cases[i].scope);

      g_assert_cmpstr (brief->text, ==, cases[i].text);
    }
}

static void
test_figures_are_their_lists (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(OcopBrief) brief = NULL;
  g_autoptr(GString) runs = g_string_new (NULL);
  guint n_figures = 0;

  small_register_fill (fixture, recognitions);
  brief = make_brief (fixture, &cases[0].scope);
  for (guint i = 0; i < brief->figures->len; i++)
    {
      const OcopBriefFigure *figure = brief->figures->pdata[i];

      g_assert_cmpint (fixture_measure (fixture, figure->query), ==, figure->number);
    }
  for (guint i = 0; i < brief->runs->len; i++)
    {
      const OcopBriefRun *run = brief->runs->pdata[i];

      g_string_append (runs, run->text);
      n_figures += run->figure != NULL;
    }
  g_assert_cmpstr (runs->str, ==, brief->text);
  g_assert_cmpuint (n_figures, ==, 11);
}

static void
test_locality (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *province = fixture_add (fixture, "unit", "name", "Thử", "type", "tỉnh", "level", "province", NULL);
  g_autofree char *commune = fixture_add (fixture, "unit", "name", "Đồng Xanh", "type", "xã", "level", "commune",
                                          "parent", province, NULL);
  g_autofree char *product = fixture_add (fixture, "product", "name", "Gạo", "unit", commune, NULL);
  g_autofree char *recognition = fixture_add (fixture, "recognition", "product", product, "outcome", "recognised",
                                              "class", "3", "decision_date", "2026-01-01", NULL);
  const char *places[][2] = {
    { province, "tỉnh Thử có 01 sản phẩm" },
    { commune, "xã Đồng Xanh có 01 sản phẩm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const OcopBriefScope scope = { .on = { 2026, 8, 5 }, .locality = places[i][0] };
      g_autoptr(OcopBrief) brief = make_brief (fixture, &scope);

      g_assert_nonnull (strstr (brief->text, places[i][1]));
    }
}

static void
add_valid_product (Fixture    *fixture,
                   const char *name,
                   const char *province)
{
  g_autofree char *commune = province != NULL
    ? fixture_add (fixture, "unit", "name", name, "type", "xã", "level", "commune", "parent", province, NULL)
    : NULL;
  g_autofree char *product = fixture_add (fixture, "product", "name", name, "unit", commune != NULL ? commune : "", NULL);

  g_free (fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3",
                       "decision_date", "2026-01-01", NULL));
}

static gpointer
describe_scope (OcopReader    *reader,
                gpointer       query,
                GCancellable  *cancellable,
                GError       **error)
{
  return ocop_report_describe_scope (reader, query);
}

/* The office's products, as charts and papers begin with them. */
static gpointer
narrow (OcopReader    *reader,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  OcopQuery *query = ocop_query_new ("product");

  ocop_query_set_on (query, (OcopDate) { 2026, 8, 5 });
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  return ocop_office_area_narrow (reader, (OcopDate) { 2026, 8, 5 }, query, NULL, error) ? query : NULL;
}

/* What became part of the office's province is its own; what lies nowhere known is taken for its own. */
static void
test_other_provinces (Fixture       *fixture,
                      gconstpointer  data)
{
  const OcopBriefScope scope = { .on = { 2026, 8, 5 } };
  g_autofree char *own = fixture_add (fixture, "unit", "name", "Thử", "type", "tỉnh", "level", "province", NULL);
  g_autofree char *former = fixture_add (fixture, "unit", "name", "Xưa", "type", "tỉnh", "level", "province",
                                         "successor", own, NULL);
  g_autofree char *other = fixture_add (fixture, "unit", "name", "Khác", "type", "tỉnh", "level", "province", NULL);
  g_autofree char *office = fixture_add (fixture, "office", "name", "Văn phòng", "level", "province", "unit", own, NULL);
  g_autoptr(OcopBrief) brief = NULL;
  g_autoptr(OcopQuery) narrowed = NULL;
  g_autofree char *scope_text = NULL;

  add_valid_product (fixture, "Gạo", own);
  add_valid_product (fixture, "Chè", former);
  add_valid_product (fixture, "Nấm", NULL);
  brief = make_brief (fixture, &scope);
  g_assert_nonnull (strstr (brief->text, "toàn tỉnh có 03 sản phẩm"));
  g_assert_null (strstr (brief->text, "tỉnh khác"));
  g_clear_pointer (&brief, ocop_brief_free);

  add_valid_product (fixture, "Cam", other);
  brief = make_brief (fixture, &scope);
  g_assert_nonnull (strstr (brief->text, "toàn tỉnh có 03 sản phẩm"));
  g_assert_true (g_str_has_suffix (brief->text, ". Chưa tính 01 sản phẩm còn hiệu lực thuộc tỉnh khác."));
  g_assert_cmpint (ocop_brief_get (brief, "elsewhere")->number, ==, 1);
  for (guint i = 0; i < brief->figures->len; i++)
    {
      const OcopBriefFigure *figure = brief->figures->pdata[i];

      g_assert_cmpint (fixture_measure (fixture, figure->query), ==, figure->number);
    }
  narrowed = ocop_register_read (fixture->reg, narrow, NULL, NULL);
  g_assert_cmpint (fixture_measure (fixture, narrowed), ==, ocop_brief_get (brief, "products")->number);
  scope_text = ocop_register_read (fixture->reg, describe_scope, (gpointer) ocop_brief_get (brief, "products")->query, NULL);
  g_assert_nonnull (strstr (scope_text, "không gồm sản phẩm của tỉnh khác"));
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("vi");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/brief/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("paragraph", test_paragraph);
  ADD ("figures-are-their-lists", test_figures_are_their_lists);
  ADD ("locality", test_locality);
  ADD ("other-provinces", test_other_provinces);
#undef ADD
  return g_test_run ();
}
