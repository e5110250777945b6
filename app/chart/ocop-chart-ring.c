/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include <math.h>

#include "chart/ocop-chart-text.h"

/* Colours that sectors without one of their own take in turn. */
#define N_GROUPS (OCOP_CHART_N_ROLES - OCOP_CHART_ROLE_GROUP_1)

/* As many as the classes always stand by themselves; of more than have a colour, and the rest, two would look alike. */
#define FEWEST_SECTORS 4
#define MOST_SECTORS (N_GROUPS + 1)

/* Of the hole's radius to the ring's. */
#define HOLE 0.6

typedef struct
{
  GPtrArray *slots;
  gint64 total;
  double x, y;
  double radius;
} Ring;

static const OcopChartFill *
sector_fill (OcopChartPainter    *painter,
             const OcopChartSlot *slot,
             guint                place)
{
  if (slot->role != OCOP_CHART_ROLE_INHERIT)
    return &painter->theme->fills[slot->role];
  return &painter->theme->fills[place < N_GROUPS ? OCOP_CHART_ROLE_GROUP_1 + place : OCOP_CHART_ROLE_NEUTRAL];
}

/* One that is the whole ring has no ends. */
static void
trace_sector (cairo_t *cr,
              double   x,
              double   y,
              double   inner,
              double   outer,
              double   from,
              double   to)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, outer, from, to);
  if (to - from >= 2 * G_PI - 1e-6)
    {
      cairo_close_path (cr);
      cairo_new_sub_path (cr);
    }
  cairo_arc_negative (cr, x, y, inner, to, from);
  cairo_close_path (cr);
}

/* The value in the middle of the sector, where the sector is wide enough to hold it. */
static void
paint_sector_value (OcopChartPainter    *painter,
                    const Ring          *ring,
                    const OcopChartSlot *slot,
                    const OcopChartFill *fill,
                    double               from,
                    double               to)
{
  double middle = ring->radius * (1 + HOLE) / 2;
  double side = MIN (ring->radius * (1 - HOLE), middle * (to - from) * 0.8);
  const OcopChartBox box = {
    ring->x + middle * cos ((from + to) / 2) - side / 2, ring->y + middle * sin ((from + to) / 2) - side / 2, side, side,
  };

  ocop_chart_label_paint_inside (painter, slot->values[0], &box, fill);
}

static void
paint_sector (OcopChartPainter    *painter,
              const Ring          *ring,
              const OcopChartSlot *slot,
              guint                place,
              double               from,
              double               to)
{
  const OcopChartFill *fill = sector_fill (painter, slot, place);
  double gap = slot->values[0] < ring->total ? MIN (painter->em * 0.06 / ring->radius, (to - from) / 6) : 0;
  OcopChartMark *mark;

  trace_sector (painter->cr, ring->x, ring->y, ring->radius * HOLE, ring->radius, from + gap, to - gap);
  ocop_chart_fill_path (painter, fill, ring->radius * (1 + HOLE) / 2 * (to - from));
  mark = ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_SECTOR, 0, slot, (OcopChartBox) {
    ring->x - ring->radius, ring->y - ring->radius, 2 * ring->radius, 2 * ring->radius,
  });
  mark->inner = ring->radius * HOLE;
  mark->outer = ring->radius;
  mark->from = from;
  mark->to = to;
  paint_sector_value (painter, ring, slot, fill, from, to);
}

static void
paint_sectors (OcopChartPainter *painter,
               const Ring       *ring)
{
  gint64 before = 0;

  for (guint i = 0; i < ring->slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (ring->slots, i);
      double from = -G_PI / 2 + 2 * G_PI * (double) before / (double) ring->total;

      if (slot->values[0] <= 0)
        continue;
      before += slot->values[0];
      paint_sector (painter, ring, slot, i, from, -G_PI / 2 + 2 * G_PI * (double) before / (double) ring->total);
    }
}

/* The total, smaller or not at all where the hole is small, and below it what was counted. */
static void
paint_centre (OcopChartPainter *painter,
              const Ring       *ring)
{
  const char *unit = ocop_chart_get_text (painter->chart, OCOP_CHART_TEXT_UNIT);
  double room = ring->radius * HOLE * 1.7;
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CENTRE_UNIT);
  double bottom;

  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_CENTRE, ring->total);
  if (painter->set.width > room * 0.9 || painter->set.height + line > room * 0.6)
    ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, ring->total);
  if (painter->set.width > room || painter->set.height > room)
    return;
  bottom = ring->y + (*unit != '\0' ? painter->set.height * 0.2 : painter->set.height / 2);
  ocop_chart_label_paint (painter, ring->x - painter->set.width / 2, bottom - painter->set.height);
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_CENTRE_UNIT, unit, room * 0.85, 1);
  bottom += painter->em * 0.35;
  if (*unit != '\0' && !painter->set.cut && bottom + painter->set.height < ring->y + room / 2)
    ocop_chart_label_paint (painter, ring->x - painter->set.width / 2, bottom);
}

