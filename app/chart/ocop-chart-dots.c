/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-text.h"

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* Of gint64: the known values of @slot, the smallest first. */
static GArray *
sort_values (const OcopChartPainter *painter,
             const OcopChartSlot    *slot)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ocop_chart_n_series (painter->chart); i++)
    if (slot->values[i] != OCOP_CHART_UNKNOWN)
      g_array_append_val (values, slot->values[i]);
  g_array_sort (values, compare_values);
  return values;
}

static double
y_of (const OcopChartAxes *axes,
      gint64               value)
{
  return axes->plot.y + axes->plot.height - ocop_chart_axes_length (axes, value, axes->plot.height);
}

/* How wide a column is: as its members need it, who stand side by side, and apart from the next column. */
static double
column_width (const OcopChartPainter *painter,
              const OcopChartAxes    *axes)
{
  return MIN (axes->pitch * 0.8, MAX (ocop_chart_n_series (painter->chart) * 2.4 * ocop_chart_point_radius (painter), painter->em * 3));
}

/* What members should be within; in the colour of a warning, and with an edge, where they are not. */
static void
draw_band (OcopChartPainter   *painter,
           gboolean            exceeded,
           const OcopChartBox *box)
{
  const OcopChartTheme *theme = painter->theme;

  cairo_rectangle (painter->cr, box->x, box->y, box->width, box->height);
  if (exceeded)
    ocop_chart_set_colour (painter->cr, ocop_chart_mix (theme->background, theme->fills[OCOP_CHART_ROLE_WARNING].colour, 0.3));
  else
    ocop_chart_set_track_colour (painter);
  cairo_fill (painter->cr);
  if (!exceeded)
    return;
  cairo_rectangle (painter->cr, box->x, box->y, box->width, box->height);
  ocop_chart_set_colour (painter->cr, theme->warning_ink);
  cairo_set_line_width (painter->cr, MAX (theme->grid_width, 0.75) * painter->scale);
  cairo_stroke (painter->cr);
}

void
ocop_chart_paint_dots_key (OcopChartPainter   *painter,
                           OcopChartRole       role,
                           const OcopChartBox *box)
{
  draw_band (painter, role == OCOP_CHART_ROLE_WARNING, box);
}

static gboolean
is_exceeded (const OcopChart *chart,
             const GArray    *values)
{
  return values->len > 1
         && g_array_index (values, gint64, values->len - 1) - g_array_index (values, gint64, 0) > ocop_chart_get_limit (chart);
}

static gboolean
exceeds_somewhere (const OcopChartPainter *painter)
{
  g_autoptr(GPtrArray) slots = ocop_chart_slots_new (painter->chart, G_MAXUINT, FALSE);

  for (guint i = 0; i < slots->len; i++)
    {
      g_autoptr(GArray) values = sort_values (painter, g_ptr_array_index (slots, i));

      if (is_exceeded (painter->chart, values))
        return TRUE;
    }
  return FALSE;
}

void
ocop_chart_add_dots_keys (const OcopChartPainter *painter,
                          GArray                 *keys)
{
  gint64 limit = ocop_chart_get_limit (painter->chart);
  g_autofree char *number = ocop_chart_value_to_people (painter->chart, limit);
  OcopChartKey key = { OCOP_CHART_ROLE_NEUTRAL };

  if (limit == OCOP_CHART_UNKNOWN)
    return;
  key.words = g_strdup_printf ("%s: %s", ocop_chart_get_text (painter->chart, OCOP_CHART_TEXT_LIMIT), number);
  g_array_append_val (keys, key);
  if (!exceeds_somewhere (painter))
    return;
  key = (OcopChartKey) { OCOP_CHART_ROLE_WARNING, g_strdup (_("Further apart")) };
  g_array_append_val (keys, key);
}

