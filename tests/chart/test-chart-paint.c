/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "chart-picture.h"
#include "chart/ocop-chart-slots.h"
#include "chart/ocop-chart-table.h"

static const struct
{
  double width, height;
} sizes[] = {
  { 760, 480 }, { 640, 360 }, { 1920, 1080 }, { 340, 240 }, { 480, 900 },
};

/* As in a gallery: a picture that is too small for what is written on it, and larger ones that are not. */
static gboolean
is_small (double width,
          double height)
{
  return width * height < 640 * 360;
}

/* What is shortened has to be read in full in the table, where no figure follows it; a title stands above that. */
static gboolean
is_in_table (const OcopChart *chart,
             const char      *text)
{
  g_autoptr(OcopChartTable) table = ocop_chart_table_new (chart);

  for (guint row = 0; row < table->n_rows; row++)
    for (guint column = 0; column < (row == 0 ? table->n_columns : 1); column++)
      {
        g_autofree char *cell = ocop_chart_table_cell_to_people (table, row, column);

        if (*cell != '\0' && g_str_has_prefix (text, cell))
          return TRUE;
      }
  return FALSE;
}

static void
check_cut (const Picture        *picture,
           const OcopChartLabel *label)
{
  if (!is_small (picture->frame.width, picture->frame.height))
    g_error ("“%s” is cut", label->text);
  if (label->kind == OCOP_CHART_LABEL_CATEGORY || label->kind == OCOP_CHART_LABEL_LEGEND)
    g_assert_true (is_in_table (picture->chart, label->text) || strstr (label->text, ocop_chart_rest_name (picture->chart)) != NULL);
}

static void
check_labels (const Picture *picture)
{
  for (guint i = 0; i < picture->geometry->labels->len; i++)
    {
      const OcopChartLabel *label = label_at (picture, i);

      if (!ocop_chart_box_holds (&picture->frame, &label->box))
        g_error ("“%s” leaves the frame", label->text);
      for (guint j = 0; j < i; j++)
        {
          if (ocop_chart_box_overlaps (&label->box, &label_at (picture, j)->box))
            g_error ("“%s” overlaps “%s”", label->text, label_at (picture, j)->text);
        }
    }
}

static gboolean
lies (const Picture *picture)
{
  return ocop_chart_kind_get_traits (ocop_chart_get_kind (picture->chart))->lies;
}

/* The value of a mark by its length, from the scale that the ticks show. */
static void
check_length (const Picture       *picture,
              const OcopChartMark *mark,
              double               units_per_value)
{
  gboolean lying = lies (picture);
  double length = lying ? mark->box.width : mark->box.height;

  g_assert_cmpint (mark->value, ==, ocop_chart_get_value (picture->chart, mark->series, (guint) mark->category));
  g_assert_cmpfloat (fabs (length - (double) mark->value * units_per_value), <, 0.5);
}

static void
check_bars (const Picture *picture)
{
  double units_per_value = -1;
  gboolean lying = lies (picture);

  for (guint i = 0; i < picture->geometry->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (picture, i);

      if (mark->kind != OCOP_CHART_MARK_BAR)
        continue;
      if (units_per_value < 0 && mark->value > 0)
        units_per_value = (lying ? mark->box.width : mark->box.height) / (double) mark->value;
      check_length (picture, mark, units_per_value);
      g_assert_true (ocop_chart_box_holds (&picture->geometry->plot, &mark->box));
    }
}

/* What is not drawn as a bar is written, and together they are the whole. */
static void
check_whole (const Picture *picture)
{
  gint64 drawn = 0, whole = 0;

  for (guint i = 0; i < picture->geometry->marks->len; i++)
    drawn += mark_at (picture, i)->value;
  for (guint i = 0; i < ocop_chart_n_categories (picture->chart); i++)
    whole = ocop_chart_add_values (whole, ocop_chart_category_total (picture->chart, i));
  g_assert_cmpint (drawn, ==, whole);
}

/* Whether what has no place of its own is in the picture as a sum. */
static gboolean
draws_all (const Picture *picture)
{
  const OcopChartTraits *traits = ocop_chart_kind_get_traits (ocop_chart_get_kind (picture->chart));

  return traits->adds && ocop_chart_n_drawn_series (picture->chart) == ocop_chart_n_series (picture->chart);
}

