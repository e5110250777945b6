/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "chart/ocop-chart-paint.h"
#include "chart/ocop-chart-scale.h"
#include "chart/ocop-chart-slots.h"

G_BEGIN_DECLS

/**
 * OcopChartPainter:
 * @scale: by which lengths of the theme are multiplied
 * @em: size of a category's label, the measure of all spacing
 * @free: what no one has painted on yet; header, footer and legend take their
 *   strips off it, the rest is the plot's
 * @layout: the one layout, holding the text that was set last
 * @lines: how high a line of each kind of label is; 0 until somebody asks
 * @set: that text, its kind, its extents and whether it was cut
 *
 * One run of the painter.
 */
typedef struct
{
  const OcopChart *chart;
  const OcopChartTheme *theme;
  cairo_t *cr;
  double scale;
  double em;
  OcopChartBox frame;
  OcopChartBox free;
  OcopChartGeometry *geometry;
  PangoLayout *layout;
  double lines[OCOP_CHART_N_LABELS];
  struct
  {
    OcopChartLabelKind kind;
    double x, y;
    double width, height;
    gboolean cut;
  } set;
} OcopChartPainter;

/* ocop-chart-label.c: set a text, look at its extents, then place it. */

/* Sets @text to be wrapped at @width (0: never) into at most @lines, then cut. */
void     ocop_chart_label_set         (OcopChartPainter   *painter,
                                       OcopChartLabelKind  kind,
                                       const char         *text,
                                       double              width,
                                       guint               lines);
void     ocop_chart_label_set_number  (OcopChartPainter   *painter,
                                       OcopChartLabelKind  kind,
                                       gint64              value);
/* Whether @text needs neither a broken word nor more than @lines at @width. */
gboolean ocop_chart_label_fits        (OcopChartPainter   *painter,
                                       OcopChartLabelKind  kind,
                                       const char         *text,
                                       double              width,
                                       guint               lines);
/* The lines of the text that was set start at the left unless told. */
void     ocop_chart_label_align       (OcopChartPainter   *painter,
                                       PangoAlignment      alignment);
double   ocop_chart_label_line_height (OcopChartPainter   *painter,
                                       OcopChartLabelKind  kind);
/* Whether @box is within the frame and touches no label. */
gboolean ocop_chart_box_is_clear      (const OcopChartPainter *painter,
                                       const OcopChartBox     *box);
/* Paints the text that was set, its upper left corner at @x, @y, unless it would leave the
 * frame or touch a label that is there: what comes first goes first. Says whether it did. */
gboolean ocop_chart_label_paint       (OcopChartPainter   *painter,
                                       double              x,
                                       double              y);
gboolean ocop_chart_label_paint_in    (OcopChartPainter   *painter,
                                       double              x,
                                       double              y,
                                       guint32             ink);
/* The same, read upwards: the corner is that of what it covers once turned. */
gboolean ocop_chart_label_paint_turned (OcopChartPainter  *painter,
                                        double             x,
                                        double             y);
/* The value of a mark, in the middle of @box where it fits, in an ink that is read on @fill. */
void     ocop_chart_label_paint_inside (OcopChartPainter    *painter,
                                        gint64               value,
                                        const OcopChartBox  *box,
                                        const OcopChartFill *fill);

/* ocop-chart-fill.c */
void     ocop_chart_set_colour        (cairo_t             *cr,
                                       guint32              colour);
/* For what is behind marks and shows how far they could go: seen, but never as a mark. */
void     ocop_chart_set_track_colour  (OcopChartPainter    *painter);
/* Fills the current path by @fill and clears it. Of a path that is hardly @thickness thick somewhere
 * the edge is finer, so that it does not cover it. */
void     ocop_chart_fill_path         (OcopChartPainter    *painter,
                                       const OcopChartFill *fill,
                                       double               thickness);
void     ocop_chart_fill_box          (OcopChartPainter    *painter,
                                       const OcopChartFill *fill,
                                       const OcopChartBox  *box);
