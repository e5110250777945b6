/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include <math.h>

#include "chart/ocop-chart-text.h"

typedef enum
{
  INK_FULL,
  INK_DIM,
  INK_WARNING,
} Ink;

/* Of each kind of label: its size as a multiple of a category's label; 0 where the theme gives it. */
static const struct
{
  double size;
  gboolean bold;
  Ink ink;
} types[OCOP_CHART_N_LABELS] = {
  [OCOP_CHART_LABEL_TITLE] = { 0, TRUE, INK_FULL },
  [OCOP_CHART_LABEL_SUBTITLE] = { 1.0, FALSE, INK_DIM },
  [OCOP_CHART_LABEL_AXIS] = { 0.88, FALSE, INK_DIM },
  [OCOP_CHART_LABEL_TICK] = { 0.88, FALSE, INK_DIM },
  [OCOP_CHART_LABEL_LEVEL] = { 0.88, TRUE, INK_FULL },
  [OCOP_CHART_LABEL_CATEGORY] = { 1.0, FALSE, INK_FULL },
  [OCOP_CHART_LABEL_VALUE] = { 0.92, FALSE, INK_FULL },
  [OCOP_CHART_LABEL_TOTAL] = { 0.96, TRUE, INK_FULL },
  [OCOP_CHART_LABEL_LEGEND] = { 0.96, FALSE, INK_FULL },
  [OCOP_CHART_LABEL_NOTE] = { 0.85, FALSE, INK_DIM },
  [OCOP_CHART_LABEL_PRACTICE] = { 0.92, TRUE, INK_WARNING },
  [OCOP_CHART_LABEL_CENTRE] = { 2.9, TRUE, INK_FULL },
  [OCOP_CHART_LABEL_CENTRE_UNIT] = { 1.05, FALSE, INK_DIM },
  [OCOP_CHART_LABEL_EMPTY] = { 1.4, FALSE, INK_DIM },
};

static guint32
ink_of (const OcopChartPainter *painter,
        OcopChartLabelKind      kind)
{
  const guint32 inks[] = {
    [INK_FULL] = painter->theme->ink,
    [INK_DIM] = painter->theme->dim_ink,
    [INK_WARNING] = painter->theme->warning_ink,
  };

  return inks[types[kind].ink];
}