static void
check_ring (const Picture *picture)
{
  double end = -G_PI / 2, share;
  gint64 total = ocop_chart_series_total (picture->chart, 0);

  for (guint i = 0; i < picture->geometry->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (picture, i);

      g_assert_cmpint (mark->kind, ==, OCOP_CHART_MARK_SECTOR);
      g_assert_cmpfloat_with_epsilon (mark->from, end, 1e-9);
      share = (mark->to - mark->from) / (2 * G_PI);
      g_assert_cmpfloat_with_epsilon (share, (double) mark->value / (double) total, 1e-9);
      end = mark->to;
    }
  if (picture->geometry->marks->len > 0)
    g_assert_cmpfloat_with_epsilon (end + G_PI / 2, 2 * G_PI, 1e-9);
}

/* A bar of a bullet goes as far beyond its mark, or stays as far before it, as its value does. */
static void
check_bullets (const Picture *picture)
{
  const OcopChartBox *plot = &picture->geometry->plot;
  double times = -1;

  for (guint i = 0; i < picture->geometry->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (picture, i);
      gint64 target = ocop_chart_n_series (picture->chart) > 1
                        ? ocop_chart_get_value (picture->chart, 1, (guint) mark->category) : OCOP_CHART_UNKNOWN;

      g_assert_cmpint (mark->value, ==, ocop_chart_get_value (picture->chart, mark->series, (guint) mark->category));
      if (mark->kind == OCOP_CHART_MARK_TICK && mark->series == 1)
        times = plot->width / (mark->box.x + mark->box.width / 2 - plot->x);
      if (mark->kind == OCOP_CHART_MARK_BAR)
        g_assert_true (ocop_chart_box_holds (plot, &mark->box));
      if (mark->kind == OCOP_CHART_MARK_BAR && target > 0 && times > 0 && mark->box.width < plot->width - 1)
        g_assert_cmpfloat (fabs (mark->box.width - plot->width / times * (double) mark->value / (double) target), <, 0.5);
    }
}

/* A band is as high as its value, and bands of one end lie side by side. */
static void
check_flows (const Picture *picture)
{
  double units_per_value = -1;

  for (guint i = 0; i < picture->geometry->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (picture, i);

      g_assert_cmpint (mark->kind, ==, OCOP_CHART_MARK_FLOW);
      if (units_per_value < 0)
        units_per_value = mark->from / (double) mark->value;
      g_assert_cmpfloat_with_epsilon (mark->from, units_per_value * (double) mark->value, 1e-6);
      g_assert_true (ocop_chart_box_holds (&picture->geometry->plot, &mark->box));
    }
}

/* The lighter a cell, the less it holds: all cells are of one size. */
static void
check_cells (const Picture *picture)
{
  for (guint i = 0; i < picture->geometry->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (picture, i);

      g_assert_true (ocop_chart_box_holds (&picture->geometry->plot, &mark->box));
      g_assert_cmpfloat_with_epsilon (mark->box.width, mark_at (picture, 0)->box.width, 1e-6);
      if (mark->category != OCOP_CHART_REST)
        g_assert_cmpint (mark->value, ==, ocop_chart_get_value (picture->chart, mark->series, (guint) mark->category));
    }
}

/* Points differ in height as their values do, wherever the axis begins. */
static void
check_points (const Picture *picture)
{
  const OcopChartMark *lowest = NULL, *highest = NULL;

  for (guint i = 0; i < picture->geometry->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (picture, i);

      lowest = lowest == NULL || mark->value < lowest->value ? mark : lowest;
      highest = highest == NULL || mark->value > highest->value ? mark : highest;
    }
  for (guint i = 0; i < picture->geometry->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (picture, i);
      double share = (double) (mark->value - lowest->value) / (double) MAX (highest->value - lowest->value, 1);

      g_assert_cmpfloat (fabs (lowest->box.y - mark->box.y - (lowest->box.y - highest->box.y) * share), <, 0.5);
    }
}

