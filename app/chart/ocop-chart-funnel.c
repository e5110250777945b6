/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include "chart/ocop-chart-text.h"

/**
 * Funnel:
 * @names: the width kept for the names, on the left
 * @shares: the width kept for each part's share of the one before, on the right
 */
typedef struct
{
  GPtrArray *slots;
  gint64 largest;
  OcopChartBox plot;
  double names;
  double shares;
  double pitch;
} Funnel;

static void
funnel_clear (Funnel *funnel)
{
  g_clear_pointer (&funnel->slots, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Funnel, funnel_clear)

static const OcopChartSlot *
slot_at (const Funnel *funnel,
         guint         place)
{
  return g_ptr_array_index (funnel->slots, place);
}

/* Of the part before; "" where there is none, or nothing was in it. */
static char *
dup_share (const Funnel *funnel,
           guint         place)
{
  gboolean is_step = place > 0 && slot_at (funnel, place)->category != OCOP_CHART_REST;
  gint64 before = is_step ? slot_at (funnel, place - 1)->values[0] : 0;

  return before > 0 ? ocop_chart_share_to_people (slot_at (funnel, place)->values[0], before) : g_strdup ("");
}

static void
measure (OcopChartPainter *painter,
         Funnel           *funnel)
{
  for (guint i = 0; i < funnel->slots->len; i++)
    {
      g_autofree char *share = dup_share (funnel, i);

      ocop_chart_label_set (painter, OCOP_CHART_LABEL_VALUE, share, 0, 1);
      funnel->shares = MAX (funnel->shares, painter->set.width);
    }
  funnel->names = ocop_chart_names_width (painter, funnel->slots, funnel->shares + painter->em * 1.6);
}

static void
place (OcopChartPainter *painter,
       Funnel           *funnel)
{
  funnel->plot = painter->free;
  funnel->plot.x += funnel->names + painter->em * 0.8;
  funnel->plot.width = MAX (funnel->plot.width - funnel->names - funnel->shares - painter->em * 1.6, 1);
  funnel->pitch = ocop_chart_names_pitch (painter, funnel->slots, funnel->names, funnel->plot.height, painter->em * 5);
  funnel->plot.height = funnel->pitch * funnel->slots->len;
  painter->geometry->plot = funnel->plot;
}

static void
lay_out (OcopChartPainter *painter,
         Funnel           *funnel,
         guint             most)
{
  funnel_clear (funnel);
  *funnel = (Funnel) { ocop_chart_slots_new (painter->chart, most, TRUE) };
  funnel->largest = MAX (ocop_chart_slots_largest (funnel->slots, 1, FALSE), 1);
  measure (painter, funnel);
  place (painter, funnel);
}

/* Rather fewer parts than names that are cut. */
static void
find_place (OcopChartPainter *painter,
            Funnel           *funnel)
{
  double least_pitch = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_TOTAL) * 1.25;
  guint most;

  lay_out (painter, funnel, (guint) MAX (painter->free.height / least_pitch, 1));
  most = ocop_chart_names_most_rows (painter, funnel->slots, funnel->names, painter->free.height, least_pitch);
  if (most < funnel->slots->len)
    lay_out (painter, funnel, most);
}

static OcopChartBox
box_of (const Funnel *funnel,
        guint         place)
{
  gint64 value = MAX (slot_at (funnel, place)->values[0], 0);
  double width = funnel->plot.width * (double) value / (double) funnel->largest;
  double height = funnel->pitch * 0.72;

  return (OcopChartBox) {
    funnel->plot.x + (funnel->plot.width - width) / 2, funnel->plot.y + funnel->pitch * place + (funnel->pitch - height) / 2,
    width, height,
  };
}

