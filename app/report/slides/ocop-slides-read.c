/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/slides/ocop-slides-read.h"

#include <glib/gi18n.h>

#include "report/chart/ocop-chart-data.h"

/* From where the programme stands to what has to be done. */
static const OcopSlideAsked review[] = {
  { "star-distribution" },
  { "by-locality" },
  { "by-locality", NULL, TRUE },
  { "by-sector" },
  { "by-year" },
  { "expiring-by-month" },
  { "plan-targets" },
  { "plan-targets", NULL, TRUE },
};

/* @empty: whether there is a slide of a chart without figures */
static gboolean
add_slide (OcopSlides            *slides,
           OcopReader            *reader,
           const OcopSlideAsked  *asked,
           gboolean               masked,
           gboolean               empty,
           GError               **error)
{
  const OcopChartScope scope = { .on = slides->on, .subject = asked->subject, .masked = masked };
  g_autoptr(OcopChart) chart = ocop_chart_data_new (reader, asked->chart, &scope, error);

  if (chart == NULL)
    return FALSE;
  if (ocop_chart_is_empty (chart) && !empty)
    return TRUE;
  if (asked->as_table)
    ocop_slides_add_table (slides, chart);
  else
    ocop_slides_add_chart (slides, chart);
  return TRUE;
}

static gboolean
describe (OcopSlides             *slides,
          OcopReader             *reader,
          const OcopSlidesAsked  *asked,
          GError                **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);

  if (office == NULL)
    return FALSE;
  slides->title = g_strdup (asked->title != NULL ? asked->title : _("The OCOP programme: results and progress"));
  slides->office = g_strdup (ocop_record_get_text (office, "name"));
  slides->place = g_strdup (ocop_record_get_text (office, "place"));
  slides->practice = ocop_record_get_integer (office, "practice", 0) != 0;
  slides->on = asked->on;
  return TRUE;
}

OcopSlides *
ocop_slides_read (OcopReader             *reader,
                  const OcopSlidesAsked  *asked,
                  GError                **error)
{
  g_autoptr(OcopSlides) slides = ocop_slides_new ();
  gboolean chosen = asked->n_parts > 0;
  const OcopSlideAsked *parts = chosen ? asked->parts : review;
  guint n_parts = chosen ? asked->n_parts : G_N_ELEMENTS (review);

  if (!describe (slides, reader, asked, error))
    return NULL;
  for (guint i = 0; i < n_parts; i++)
    if (!add_slide (slides, reader, &parts[i], asked->masked, chosen, error))
      return NULL;
  return g_steal_pointer (&slides);
}