static void
set_font (OcopChartPainter   *painter,
          OcopChartLabelKind  kind)
{
  PangoFontDescription *font = pango_font_description_new ();
  double size = types[kind].size > 0 ? types[kind].size * painter->em : painter->theme->title_size * painter->scale;

  pango_font_description_set_family_static (font, painter->theme->family);
  pango_font_description_set_weight (font, types[kind].bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  /* Absolute, or the size would follow the resolution of the surface. */
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (painter->layout, font);
  pango_font_description_free (font);
}

static void
take_extents (OcopChartPainter   *painter,
              OcopChartLabelKind  kind)
{
  PangoRectangle inked, extents;

  pango_layout_get_extents (painter->layout, &inked, &extents);
  /* The great figure in a ring has nothing below its foot: the line's own depth would part it from its unit. */
  if (kind == OCOP_CHART_LABEL_CENTRE)
    {
      extents.y = inked.y;
      extents.height = inked.height;
    }
  painter->set.kind = kind;
  painter->set.x = extents.x / (double) PANGO_SCALE;
  painter->set.y = extents.y / (double) PANGO_SCALE;
  painter->set.width = extents.width / (double) PANGO_SCALE;
  painter->set.height = extents.height / (double) PANGO_SCALE;
  painter->set.cut = pango_layout_is_ellipsized (painter->layout);
}

void
ocop_chart_label_set (OcopChartPainter   *painter,
                      OcopChartLabelKind  kind,
                      const char         *text,
                      double              width,
                      guint               lines)
{
  set_font (painter, kind);
  pango_layout_set_width (painter->layout, width > 0 ? (int) ceil (width * PANGO_SCALE) : -1);
  pango_layout_set_height (painter->layout, -(int) MAX (lines, 1));
  pango_layout_set_alignment (painter->layout, PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (painter->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (painter->layout, width > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_text (painter->layout, text, -1);
  take_extents (painter, kind);
}

void
ocop_chart_label_align (OcopChartPainter *painter,
                        PangoAlignment    alignment)
{
  if (pango_layout_get_line_count (painter->layout) < 2)
    return;
  pango_layout_set_alignment (painter->layout, alignment);
  take_extents (painter, painter->set.kind);
}

void
ocop_chart_label_set_number (OcopChartPainter   *painter,
                             OcopChartLabelKind  kind,
                             gint64              value)
{
  g_autofree char *text = ocop_chart_value_to_people (painter->chart, value);

  ocop_chart_label_set (painter, kind, text, 0, 1);
}

gboolean
ocop_chart_label_fits (OcopChartPainter   *painter,
                       OcopChartLabelKind  kind,
                       const char         *text,
                       double              width,
                       guint               lines)
{
  set_font (painter, kind);
  pango_layout_set_width (painter->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (painter->layout, PANGO_WRAP_WORD);
  pango_layout_set_ellipsize (painter->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_text (painter->layout, text, -1);
  take_extents (painter, kind);
  return painter->set.width <= width && pango_layout_get_line_count (painter->layout) <= (int) lines;
}

double
ocop_chart_label_line_height (OcopChartPainter   *painter,
                              OcopChartLabelKind  kind)
{
  if (painter->lines[kind] == 0)
    {
      ocop_chart_label_set (painter, kind, "0", 0, 1);
      painter->lines[kind] = painter->set.height;
    }
  return painter->lines[kind];
}

gboolean
ocop_chart_box_is_clear (const OcopChartPainter *painter,
                         const OcopChartBox     *box)
{
  if (!ocop_chart_box_holds (&painter->frame, box))
    return FALSE;
  for (guint i = 0; i < painter->geometry->labels->len; i++)
    {
      if (ocop_chart_box_overlaps (&g_array_index (painter->geometry->labels, OcopChartLabel, i).box, box))
        return FALSE;
    }
  return TRUE;
}

static void
record (OcopChartPainter *painter,
        OcopChartBox      box,
        gboolean          turned)
{
  OcopChartLabel label = {
    painter->set.kind, g_strdup (pango_layout_get_text (painter->layout)), painter->set.cut, turned, box,
  };

  g_array_append_val (painter->geometry->labels, label);
}

gboolean
ocop_chart_label_paint_in (OcopChartPainter *painter,
                           double            x,
                           double            y,
                           guint32           ink)
{
  const OcopChartBox box = { x, y, painter->set.width, painter->set.height };

  if (!ocop_chart_box_is_clear (painter, &box))
    return FALSE;
  ocop_chart_set_colour (painter->cr, ink);
  cairo_move_to (painter->cr, x - painter->set.x, y - painter->set.y);
  pango_cairo_show_layout (painter->cr, painter->layout);
  cairo_new_path (painter->cr);
  record (painter, box, FALSE);
  return TRUE;
}

gboolean
ocop_chart_label_paint (OcopChartPainter *painter,
                        double            x,
                        double            y)
{
  return ocop_chart_label_paint_in (painter, x, y, ink_of (painter, painter->set.kind));
}

gboolean
ocop_chart_label_paint_turned (OcopChartPainter *painter,
                               double            x,
                               double            y)
{
  const OcopChartBox box = { x, y, painter->set.height, painter->set.width };

  if (!ocop_chart_box_is_clear (painter, &box))
    return FALSE;
  cairo_save (painter->cr);
  ocop_chart_set_colour (painter->cr, ink_of (painter, painter->set.kind));
  cairo_translate (painter->cr, x, y + painter->set.width);
  cairo_rotate (painter->cr, -G_PI / 2);
  cairo_move_to (painter->cr, -painter->set.x, -painter->set.y);
  pango_cairo_show_layout (painter->cr, painter->layout);
  cairo_new_path (painter->cr);
  cairo_restore (painter->cr);
  record (painter, box, TRUE);
  return TRUE;
}

/* A plain ground within @box, so that a pattern's lines do not cross the letters of @label: around it, or as high as
 * the box where only a sliver of the pattern would be left above. */
static void
paint_ground (OcopChartPainter   *painter,
              const OcopChartBox *label,
              const OcopChartBox *box,
              guint32             colour)
{
  double margin = painter->em * 0.2;
  double edge = painter->theme->edge_width * painter->scale;
  double height = box->height > label->height + painter->em ? label->height : box->height - 2 * edge;

  ocop_chart_set_colour (painter->cr, colour);
  cairo_rectangle (painter->cr, label->x - margin, box->y + (box->height - height) / 2, label->width + 2 * margin, height);
  cairo_fill (painter->cr);
}

void
ocop_chart_label_paint_inside (OcopChartPainter    *painter,
                               gint64               value,
                               const OcopChartBox  *box,
                               const OcopChartFill *fill)
{
  gboolean patterned = fill->pattern != OCOP_CHART_PATTERN_NONE;
  OcopChartBox label = *box;

  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_VALUE, value);
  label.x += (box->width - painter->set.width) / 2;
  label.y += (box->height - painter->set.height) / 2;
  label.width = painter->set.width;
  label.height = painter->set.height;
  /* A logical line is higher than its figures, which may use all but a little of the mark;
   * of a pattern enough has to be left to know it by. */
  if (painter->set.width + painter->em * (patterned ? 1.3 : 0.4) > box->width
      || painter->set.height * 0.85 > box->height || !ocop_chart_box_is_clear (painter, &label))
    return;
  if (patterned)
    paint_ground (painter, &label, box, fill->colour);
  ocop_chart_label_paint_in (painter, label.x, label.y, ocop_chart_theme_ink_on (fill->colour));
}