/* The slope from one part to the next shows what was lost between them. */
static void
paint_slope (OcopChartPainter   *painter,
             const OcopChartBox *upper,
             const OcopChartBox *lower)
{
  cairo_t *cr = painter->cr;

  cairo_move_to (cr, upper->x, upper->y + upper->height);
  cairo_line_to (cr, upper->x + upper->width, upper->y + upper->height);
  cairo_line_to (cr, lower->x + lower->width, lower->y);
  cairo_line_to (cr, lower->x, lower->y);
  cairo_close_path (cr);
  ocop_chart_set_track_colour (painter);
  cairo_fill (cr);
}

/* In the bar where that is wide enough, else after it. */
static void
paint_value (OcopChartPainter    *painter,
             const OcopChartSlot *slot,
             const OcopChartFill *fill,
             const OcopChartBox  *box)
{
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, slot->values[0]);
  if (painter->set.height * 0.85 > box->height)
    return;
  if (painter->set.width + painter->em < box->width)
    ocop_chart_label_paint_in (painter, box->x + (box->width - painter->set.width) / 2, box->y + (box->height - painter->set.height) / 2,
                               ocop_chart_theme_ink_on (fill->colour));
  else
    ocop_chart_label_paint (painter, box->x + box->width + painter->em * 0.4, box->y + (box->height - painter->set.height) / 2);
}

static void
paint_words (OcopChartPainter *painter,
             const Funnel     *funnel,
             guint             place)
{
  g_autofree char *share = dup_share (funnel, place);
  double middle = funnel->plot.y + funnel->pitch * (place + 0.5);
  double right = painter->free.x + painter->free.width;
  OcopChartBox before, own;

  ocop_chart_name_paint (painter, slot_at (funnel, place)->label, funnel->names, painter->free.x + funnel->names, middle, funnel->pitch);
  if (*share == '\0')
    return;
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_VALUE, share, 0, 1);
  /* Beside the slope that it tells of. */
  before = box_of (funnel, place - 1);
  own = box_of (funnel, place);
  ocop_chart_label_paint_in (painter, MIN (MAX (before.x + before.width, own.x + own.width) + painter->em * 0.5, right - painter->set.width),
                             middle - funnel->pitch / 2 - painter->set.height / 2, painter->theme->dim_ink);
}

static void
paint_part (OcopChartPainter *painter,
            const Funnel     *funnel,
            guint             place)
{
  const OcopChartSlot *slot = slot_at (funnel, place);
  const OcopChartFill *fill = ocop_chart_fill_for (painter, 0, slot);
  OcopChartBox box = box_of (funnel, place);

  if (place > 0)
    {
      OcopChartBox before = box_of (funnel, place - 1);

      paint_slope (painter, &before, &box);
    }
  if (slot->values[0] > 0)
    ocop_chart_fill_box (painter, fill, &box);
  if (slot->values[0] != OCOP_CHART_UNKNOWN)
    ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_BAR, 0, slot, box);
  paint_value (painter, slot, fill, &box);
}

/* From the least to the most: nobody adds who came to one step to who came to the next. */
static void
paint_rest (OcopChartPainter *painter,
            const Funnel     *funnel,
            guint             place)
{
  g_autofree char *range = ocop_chart_slot_dup_range (slot_at (funnel, place), painter->chart, 0);

  ocop_chart_label_set (painter, OCOP_CHART_LABEL_VALUE, range, 0, 1);
  ocop_chart_label_paint (painter, funnel->plot.x + (funnel->plot.width - painter->set.width) / 2,
                          funnel->plot.y + funnel->pitch * (place + 0.5) - painter->set.height / 2);
}

void
ocop_chart_paint_funnel (OcopChartPainter *painter)
{
  g_auto(Funnel) funnel = { NULL };

  find_place (painter, &funnel);
  for (guint i = 0; i < funnel.slots->len; i++)
    {
      paint_words (painter, &funnel, i);
      if (slot_at (&funnel, i)->category != OCOP_CHART_REST)
        paint_part (painter, &funnel, i);
      else
        paint_rest (painter, &funnel, i);
    }
}
