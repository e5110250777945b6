/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-samples.h"

#define N_LOCALITIES 170

static const struct
{
  const char *name;
  OcopChartRole role;
} classes[] = {
  { "3 sao", OCOP_CHART_ROLE_STAR3 },
  { "4 sao", OCOP_CHART_ROLE_STAR4 },
  { "Tiềm năng 5 sao", OCOP_CHART_ROLE_POTENTIAL5 },
  { "5 sao", OCOP_CHART_ROLE_STAR5 },
};

static const gint64 yearly[][G_N_ELEMENTS (classes)] = {
  { 41, 12, 0, 0 }, { 66, 19, 0, 0 }, { 85, 27, 1, 0 }, { 103, 38, 1, 1 }, { 119, 50, 2, 1 }, { 128, 55, 2, 1 },
};

static const char *const long_names[] = {
  "Thị trấn Nông trường Phong Hải",
  "Xã Nghĩa Thuận Thượng Trường A",
  "Phường Nguyễn Thị Minh Khai Đ.",
  "Xã Hướng Hoá Bắc Trường Sơn Hạ",
  "Xã Bình Hoà Trung Phước Thượng",
};

const char *
chart_kind_name (OcopChartKind kind)
{
  static const char *const names[OCOP_CHART_N_KINDS] = { "bars", "stacked-bars", "stacked-rows", "ring", "line" };

  return names[kind];
}

const char *
chart_sample_name (ChartSample sample)
{
  static const char *const names[CHART_N_SAMPLES] = { "empty", "one", "typical", "many", "long" };

  return names[sample];
}

static void
add_classes (OcopChart *chart)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    ocop_chart_add_series (chart, classes[i].name, classes[i].role);
}

/* One series, whose categories are the classes. */
static void
fill_distribution (OcopChart *chart)
{
  const gint64 figures[] = { 91, 45, 3, 5 };

  ocop_chart_add_series (chart, "Số sản phẩm", OCOP_CHART_ROLE_ACCENT);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      ocop_chart_add_category (chart, classes[i].name, classes[i].name, classes[i].role);
      ocop_chart_set_value (chart, 0, i, figures[i]);
    }
}

static void
fill_years (OcopChart *chart)
{
  add_classes (chart);
  ocop_chart_set_flags (chart, OCOP_CHART_STOCK);
  for (guint i = 0; i < G_N_ELEMENTS (yearly); i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 2021 + i);

      ocop_chart_add_category (chart, year, year, OCOP_CHART_ROLE_INHERIT);
      for (guint j = 0; j < G_N_ELEMENTS (classes); j++)
        ocop_chart_set_value (chart, j, i, yearly[i][j]);
    }
}

/* Figures that look like a province's: a few large localities, many small ones, some unknown. */
static void
fill_categories (OcopChart         *chart,
                 guint              n,
                 const char *const *names,
                 guint              n_names)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = n_names > 0 ? g_strdup (names[i % n_names]) : g_strdup_printf ("Xã số %03u", i + 1);

      ocop_chart_add_category (chart, label, label, OCOP_CHART_ROLE_INHERIT);
      for (guint j = 0; i % 41 != 40 && j < ocop_chart_n_series (chart); j++)
        ocop_chart_set_value (chart, j, i, (i * 37 % 19 + 400 / (i + 25)) / (1 + j * j * 2));
    }
}

static void
fill_months (OcopChart *chart)
{
  add_classes (chart);
  for (guint i = 0; i < N_LOCALITIES; i++)
    {
      g_autofree char *month = g_strdup_printf ("%02u/%u", i % 12 + 1, 2012 + i / 12);

      ocop_chart_add_category (chart, month, month, OCOP_CHART_ROLE_INHERIT);
      for (guint j = 0; i % 60 != 59 && j < G_N_ELEMENTS (classes); j++)
        ocop_chart_set_value (chart, j, i, (30 + i * (4 - j) / 3) / (1 + j * 2));
    }
}

static void
fill_localities (OcopChart         *chart,
                 guint              n,
                 const char *const *names,
                 guint              n_names)
{
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_REST, "Các xã khác");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_CATEGORIES, "Xã");
  if (ocop_chart_get_kind (chart) == OCOP_CHART_RING)
    ocop_chart_add_series (chart, "Số sản phẩm", OCOP_CHART_ROLE_ACCENT);
  else
    add_classes (chart);
  fill_categories (chart, n, names, n_names);
}

static void
fill_one (OcopChart *chart)
{
  ocop_chart_add_series (chart, "Số sản phẩm", OCOP_CHART_ROLE_ACCENT);
  ocop_chart_add_category (chart, "2026", "2026", OCOP_CHART_ROLE_STAR4);
  ocop_chart_set_value (chart, 0, 0, 186);
}

static void
fill (OcopChart   *chart,
      ChartSample  sample)
{
  OcopChartKind kind = ocop_chart_get_kind (chart);

  switch (sample)
    {
    case CHART_SAMPLE_ONE:
      fill_one (chart);
      break;
    case CHART_SAMPLE_TYPICAL:
      if (kind == OCOP_CHART_BARS || kind == OCOP_CHART_RING)
        fill_distribution (chart);
      else
        fill_years (chart);
      break;
    case CHART_SAMPLE_MANY:
      if (kind == OCOP_CHART_LINE)
        fill_months (chart);
      else
        fill_localities (chart, N_LOCALITIES, NULL, 0);
      break;
    case CHART_SAMPLE_LONG:
      ocop_chart_set_text (chart, OCOP_CHART_TEXT_TITLE,
                           "Cơ cấu sản phẩm OCOP còn hiệu lực theo hạng sao của các xã, phường, thị trấn có từ hai sản phẩm "
                           "trở lên, phân theo đợt đánh giá và cơ quan ban hành quyết định công nhận");
      fill_localities (chart, 12, long_names, G_N_ELEMENTS (long_names));
      break;
    case CHART_SAMPLE_EMPTY:
    case CHART_N_SAMPLES:
      break;
    }
}

OcopChart *
chart_sample_new (OcopChartKind kind,
                  ChartSample   sample)
{
  OcopChart *chart = ocop_chart_new (kind, "Cơ cấu sản phẩm OCOP theo hạng sao");

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, "Sản phẩm còn hiệu lực");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, "sản phẩm");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, "Số sản phẩm");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SOURCE, "Chi cục Phát triển nông thôn");
  ocop_chart_set_as_of (chart, ocop_date_new (2026, 11, 22));
  fill (chart, sample);
  if (sample == CHART_SAMPLE_ONE || sample == CHART_SAMPLE_LONG)
    ocop_chart_set_flags (chart, ocop_chart_get_flags (chart) | OCOP_CHART_PRACTICE);
  return chart;
}
