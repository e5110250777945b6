/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the dry run of a 3,000-row workbook takes beside a register of 20,000 products: reading the file,
 * finding its headings, holding each row against the register. Every other row is there already.
 *
 *   bench-import [PRODUCTS]      (20000 unless told) */

#include <stdlib.h>

#include <xlsxwriter.h>

#include "bench.h"
#include "exchange/ocop-import.h"

#define N_ROWS 3000
#define N_ROUNDS 5

static const char * const headings[] = {
  "Tên sản phẩm", "Chủ thể", "Xã", "Tỉnh", "Hạng sao", "Số quyết định", "Ngày quyết định", "Ghi chú"
};

static gpointer
read_products (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  static const char * const columns[] = {
    "name", "producer.name", "unit.name", "province.name", "star", "decision_number", "decision_date", NULL
  };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  return ocop_reader_rows (reader, query, columns, 0, N_ROWS, error);
}

/* Every other row has a name of its own. */
static void
write_row (lxw_worksheet  *worksheet,
           const OcopRows *rows,
           guint           row)
{
  for (guint c = 0; c < ocop_rows_get_n_columns (rows); c++)
    {
      const char *text = ocop_rows_get_text (rows, row, c);
      g_autofree char *changed = c == 0 && row % 2 == 1 ? g_strdup_printf ("%s loại %u", text, row) : NULL;

      if (text != NULL)
        worksheet_write_string (worksheet, row + 1, (lxw_col_t) c, changed != NULL ? changed : text, NULL);
    }
}

static void
write_workbook (OcopRegister *reg,
                const char   *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopRows) rows = ocop_register_read (reg, read_products, NULL, &error);
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *worksheet = workbook_add_worksheet (workbook, NULL);

  if (rows == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    worksheet_write_string (worksheet, 0, (lxw_col_t) i, headings[i], NULL);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    write_row (worksheet, rows, i);
  workbook_close (workbook);
}

static double
measure (OcopRegister *reg,
         const char   *path)
{
  const OcopImportOptions options = { .kind = OCOP_IMPORT_PRODUCTS, .dry_run = TRUE };
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr(OcopImportPlan) plan = ocop_import_run (reg, path, &options, NULL, NULL, NULL, &error);

  if (plan == NULL)
    g_error ("%s", error->message);
  if (ocop_import_plan_count (plan, OCOP_IMPORT_DUPLICATE) == 0 || ocop_import_plan_get_n_taken (plan) == 0)
    g_error ("%u rows, but not of both kinds", ocop_import_plan_get_n_rows (plan));
  return bench_since (start) / 1000;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(Bench) bench = bench_begin (argc, argv);
  g_autofree char *list = bench_file (bench, "list.xlsx");
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  write_workbook (bench->reg, list);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double time = measure (bench->reg, list);

      g_array_append_val (times, time);
    }
  bench_say ("dry run of a workbook of 3,000 rows, median", bench_quantile (times, 0.5), "s", 1);
  return EXIT_SUCCESS;
}
