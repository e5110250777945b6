/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-samples.h"

#define N_LOCALITIES 170
#define N_NAMED 12

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
  if (ocop_chart_kind_get_traits (ocop_chart_get_kind (chart))->most_series == 1)
    ocop_chart_add_series (chart, "Số sản phẩm", OCOP_CHART_ROLE_ACCENT);
  else
    add_classes (chart);
  fill_categories (chart, n, names, n_names);
}

/* Against what was to be reached, and what there was a year before. */
static void
fill_bullets (OcopChart *chart,
              guint      n)
{
  static const char *const targets[] = {
    "Sản phẩm OCOP được công nhận mới", "Chủ thể được tập huấn", "Sản phẩm lên sàn thương mại điện tử", "Kinh phí hỗ trợ",
  };

  ocop_chart_add_series (chart, "Thực hiện", OCOP_CHART_ROLE_ACCENT);
  ocop_chart_add_series (chart, "Kế hoạch", OCOP_CHART_ROLE_NEUTRAL);
  ocop_chart_add_series (chart, "Cùng kỳ năm trước", OCOP_CHART_ROLE_NEUTRAL);
  for (guint i = 0; i < n; i++)
    {
      guint category = ocop_chart_add_category (chart, "", targets[i % G_N_ELEMENTS (targets)],
                                                i % 3 == 1 ? OCOP_CHART_ROLE_WARNING : OCOP_CHART_ROLE_STAR4);

      ocop_chart_set_unit (chart, category, i % 4 == 3 ? "triệu đồng" : NULL);
      ocop_chart_set_state (chart, category, i % 3 == 1 ? "Có nguy cơ không đạt" : i % 3 == 2 ? "Vượt" : "Đạt");
      ocop_chart_set_value (chart, 0, category, 12 + i * 41 % 90);
      ocop_chart_set_value (chart, 1, category, i % 7 == 6 ? 0 : 30 + i * 17 % 50);
      ocop_chart_set_value (chart, 2, category, 8 + i * 29 % 60);
    }
}

static OcopChartRole
role_of_points (guint points)
{
  static const struct { guint least; OcopChartRole role; } roles[] = {
    { 90, OCOP_CHART_ROLE_STAR5 }, { 70, OCOP_CHART_ROLE_STAR4 }, { 50, OCOP_CHART_ROLE_STAR3 }, { 0, OCOP_CHART_ROLE_NEUTRAL },
  };
  guint i = 0;

  while (points < roles[i].least)
    i++;
  return roles[i].role;
}

/* Scores from 0 to 100 points in @n intervals, with the least points of three classes. */
static void
fill_scores (OcopChart *chart,
             guint      n)
{
  ocop_chart_set_decimals (chart, 0);
  ocop_chart_add_series (chart, "Số sản phẩm", OCOP_CHART_ROLE_ACCENT);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u–%u", i * 100 / n, (i + 1) * 100 / n);
      guint category = ocop_chart_add_category (chart, label, label, role_of_points (i * 100 / n));

      ocop_chart_set_interval (chart, category, i * 10000 / n, (i + 1) * 10000 / n);
      ocop_chart_set_value (chart, 0, category, i * 4 < n ? 0 : (i * 31 % 17) * (n - i));
    }
  ocop_chart_add_level (chart, 5000, "3 sao", OCOP_CHART_ROLE_STAR3);
  ocop_chart_add_level (chart, 7000, "4 sao", OCOP_CHART_ROLE_STAR4);
  ocop_chart_add_level (chart, 9000, "5 sao", OCOP_CHART_ROLE_STAR5);
}

/* What nine members gave to each of @n products; every fifth of them too far apart. */
static void
fill_members (OcopChart         *chart,
              guint              n,
              const char *const *names,
              guint              n_names)
{
  ocop_chart_set_flags (chart, OCOP_CHART_APART);
  ocop_chart_set_decimals (chart, 2);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, "điểm");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, "Điểm");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_LIMIT, "Chênh lệch cho phép");
  ocop_chart_set_limit (chart, 1000);
  ocop_chart_add_level (chart, 7000, "4 sao", OCOP_CHART_ROLE_STAR4);
  for (guint j = 0; j < 9; j++)
    {
      g_autofree char *member = g_strdup_printf ("Thành viên %u", j + 1);

      ocop_chart_add_series (chart, member, OCOP_CHART_ROLE_GROUP_1 + j % 6);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = n_names > 0 ? g_strdup (names[i % n_names]) : g_strdup_printf ("Sản phẩm %03u", i + 1);

      ocop_chart_add_category (chart, label, label, OCOP_CHART_ROLE_INHERIT);
      for (guint j = 0; j < 9; j++)
        if ((i + j) % 10 != 9)
          ocop_chart_set_value (chart, j, i, 5200 + i * 431 % 3300 + j * 377 % (i % 5 == 4 ? 1700 : 900));
    }
}