const OcopChartFill *ocop_chart_fill_for (OcopChartPainter    *painter,
                                          guint                series,
                                          const OcopChartSlot *slot);

/* ocop-chart-legend.c: a strip of the series' names, taken off the top of what is free. */
void     ocop_chart_paint_legend      (OcopChartPainter    *painter);

/**
 * OcopChartAxes:
 * @plot: where marks stand; values count from its lower edge upwards, or in
 *   rows from its left edge
 * @pitch: from one slot to the next
 * @levels_foot: of the strip above the plot that is kept for the levels' labels
 * @joins_figures: whether the bars of a row are too low for a figure each, so
 *   that all of them stand together behind the longest
 */
typedef struct
{
  GPtrArray *slots;
  OcopChartScale scale;
  OcopChartBox plot;
  double pitch;
  double levels_foot;
  gboolean joins_figures;
} OcopChartAxes;

/* What is less thick than this at a scale of 1 is not seen. */
#define OCOP_CHART_LEAST_SEEN 1.5

/* How much of its pitch a group of upright bars takes. */
#define OCOP_CHART_GROUP_SHARE 0.84

/* ocop-chart-axis.c */
void     ocop_chart_axes_clear        (OcopChartAxes       *axes);
/* Lays out and paints the axes of upright marks in all that is free. */
void     ocop_chart_axes_paint_upright (OcopChartPainter   *painter,
                                        OcopChartAxes      *axes);
/* The same for rows. */
void     ocop_chart_axes_paint_rows   (OcopChartPainter    *painter,
                                       OcopChartAxes       *axes);
/* How long @value is on a plot that holds its scale in @length. */
double   ocop_chart_axes_length       (const OcopChartAxes *axes,
                                       gint64               value,
                                       double               length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopChartAxes, ocop_chart_axes_clear)

/* ocop-chart-level.c: the room for the levels' labels, and the levels over the marks. */
double   ocop_chart_levels_width      (OcopChartPainter    *painter);
double   ocop_chart_levels_height     (OcopChartPainter    *painter);
void     ocop_chart_levels_paint_across (OcopChartPainter    *painter,
                                         const OcopChartAxes *axes);
void     ocop_chart_levels_paint_down (OcopChartPainter    *painter,
                                       const OcopChartAxes *axes);
void     ocop_chart_level_paint_down  (OcopChartPainter     *painter,
                                       const OcopChartAxes  *axes,
                                       const OcopChartLevel *level,
                                       double                x);
/* Of moments of which some are to come: a line down at the last one that was counted, with its name. */
void     ocop_chart_level_paint_day   (OcopChartPainter    *painter,
                                       const OcopChartAxes *axes);

/* ocop-chart-names.c: the names of @slots, each beside its row. */
double   ocop_chart_names_widest      (OcopChartPainter    *painter,
                                       const GPtrArray     *slots);
/* How wide they may be where others keep @others of what is free: the marks need their room too. */
double   ocop_chart_names_width       (OcopChartPainter    *painter,
                                       const GPtrArray     *slots,
                                       double               others);
/* The most rows in @height at which each name is whole on one to three lines: of @slots, as many as there are in rows
 * @least_pitch high, those that then have none are put together in the last. Names that three lines cannot hold ask for
 * nothing, and four rows are drawn whatever the names, if they have room. */
guint    ocop_chart_names_most_rows   (OcopChartPainter    *painter,
                                       const GPtrArray     *slots,
                                       double               width,
                                       double               height,
                                       double               least_pitch);
/* Of rows that share @height, at most @most unless a name needs more. */
double   ocop_chart_names_pitch       (OcopChartPainter    *painter,
                                       const GPtrArray     *slots,
                                       double               width,
                                       double               height,
                                       double               most);
/* In as many lines as a row @pitch high has room for; cut as a last resort, where a name is longer than these.
 * The table and the words under the pointer have it whole. */
void     ocop_chart_name_set          (OcopChartPainter    *painter,
                                       const char          *name,
                                       double               width,
                                       double               pitch);