static void
check_marks (const Picture *picture)
{
  switch (ocop_chart_get_kind (picture->chart))
    {
    case OCOP_CHART_RING:
      check_ring (picture);
      break;
    case OCOP_CHART_LINE:
    case OCOP_CHART_DOTS:
      check_points (picture);
      break;
    case OCOP_CHART_BULLET:
      check_bullets (picture);
      break;
    case OCOP_CHART_HEAT:
      check_cells (picture);
      break;
    case OCOP_CHART_FLOWS:
      check_flows (picture);
      break;
    case OCOP_CHART_BARS:
    case OCOP_CHART_STACKED_BARS:
    case OCOP_CHART_ROWS:
    case OCOP_CHART_STACKED_ROWS:
    case OCOP_CHART_AREA:
    case OCOP_CHART_HISTOGRAM:
    case OCOP_CHART_FUNNEL:
    case OCOP_CHART_N_KINDS:
      check_bars (picture);
      break;
    }
  if (ocop_chart_n_series (picture->chart) > 0 && draws_all (picture))
    check_whole (picture);
}

/* Where there is room nothing is left out for want of it: every series has its name, every label its line. */
static void
check_legend (const Picture *picture)
{
  guint n_series = ocop_chart_n_drawn_series (picture->chart);
  gboolean has_legend = ocop_chart_kind_get_traits (ocop_chart_get_kind (picture->chart))->legend != OCOP_CHART_LEGEND_NONE;

  if (n_series > 1 && has_legend && !ocop_chart_is_empty (picture->chart))
    for (guint i = 0; i < n_series; i++)
      g_assert_nonnull (find_label (picture, OCOP_CHART_LABEL_LEGEND, ocop_chart_get_series (picture->chart, i)->name));
  g_assert_cmpuint (count_labels (picture, OCOP_CHART_LABEL_NOTE), >, 0);
}

static void
test_everything (gconstpointer data)
{
  OcopChartKind kind = GPOINTER_TO_UINT (data);

  for (guint sample = 0; sample < CHART_N_SAMPLES; sample++)
    for (guint theme = 0; theme < OCOP_CHART_N_THEMES; theme++)
      for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
        {
          g_auto(Picture) picture = paint (chart_sample_new (kind, sample), theme, sizes[size].width, sizes[size].height);
          gboolean has_room = sizes[size].width > 700;

          g_test_message ("%s, %s, theme %u, size %u", ocop_chart_kind_get_traits (kind)->name, chart_sample_name (sample), theme, size);
          check_labels (&picture);
          for (guint i = 0; i < picture.geometry->labels->len; i++)
            if (label_at (&picture, i)->cut)
              check_cut (&picture, label_at (&picture, i));
          if (has_room)
            check_legend (&picture);
          check_marks (&picture);
          g_assert_cmpint (picture.geometry->marks->len > 0, ==, sample != CHART_SAMPLE_EMPTY);
          g_assert_cmpuint (count_labels (&picture, OCOP_CHART_LABEL_TITLE), ==, 1);
          g_assert_cmpuint (count_labels (&picture, OCOP_CHART_LABEL_EMPTY), ==, sample == CHART_SAMPLE_EMPTY);
          g_assert_cmpuint (count_labels (&picture, OCOP_CHART_LABEL_PRACTICE), ==,
                            (ocop_chart_get_flags (picture.chart) & OCOP_CHART_PRACTICE) != 0);
        }
}

static OcopChart *
random_chart (void)
{
  OcopChart *chart = ocop_chart_new (g_test_rand_int_range (0, OCOP_CHART_N_KINDS), "Kinh phí hỗ trợ theo xã");
  guint n_series = (guint) g_test_rand_int_range (1, 7), n = (guint) g_test_rand_int_range (1, 60);
  gint64 magnitude = 1;

  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    magnitude *= 10;
  if (g_test_rand_bit ())
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_REST, "Các xã khác");
  if (g_test_rand_bit ())
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, "đồng");
  for (guint j = 0; j < n_series; j++)
    ocop_chart_add_series (chart, "Ngân sách địa phương", OCOP_CHART_ROLE_GROUP_1 + j % 6);
  for (guint i = 0; i < n; i++)
    {
      ocop_chart_add_category (chart, "", i % 3 == 0 ? "Xã" : "Xã Nghĩa Thuận Thượng Trường A", OCOP_CHART_ROLE_INHERIT);
      for (guint j = 0; j < n_series; j++)
        ocop_chart_set_value (chart, j, i, g_test_rand_int_range (0, 100) * magnitude);
    }
  return chart;
}

