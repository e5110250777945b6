/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-text.h"

static void (*const painters[OCOP_CHART_N_KINDS]) (OcopChartPainter *painter) = {
  [OCOP_CHART_BARS] = ocop_chart_paint_bars,
  [OCOP_CHART_STACKED_BARS] = ocop_chart_paint_bars,
  [OCOP_CHART_ROWS] = ocop_chart_paint_rows,
  [OCOP_CHART_STACKED_ROWS] = ocop_chart_paint_rows,
  [OCOP_CHART_RING] = ocop_chart_paint_ring,
  [OCOP_CHART_LINE] = ocop_chart_paint_line,
  [OCOP_CHART_AREA] = ocop_chart_paint_area,
  [OCOP_CHART_BULLET] = ocop_chart_paint_bullet,
  [OCOP_CHART_HEAT] = ocop_chart_paint_heat,
  [OCOP_CHART_HISTOGRAM] = ocop_chart_paint_histogram,
  [OCOP_CHART_DOTS] = ocop_chart_paint_dots,
  [OCOP_CHART_FUNNEL] = ocop_chart_paint_funnel,
  [OCOP_CHART_FLOWS] = ocop_chart_paint_flows,
};

OcopChartMark *
ocop_chart_painter_add_mark (OcopChartPainter    *painter,
                             OcopChartMarkKind    kind,
                             guint                series,
                             const OcopChartSlot *slot,
                             OcopChartBox         box)
{
  const OcopChartMark mark = {
    .kind = kind,
    .series = series,
    .category = slot->category,
    .value = series == OCOP_CHART_ALL_SERIES ? slot->total : slot->values[series],
    .box = box,
  };
  GArray *marks = painter->geometry->marks;

  g_array_append_val (marks, mark);
  return &g_array_index (marks, OcopChartMark, marks->len - 1);
}

void
ocop_chart_painter_write_rest (OcopChartPainter    *painter,
                               const OcopChartSlot *slot,
                               OcopChartBox         room)
{
  double middle = room.x + room.width / 2, foot = room.y + room.height;

  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, slot->total);
  ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_WRITTEN, OCOP_CHART_ALL_SERIES, slot, room);
  if (painter->set.width > room.width)
    ocop_chart_label_paint_turned (painter, middle - painter->set.height / 2, foot - painter->set.width);
  else
    ocop_chart_label_paint (painter, middle - painter->set.width / 2, foot - painter->set.height);
}

/* Titles take at most a quarter of the height: the figures come first. */
static void
paint_header_text (OcopChartPainter   *painter,
                   OcopChartLabelKind  kind,
                   const char         *text)
{
  double line = ocop_chart_label_line_height (painter, kind);
  double room = painter->frame.height * 0.25 - (painter->free.y - painter->frame.y);

  if (*text == '\0' || room < line)
    return;
  ocop_chart_label_set (painter, kind, text, painter->free.width, (guint) (room / line));
  ocop_chart_label_paint (painter, painter->free.x, painter->free.y);
  painter->free.y += painter->set.height;
  painter->free.height -= painter->set.height;
}

static void
paint_header (OcopChartPainter *painter)
{
  double gap = painter->em * 0.9;

  paint_header_text (painter, OCOP_CHART_LABEL_TITLE, ocop_chart_get_text (painter->chart, OCOP_CHART_TEXT_TITLE));
  paint_header_text (painter, OCOP_CHART_LABEL_SUBTITLE, ocop_chart_get_text (painter->chart, OCOP_CHART_TEXT_SUBTITLE));
  painter->free.y += gap;
  painter->free.height -= gap;
}

/* Takes a strip for the text that was set off the bottom and returns its upper edge. */
static double
take_from_bottom (OcopChartPainter *painter,
                  double            gap)
{
  painter->free.height -= painter->set.height + gap;
  return painter->free.y + painter->free.height + gap;
}

static void
paint_footer (OcopChartPainter *painter)
{
  g_autofree char *note = ocop_chart_source_line (painter->chart);
  double gap = painter->em * 0.6;
  double practice_width = 0, y = 0;

  if (ocop_chart_get_flags (painter->chart) & OCOP_CHART_PRACTICE)
    {
      ocop_chart_label_set (painter, OCOP_CHART_LABEL_PRACTICE, _("PRACTICE DATA"), painter->free.width, 1);
      practice_width = painter->set.width + painter->em;
      y = take_from_bottom (painter, gap);
      gap = 0;
      ocop_chart_label_paint (painter, painter->free.x + painter->free.width - painter->set.width, y);
    }
  if (*note == '\0')
    return;
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_NOTE, note, painter->free.width - practice_width, 2);
  /* Beside the practice mark when it is short enough, else above it. */
  if (practice_width == 0 || painter->set.cut || pango_layout_get_line_count (painter->layout) > 1)
    {
      ocop_chart_label_set (painter, OCOP_CHART_LABEL_NOTE, note, painter->free.width, 2);
      y = take_from_bottom (painter, gap);
    }
  ocop_chart_label_paint (painter, painter->free.x, y);
}

static void
paint_empty (OcopChartPainter *painter)
{
  const OcopChartBox *free = &painter->free;

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_EMPTY, _("No figures yet"), free->width, 2);
  ocop_chart_label_paint (painter, free->x + (free->width - painter->set.width) / 2,
                          free->y + (free->height - painter->set.height) / 2);
}

static void
start (OcopChartPainter *painter,
       double            width,
       double            height)
{
  const OcopChartTheme *theme = painter->theme;
  cairo_font_options_t *options = cairo_font_options_create ();
  double padding;

  painter->scale = theme->design_width > 0 ? MIN (width / theme->design_width, height / theme->design_height) : 1;
  painter->em = theme->size * painter->scale;
  padding = MIN (theme->padding * painter->scale, MIN (width, height) / 12);
  painter->frame = (OcopChartBox) { padding, padding, width - 2 * padding, height - 2 * padding };
  painter->free = painter->frame;
  painter->geometry = ocop_chart_geometry_new ();
  painter->layout = pango_cairo_create_layout (painter->cr);
  /* The same metrics on screen, in files and on paper, so that a layout never depends on the surface. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (pango_layout_get_context (painter->layout), options);
  pango_layout_context_changed (painter->layout);
  cairo_font_options_destroy (options);
}

static void
paint_body (OcopChartPainter *painter)
{
  OcopChartKind kind = ocop_chart_get_kind (painter->chart);

  if (ocop_chart_is_empty (painter->chart))
    {
      paint_empty (painter);
      return;
    }
  if (ocop_chart_kind_get_traits (kind)->legend != OCOP_CHART_LEGEND_NONE && ocop_chart_n_series (painter->chart) > 1)
    ocop_chart_paint_legend (painter);
  painters[kind] (painter);
}

OcopChartGeometry *
ocop_chart_paint (const OcopChart      *chart,
                  cairo_t              *cr,
                  double                width,
                  double                height,
                  const OcopChartTheme *theme,
                  OcopChartPaintFlags   flags)
{
  OcopChartPainter painter = { .chart = chart, .theme = theme, .cr = cr };

  cairo_save (cr);
  start (&painter, width, height);
  if (!(flags & OCOP_CHART_PAINT_TRANSPARENT))
    {
      ocop_chart_set_colour (cr, theme->background);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  if (!(flags & OCOP_CHART_PAINT_BARE))
    paint_header (&painter);
  paint_footer (&painter);
  paint_body (&painter);
  g_object_unref (painter.layout);
  cairo_restore (cr);
  return painter.geometry;
}
