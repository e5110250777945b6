/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-walk.h"

static const OcopChartMark *
mark_at (const OcopChartGeometry *self,
         guint                    place)
{
  return &g_array_index (self->marks, OcopChartMark, place);
}

const OcopChartMark *
ocop_chart_geometry_get_mark (const OcopChartGeometry *self,
                              guint                    series,
                              int                      category)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (mark_at (self, i)->series == series && mark_at (self, i)->category == category)
      return mark_at (self, i);
  return NULL;
}

/* Where @mark stands along the categories. */
static double
place_of (const OcopChartMark *mark,
          OcopChartKind        kind)
{
  if (mark->kind == OCOP_CHART_MARK_SECTOR)
    return mark->from;
  if (mark->kind == OCOP_CHART_MARK_FLOW)
    return mark->box.y + mark->outer;
  return ocop_chart_kind_get_traits (kind)->lies ? mark->box.y + mark->box.height / 2 : mark->box.x + mark->box.width / 2;
}

/* By category, the mark at which it begins: its marks may stand beside one another. */
static GHashTable *
find_beginnings (const OcopChartGeometry *self,
                 OcopChartKind            kind)
{
  GHashTable *beginnings = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (self, i);
      const OcopChartMark *known = g_hash_table_lookup (beginnings, GINT_TO_POINTER (mark->category));

      if (known == NULL || place_of (mark, kind) < place_of (known, kind))
        g_hash_table_insert (beginnings, GINT_TO_POINTER (mark->category), (gpointer) mark);
    }
  return beginnings;
}

static guint
series_between (const OcopChartMark *a,
                const OcopChartMark *b)
{
  return a->series > b->series ? a->series - b->series : b->series - a->series;
}

/* Of @category the mark whose series is nearest to that of @from. */
static const OcopChartMark *
nearest_of_category (const OcopChartGeometry *self,
                     const OcopChartMark     *from,
                     int                      category)
{
  const OcopChartMark *found = NULL;

  for (guint i = 0; i < self->marks->len; i++)
    if (mark_at (self, i)->category == category
        && (found == NULL || series_between (mark_at (self, i), from) < series_between (found, from)))
      found = mark_at (self, i);
  return found;
}

/* @forth: whether to what comes after @from, and not to what comes before it */
static const OcopChartMark *
step_category (const OcopChartGeometry *self,
               OcopChartKind            kind,
               const OcopChartMark     *from,
               gboolean                 forth)
{
  g_autoptr(GHashTable) beginnings = find_beginnings (self, kind);
  double here = place_of (g_hash_table_lookup (beginnings, GINT_TO_POINTER (from->category)), kind), best = G_MAXDOUBLE;
  const OcopChartMark *found = NULL;
  GHashTableIter iter;
  gpointer mark;

  g_hash_table_iter_init (&iter, beginnings);
  while (g_hash_table_iter_next (&iter, NULL, &mark))
    {
      double way = (place_of (mark, kind) - here) * (forth ? 1 : -1);

      if (way <= 0 || way >= best)
        continue;
      found = mark;
      best = way;
    }
  return found != NULL ? nearest_of_category (self, from, found->category) : from;
}

static const OcopChartMark *
step_series (const OcopChartGeometry *self,
             const OcopChartMark     *from,
             gboolean                 forth)
{
  const OcopChartMark *found = NULL;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const OcopChartMark *mark = mark_at (self, i);
      gboolean is_that_way = forth ? mark->series > from->series : mark->series < from->series;

      if (mark->category == from->category && is_that_way
          && (found == NULL || series_between (mark, from) < series_between (found, from)))
        found = mark;
    }
  return found != NULL ? found : from;
}

/* The mark that is first or last along the categories; of its category the first series. */
static const OcopChartMark *
find_end (const OcopChartGeometry *self,
          OcopChartKind            kind,
          gboolean                 last)
{
  const OcopChartMark *found = mark_at (self, 0);

  for (guint i = 1; i < self->marks->len; i++)
    {
      double way = place_of (mark_at (self, i), kind) - place_of (found, kind);

      if (last ? way > 0 : way < 0)
        found = mark_at (self, i);
    }
  while (step_series (self, found, FALSE) != found)
    found = step_series (self, found, FALSE);
  return found;
}

const OcopChartMark *
ocop_chart_geometry_walk (const OcopChartGeometry *self,
                          OcopChartKind            kind,
                          const OcopChartMark     *from,
                          OcopChartWalk            step)
{
  if (self->marks->len == 0)
    return NULL;
  if (from == NULL || step == OCOP_CHART_WALK_FIRST || step == OCOP_CHART_WALK_LAST)
    return find_end (self, kind, step == OCOP_CHART_WALK_LAST);
  if (step == OCOP_CHART_WALK_NEXT_CATEGORY || step == OCOP_CHART_WALK_PREVIOUS_CATEGORY)
    return step_category (self, kind, from, step == OCOP_CHART_WALK_NEXT_CATEGORY);
  return step_series (self, from, step == OCOP_CHART_WALK_NEXT_SERIES);
}
