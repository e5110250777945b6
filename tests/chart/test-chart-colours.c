/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills that stand beside one another are told apart without their hue: by lightness, as grey print
 * leaves it, and by those who do not see red or green; or else by their patterns. */

#include <math.h>

#include "chart/ocop-chart-theme.h"

/* Steps of CIE L* and distances of CIE L*a*b*; about 2 is what an eye can see side by side. */
#define LEAST_LIGHTNESS 12
#define LEAST_DISTANCE 20

typedef struct
{
  double channels[3];
} Colour;

typedef double Matrix[3][3];

static const Matrix as_it_is = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

/* On linear sRGB, after Machado, Oliveira and Fernandes (2009), at full severity. */
static const Matrix without_green = {
  { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 },
};
static const Matrix without_red = {
  { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 },
};

/* From linear sRGB to CIE XYZ, each over its white. */
static const Matrix to_xyz = {
  { 0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505 },
  { 0.2126, 0.7152, 0.0722 },
  { 0.0193 / 1.0890, 0.1192 / 1.0890, 0.9505 / 1.0890 },
};

static Colour
transform (const Matrix matrix,
           Colour       colour)
{
  Colour result = { { 0 } };

  for (guint i = 0; i < 3; i++)
    {
      for (guint j = 0; j < 3; j++)
        result.channels[i] += matrix[i][j] * colour.channels[j];
      result.channels[i] = MAX (result.channels[i], 0);
    }
  return result;
}

static Colour
colour_from_rgb (guint32 rgb)
{
  Colour colour;

  for (guint i = 0; i < 3; i++)
    {
      double c = (rgb >> (16 - 8 * i) & 0xff) / 255.0;

      colour.channels[i] = c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
    }
  return colour;
}

/* L*, a*, b* of what is seen through @sight. */
static Colour
to_lab (guint32      rgb,
        const Matrix sight)
{
  Colour xyz = transform (to_xyz, transform (sight, colour_from_rgb (rgb)));
  double f[3];

  for (guint i = 0; i < 3; i++)
    f[i] = xyz.channels[i] > 0.008856 ? cbrt (xyz.channels[i]) : 7.787 * xyz.channels[i] + 16 / 116.0;
  return (Colour) { { 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]) } };
}

static double
get_distance (guint32      a,
              guint32      b,
              const Matrix sight)
{
  Colour lab_a = to_lab (a, sight), lab_b = to_lab (b, sight);
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += (lab_a.channels[i] - lab_b.channels[i]) * (lab_a.channels[i] - lab_b.channels[i]);
  return sqrt (sum);
}

static double
get_lightness_step (guint32 a,
                    guint32 b)
{
  return fabs (to_lab (a, as_it_is).channels[0] - to_lab (b, as_it_is).channels[0]);
}

static void
check_pair (const OcopChartTheme *theme,
            guint                 a,
            guint                 b)
{
  const OcopChartFill *fill_a = &theme->fills[a], *fill_b = &theme->fills[b];

  g_test_message ("%s: %u and %u", theme->name, a, b);
  if (fill_a->pattern != fill_b->pattern)
    return;
  g_assert_cmpint (fill_a->pattern, ==, OCOP_CHART_PATTERN_NONE);
  g_assert_cmpfloat (get_lightness_step (fill_a->colour, fill_b->colour), >=, LEAST_LIGHTNESS);
  g_assert_cmpfloat (get_distance (fill_a->colour, fill_b->colour, without_green), >=, LEAST_DISTANCE);
  g_assert_cmpfloat (get_distance (fill_a->colour, fill_b->colour, without_red), >=, LEAST_DISTANCE);
}

static void
check_pairs (const OcopChartTheme *theme,
             guint                 first,
             guint                 last)
{
  for (guint a = first; a <= last; a++)
    for (guint b = a + 1; b <= last; b++)
      check_pair (theme, a, b);
}

static void
test_fills (gconstpointer data)
{
  const OcopChartTheme *theme = data;

  G_STATIC_ASSERT (OCOP_CHART_ROLE_STAR5 == OCOP_CHART_ROLE_STAR3 + 3);
  check_pairs (theme, OCOP_CHART_ROLE_STAR3, OCOP_CHART_ROLE_STAR5);
  check_pairs (theme, OCOP_CHART_ROLE_GROUP_1, OCOP_CHART_ROLE_GROUP_6);
}

/* A pattern is seen: its lines stand out from their ground. */
static void
test_patterns (gconstpointer data)
{
  const OcopChartTheme *theme = data;

  for (guint role = 1; role < OCOP_CHART_N_ROLES; role++)
    if (theme->fills[role].pattern != OCOP_CHART_PATTERN_NONE)
      g_assert_cmpfloat (get_lightness_step (theme->fills[role].colour, theme->fills[role].pattern_colour), >=,
                         LEAST_LIGHTNESS);
}

/* Contrast by WCAG 2, level AAA, of all text and of the outline that every mark has. */
static void
test_high_contrast (gconstpointer data)
{
  const OcopChartTheme *theme = ocop_chart_theme_get (GPOINTER_TO_UINT (data));
  const guint32 colours[] = { theme->ink, theme->dim_ink, theme->warning_ink, theme->edge };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    g_assert_cmpfloat (ocop_chart_contrast (colours[i], theme->background), >=, 7);
  g_assert_cmpfloat (theme->edge_width, >=, 1);
  g_assert_cmpfloat (ocop_chart_contrast (theme->grid, theme->background), >=, 3);
}

/* The measure itself: red and green of one lightness are far apart, but not without green. */
static void
test_measure (void)
{
  g_assert_cmpfloat_with_epsilon (to_lab (0xffffff, as_it_is).channels[0], 100, 0.1);
  g_assert_cmpfloat_with_epsilon (to_lab (0x777777, as_it_is).channels[0], 50, 0.2);
  g_assert_cmpfloat (get_distance (0xb3592e, 0x6f7a2d, as_it_is), >, 40);
  g_assert_cmpfloat (get_distance (0xb3592e, 0x6f7a2d, without_green), <, LEAST_DISTANCE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < OCOP_CHART_N_THEMES; i++)
    {
      const OcopChartTheme *theme = ocop_chart_theme_get (i);
      g_autofree char *fills = g_strconcat ("/chart/colours/fills/", theme->name, NULL);
      g_autofree char *patterns = g_strconcat ("/chart/colours/patterns/", theme->name, NULL);

      g_test_add_data_func (fills, theme, test_fills);
      g_test_add_data_func (patterns, theme, test_patterns);
    }
  g_test_add_data_func ("/chart/colours/high-contrast/light", GUINT_TO_POINTER (OCOP_CHART_THEME_SCREEN_CONTRAST), test_high_contrast);
  g_test_add_data_func ("/chart/colours/high-contrast/dark", GUINT_TO_POINTER (OCOP_CHART_THEME_SCREEN_CONTRAST_DARK), test_high_contrast);
  g_test_add_func ("/chart/colours/measure", test_measure);
  return g_test_run ();
}