static void
fill_steps (OcopChart *chart,
            guint      n)
{
  static const char *const steps[] = { "Ý tưởng đăng ký", "Hồ sơ tiếp nhận", "Hồ sơ hợp lệ", "Được chấm", "Đạt từ 3 sao", "Giấy chứng nhận" };

  ocop_chart_add_series (chart, "Số sản phẩm", OCOP_CHART_ROLE_STAR4);
  for (guint i = 0; i < n; i++)
    {
      ocop_chart_add_category (chart, "", steps[i % G_N_ELEMENTS (steps)], OCOP_CHART_ROLE_INHERIT);
      ocop_chart_set_value (chart, 0, i, (gint64) 2000 * (n - i) * (n - i) / (n * n) + 7);
    }
}

/* From the class before to the class after. */
static void
fill_moves (OcopChart *chart)
{
  const gint64 moves[][5] = { { 60, 14, 1, 0, 9 }, { 3, 30, 2, 3, 4 }, { 0, 0, 1, 1, 0 }, { 0, 1, 0, 4, 0 }, { 40, 9, 0, 0, 21 } };

  for (guint i = 0; i < 5; i++)
    {
      const char *name = i < G_N_ELEMENTS (classes) ? classes[i].name : "Chưa xếp hạng";
      OcopChartRole role = i < G_N_ELEMENTS (classes) ? classes[i].role : OCOP_CHART_ROLE_NEUTRAL;

      ocop_chart_add_series (chart, name, role);
      ocop_chart_add_category (chart, name, name, role);
    }
  for (guint i = 0; i < 5; i++)
    for (guint j = 0; j < 5; j++)
      ocop_chart_set_value (chart, i, j, moves[i][j]);
}

static void
fill_one (OcopChart *chart)
{
  ocop_chart_add_series (chart, "Số sản phẩm", OCOP_CHART_ROLE_ACCENT);
  ocop_chart_add_category (chart, "2026", "2026", OCOP_CHART_ROLE_STAR4);
  ocop_chart_set_value (chart, 0, 0, 186);
}

static void
fill_typical (OcopChart *chart)
{
  switch (ocop_chart_get_kind (chart))
    {
    case OCOP_CHART_BARS:
    case OCOP_CHART_RING:
      fill_distribution (chart);
      break;
    case OCOP_CHART_ROWS:
    case OCOP_CHART_STACKED_BARS:
    case OCOP_CHART_STACKED_ROWS:
    case OCOP_CHART_LINE:
    case OCOP_CHART_AREA:
      fill_years (chart);
      break;
    case OCOP_CHART_BULLET:
      fill_bullets (chart, 9);
      break;
    case OCOP_CHART_HEAT:
      fill_localities (chart, 12, NULL, 0);
      break;
    case OCOP_CHART_HISTOGRAM:
      fill_scores (chart, 20);
      break;
    case OCOP_CHART_DOTS:
      fill_members (chart, 14, NULL, 0);
      break;
    case OCOP_CHART_FUNNEL:
      fill_steps (chart, 6);
      break;
    case OCOP_CHART_FLOWS:
      fill_moves (chart);
      break;
    case OCOP_CHART_N_KINDS:
      break;
    }
}