/* Millions of đồng, many series, frames of any shape: in the least of them too no label leaves the
 * picture or touches another. */
static void
test_random (void)
{
  for (guint i = 0; i < 300; i++)
    {
      double width = g_test_rand_int_range (60, 1400), height = g_test_rand_int_range (40, 1000);
      g_auto(Picture) picture = paint (random_chart (), (OcopChartThemeId) i % OCOP_CHART_N_THEMES, width, height);

      g_test_message ("%s, %u categories, %u series, %g x %g", ocop_chart_kind_get_traits (ocop_chart_get_kind (picture.chart))->name,
                      ocop_chart_n_categories (picture.chart), ocop_chart_n_series (picture.chart), width, height);
      check_labels (&picture);
      if (ocop_chart_get_kind (picture.chart) == OCOP_CHART_RING)
        check_ring (&picture);
    }
}

static void
test_figures_are_written (void)
{
  g_auto(Picture) bars = paint (chart_sample_new (OCOP_CHART_STACKED_BARS, CHART_SAMPLE_TYPICAL), 0, 760, 480);
  g_auto(Picture) ring = paint (chart_sample_new (OCOP_CHART_RING, CHART_SAMPLE_TYPICAL), 0, 760, 480);

  g_assert_nonnull (find_label (&bars, OCOP_CHART_LABEL_TOTAL, "186"));
  g_assert_nonnull (find_label (&bars, OCOP_CHART_LABEL_VALUE, "128"));
  g_assert_nonnull (find_label (&bars, OCOP_CHART_LABEL_TICK, "200"));
  g_assert_nonnull (find_label (&ring, OCOP_CHART_LABEL_CENTRE, "144"));
  g_assert_nonnull (find_label (&ring, OCOP_CHART_LABEL_LEGEND, "63,2\u00a0%"));
}

/* The height says how many localities are drawn; the rest are one row with their number. */
static void
test_rest_follows_the_room (void)
{
  g_auto(Picture) low = paint (chart_sample_new (OCOP_CHART_STACKED_ROWS, CHART_SAMPLE_MANY), 0, 760, 480);
  g_auto(Picture) high = paint (chart_sample_new (OCOP_CHART_STACKED_ROWS, CHART_SAMPLE_MANY), 0, 760, 1000);
  g_auto(Picture) all = paint (chart_sample_new (OCOP_CHART_STACKED_ROWS, CHART_SAMPLE_MANY), 0, 760, 5000);
  guint n_low = count_labels (&low, OCOP_CHART_LABEL_CATEGORY), n_high = count_labels (&high, OCOP_CHART_LABEL_CATEGORY);
  g_autofree char *rest = g_strdup_printf ("Các xã khác (%u)", 170 - (n_low - 1));

  g_assert_nonnull (find_label (&low, OCOP_CHART_LABEL_CATEGORY, rest));
  g_assert_cmpint (mark_at (&low, low.geometry->marks->len - 1)->kind, ==, OCOP_CHART_MARK_WRITTEN);
  g_assert_cmpuint (n_low, >, 8);
  g_assert_cmpuint (n_high, >, 2 * n_low);
  g_assert_cmpuint (count_labels (&all, OCOP_CHART_LABEL_CATEGORY), ==, 170);
}