/* Half the limit to either side of the middle value. */
static void
paint_band (OcopChartPainter    *painter,
            const OcopChartAxes *axes,
            const GArray        *values,
            double               x)
{
  gint64 limit = ocop_chart_get_limit (painter->chart);
  gint64 middle = g_array_index (values, gint64, values->len / 2);
  double top = MAX (y_of (axes, middle + limit / 2), axes->plot.y);
  double foot = MIN (y_of (axes, middle - limit / 2), axes->plot.y + axes->plot.height);
  double width = column_width (painter, axes);

  draw_band (painter, is_exceeded (painter->chart, values), &(OcopChartBox) { x - width / 2, top, width, MAX (foot - top, 0) });
}

/* Whether a label from @y on is in the plot and no level's line goes through it. */
static gboolean
is_free (OcopChartPainter    *painter,
         const OcopChartAxes *axes,
         double               y)
{
  double foot = y + painter->set.height;

  for (guint i = 0; i < ocop_chart_n_levels (painter->chart); i++)
    {
      double line = y_of (axes, ocop_chart_get_level (painter->chart, i)->value);

      if (line > y && line < foot)
        return FALSE;
    }
  return y >= axes->plot.y && foot < axes->plot.y + axes->plot.height;
}

/* How far apart they are, below the lowest, or else above the highest; of a value alone, itself. */
static void
paint_spread (OcopChartPainter    *painter,
              const OcopChartAxes *axes,
              const GArray        *values,
              double               x)
{
  gint64 lowest = g_array_index (values, gint64, 0), highest = g_array_index (values, gint64, values->len - 1);
  double beside = ocop_chart_point_radius (painter) * 1.5;
  double below = y_of (axes, lowest) + beside, above;

  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_VALUE, values->len > 1 ? highest - lowest : highest);
  above = y_of (axes, highest) - beside - painter->set.height;
  if (painter->set.width < axes->pitch && (is_free (painter, axes, below) || is_free (painter, axes, above)))
    ocop_chart_label_paint_in (painter, x - painter->set.width / 2, is_free (painter, axes, below) ? below : above,
                               is_exceeded (painter->chart, values) ? painter->theme->warning_ink : painter->theme->dim_ink);
}

/* How far from the column's middle a member has its place, the same in all columns: equal values stay apart. */
static double
place_beside (const OcopChartPainter *painter,
              const OcopChartAxes    *axes,
              guint                   series)
{
  guint n = ocop_chart_n_series (painter->chart);
  double room = MAX (column_width (painter, axes) - 3 * ocop_chart_point_radius (painter), 0);

  return n > 1 ? room * ((double) series / (n - 1) - 0.5) : 0;
}

static void
paint_slot (OcopChartPainter    *painter,
            const OcopChartAxes *axes,
            const OcopChartSlot *slot,
            double               x)
{
  g_autoptr(GArray) values = sort_values (painter, slot);
  gboolean limited = ocop_chart_get_limit (painter->chart) != OCOP_CHART_UNKNOWN;

  if (limited && values->len > 1)
    paint_band (painter, axes, values, x);
  for (guint i = 0; i < ocop_chart_n_series (painter->chart); i++)
    {
      double own = x + place_beside (painter, axes, i);

      if (slot->values[i] == OCOP_CHART_UNKNOWN)
        continue;
      ocop_chart_point_draw (painter, i, own, y_of (axes, slot->values[i]));
      ocop_chart_point_record (painter, i, slot, own, y_of (axes, slot->values[i]));
    }
  if (values->len == 1 || (limited && values->len > 1))
    paint_spread (painter, axes, values, x);
}

void
ocop_chart_paint_dots (OcopChartPainter *painter)
{
  g_auto(OcopChartAxes) axes = { 0 };

  ocop_chart_axes_paint_upright (painter, &axes);
  ocop_chart_levels_paint_across (painter, &axes);
  for (guint i = 0; i < axes.slots->len; i++)
    paint_slot (painter, &axes, g_ptr_array_index (axes.slots, i), axes.plot.x + axes.pitch * (i + 0.5));
}
