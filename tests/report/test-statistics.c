/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-statistics.h"

#include "base/ocop-locale.h"
#include "small-register.h"

static const SmallRecognition recognitions[] = {
  { "Gạo", "HTX Một", "QD26-03", "recognised", "3", "first", "2022-01-10" },
  { "Gạo", "HTX Một", "QD26-03", "recognised", "4", "upgrade", "2024-05-20" },
  { "Chè", "HTX Một", "QD26-11", "recognised", "4", "first", "2023-06-30" },
  { "Chè", "HTX Một", "QD26-11", "potential5", "5", "first", "2025-12-01" },
  { "Mật ong", "Công ty Hai", "QD26-04", "potential5", "5", "first", "2025-12-01" },
  { "Rượu", "Công ty Hai", "QD26-14", "recognised", "3", "first", "2025-03-03", "revoked", "2026-02-02" },
  { "Gốm", "Công ty Ba", "QD26-21", "recognised", "5", "first", "2024" },
  { "Hoa", "Công ty Ba", "QD26-23", "recognised", "3", "first", "" },
  { NULL }
};

typedef struct
{
  const char *by;
  const char *on;
  OcopValidity validity;
  const char *expected;   /* "KEY 3/4/potential 5/5=total" each, then the total, parted by "; " */
} Case;

static const Case cases[] = {
  { "star", "2026-01-31", OCOP_VALIDITY_VALID,
    "3 1/0/0/0=1; 4 0/2/0/0=2; potential5 0/0/1/0=1; 5 0/0/0/1=1; all 1/2/1/1=5" },
  { "kind", "2026-01-31", OCOP_VALIDITY_VALID, "cooperative 0/2/0/0=2; enterprise 1/0/1/1=3; all 1/2/1/1=5" },
  /* Rượu is revoked. */
  { "kind", "2026-02-02", OCOP_VALIDITY_VALID, "cooperative 0/2/0/0=2; enterprise 0/0/1/1=2; all 0/2/1/1=4" },
  /* The certificate of Chè is over: it counts as potential 5 stars. */
  { "star", "2026-07-01", OCOP_VALIDITY_VALID, "4 0/1/0/0=1; potential5 0/0/2/0=2; 5 0/0/0/1=1; all 0/1/2/1=4" },
  /* Before the upgrade, and on its day. */
  { "star", "2024-05-19", OCOP_VALIDITY_VALID, "3 1/0/0/0=1; 4 0/1/0/0=1; 5 0/0/0/1=1; all 1/1/0/1=3" },
  { "star", "2024-05-20", OCOP_VALIDITY_VALID, "4 0/2/0/0=2; 5 0/0/0/1=1; all 0/2/0/1=3" },
  { "status", "2026-02-02", OCOP_VALIDITY_RECORDED,
    "valid 0/2/0/1=3; potential5 0/0/1/0=1; revoked 1/0/0/0=1; undated 1/0/0/0=1; all 2/2/1/1=6" },
  { "sector", "2026-02-02", OCOP_VALIDITY_VALID, "I 0/2/1/0=3; IV 0/0/0/1=1; all 0/2/1/1=4" },
  { "locality", "2026-02-02", OCOP_VALIDITY_VALID, "? 0/2/1/1=4; all 0/2/1/1=4" },
  { "year", "2019-01-01", OCOP_VALIDITY_VALID, "all 0/0/0/0=0" },
};

static void
append_row (GString                 *text,
            const OcopStatisticsRow *row,
            const char              *key)
{
  g_string_append_printf (text, "%s%s %d/%d/%d/%d=%d", text->len > 0 ? "; " : "", key, (int) row->stars[0],
                          (int) row->stars[1], (int) row->stars[2], (int) row->stars[3], (int) row->total);
}

static char *
describe (const OcopStatistics *statistics)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < statistics->rows->len; i++)
    {
      const OcopStatisticsRow *row = statistics->rows->pdata[i];

      append_row (text, row, row->key != NULL ? row->key : "?");
    }
  append_row (text, statistics->total, "all");
  return g_string_free (text, FALSE);
}

static gpointer
read_case (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Case *one = data;
  OcopDate on;

  g_assert_true (ocop_date_parse (one->on, &on));
  return ocop_statistics_new (reader, NULL, ocop_statistics_find_grouping (one->by), on, one->validity, error);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  small_register_fill (fixture, recognitions);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(OcopStatistics) statistics = ocop_register_read (fixture->reg, read_case, (gpointer) &cases[i], &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = describe (statistics);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_potential_apart (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopStatistics) statistics = NULL;
  g_autofree char *office = fixture_add (fixture, "office", "name", "Văn phòng", "potential_in_total", "0", NULL);
  g_autofree char *text = NULL;

  small_register_fill (fixture, recognitions);
  statistics = ocop_register_read (fixture->reg, read_case, (gpointer) &cases[0], &error);
  g_assert_no_error (error);
  text = describe (statistics);
  g_assert_cmpstr (text, ==, "3 1/0/0/0=1; 4 0/2/0/0=2; potential5 0/0/1/0=0; 5 0/0/0/1=1; all 1/2/1/1=4");
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/statistics/counts", Fixture, NULL, fixture_set_up, test_counts, fixture_tear_down);
  g_test_add ("/statistics/potential-apart", Fixture, NULL, fixture_set_up, test_potential_apart, fixture_tear_down);
  return g_test_run ();
}