static void
test_find (void)
{
  g_auto(Picture) bars = paint (chart_sample_new (OCOP_CHART_STACKED_BARS, CHART_SAMPLE_TYPICAL), 0, 760, 480);
  g_auto(Picture) ring = paint (chart_sample_new (OCOP_CHART_RING, CHART_SAMPLE_TYPICAL), 0, 760, 480);
  const OcopChartBox *box = &mark_at (&ring, 0)->box;

  for (guint i = 0; i < bars.geometry->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (&bars, i);

      g_assert_true (ocop_chart_geometry_find (bars.geometry, mark->box.x + mark->box.width / 2,
                                               mark->box.y + mark->box.height / 2) == mark);
    }
  for (guint i = 0; i < ring.geometry->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (&ring, i);
      double middle = (mark->from + mark->to) / 2, radius = (mark->inner + mark->outer) / 2;

      g_assert_true (ocop_chart_geometry_find (ring.geometry, box->x + box->width / 2 + radius * cos (middle),
                                               box->y + box->height / 2 + radius * sin (middle)) == mark);
    }
  g_assert_null (ocop_chart_geometry_find (ring.geometry, box->x + box->width / 2, box->y + box->height / 2));
  g_assert_null (ocop_chart_geometry_find (bars.geometry, 1, 1));
}

/* An unknown figure is neither a bar nor a point, and its total is no 0. */
static void
test_unknown (void)
{
  const OcopChartKind kinds[] = { OCOP_CHART_BARS, OCOP_CHART_STACKED_ROWS, OCOP_CHART_LINE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      OcopChart *chart = ocop_chart_new (kinds[i], "Sản phẩm");
      g_auto(Picture) picture = { 0 };

      ocop_chart_add_series (chart, "", OCOP_CHART_ROLE_ACCENT);
      ocop_chart_set_value (chart, 0, ocop_chart_add_category (chart, "a", "A", 0), 7);
      ocop_chart_add_category (chart, "b", "B", 0);
      picture = paint (chart, 0, 400, 300);
      g_assert_cmpuint (picture.geometry->marks->len, ==, 1);
      g_assert_null (find_label (&picture, OCOP_CHART_LABEL_TOTAL, "0"));
      g_assert_cmpint (find_label (&picture, OCOP_CHART_LABEL_TOTAL, "–") != NULL, ==, kinds[i] != OCOP_CHART_LINE);
    }
}

/* Neighbours in a stack can be told apart without their hue, or by a pattern. */
static void
test_themes (void)
{
  for (guint i = 0; i < OCOP_CHART_N_THEMES; i++)
    {
      const OcopChartTheme *theme = ocop_chart_theme_get (i);
      const OcopChartFill *fills = theme->fills;

      g_assert_true (ocop_chart_theme_find (theme->name) == theme);
      g_assert_cmpfloat (ocop_chart_contrast (theme->ink, theme->background), >=, 7);
      g_assert_cmpfloat (ocop_chart_contrast (theme->dim_ink, theme->background), >=, 4.5);
      g_assert_cmpfloat (ocop_chart_contrast (theme->warning_ink, theme->background), >=, 4.5);
      g_assert_cmpfloat (ocop_chart_contrast (fills[OCOP_CHART_ROLE_STAR3].colour, fills[OCOP_CHART_ROLE_STAR4].colour), >=, 2);
      g_assert_cmpint (fills[OCOP_CHART_ROLE_POTENTIAL5].pattern, !=, OCOP_CHART_PATTERN_NONE);
      for (guint role = 1; role < OCOP_CHART_N_ROLES; role++)
        {
          guint32 colour = fills[role].colour;

          g_assert_cmpfloat (ocop_chart_contrast (ocop_chart_theme_ink_on (colour), colour), >=, 4.5);
          g_assert_cmpfloat (ocop_chart_contrast (ocop_chart_theme_line_colour (theme, colour), theme->background), >=, 3);
        }
    }
  g_assert_null (ocop_chart_theme_find ("sepia"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint kind = 0; kind < OCOP_CHART_N_KINDS; kind++)
    {
      g_autofree char *path = g_strconcat ("/chart/paint/", ocop_chart_kind_get_traits (kind)->name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_everything);
    }
  g_test_add_func ("/chart/paint/random", test_random);
  g_test_add_func ("/chart/paint/figures-are-written", test_figures_are_written);
  g_test_add_func ("/chart/paint/rest-follows-the-room", test_rest_follows_the_room);
  g_test_add_func ("/chart/paint/find", test_find);
  g_test_add_func ("/chart/paint/unknown", test_unknown);
  g_test_add_func ("/chart/paint/themes", test_themes);
  return g_test_run ();
}
