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

OcopSlideFigures *
ocop_slide_figures_read (OcopReader           *reader,
                         const OcopSlidePart  *part,
                         OcopDate              on,
                         gboolean              named,
                         GError              **error)
{
  OcopChartQuestion question = ocop_slide_part_ask (part, on);
  g_autoptr(OcopSlideFigures) figures = g_new0 (OcopSlideFigures, 1);

  question.named = named;
  if (part->report != NULL)
    figures->report = ocop_slides_read_report (reader, part, on, error);
  else
    figures->chart = ocop_chart_question_draw (&question, reader, error);
  return figures->report != NULL || figures->chart != NULL ? g_steal_pointer (&figures) : NULL;
}

void
ocop_slide_figures_free (OcopSlideFigures *self)
{
  g_clear_pointer (&self->chart, ocop_chart_free);
  g_clear_pointer (&self->report, ocop_slides_free);
  g_free (self);
}

const char *
ocop_slide_figures_get_title (const OcopSlideFigures *self)
{
  return self->chart != NULL ? ocop_chart_get_text (self->chart, OCOP_CHART_TEXT_TITLE) : self->report->title;
}

static const OcopSlide *
get_table (const OcopSlideFigures *self)
{
  return self->report->slides->len > 0 ? self->report->slides->pdata[0] : NULL;
}

const char *
ocop_slide_figures_get_subtitle (const OcopSlideFigures *self)
{
  if (self->chart != NULL)
    return ocop_chart_get_text (self->chart, OCOP_CHART_TEXT_SUBTITLE);
  return get_table (self) != NULL ? get_table (self)->subtitle : "";
}

const char *
ocop_slide_figures_get_rest (const OcopSlideFigures *self)
{
  return self->chart == NULL && get_table (self) != NULL ? get_table (self)->table->rest : NULL;
}

gboolean
ocop_slide_figures_is_empty (const OcopSlideFigures *self)
{
  if (self->chart != NULL)
    return ocop_chart_is_empty (self->chart);
  return get_table (self) == NULL || get_table (self)->table->n_rows == 0;
}

/* In the place of its own title. */
static void
put_heading (OcopSlides *self,
             const char *heading)
{
  OcopSlide *slide = self->slides->pdata[self->slides->len - 1];

  g_free (slide->title);
  slide->title = g_strdup (heading);
}

gboolean
ocop_slides_add_part (OcopSlides             *self,
                      const OcopSlidePart    *part,
                      const OcopSlideFigures *figures)
{
  if (figures == NULL)
    ocop_slides_add_lines (self, part->heading != NULL ? part->heading : "", part->lines != NULL ? part->lines : "");
  else if (figures->chart == NULL && get_table (figures) == NULL)
    return FALSE;
  else if (figures->chart == NULL)
    ocop_slides_add_copy (self, get_table (figures));
  else if (part->as_table)
    ocop_slides_add_table (self, figures->chart);
  else
    ocop_slides_add_chart (self, figures->chart);
  if (part->chart != NULL && ocop_chart_data_find_name (part->chart)->of_people)
    self->of_people = TRUE;
  if (part->heading != NULL)
    put_heading (self, part->heading);
  return TRUE;
}

static gboolean
read_part (OcopSlides           *slides,
           OcopReader           *reader,
           const OcopSlidePart  *part,
           gboolean              only_with_figures,
           gboolean              named,
           GError              **error)
{
  g_autoptr(OcopSlideFigures) figures = NULL;

  if (part->chart != NULL || part->report != NULL)
    {
      figures = ocop_slide_figures_read (reader, part, slides->on, named, error);
      if (figures == NULL)
        return FALSE;
      if (only_with_figures && ocop_slide_figures_is_empty (figures))
        return TRUE;
    }
  ocop_slides_add_part (slides, part, figures);
  return TRUE;
}

static OcopSlides *
read_set (OcopReader          *reader,
          const OcopSlideSet  *set,
          OcopDate             on,
          gboolean             named,
          GError             **error)
{
  g_autoptr(OcopSlides) slides = ocop_slides_read_front (reader, set->title, ocop_date_is_day (set->on) ? set->on : on, error);

  for (guint i = 0; slides != NULL && i < set->parts->len; i++)
    if (!read_part (slides, reader, set->parts->pdata[i], set->only_with_figures, named, error))
      return NULL;
  return g_steal_pointer (&slides);
}

OcopSlides *
ocop_slides_read (OcopReader             *reader,
                  const OcopSlidesAsked  *asked,
                  GError                **error)
{
  g_autoptr(OcopSlideSet) usual = asked->set == NULL ? ocop_slide_set_new_usual () : NULL;

  return read_set (reader, usual != NULL ? usual : asked->set, asked->on, asked->named, error);
}