/* Ends at @right, in the middle of a row @pitch high. */
void     ocop_chart_name_paint        (OcopChartPainter    *painter,
                                       const char          *name,
                                       double               width,
                                       double               right,
                                       double               middle,
                                       double               pitch);

/* ocop-chart-rows.c: "33 · 11 · 3 · 1" */
char    *ocop_chart_rows_dup_figures  (const OcopChart     *chart,
                                       const OcopChartSlot *slot);

/* One painter per kind; each takes all that is free. */
void     ocop_chart_paint_bars        (OcopChartPainter    *painter);
void     ocop_chart_paint_rows        (OcopChartPainter    *painter);
void     ocop_chart_paint_ring        (OcopChartPainter    *painter);
void     ocop_chart_paint_line        (OcopChartPainter    *painter);
void     ocop_chart_paint_area        (OcopChartPainter    *painter);
void     ocop_chart_paint_bullet      (OcopChartPainter    *painter);
void     ocop_chart_paint_heat        (OcopChartPainter    *painter);
void     ocop_chart_paint_histogram   (OcopChartPainter    *painter);
void     ocop_chart_paint_dots        (OcopChartPainter    *painter);
void     ocop_chart_paint_funnel      (OcopChartPainter    *painter);
void     ocop_chart_paint_flows       (OcopChartPainter    *painter);
/* ocop-chart-outline.c: the band of a flow as a path. */
void     ocop_chart_mark_trace_flow   (cairo_t              *cr,
                                       const OcopChartMark  *mark);
/* ocop-chart-point.c: points of different series differ in colour and in shape. */
double   ocop_chart_point_radius      (const OcopChartPainter *painter);
guint32  ocop_chart_point_colour      (OcopChartPainter    *painter,
                                       guint                series);
void     ocop_chart_point_draw        (OcopChartPainter    *painter,
                                       guint                series,
                                       double               x,
                                       double               y);
void     ocop_chart_point_record      (OcopChartPainter    *painter,
                                       guint                series,
                                       const OcopChartSlot *slot,
                                       double               x,
                                       double               y);
/* What a bullet shows of a series: its bar, or its mark. */
void     ocop_chart_paint_bullet_swatch (OcopChartPainter   *painter,
                                         guint               series,
                                         const OcopChartBox *box);

/**
 * OcopChartKey:
 * @words: (transfer full): what a mark in the colour of @role says
 *
 * An entry of the legend after those of the series.
 */
typedef struct
{
  OcopChartRole role;
  char *words;
} OcopChartKey;

void     ocop_chart_add_bullet_keys   (const OcopChartPainter *painter,
                                       GArray                 *keys);
void     ocop_chart_paint_bullet_key  (OcopChartPainter    *painter,
                                       OcopChartRole        role,
                                       const OcopChartBox  *box);
void     ocop_chart_add_dots_keys     (const OcopChartPainter *painter,
                                       GArray                 *keys);
void     ocop_chart_paint_dots_key    (OcopChartPainter    *painter,
                                       OcopChartRole        role,
                                       const OcopChartBox  *box);
void     ocop_chart_add_area_keys     (const OcopChartPainter *painter,
                                       GArray                 *keys);
void     ocop_chart_paint_area_key    (OcopChartPainter    *painter,
                                       const OcopChartBox  *box);
/* A piece of a series' line with one of its points, for the legend. */
void     ocop_chart_paint_line_swatch (OcopChartPainter    *painter,
                                       guint                series,
                                       const OcopChartBox  *box);

/* Writes the total of the rest at the foot of @room, upwards where that is too narrow, and records @room. */
void           ocop_chart_painter_write_rest (OcopChartPainter    *painter,
                                              const OcopChartSlot *slot,
                                              OcopChartBox         room);
/* Records what was drawn and returns the record, for more to be filled in. */
OcopChartMark *ocop_chart_painter_add_mark (OcopChartPainter    *painter,
                                            OcopChartMarkKind    kind,
                                            guint                series,
                                            const OcopChartSlot *slot,
                                            OcopChartBox         box);

G_END_DECLS
