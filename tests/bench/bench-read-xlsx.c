/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a workbook of 100,000 rows and 12 columns takes to read and look through: bench-read-xlsx [FILE].
 * With FILE the workbook is also left there, to be opened by another program. */

#include "exchange/ocop-workbook.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#define N_ROWS 100000
#define N_COLUMNS 12

static void
write_row (lxw_worksheet *sheet,
           guint          row,
           lxw_format    *date)
{
  worksheet_write_number (sheet, row, 0, row, NULL);
  for (guint column = 1; column < N_COLUMNS - 3; column++)
    {
      g_autofree char *text = g_strdup_printf ("Sản phẩm %u của chủ thể %u", row % (1000 * column), column);

      worksheet_write_string (sheet, row, (lxw_col_t) column, text, NULL);
    }
  worksheet_write_number (sheet, row, N_COLUMNS - 3, 50 + row % 5000 / 100.0, NULL);
  worksheet_write_number (sheet, row, N_COLUMNS - 2, 44000 + row % 2000, date);
  worksheet_write_number (sheet, row, N_COLUMNS - 1, 3 + row % 3, NULL);
}

static void
write_workbook (const char *path)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Danh sách");
  lxw_format *date = workbook_add_format (workbook);

  format_set_num_format (date, "dd/mm/yyyy");
  for (guint column = 0; column < N_COLUMNS; column++)
    worksheet_write_string (sheet, 0, (lxw_col_t) column, "Cột", NULL);
  for (guint row = 1; row <= N_ROWS; row++)
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

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = argc > 1 ? g_strdup (argv[1]) : g_build_filename (g_get_tmp_dir (), "ocop-bench-read.xlsx", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = NULL;
  gint64 start, end;
  guint n_cells;

  write_workbook (path);
  start = g_get_monotonic_time ();
  workbook = ocop_workbook_load (file, NULL, NULL, NULL, &error);
  if (workbook == NULL)
    g_error ("%s", error->message);
  n_cells = count_cells (ocop_workbook_get_sheet (workbook, 0));
  end = g_get_monotonic_time ();
  g_print ("%u cells read and looked through in %.2f s\n", n_cells, (double) (end - start) / G_USEC_PER_SEC);
  if (argc < 2)
    g_remove (path);
  return 0;
}
