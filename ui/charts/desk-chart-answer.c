/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-answer.h"

#include "chart/ocop-chart-geometry.h"
#include "charts/desk-chart-days.h"
#include "report/chart/ocop-chart-compare.h"
#include "report/chart/ocop-saved-chart.h"

DeskChartRequest *
desk_chart_request_new (const OcopChartQuestion *question)
{
  DeskChartRequest *self = g_new (DeskChartRequest, 1);

  *self = (DeskChartRequest) { ocop_chart_question_copy (question), question->on };
  return self;
}

void
desk_chart_request_free (gpointer data)
{
  DeskChartRequest *self = data;

  ocop_chart_question_free (self->question);
  g_free (self);
}

/* The answer keeps what it was asked; the request itself belongs to the read. */
static DeskChartRequest *
copy_request (const DeskChartRequest *request)
{
  DeskChartRequest *copy = desk_chart_request_new (request->question);

  copy->on = request->on;
  return copy;
}

void
desk_chart_answer_free (gpointer data)
{
  DeskChartAnswer *self = data;

  g_clear_pointer (&self->request, desk_chart_request_free);
  g_clear_pointer (&self->sides, ocop_chart_sides_free);
  g_clear_pointer (&self->chart, ocop_chart_free);
  g_clear_pointer (&self->places, desk_places_free);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_has_products (OcopReader  *reader,
                   gboolean    *has_products,
                   GError     **error)
{
  g_autoptr(OcopQuery) all = ocop_query_new ("product");
  gint64 n;

  ocop_query_set_measure (all, OCOP_MEASURE_COUNT, NULL);
  n = ocop_reader_measure (reader, all, error);
  *has_products = n > 0;
  return n >= 0;
}

/* What was chosen for another chart is not in this one: of its own the first is drawn. */
static void
keep_subject (OcopChartQuestion *question,
              const GPtrArray   *subjects)
{
  for (guint i = 0; i < subjects->len && question->subject != NULL; i++)
    if (g_str_equal (((const OcopChartSubject *) subjects->pdata[i])->key, question->subject))
      return;
  g_clear_pointer (&question->subject, g_free);
}

static gboolean
is_unit (const char *place)
{
  return place != NULL && !g_str_equal (place, OCOP_CHART_PLACE_OFFICE) && !g_str_equal (place, OCOP_CHART_PLACE_EVERYWHERE);
}

static gboolean
has_place (const DeskPlaces *places,
           const char       *place)
{
  return !is_unit (place) || g_strv_contains ((const char * const *) places->keys, place);
}

/* Products, and what they lie in, may be gone since a place was chosen. */
static void
keep_places (OcopChartQuestion *question,
             const DeskPlaces  *places)
{
  if (!has_place (places, question->place))
    g_clear_pointer (&question->place, g_free);
  if (!has_place (places, ocop_chart_against_place (question->against)))
    g_clear_pointer (&question->against, g_free);
}

static GPtrArray *
read_saved (OcopReader  *reader,
            GError     **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);

  return office != NULL ? ocop_saved_charts_read (office) : NULL;
}

gpointer
desk_chart_answer_read (OcopReader    *reader,
                        gpointer       data,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(DeskChartAnswer) self = g_new0 (DeskChartAnswer, 1);
  OcopChartQuestion *question;
  OcopDate on;

  self->request = copy_request (data);
  question = self->request->question;
  on = self->request->on;
  self->places = desk_places_read (reader, on, error);
  if (self->places == NULL || !read_has_products (reader, &self->has_products, error)
      || !desk_chart_days_read_first (reader, &self->first, error))
    return NULL;
  self->subjects = ocop_chart_data_read_subjects (reader, question->chart, on, error);
  self->saved = self->subjects != NULL ? read_saved (reader, error) : NULL;
  if (self->saved == NULL)
    return NULL;
  keep_subject (question, self->subjects);
  keep_places (question, self->places);
  self->sides = ocop_chart_sides_read (reader, question, error);
  self->chart = self->sides != NULL ? ocop_chart_sides_draw (self->sides, reader, question, error) : NULL;
  return self->chart != NULL ? g_steal_pointer (&self) : NULL;
}

gboolean
desk_chart_answer_compares (const DeskChartAnswer *self)
{
  return self->sides->n > 1;
}

/* Of a comparison one series may have none where the other has some. */
gboolean
desk_chart_answer_opens (const DeskChartAnswer *self,
                         guint                  series,
                         int                    category)
{
  if (!desk_chart_answer_compares (self))
    return ocop_chart_data_opens_mark (self->request->question->chart, self->chart, series, category);
  return category != OCOP_CHART_REST && ocop_chart_get_value (self->chart, series, (guint) category) > 0
         && ocop_chart_data_opens_mark (self->request->question->chart, self->chart, OCOP_CHART_ALL_SERIES, category);
}
