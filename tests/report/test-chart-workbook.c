/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "../chart/chart-samples.h"
#include "base/ocop-error.h"
#include "chart/ocop-chart-table.h"
#include "report/chart/ocop-chart-workbook.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("ocop-workbook-XXXXXX", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
write_chart (Fixture         *fixture,
             const OcopChart *chart,
             const char      *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  ocop_chart_workbook_write (chart, path, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/* The workbook, and beside it the figures as the chart's own table has them. */
static void
write_both (Fixture       *fixture,
            OcopChartKind  kind,
            ChartSample    sample)
{
  g_autoptr(OcopChart) chart = chart_sample_new (kind, sample);
  g_autoptr(OcopChartTable) table = ocop_chart_table_new (chart);
  g_autofree char *figures = ocop_chart_table_to_tsv (table);
  g_autofree char *name = g_strdup_printf ("%s_%s.xlsx", ocop_chart_kind_get_traits (kind)->name, chart_sample_name (sample));
  g_autofree char *path = write_chart (fixture, chart, name);
  g_autofree char *beside = g_strndup (path, strlen (path) - strlen ("xlsx"));
  g_autofree char *tsv = g_strconcat (beside, "tsv", NULL);

  g_file_set_contents (tsv, figures, -1, NULL);
}

/* What openpyxl finds wrong in the folder; %NULL where it is not installed. */
static char *
check_folder (Fixture *fixture)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "check-chart-workbooks.py", NULL);
  const char *argv[] = { "/usr/bin/python3", script, fixture->folder, NULL };
  g_autofree char *errors = NULL;
  char *found = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &found, &errors, &status, NULL))
    return NULL;
  if (status != 0 && strstr (errors, "No module named") != NULL)
    {
      g_free (found);
      return NULL;
    }
  g_assert_cmpstr (errors, ==, "");
  return found;
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *found = NULL;
  g_autofree char *expected = g_strdup_printf ("read %d\n", OCOP_CHART_N_KINDS * CHART_N_SAMPLES);

  for (OcopChartKind kind = 0; kind < OCOP_CHART_N_KINDS; kind++)
    for (ChartSample sample = 0; sample < CHART_N_SAMPLES; sample++)
      write_both (fixture, kind, sample);
  found = check_folder (fixture);
  if (found == NULL)
    g_test_skip ("openpyxl is not installed");
  else
    g_assert_cmpstr (found, ==, expected);
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(OcopChart) chart = chart_sample_new (OCOP_CHART_STACKED_ROWS, CHART_SAMPLE_TYPICAL);
  g_autofree char *first = write_chart (fixture, chart, "a.xlsx");
  g_autofree char *second = write_chart (fixture, chart, "b.xlsx");
  g_autofree char *left = NULL, *right = NULL;
  gsize n_left, n_right;

  g_assert_true (g_file_get_contents (first, &left, &n_left, NULL));
  g_assert_true (g_file_get_contents (second, &right, &n_right, NULL));
  g_assert_cmpmem (left, n_left, right, n_right);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(OcopChart) chart = chart_sample_new (OCOP_CHART_BARS, CHART_SAMPLE_ONE);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "a.xlsx", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (ocop_chart_workbook_write (chart, nowhere, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/chart-workbook/every-kind", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/report/chart-workbook/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/report/chart-workbook/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
