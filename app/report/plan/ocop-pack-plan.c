/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The papers of a plan and its year. */

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "report/council/ocop-pack-private.h"
#include "report/ocop-report-list.h"
#include "report/plan/ocop-plan-letter.h"

static OcopPaper *
build_paper (const OcopPack     *pack,
             const OcopPackItem *item)
{
  return ocop_paper_ref (pack->papers->pdata[item->place]);
}

static OcopTemplateData *
fill_letter (const OcopPack     *pack,
             const OcopPackItem *item)
{
  return ocop_template_data_copy (pack->letters->pdata[item->place]);
}

static const struct
{
  OcopPackKind kind;
  OcopTemplateData *(*write) (OcopReader            *reader,
                              const OcopReportYear  *year,
                              const OcopPlan        *plan,
                              GError               **error);
} letters[] = {
  { { "plan", N_("Plan of the year"), TRUE, FALSE, NULL, NULL, fill_letter }, ocop_plan_letter_new },
  { { "period-report", N_("Report of the period"), TRUE, FALSE, NULL, NULL, fill_letter }, ocop_plan_letter_new_report },
};

static gboolean
add_letters (OcopPack              *self,
             OcopReader            *reader,
             const OcopReportYear  *year,
             GError               **error)
{
  g_autoptr(OcopPlan) plan = ocop_report_year_read_plan (year, reader, error);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      OcopTemplateData *data = plan != NULL ? letters[i].write (reader, year, plan, error) : NULL;

      if (data == NULL)
        return FALSE;
      g_ptr_array_add (self->letters, data);
      ocop_pack_add (self, &letters[i].kind, NULL, i, NULL, NULL);
    }
  return TRUE;
}

/* Of our reports those of a year, and the classes by locality that go with every report of a period. */
static gboolean
goes_with_plan (const OcopReport *report)
{
  return report->of_year || g_str_equal (report->name, "star-distribution");
}

/* (nullable) (transfer full): none where there is nothing to say yet, which is no failure. */
static OcopPaper *
build_report (const OcopReport       *report,
              OcopReader             *reader,
              const OcopReportScope  *scope,
              GError                **error)
{
  g_autoptr(GError) problem = NULL;
  OcopPaper *paper = ocop_report_build (report, reader, scope, NULL, &problem);

  if (problem != NULL && !g_error_matches (problem, OCOP_ERROR, OCOP_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&problem));
  return paper;
}

static gboolean
add_reports (OcopPack               *self,
             OcopReader             *reader,
             const OcopReportScope  *scope,
             GError                **error)
{
  for (const OcopReport * const *report = ocop_report_list_all (); *report != NULL; report++)
    {
      OcopPackKind kind = { (*report)->name, (*report)->title, FALSE, TRUE, NULL, build_paper, NULL };
      g_autoptr(GError) problem = NULL;
      OcopPaper *paper = goes_with_plan (*report) ? build_report (*report, reader, scope, &problem) : NULL;

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (paper == NULL)
        continue;
      g_ptr_array_add (self->papers, paper);
      ocop_pack_add (self, &kind, NULL, self->papers->len - 1, NULL, NULL);
    }
  return TRUE;
}

OcopPack *
ocop_pack_read_plan (OcopReader  *reader,
                     const char  *plan,
                     const char  *period,
                     OcopDate     on,
                     GError     **error)
{
  OcopReportScope scope = { .on = on, .plan = plan, .period = period };
  g_autoptr(OcopPack) self = ocop_pack_new ();
  g_auto(OcopReportYear) year = { NULL };

  self->plan = g_strdup (plan);
  self->period = g_strdup (period);
  self->on = on;
  if (!ocop_report_year_read_planned (reader, &scope, &year, error))
    return NULL;
  scope.year = year.period.year;
  scope.on = year.until;
  return add_letters (self, reader, &year, error) && add_reports (self, reader, &scope, error) ? g_steal_pointer (&self) : NULL;
}
