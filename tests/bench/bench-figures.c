/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the quick report, the charts' data and the reports take to be put together, without
 * painting or writing them, at days of each year, and charts of one thing of each; a chart's data
 * within 50 ms at 20,000, and within 500 ms above: of a register that was just opened, where nobody
 * read anything and where the Overview was read, as the window does; after somebody wrote; and later. The time is the processor's, to which a busy machine adds less than to
 * the clock's.
 *
 *   bench-figures [PRODUCTS [CHART]]      (20000 unless told, and all) */

#include <stdlib.h>
#include <time.h>

#include "bench.h"
#include "report/ocop-brief.h"
#include "report/chart/ocop-chart-data.h"
#include "report/ocop-report-list.h"

#define FIRST_YEAR 2019
#define LAST_YEAR 2027
#define ROUNDS 3
/* Of the work that the register has. */
#define LAST_DAY ocop_date_new (2026, 12, 15)

typedef struct
{
  const char *name;
  OcopDate on;
  const char *subject;
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
  const OcopChartScope scope = { .on = job->on, .subject = job->subject };
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

static void
time_once (OcopRegister *reg,
           OcopReadFunc  make,
           const Job    *job,
           GArray       *times)
{
  g_autoptr(GError) error = NULL;
  clock_t start = clock ();
  double time;

  if (ocop_register_read (reg, make, (gpointer) job, &error) == NULL)
    g_error ("%s: %s", job->name, error->message);
  time = (double) (clock () - start) * 1000 / CLOCKS_PER_SEC;
  g_array_append_val (times, time);
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
      const Job job = { name, ocop_date_new (FIRST_YEAR + i / ROUNDS, 4 + 4 * (i % ROUNDS), 15) };

      time_once (reg, make, &job, times);
    }
  bench_say (figure, bench_quantile (times, 0.95), "ms", bound);
}

/* What the Overview has read before any other page is there. */
static void
read_overview (OcopRegister *reg)
{
  static const char * const names[] = { "star-distribution", "plan-targets" };
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const Job job = { names[i], LAST_DAY };

      time_once (reg, make_chart, &job, times);
    }
}

static void
measure_first (Bench      *bench,
               const char *name,
               gboolean    after_overview,
               double      bound)
{
  g_autofree char *figure = g_strdup_printf ("chart %s, of a register just opened%s", name, after_overview ? ", after the Overview" : "");
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int year = LAST_YEAR; year >= FIRST_YEAR; year--)
    {
      const Job job = { name, ocop_date_new (year, 6, 15) };

      bench_open_anew (bench);
      if (after_overview)
        read_overview (bench->reg);
      time_once (bench->reg, make_chart, &job, times);
    }
  bench_say (figure, bench_quantile (times, 0.95), "ms", bound);
}

static gpointer
find_product (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = ocop_reader_rows (reader, query, columns, 0, 1, error);

  return rows != NULL ? g_strdup (ocop_rows_get (rows, 0, 0)->text) : NULL;
}

/* One more decision on a product, from which its state and theirs before it follow. */
static void
write_decision (OcopRegister *reg,
                int           year)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *product = ocop_register_read (reg, find_product, NULL, &error);
  g_autofree char *day = g_strdup_printf ("%d-12-31", year);
  g_autoptr(OcopChange) change = ocop_change_new ("add", "decision");
  g_autoptr(OcopRecord) decision = ocop_record_new (ocop_kind_find ("recognition"), NULL);

  ocop_record_set_text (decision, "product", product);
  ocop_record_set_text (decision, "outcome", "recognised");
  ocop_record_set_text (decision, "kind", "again");
  ocop_record_set_text (decision, "class", "4");
  ocop_record_set_text (decision, "decision_date", day);
  ocop_change_add (change, decision);
  if (!ocop_register_commit (reg, change, &error))
    g_error ("%s", error->message);
}

static void
measure_written (OcopRegister *reg,
                 const char   *name,
                 double        bound)
{
  g_autofree char *figure = g_strdup_printf ("chart %s, after a decision was written", name);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      const Job job = { name, ocop_date_new (year, 6, 15) };

      write_decision (reg, year);
      time_once (reg, make_chart, &job, times);
    }
  bench_say (figure, bench_quantile (times, 0.95), "ms", bound);
}

static gpointer
read_subjects (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Job *job = data;

  return ocop_chart_data_read_subjects (reader, job->name, job->on, error);
}

/* Every session, say: a long one takes the longest. */
static void
measure_subjects (OcopRegister *reg,
                  const char   *name,
                  double        bound)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *figure = g_strdup_printf ("chart %s, of each subject, the slowest", name);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Job job = { name, LAST_DAY };
  g_autoptr(GPtrArray) subjects = ocop_register_read (reg, read_subjects, &job, &error);

  for (guint i = 0; subjects != NULL && i < subjects->len; i++)
    {
      job.subject = ((const OcopChartSubject *) subjects->pdata[i])->key;
      time_once (reg, make_chart, &job, times);
    }
  if (times->len > 0)
    bench_say (figure, bench_quantile (times, 1), "ms", bound);
}

/* @only: (nullable) */
static void
measure_charts (Bench      *bench,
                const char *only)
{
  double bound = bench->n_products <= 20000 ? 50 : 500;

  for (guint i = 0; i < ocop_chart_data_n_names (); i++)
    {
      const char *name = ocop_chart_data_get_name (i)->name;

      if (only != NULL && !g_str_equal (only, name))
        continue;
      measure_first (bench, name, FALSE, bound);
      measure_first (bench, name, TRUE, bound);
      measure (bench->reg, make_chart, "chart", name, bound);
      measure_written (bench->reg, name, bound);
      measure_subjects (bench->reg, name, bound);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(Bench) bench = bench_begin_with_work (argc, argv);
  const char *only = argc > 2 ? argv[2] : NULL;

  measure_charts (bench, only);
  if (only != NULL)
    return EXIT_SUCCESS;
  measure (bench->reg, make_brief, "quick report", "", 0);
  for (const OcopReport * const *report = ocop_report_list_all (); *report != NULL; report++)
    /* There is a plan of one year alone. */
    if (!(*report)->of_year)
      measure (bench->reg, make_report, "report", (*report)->name, 0);
  return EXIT_SUCCESS;
}