/* The ring's legend is a small table: swatch, name, value, share. */
typedef struct
{
  double name_width;
  double value_width;
  double share_width;
  double line;
  double pitch;
  double swatch;
  double gap;
} Table;

static double
table_width (const Table *table)
{
  return table->swatch * 1.6 + table->name_width + table->value_width + table->share_width + 2 * table->gap;
}

static void
measure_table (OcopChartPainter *painter,
               const Ring       *ring,
               Table            *table)
{
  for (guint i = 0; i < ring->slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (ring->slots, i);
      g_autofree char *share = ocop_chart_share_to_people (slot->values[0], ring->total);

      ocop_chart_label_set (painter, OCOP_CHART_LABEL_LEGEND, slot->label, 0, 1);
      table->name_width = MAX (table->name_width, painter->set.width + 1);
      ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, slot->values[0]);
      table->value_width = MAX (table->value_width, painter->set.width);
      ocop_chart_label_set (painter, OCOP_CHART_LABEL_LEGEND, share, 0, 1);
      table->share_width = MAX (table->share_width, painter->set.width);
    }
}

/* Below the ring names have all the width that their figures leave. */
static double
names_room (const OcopChartPainter *painter,
            const Table            *table)
{
  const OcopChartBox *free = &painter->free;
  double room = free->height > free->width ? free->width - (table_width (table) - table->name_width) : free->width * 0.4;

  return MAX (room, painter->em * 3);
}

static void
paint_table_row (OcopChartPainter    *painter,
                 const Ring          *ring,
                 const Table         *table,
                 guint                place,
                 double               x,
                 double               y)
{
  const OcopChartSlot *slot = g_ptr_array_index (ring->slots, place);
  g_autofree char *share = ocop_chart_share_to_people (slot->values[0], ring->total);
  const OcopChartBox swatch = { x, y + (table->line - table->swatch) / 2, table->swatch, table->swatch };

  ocop_chart_fill_box (painter, sector_fill (painter, slot, place), &swatch);
  x += table->swatch * 1.6;
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_LEGEND, slot->label, table->name_width, 1);
  ocop_chart_label_paint (painter, x, y);
  x += table->name_width + table->gap + table->value_width;
  ocop_chart_label_set_number (painter, OCOP_CHART_LABEL_TOTAL, slot->values[0]);
  ocop_chart_label_paint (painter, x - painter->set.width, y);
  x += table->gap + table->share_width;
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_LEGEND, share, 0, 1);
  ocop_chart_label_paint_in (painter, x - painter->set.width, y, painter->theme->dim_ink);
}

/* Beside the table where the picture is wide, above it where it is tall. */
static void
place_ring (const OcopChartPainter *painter,
            const Table            *table,
            Ring                   *ring,
            OcopChartBox           *table_box)
{
  const OcopChartBox *free = &painter->free;
  double width = table_width (table), height = table->pitch * ring->slots->len;
  double beside = MIN ((free->width - width - painter->em * 3) / 2, free->height / 2);
  double above = MIN (free->width / 2, (free->height - height - painter->em) / 2);

  ring->radius = MAX (MAX (beside, above) * 0.97, 1);
  if (beside >= above)
    {
      double spare = MAX (free->width - 2 * ring->radius - width - painter->em * 3, 0) / 2;

      ring->x = free->x + spare + ring->radius;
      ring->y = free->y + free->height / 2;
      *table_box = (OcopChartBox) { ring->x + ring->radius + painter->em * 3, ring->y - height / 2, width, height };
      return;
    }
  ring->x = free->x + free->width / 2;
  ring->y = free->y + ring->radius;
  *table_box = (OcopChartBox) { ring->x - width / 2, ring->y + ring->radius + painter->em, width, height };
}

static void
paint_table (OcopChartPainter   *painter,
             const Ring         *ring,
             const Table        *table,
             const OcopChartBox *box)
{
  for (guint i = 0; i < ring->slots->len; i++)
    paint_table_row (painter, ring, table, i, box->x, box->y + table->pitch * i + (table->pitch - table->line) / 2);
}

void
ocop_chart_paint_ring (OcopChartPainter *painter)
{
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_TOTAL);
  Table table = { .line = line, .swatch = painter->em * 0.85, .gap = painter->em * 1.2 };
  Ring ring = { .total = ocop_chart_series_total (painter->chart, 0) };
  g_autoptr(GPtrArray) slots = NULL;
  OcopChartBox box;

  slots = ocop_chart_slots_new (painter->chart, (guint) CLAMP (painter->free.height / line, FEWEST_SECTORS, MOST_SECTORS), TRUE);
  table.pitch = CLAMP (painter->free.height / slots->len, line, line * 1.55);
  ring.slots = slots;
  measure_table (painter, &ring, &table);
  table.name_width = MIN (table.name_width, names_room (painter, &table));
  place_ring (painter, &table, &ring, &box);
  painter->geometry->plot = painter->free;
  paint_sectors (painter, &ring);
  paint_centre (painter, &ring);
  if (ocop_chart_box_is_clear (painter, &box))
    paint_table (painter, &ring, &table, &box);
}
