/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the quick report, the charts' data and the reports take to be put together, without
 * painting or writing them; a chart's data at any date should be there within 50 ms at 20,000.
 *
 *   bench-figures [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include <glib/gstdio.h>

#include "generate.h"
#include "report/ocop-brief.h"
#include "report/ocop-chart-data.h"
#include "report/ocop-report-list.h"

#define REPEATS 9

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
  g_autoptr(OcopChart) chart = ocop_chart_data_new (reader, job->name, NULL, job->on, error);

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

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : 1;
}

/* Prints the median and the least: on a busy machine the latter says more. */
static void
measure (OcopRegister *reg,
         OcopReadFunc  make,
         const char   *what,
         const char   *name)
{
  Job job = { name, ocop_date_new (2025, 6, 30) };
  gint64 times[REPEATS];

  for (guint i = 0; i < REPEATS; i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      if (ocop_register_read (reg, make, &job, &error) == NULL)
        g_error ("%s: %s", name, error->message);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, REPEATS, sizeof *times, compare_times);
  g_print ("%-7s %-18s %8.1f ms, least %8.1f ms\n", what, name, (double) times[REPEATS / 2] / 1000,
           (double) times[0] / 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ocop-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.ocop", NULL);
  OcopRegister *reg = generate_register (path, argc > 1 ? (guint) atoi (argv[1]) : 20000, &error);

  if (reg == NULL)
    g_error ("%s", error->message);
  measure (reg, make_brief, "brief", "");
  for (const OcopChartName *chart = ocop_chart_data_names (); chart->name != NULL; chart++)
    measure (reg, make_chart, "chart", chart->name);
  for (const OcopReport * const *report = ocop_report_list_all (); *report != NULL; report++)
    measure (reg, make_report, "report", (*report)->name);
  ocop_register_close (reg);
  g_object_unref (reg);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
