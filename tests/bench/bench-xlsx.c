/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much dearer a list of 100,000 x 12 is than libxlsxwriter alone, in the same mode, with the same
 * rows. Processor time, the best of a few rounds. */

#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "bench.h"
#include "report/ocop-paper-xlsx.h"
#include "sample-paper.h"

#define N_ROWS 100000
#define N_COLUMNS 12
#define N_ROUNDS 5
#define GOAL 1.2

static void
write_ours (const OcopPaper *paper,
            const char      *path)
{
  g_autoptr(GError) error = NULL;

  if (!ocop_paper_xlsx_write (paper, path, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* What a query alone would take: the rows are made and dropped. */
static void
pull_only (const OcopPaper *paper,
           const char      *path)
{
  g_auto(OcopPaperRowIter) iter = { NULL };

  ocop_paper_row_iter_init (&iter, ocop_paper_get_table (paper));
  while (ocop_paper_row_iter_next (&iter, NULL) != NULL)
    ;
}

static void
write_bare_cell (lxw_worksheet   *worksheet,
                 lxw_row_t        row,
                 lxw_col_t        column,
                 const OcopValue *value,
                 lxw_format      *date)
{
  lxw_datetime day = { 0 };

  if (value->type == OCOP_VALUE_INTEGER)
    worksheet_write_number (worksheet, row, column, (double) value->integer, NULL);
  else if (value->type == OCOP_VALUE_TEXT && (column == 5 || column == 11))
    {
      day.year = atoi (value->text);
      day.month = atoi (value->text + 5);
      day.day = atoi (value->text + 8);
      worksheet_write_datetime (worksheet, row, column, &day, date);
    }
  else if (value->type == OCOP_VALUE_TEXT)
    worksheet_write_string (worksheet, row, column, value->text, NULL);
}

static void
write_bare (const OcopPaper *paper,
            const char      *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *worksheet = workbook_add_worksheet (workbook, NULL);
  lxw_format *date = workbook_add_format (workbook);
  g_auto(OcopPaperRowIter) iter = { NULL };
  const OcopPaperRow *row;
  lxw_row_t n = 0;

  format_set_num_format (date, "dd/mm/yyyy");
  ocop_paper_row_iter_init (&iter, ocop_paper_get_table (paper));
  for (; (row = ocop_paper_row_iter_next (&iter, NULL)) != NULL; n++)
    for (lxw_col_t i = 0; i < N_COLUMNS; i++)
      write_bare_cell (worksheet, n, i, &row->cells[i], date);
  workbook_close (workbook);
}

static double
measure (void       (*run) (const OcopPaper *paper, const char *path),
         const char  *path)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_pulled (N_ROWS);
  clock_t start = clock ();

  run (paper, path);
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ocop-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.xlsx", NULL);
  double query = G_MAXDOUBLE, bare = G_MAXDOUBLE, ours = G_MAXDOUBLE;

  setlocale (LC_CTYPE, "C.UTF-8");
  /* Taken in turns. */
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      query = MIN (query, measure (pull_only, path));
      bare = MIN (bare, measure (write_bare, path));
      ours = MIN (ours, measure (write_ours, path));
    }
  bench_say ("xlsx of 100,000 x 12: the rows alone", query, "s", 0);
  bench_say ("xlsx of 100,000 x 12: bare libxlsxwriter, with the rows", bare, "s", 0);
  bench_say ("xlsx of 100,000 x 12: ours, with the rows", ours, "s", 0);
  bench_say ("xlsx of 100,000 x 12: ours / bare, without the rows", (ours - query) / (bare - query), "", GOAL);
  g_remove (path);
  g_rmdir (folder);
  return EXIT_SUCCESS;
}
