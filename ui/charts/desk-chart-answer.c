/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-answer.h"

#include "chart/ocop-chart-geometry.h"
#include "charts/desk-chart-days.h"
#include "report/chart/ocop-chart-compare.h"
#include "report/chart/ocop-saved-chart.h"
#include "report/ocop-office-area.h"

DeskChartRequest *
desk_chart_request_new (const char *name,
                        const char *subject,
                        OcopQuery  *base,
                        OcopDate    on,
                        gboolean    of_office)
{
  DeskChartRequest *self = g_new0 (DeskChartRequest, 1);

  self->name = name;
  self->subject = g_strdup (subject);
  self->on = on;
  self->sides[0] = (DeskChartSide) { base, on, of_office, NULL };
  self->n_sides = 1;
  return self;
}

void
desk_chart_request_compare (DeskChartRequest *self,
                            const char       *title,
                            OcopQuery        *base,
                            OcopDate          on,
                            gboolean          of_office,
                            const char       *other_title)
{
  g_return_if_fail (self->n_sides == 1);

  self->sides[0].title = g_strdup (title);
  self->sides[1] = (DeskChartSide) { base, on, of_office, g_strdup (other_title) };
  self->n_sides = 2;
}

void
desk_chart_request_free (gpointer data)
{
  DeskChartRequest *self = data;

  for (guint i = 0; i < self->n_sides; i++)
    {
      ocop_query_free (self->sides[i].base);
      g_free (self->sides[i].title);
    }
  g_free (self->subject);
  g_free (self);
}

/* The answer keeps what it was asked; the request itself belongs to the read. */
static DeskChartRequest *
copy_request (const DeskChartRequest *request)
{
  const DeskChartSide *own = &request->sides[0], *other = &request->sides[1];
  DeskChartRequest *copy = desk_chart_request_new (request->name, request->subject, ocop_query_copy (own->base), own->on, own->of_office);

  copy->on = request->on;
  if (request->n_sides > 1)
    desk_chart_request_compare (copy, own->title, ocop_query_copy (other->base), other->on, other->of_office, other->title);
  return copy;
}

void
desk_chart_answer_free (gpointer data)
{
  DeskChartAnswer *self = data;

  g_clear_pointer (&self->request, desk_chart_request_free);
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
keep_subject (DeskChartRequest *request,
              const GPtrArray  *subjects)
{
  for (guint i = 0; i < subjects->len && request->subject != NULL; i++)
    if (g_str_equal (((const OcopChartSubject *) subjects->pdata[i])->key, request->subject))
      return;
  g_clear_pointer (&request->subject, g_free);
}

static OcopChart *
read_side (OcopReader              *reader,
           const DeskChartRequest  *request,
           const DeskChartSide     *side,
           GError                 **error)
{
  const OcopChartScope scope = { .base = side->base, .on = side->on, .subject = request->subject, .named = TRUE };

  if (side->of_office && !ocop_office_area_narrow (reader, side->on, side->base, NULL, error))
    return NULL;
  return ocop_chart_data_new (reader, request->name, &scope, error);
}

static OcopChart *
read_chart (OcopReader              *reader,
            const DeskChartRequest  *request,
            GError                 **error)
{
  g_autoptr(OcopChart) chart = read_side (reader, request, &request->sides[0], error);
  g_autoptr(OcopChart) other = chart != NULL && request->n_sides > 1 ? read_side (reader, request, &request->sides[1], error) : NULL;

  if (chart == NULL || request->n_sides == 1)
    return g_steal_pointer (&chart);
  return other != NULL ? ocop_chart_compare (chart, request->sides[0].title, other, request->sides[1].title) : NULL;
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
  OcopDate on;

  self->request = copy_request (data);
  on = self->request->on;
  self->places = desk_places_read (reader, on, error);
  if (self->places == NULL || !read_has_products (reader, &self->has_products, error)
      || !desk_chart_days_read_first (reader, &self->first, error))
    return NULL;
  self->subjects = ocop_chart_data_read_subjects (reader, self->request->name, on, error);
  self->saved = self->subjects != NULL ? read_saved (reader, error) : NULL;
  if (self->saved == NULL)
    return NULL;
  keep_subject (self->request, self->subjects);
  self->chart = read_chart (reader, self->request, error);
  return self->chart != NULL ? g_steal_pointer (&self) : NULL;
}

/* Of a comparison one series may have none where the other has some. */
gboolean
desk_chart_answer_opens (const DeskChartAnswer *self,
                         guint                  series,
                         int                    category)
{
  if (self->request->n_sides == 1)
    return ocop_chart_data_opens_mark (self->request->name, self->chart, series, category);
  return category != OCOP_CHART_REST && ocop_chart_get_value (self->chart, series, (guint) category) > 0
         && ocop_chart_data_opens_mark (self->request->name, self->chart, OCOP_CHART_ALL_SERIES, category);
}
