/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a plan with a target for every indicator takes to be counted, over five years of work: what is shown first,
 * with the same period of the year before, and in every locality. The time of the processor is held against that of the
 * rows alone, and of each query asked by itself: on a busy machine it tells more than the clock.
 *
 *   bench-plan [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>
#include <time.h>

#include <sqlite3.h>

#include "bench.h"
#include "plan/ocop-freeze.h"
#include "plan/ocop-share-out.h"

#define ROUNDS 9
#define BOUND 3
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

/* Every target in every locality. */
static gpointer
share_out (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autofree char *id = find_plan (reader);
  g_autoptr(OcopQuery) query = ocop_query_new ("target");
  g_autoptr(OcopRows) rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  g_autoptr(GStrvBuilder) targets = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;
  g_autoptr(OcopShareOut) shares = NULL;

  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    g_strv_builder_add (targets, ocop_rows_get_text (rows, i, 0));
  ids = g_strv_builder_end (targets);
  shares = rows != NULL ? ocop_share_out_read (reader, id, NULL, (const char * const *) ids, TODAY, error) : NULL;
  return shares != NULL ? data : NULL;
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

/* What is looked at, as SQLite hands it out, and nothing made of it. */
static const char * const looked_at[] = {
  "SELECT id, product, outcome, class, decision_date, kind, until_day FROM recognition",
  "SELECT id, producer, unit, criteria_set, key_trades, potential5 FROM product",
  "SELECT id, producer, year, trained, workers FROM producer_year",
  "SELECT id, dossier, step, moved_on FROM dossier_move",
  "SELECT id, product, step, kind, expected_class, criteria_set FROM dossier",
  "SELECT id, kind, unit, vn_domain, vn_domain_since, representative_gender FROM producer",
  "SELECT id, product, channel, active FROM sales_link",
  "SELECT id, producer, held_on FROM inspection",
  "SELECT id, producer, given_on FROM consultation",
};

static void
read_bare_rows (sqlite3    *db,
                const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      if (sqlite3_column_type (statement, i) == SQLITE_TEXT)
        sqlite3_column_text (statement, i);
      else
        sqlite3_column_int64 (statement, i);
  sqlite3_finalize (statement);
}

/* Milliseconds by the clock and of the processor, each the median. */
typedef struct
{
  double clock, processor;
} Times;

typedef struct
{
  GArray *clocks, *processors;
  gint64 start;
  clock_t worked;
} Rounds;

static void
rounds_begin (Rounds *rounds)
{
  if (rounds->clocks == NULL)
    {
      rounds->clocks = g_array_new (FALSE, FALSE, sizeof (double));
      rounds->processors = g_array_new (FALSE, FALSE, sizeof (double));
    }
  rounds->worked = clock ();
  rounds->start = g_get_monotonic_time ();
}

static void
rounds_end (Rounds *rounds)
{
  double time = bench_since (rounds->start), work = (double) (clock () - rounds->worked) * 1000 / CLOCKS_PER_SEC;

  g_array_append_val (rounds->clocks, time);
  g_array_append_val (rounds->processors, work);
}

static Times
rounds_tell (Rounds *rounds)
{
  Times times = { bench_quantile (rounds->clocks, 0.5), bench_quantile (rounds->processors, 0.5) };

  g_array_unref (rounds->clocks);
  g_array_unref (rounds->processors);
  return times;
}

static Times
measure (Bench        *bench,
         OcopReadFunc  read,
         guint         n_rounds)
{
  Rounds rounds = { NULL };

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr(GError) error = NULL;

      rounds_begin (&rounds);
      if (ocop_register_read (bench->reg, read, bench, &error) == NULL)
        g_error ("%s", error->message);
      rounds_end (&rounds);
    }
  return rounds_tell (&rounds);
}

static Times
measure_bare (Bench *bench)
{
  Rounds rounds = { NULL };
  sqlite3 *db;

  if (sqlite3_open_v2 (bench->path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_exec (db, "PRAGMA cache_size = -65536", NULL, NULL, NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      rounds_begin (&rounds);
      for (guint k = 0; k < G_N_ELEMENTS (looked_at); k++)
        read_bare_rows (db, looked_at[k]);
      rounds_end (&rounds);
    }
  sqlite3_close (db);
  return rounds_tell (&rounds);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(Bench) bench = bench_begin_with_work (argc, argv);
  Times now, before, shares, naive, bare;

  bare = measure_bare (bench);
  now = measure (bench, read_now, ROUNDS);
  before = measure (bench, read_whole, ROUNDS);
  shares = measure (bench, share_out, ROUNDS);
  naive = measure (bench, read_naively, 3);
  bench_say ("plan of 69 targets, as first shown, median", now.clock, "ms", bench->n_products <= 20000 ? 200 : 0);
  bench_say ("plan of 69 targets with the year before, median", before.clock, "ms", 0);
  bench_say ("all of them in every locality, median", shares.clock, "ms", 0);
  bench_say ("freezing it, with the records counted, median", measure (bench, freeze, 3).clock, "ms", 0);
  bench_say ("its queries one by one", naive.clock, "ms", 0);
  bench_say ("bare: the rows that are looked at, median", bare.clock, "ms", 0);
  bench_say ("processor's time: as first shown / bare", now.processor / bare.processor, "", BOUND);
  bench_say ("the same: with the year before / bare", before.processor / bare.processor, "", 0);
  bench_say ("the same: in every locality / bare", shares.processor / bare.processor, "", 0);
  bench_say ("the same: one by one / as first shown", naive.processor / now.processor, "", 0);
  return EXIT_SUCCESS;
}
