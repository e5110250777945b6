/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a workbook of 100,000 rows and 12 columns takes to read, every cell then looked at, beside
 * LibreOffice opening it. Both open a file that they have not opened before: here each round is a new
 * process, there a new office, whose start is not counted (open-in-libreoffice.py). The best of three
 * there, of three before and three after it here. */

#include <stdlib.h>

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "bench.h"
#include "exchange/ocop-workbook.h"

#define N_ROWS 100000
#define N_COLUMNS 12
#define N_ROUNDS 3
#define TIMES_FASTER 4

/* The first text is each row's own, as a product's name is; the others come again, as producers and places do. */
static void
write_row (lxw_worksheet *sheet,
           guint          row,
           lxw_format    *date)
{
  worksheet_write_number (sheet, row, 0, row, NULL);
  for (guint column = 1; column < N_COLUMNS - 3; column++)
    {
      guint number = column == 1 ? row : row % (1000 * column);
      g_autofree char *text = g_strdup_printf ("Sản phẩm %u của chủ thể %u", number, column);

      worksheet_write_string (sheet, row, (lxw_col_t) column, text, NULL);
    }
  worksheet_write_number (sheet, row, N_COLUMNS - 3, 50 + row % 5000 / 100.0, NULL);
  worksheet_write_number (sheet, row, N_COLUMNS - 2, 44000 + row % 2000, date);
  worksheet_write_number (sheet, row, N_COLUMNS - 1, 3 + row % 3, NULL);
}

static void
write_workbook (const char *path,
                guint       n_rows)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Danh sách");
  lxw_format *date = workbook_add_format (workbook);

  format_set_num_format (date, "dd/mm/yyyy");
  for (guint column = 0; column < N_COLUMNS; column++)
    worksheet_write_string (sheet, 0, (lxw_col_t) column, "Cột", NULL);
  for (guint row = 1; row <= n_rows; row++)
    write_row (sheet, row, date);
  if (workbook_close (workbook) != LXW_NO_ERROR)
    g_error ("%s cannot be written", path);
}

static guint
count_cells (const OcopSheet *sheet)
{
  guint n = 0;

  for (guint row = 0; row < ocop_sheet_get_n_rows (sheet); row++)
    for (guint column = 0; column < ocop_sheet_get_n_columns (sheet); column++)
      n += ocop_sheet_get_text (sheet, row, column) != NULL;
  return n;
}

/* In seconds. */
static double
read_once (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr(OcopWorkbook) workbook = ocop_workbook_load (file, NULL, NULL, NULL, &error);

  if (workbook == NULL)
    g_error ("%s", error->message);
  if (count_cells (ocop_workbook_get_sheet (workbook, 0)) != (N_ROWS + 1) * N_COLUMNS)
    g_error ("not every cell was read");
  return bench_since (start) / 1000;
}

/* What the program says: seconds; 0 where LibreOffice or its Python is not installed. */
static double
ask (const char *program,
     const char *first,
     const char *second)
{
  const char *arguments[] = { program, first, second, NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *answer = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer, NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_ascii_strtod (answer, NULL);
}

static double
read_in_new_processes (const char *program,
                       const char *path)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double time = ask (program, "--read", path);

      best = MIN (best, time);
    }
  return best;
}

static void
compare (const char *program)
{
  g_autofree char *folder = g_dir_make_tmp ("ocop-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list.xlsx", NULL);
  g_autofree char *tiny = g_build_filename (folder, "tiny.xlsx", NULL);
  double ours, theirs, afterwards;

  write_workbook (path, N_ROWS);
  write_workbook (tiny, 1);
  ours = read_in_new_processes (program, path);
  theirs = ask (BENCH_SOURCE "/open-in-libreoffice.py", path, tiny);
  /* A machine has slower seconds and faster ones: the two are to have had the same. */
  afterwards = read_in_new_processes (program, path);
  ours = MIN (ours, afterwards);
  bench_say ("workbook of 100,000 x 12 read, best", ours, "s", 0);
  if (theirs > 0)
    {
      bench_say ("the same opened by LibreOffice, best", theirs, "s", 0);
      bench_say ("read / a quarter of LibreOffice's time", ours / (theirs / TIMES_FASTER), "", 1);
    }
  g_remove (path);
  g_remove (tiny);
  g_rmdir (folder);
}

/* bench-read-xlsx [--read FILE] */
int
main (int   argc,
      char *argv[])
{
  if (argc == 3)
    g_print ("%.3f\n", read_once (argv[2]));
  else
    compare (argv[0]);
  return EXIT_SUCCESS;
}
