/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a plan with a target for every indicator takes to be counted, over five years of work: what is shown first, and
 * with the same period of the year before; and how many times that is quicker than each query asked by itself.
 *
 *   bench-plan [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include "bench.h"
#include "generate-work.h"
#include "plan/ocop-freeze.h"

#define ROUNDS 9
#define TODAY ocop_date_new (2026, 11, 22)

static char *
find_plan (OcopReader *reader)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");
  g_autoptr(OcopRows) rows = ocop_reader_rows (reader, query, columns, 0, 1, NULL);

  return g_strdup (ocop_rows_get_text (rows, 0, 0));
}

static gpointer
read_now (OcopReader    *reader,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *id = find_plan (reader);
  g_autoptr(OcopPlan) plan = ocop_plan_read_now (reader, id, NULL, TODAY, error);

  return plan != NULL ? data : NULL;
}

static gpointer
read_whole (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *id = find_plan (reader);
  g_autoptr(OcopPlan) plan = ocop_plan_read (reader, id, NULL, TODAY, error);

  return plan != NULL ? data : NULL;
}

static gpointer
freeze (OcopReader    *reader,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autofree char *id = find_plan (reader);
  OcopChange *change = ocop_freeze (reader, id, NULL, "Năm 2026", TODAY, error);

  g_clear_pointer (&change, ocop_change_free);
  return *error == NULL ? data : NULL;
}

/* Each number of the plan, asked by itself. */
static gpointer
read_naively (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(OcopIndicators) indicators = ocop_indicators_read (reader, error);
  OcopPeriod period = ocop_period_new (ocop_period_find_rule (NULL), OCOP_PERIOD_YEAR, 2026, 0);

  for (guint i = 0; indicators != NULL && i < ocop_indicators_get_n (indicators); i++)
    for (guint part = 0; part < OCOP_N_INDICATOR_PARTS; part++)
      {
        const OcopIndicator *indicator = ocop_indicators_get (indicators, i);
        g_autoptr(OcopQuery) query = NULL;
        g_auto(OcopValue) value = OCOP_VALUE_INIT;

        if (!ocop_indicator_has (indicator, part))
          continue;
        query = ocop_indicators_query (indicators, indicator, part, period, TODAY, NULL, error);
        if (query == NULL || !ocop_reader_value (reader, query, &value, error))
          return NULL;
      }
  return indicators != NULL ? data : NULL;
}

static double
measure (Bench        *bench,
         OcopReadFunc  read,
         guint         rounds)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      double time;

      if (ocop_register_read (bench->reg, read, bench, &error) == NULL)
        g_error ("%s", error->message);
      time = bench_since (start);
      g_array_append_val (times, time);
    }
  return bench_quantile (times, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(Bench) bench = bench_begin (argc, argv);
  g_autoptr(GError) error = NULL;
  double now, naive;

  if (!generate_work (bench->reg, &error))
    g_error ("%s", error->message);
  now = measure (bench, read_now, ROUNDS);
  naive = measure (bench, read_naively, 3);
  bench_say ("plan of 69 targets, as first shown, median", now, "ms", bench->n_products <= 20000 ? 200 : 0);
  bench_say ("plan of 69 targets with the year before, median", measure (bench, read_whole, ROUNDS), "ms", 0);
  bench_say ("freezing it, with the records counted, median", measure (bench, freeze, 3), "ms", 0);
  bench_say ("its queries one by one", naive, "ms", 0);
  bench_say ("one by one, times as first shown", naive / now, "×", 0);
  return EXIT_SUCCESS;
}
