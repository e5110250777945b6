/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-picture.h"

void
picture_clear (Picture *picture)
{
  ocop_chart_geometry_free (picture->geometry);
  ocop_chart_free (picture->chart);
}

Picture
paint (OcopChart        *chart,
       OcopChartThemeId  theme,
       double            width,
       double            height)
{
  Picture picture = { chart, NULL, { 0, 0, width, height } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);

  picture.geometry = ocop_chart_paint (chart, cr, width, height, ocop_chart_theme_get (theme), OCOP_CHART_PAINT_WHOLE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return picture;
}

Picture
paint_sample (OcopChartKind kind,
              ChartSample   sample)
{
  return paint (chart_sample_new (kind, sample), OCOP_CHART_THEME_SCREEN_LIGHT, 760, 480);
}

const OcopChartMark *
mark_at (const Picture *picture,
         guint          i)
{
  return &g_array_index (picture->geometry->marks, OcopChartMark, i);
}

const OcopChartLabel *
label_at (const Picture *picture,
          guint          i)
{
  return &g_array_index (picture->geometry->labels, OcopChartLabel, i);
}

guint
count_labels (const Picture      *picture,
              OcopChartLabelKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < picture->geometry->labels->len; i++)
    n += label_at (picture, i)->kind == kind;
  return n;
}

const OcopChartLabel *
find_label (const Picture      *picture,
            OcopChartLabelKind  kind,
            const char         *text)
{
  for (guint i = 0; i < picture->geometry->labels->len; i++)
    {
      if (label_at (picture, i)->kind == kind && g_strcmp0 (label_at (picture, i)->text, text) == 0)
        return label_at (picture, i);
    }
  return NULL;
}