/* As many as the localities of a province. */
static void
fill_many (OcopChart *chart)
{
  switch (ocop_chart_get_kind (chart))
    {
    case OCOP_CHART_LINE:
    case OCOP_CHART_AREA:
      fill_months (chart);
      break;
    case OCOP_CHART_BULLET:
      fill_bullets (chart, N_LOCALITIES);
      break;
    case OCOP_CHART_HISTOGRAM:
      fill_scores (chart, 100);
      break;
    case OCOP_CHART_DOTS:
      fill_members (chart, N_LOCALITIES, NULL, 0);
      break;
    case OCOP_CHART_FUNNEL:
      fill_steps (chart, N_LOCALITIES);
      break;
    case OCOP_CHART_BARS:
    case OCOP_CHART_RING:
    case OCOP_CHART_ROWS:
    case OCOP_CHART_STACKED_BARS:
    case OCOP_CHART_STACKED_ROWS:
    case OCOP_CHART_HEAT:
    case OCOP_CHART_FLOWS:
    case OCOP_CHART_N_KINDS:
      fill_localities (chart, N_LOCALITIES, NULL, 0);
      break;
    }
}

static void
fill_long (OcopChart *chart)
{
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_TITLE,
                       "Cơ cấu sản phẩm OCOP còn hiệu lực theo hạng sao của các xã, phường, thị trấn có từ hai sản phẩm "
                       "trở lên, phân theo đợt đánh giá và cơ quan ban hành quyết định công nhận");
  if (ocop_chart_get_kind (chart) == OCOP_CHART_DOTS)
    fill_members (chart, 12, long_names, G_N_ELEMENTS (long_names));
  else
    fill_localities (chart, 12, long_names, G_N_ELEMENTS (long_names));
}

/* As long as told to the letter, and unlike the others from its first words on. */
static char *
dup_name (guint number,
          guint n_letters)
{
  GString *name = g_string_new (NULL);
  g_autofree char *text = NULL;
  const char *end;

  for (guint i = number; g_utf8_strlen (name->str, -1) < n_letters; i++)
    g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", long_names[i % G_N_ELEMENTS (long_names)]);
  text = g_string_free (name, FALSE);
  end = g_utf8_offset_to_pointer (text, n_letters - 1);
  /* A space at the end would be no letter. */
  return g_strdup_printf ("%.*sX", (int) (end - text), text);
}

static void
fill_named (OcopChart *chart,
            guint      n_letters,
            guint      n_last)
{
  char *names[N_NAMED];

  for (guint i = 0; i < N_NAMED; i++)
    names[i] = dup_name (i, i + 1 < N_NAMED ? n_letters : n_last);
  if (ocop_chart_get_kind (chart) == OCOP_CHART_DOTS)
    fill_members (chart, N_NAMED, (const char *const *) names, N_NAMED);
  else
    fill_localities (chart, N_NAMED, (const char *const *) names, N_NAMED);
  for (guint i = 0; i < N_NAMED; i++)
    g_free (names[i]);
}

static void
fill (OcopChart   *chart,
      ChartSample  sample)
{
  switch (sample)
    {
    case CHART_SAMPLE_ONE:
      fill_one (chart);
      break;
    case CHART_SAMPLE_TYPICAL:
      fill_typical (chart);
      break;
    case CHART_SAMPLE_MANY:
      fill_many (chart);
      break;
    case CHART_SAMPLE_LONG:
      fill_long (chart);
      break;
    case CHART_SAMPLE_EMPTY:
    case CHART_N_SAMPLES:
      break;
    }
}

static OcopChart *
describe_new (OcopChartKind kind)
{
  OcopChart *chart = ocop_chart_new (kind, "Cơ cấu sản phẩm OCOP theo hạng sao");

  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, "Sản phẩm còn hiệu lực");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, "sản phẩm");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, "Số sản phẩm");
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SOURCE, "Chi cục Phát triển nông thôn");
  ocop_chart_set_as_of (chart, ocop_date_new (2026, 11, 22));
  return chart;
}

OcopChart *
chart_sample_new_named (OcopChartKind kind,
                        guint         n_letters,
                        guint         n_last)
{
  OcopChart *chart = describe_new (kind);

  fill_named (chart, n_letters, n_last);
  return chart;
}

OcopChart *
chart_sample_new (OcopChartKind kind,
                  ChartSample   sample)
{
  OcopChart *chart = describe_new (kind);

  fill (chart, sample);
  if (sample == CHART_SAMPLE_ONE || sample == CHART_SAMPLE_LONG)
    ocop_chart_set_flags (chart, ocop_chart_get_flags (chart) | OCOP_CHART_PRACTICE);
  return chart;
}
