/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/slides/ocop-slides-read.h"

#include <glib/gi18n.h>

#include "report/chart/ocop-chart-data.h"
#include "report/slides/ocop-slides-private.h"

const char *
ocop_slides_usual_title (void)
{
  return _("The OCOP programme: results and progress");
}

OcopSlides *
ocop_slides_read_front (OcopReader  *reader,
                        const char  *title,
                        OcopDate     on,
                        GError     **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  OcopSlides *slides;

  if (office == NULL)
    return NULL;
  slides = ocop_slides_new ();
  slides->title = g_strdup (title != NULL ? title : ocop_slides_usual_title ());
  slides->office = g_strdup (ocop_record_get_text (office, "name"));
  slides->place = g_strdup (ocop_record_get_text (office, "place"));
  slides->practice = ocop_record_get_integer (office, "practice", 0) != 0;
  slides->on = on;
  return slides;
}

OcopChart *
ocop_slides_read_chart (OcopReader           *reader,
                        const OcopSlidePart  *part,
                        OcopDate              on,
                        gboolean              masked,
                        GError              **error)
{
  const OcopChartScope scope = { .base = part->base, .on = on, .subject = part->subject, .masked = masked };

  return ocop_chart_data_new (reader, part->chart, &scope, error);
}

void
ocop_slides_add_part (OcopSlides          *self,
                      const OcopSlidePart *part,
                      const OcopChart     *chart)
{
  OcopSlide *slide;

  if (part->chart == NULL)
    ocop_slides_add_lines (self, part->heading != NULL ? part->heading : "", part->lines != NULL ? part->lines : "");
  else if (part->as_table)
    ocop_slides_add_table (self, chart);
  else
    ocop_slides_add_chart (self, chart);
  if (part->chart != NULL && ocop_chart_data_find_name (part->chart)->of_people)
    self->of_people = TRUE;
  slide = self->slides->pdata[self->slides->len - 1];
  if (part->heading != NULL)
    {
      g_free (slide->title);
      slide->title = g_strdup (part->heading);
    }
}

static gboolean
read_part (OcopSlides           *slides,
           OcopReader           *reader,
           const OcopSlidePart  *part,
           gboolean              only_with_figures,
           gboolean              masked,
           GError              **error)
{
  g_autoptr(OcopChart) chart = NULL;

  if (part->report != NULL)
    return ocop_slides_read_report (slides, reader, part, only_with_figures, error);
  if (part->chart != NULL)
    {
      chart = ocop_slides_read_chart (reader, part, slides->on, masked, error);
      if (chart == NULL)
        return FALSE;
      if (only_with_figures && ocop_chart_is_empty (chart))
        return TRUE;
    }
  ocop_slides_add_part (slides, part, chart);
  return TRUE;
}

static OcopSlides *
read_set (OcopReader          *reader,
          const OcopSlideSet  *set,
          OcopDate             on,
          gboolean             masked,
          GError             **error)
{
  g_autoptr(OcopSlides) slides = ocop_slides_read_front (reader, set->title, ocop_date_is_day (set->on) ? set->on : on, error);

  for (guint i = 0; slides != NULL && i < set->parts->len; i++)
    if (!read_part (slides, reader, set->parts->pdata[i], set->only_with_figures, masked, error))
      return NULL;
  return g_steal_pointer (&slides);
}

OcopSlides *
ocop_slides_read (OcopReader             *reader,
                  const OcopSlidesAsked  *asked,
                  GError                **error)
{
  g_autoptr(OcopSlideSet) usual = asked->set == NULL ? ocop_slide_set_new_usual () : NULL;

  return read_set (reader, usual != NULL ? usual : asked->set, asked->on, asked->masked, error);
}
