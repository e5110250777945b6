/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-question.h"

#include <glib/gi18n.h>

#include "report/chart/ocop-chart-compare.h"
#include "report/chart/ocop-chart-data.h"
#include "report/ocop-office-area.h"
#include "report/ocop-report-scope.h"

OcopChartQuestion *
ocop_chart_question_copy (const OcopChartQuestion *self)
{
  OcopChartQuestion *copy = g_new (OcopChartQuestion, 1);

  *copy = (OcopChartQuestion) {
    g_strdup (self->chart), g_strdup (self->subject), self->base != NULL ? ocop_query_copy (self->base) : NULL,
    g_strdup (self->place), g_strdup (self->sector), g_strdup (self->against), self->on, self->named,
  };
  return copy;
}

void
ocop_chart_question_free (OcopChartQuestion *self)
{
  g_free (self->chart);
  g_free (self->subject);
  g_clear_pointer (&self->base, ocop_query_free);
  g_free (self->place);
  g_free (self->sector);
  g_free (self->against);
  g_free (self);
}

/* (transfer full): what @base is then called */
static char *
narrow_to_office (OcopReader  *reader,
                  OcopDate     on,
                  OcopQuery   *base,
                  GError     **error)
{
  g_auto(GStrv) others = NULL;

  if (!ocop_office_area_narrow (reader, on, base, &others, error))
    return NULL;
  return g_strdup (others != NULL ? _("The whole province") : _("All localities"));
}

static char *
narrow_to_unit (OcopReader  *reader,
                const char  *id,
                OcopQuery   *base,
                GError     **error)
{
  g_autoptr(OcopRecord) unit = ocop_reader_load (reader, ocop_kind_find ("unit"), id, error);

  if (unit == NULL)
    return NULL;
  ocop_query_where (base, g_strcmp0 (ocop_record_get_text (unit, "level"), "province") == 0 ? "province" : "locality",
                    OCOP_OPERATOR_IS, id, NULL);
  return ocop_report_unit_name (unit);
}

char *
ocop_chart_place_narrow (OcopReader  *reader,
                         const char  *place,
                         OcopDate     on,
                         OcopQuery   *products,
                         GError     **error)
{
  if (g_str_equal (place, OCOP_CHART_PLACE_EVERYWHERE))
    return g_strdup (_("All localities"));
  if (g_str_equal (place, OCOP_CHART_PLACE_OFFICE))
    return narrow_to_office (reader, on, products, error);
  return narrow_to_unit (reader, place, products, error);
}

const char *
ocop_chart_place_or_usual (const char      *place,
                           const OcopQuery *base)
{
  if (place != NULL)
    return place;
  return base != NULL ? OCOP_CHART_PLACE_EVERYWHERE : OCOP_CHART_PLACE_OFFICE;
}

/* One more side, called by its place. */
static gboolean
add_side (OcopChartSides           *self,
          OcopReader               *reader,
          const OcopChartQuestion  *question,
          const char               *place,
          OcopDate                  on,
          GError                  **error)
{
  OcopChartSide *side = &self->sides[self->n++];

  side->base = question->base != NULL ? ocop_query_copy (question->base) : ocop_chart_data_query_base (question->chart);
  side->on = on;
  side->title = ocop_chart_place_narrow (reader, ocop_chart_place_or_usual (place, question->base), on, side->base, error);
  if (question->sector != NULL)
    ocop_query_where (side->base, "sector", OCOP_OPERATOR_IS, question->sector, NULL);
  return side->title != NULL;
}

static void
call_by_days (OcopChartSides *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->sides[i].title);
      self->sides[i].title = ocop_date_to_people (self->sides[i].on);
    }
}

/* Of which place and of which day the other side is, where there is one. */
static gboolean
find_other (const OcopChartQuestion  *question,
            OcopChartCompares         compares,
            const char              **place,
            OcopDate                 *day)
{
  const char *against = ocop_chart_against_place (question->against);

  *place = against != NULL ? against : question->place;
  *day = question->on;
  if (against != NULL)
    return (compares & OCOP_CHART_COMPARES_PLACES) && g_strcmp0 (against, question->place) != 0;
  return (compares & OCOP_CHART_COMPARES_DAYS) && ocop_chart_against_day (question->against, question->on, day);
}

gboolean
ocop_chart_question_compares (const OcopChartQuestion *self)
{
  const OcopChartName *about = ocop_chart_data_find_name (self->chart);
  const char *place;
  OcopDate day;

  return about != NULL && find_other (self, about->compares, &place, &day);
}

static gboolean
fill (OcopChartSides           *self,
      OcopReader               *reader,
      const OcopChartQuestion  *question,
      GError                  **error)
{
  const OcopChartName *about = ocop_chart_data_check_name (question->chart, error);
  const char *place;
  OcopDate day;

  if (about == NULL || !add_side (self, reader, question, question->place, question->on, error))
    return FALSE;
  if (!find_other (question, about->compares, &place, &day))
    return TRUE;
  if (!add_side (self, reader, question, place, day, error))
    return FALSE;
  if (ocop_chart_against_place (question->against) == NULL)
    call_by_days (self);
  return TRUE;
}

OcopChartSides *
ocop_chart_sides_read (OcopReader               *reader,
                       const OcopChartQuestion  *question,
                       GError                  **error)
{
  g_autoptr(OcopChartSides) self = g_new0 (OcopChartSides, 1);

  return fill (self, reader, question, error) ? g_steal_pointer (&self) : NULL;
}

void
ocop_chart_sides_free (OcopChartSides *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      ocop_query_free (self->sides[i].base);
      g_free (self->sides[i].title);
    }
  g_free (self);
}

static OcopChart *
draw_side (const OcopChartSide      *side,
           OcopReader               *reader,
           const OcopChartQuestion  *question,
           GError                  **error)
{
  const OcopChartScope scope = { .base = side->base, .on = side->on, .subject = question->subject, .named = question->named };

  return ocop_chart_data_new (reader, question->chart, &scope, error);
}

OcopChart *
ocop_chart_sides_draw (const OcopChartSides     *self,
                       OcopReader               *reader,
                       const OcopChartQuestion  *question,
                       GError                  **error)
{
  g_autoptr(OcopChart) chart = draw_side (&self->sides[0], reader, question, error);
  g_autoptr(OcopChart) other = chart != NULL && self->n > 1 ? draw_side (&self->sides[1], reader, question, error) : NULL;

  if (self->n == 1)
    return g_steal_pointer (&chart);
  return other != NULL ? ocop_chart_compare (chart, self->sides[0].title, other, self->sides[1].title) : NULL;
}

OcopChart *
ocop_chart_question_draw (const OcopChartQuestion  *self,
                          OcopReader               *reader,
                          GError                  **error)
{
  g_autoptr(OcopChartSides) sides = ocop_chart_sides_read (reader, self, error);

  return sides != NULL ? ocop_chart_sides_draw (sides, reader, self, error) : NULL;
}
