/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the quick report, the charts' data and the reports take to be put together, without
 * painting or writing them, at days of each year; a chart's data within 50 ms at 20,000, and within
 * 500 ms above.
 *
 *   bench-figures [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include "bench.h"
#include "report/ocop-brief.h"
#include "report/chart/ocop-chart-data.h"
#include "report/ocop-report-list.h"

#define FIRST_YEAR 2019
#define LAST_YEAR 2027
#define ROUNDS 3

typedef struct
{
  const char *name;
  OcopDate on;
} Job;

static gpointer
make_brief (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = data;
  const OcopBriefScope scope = { .on = job->on };
  g_autoptr(OcopBrief) brief = ocop_brief_new (reader, &scope, error);

  return brief != NULL ? data : NULL;
}

static gpointer
make_chart (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = data;
  const OcopChartScope scope = { .on = job->on };
  g_autoptr(OcopChart) chart = ocop_chart_data_new (reader, job->name, &scope, error);

  return chart != NULL ? data : NULL;
}

static gpointer
make_report (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Job *job = data;
  const OcopReportScope scope = { job->on };
  g_autoptr(OcopPaper) paper = ocop_report_build (ocop_report_list_find (job->name), reader, &scope, NULL, error);

  return paper != NULL ? data : NULL;
}

static double
time_once (OcopRegister *reg,
           OcopReadFunc  make,
           const Job    *job)
{
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (ocop_register_read (reg, make, (gpointer) job, &error) == NULL)
    g_error ("%s: %s", job->name, error->message);
  return bench_since (start);
}

static void
measure (OcopRegister *reg,
         OcopReadFunc  make,
         const char   *what,
         const char   *name,
         double        bound)
{
  g_autofree char *figure = g_strdup_printf ("%s %s, at any date, p95", what, name);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < ROUNDS * (LAST_YEAR - FIRST_YEAR + 1); i++)
    {
      Job job = { name, ocop_date_new (FIRST_YEAR + i / ROUNDS, 1 + 4 * (i % ROUNDS), 15) };
      double time = time_once (reg, make, &job);

      g_array_append_val (times, time);
    }
  bench_say (figure, bench_quantile (times, 0.95), "ms", bound);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(Bench) bench = bench_begin (argc, argv);

  for (guint i = 0; i < ocop_chart_data_n_names (); i++)
    measure (bench->reg, make_chart, "chart", ocop_chart_data_get_name (i)->name, bench->n_products <= 20000 ? 50 : 500);
  measure (bench->reg, make_brief, "quick report", "", 0);
  for (const OcopReport * const *report = ocop_report_list_all (); *report != NULL; report++)
    /* The register has no plan. */
    if (!(*report)->of_year)
      measure (bench->reg, make_report, "report", (*report)->name, 0);
  return EXIT_SUCCESS;
}
