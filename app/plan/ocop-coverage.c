/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-coverage.h"

#define HUNDREDTHS_OF_PERCENT 10000

static void
work_free (OcopCoverageWork *work)
{
  ocop_query_free (work->part);
  ocop_query_free (work->whole);
  g_free (work->parts);
  g_free (work->wholes);
  g_free (work);
}

void
ocop_coverage_free (OcopCoverage *self)
{
  g_clear_pointer (&self->indicators, ocop_indicators_free);
  g_clear_pointer (&self->localities, ocop_localities_free);
  g_ptr_array_unref (self->works);
  g_free (self);
}

guint
ocop_coverage_get_n_places (const OcopCoverage *self)
{
  return ocop_localities_get_n (self->localities) + 1;
}

const char *
ocop_coverage_get_id (const OcopCoverage *self,
                      guint               place)
{
  return place < ocop_localities_get_n (self->localities) ? ocop_localities_get_id (self->localities, place) : "";
}

gint64
ocop_coverage_share (gint64 part,
                     gint64 whole)
{
  return whole > 0 ? part * HUNDREDTHS_OF_PERCENT / whole : -1;
}

GPtrArray *
ocop_coverage_list (const OcopIndicators *indicators)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < ocop_indicators_get_n (indicators); i++)
    {
      const OcopIndicator *indicator = ocop_indicators_get (indicators, i);

      if (indicator->coverage && indicator->aim == OCOP_AIM_SHARE)
        g_ptr_array_add (list, (gpointer) indicator);
    }
  return list;
}

/* Adds to @asked what @indicator counts by locality; nothing where that lies in none. */
static gboolean
add_work (OcopCoverage         *self,
          const OcopIndicator  *indicator,
          OcopPeriod            period,
          OcopDate              on,
          GPtrArray            *asked,
          GError              **error)
{
  OcopCoverageWork *work = g_new0 (OcopCoverageWork, 1);

  work->indicator = indicator;
  g_ptr_array_add (self->works, work);
  work->part = ocop_indicators_query (self->indicators, indicator, OCOP_INDICATOR_PART, period, on, NULL, error);
  work->whole = work->part != NULL ? ocop_indicators_query (self->indicators, indicator, OCOP_INDICATOR_WHOLE, period, on, NULL, error) : NULL;
  if (work->whole == NULL)
    return FALSE;
  if (!ocop_indicators_group_by_locality (self->indicators, work->part) ||
      !ocop_indicators_group_by_locality (self->indicators, work->whole))
    g_ptr_array_remove_index (self->works, self->works->len - 1);
  else
    {
      g_ptr_array_add (asked, work->part);
      g_ptr_array_add (asked, work->whole);
    }
  return TRUE;
}

/* @code: (nullable) */
static gboolean
add_works (OcopCoverage  *self,
           const char    *code,
           OcopPeriod     period,
           OcopDate       on,
           GPtrArray     *asked,
           GError       **error)
{
  g_autoptr(GPtrArray) list = ocop_coverage_list (self->indicators);

  for (guint i = 0; i < list->len; i++)
    {
      const OcopIndicator *indicator = list->pdata[i];

      if ((code == NULL || g_str_equal (indicator->code, code)) && !add_work (self, indicator, period, on, asked, error))
        return FALSE;
    }
  return TRUE;
}

OcopCoverage *
ocop_coverage_read (OcopReader  *reader,
                    const char  *code,
                    OcopPeriod   period,
                    OcopDate     on,
                    GError     **error)
{
  g_autoptr(OcopCoverage) self = g_new0 (OcopCoverage, 1);
  g_autoptr(GPtrArray) asked = g_ptr_array_new ();
  g_autoptr(GPtrArray) answers = NULL;

  self->works = g_ptr_array_new_with_free_func ((GDestroyNotify) work_free);
  self->indicators = ocop_indicators_read (reader, error);
  self->localities = self->indicators != NULL ? ocop_localities_read (reader, NULL, on, error) : NULL;
  if (self->localities == NULL || !add_works (self, code, period, on, asked, error))
    return NULL;
  answers = ocop_reader_survey (reader, asked, error);
  for (guint i = 0; answers != NULL && i < self->works->len; i++)
    {
      OcopCoverageWork *work = self->works->pdata[i];

      work->parts = ocop_localities_add_up (self->localities, answers->pdata[2 * i]);
      work->wholes = ocop_localities_add_up (self->localities, answers->pdata[2 * i + 1]);
    }
  return answers != NULL ? g_steal_pointer (&self) : NULL;
}
