/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annex 3 of a plan, its budget, and what has been paid of it. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "report/plan/ocop-report-year.h"

/* Those that are reckoned with. */
enum
{
  CELL_QUANTITY = 3,
  CELL_PRICE,
  CELL_AMOUNT,
  CELL_SOURCE,
};

static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "content", N_("Content"), OCOP_PAPER_COLUMN_TEXT, 36, "name" },
  { "unit", N_("Unit"), OCOP_PAPER_COLUMN_TEXT, 9, "unit_name" },
  { "quantity", N_("Quantity"), OCOP_PAPER_COLUMN_QUANTITY, 9, "quantity" },
  { "price", N_("Unit price (đồng)"), OCOP_PAPER_COLUMN_MONEY, 14, "price" },
  { "amount", N_("Amount (đồng)"), OCOP_PAPER_COLUMN_MONEY, 16, "amount" },
  { "source", N_("Source of funds"), OCOP_PAPER_COLUMN_TEXT, 20, "source" },
  { "note", N_("Note"), OCOP_PAPER_COLUMN_TEXT, 18, "note" },
  { NULL }
};

static const OcopReportColumn source_columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "source", N_("Source of funds"), OCOP_PAPER_COLUMN_TEXT, 40 },
  { "amount", N_("Amount (đồng)"), OCOP_PAPER_COLUMN_MONEY, 18 },
  { "share", N_("Share (%)"), OCOP_PAPER_COLUMN_QUANTITY, 10 },
  { NULL }
};

/* A line without an amount says it by its quantity and price. */
static void
fill_amounts (OcopPaperTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      OcopValue *cells = ((OcopPaperRow *) table->rows->pdata[i])->cells;

      if (cells[CELL_AMOUNT].type == OCOP_VALUE_UNKNOWN && cells[CELL_QUANTITY].type == OCOP_VALUE_INTEGER &&
          cells[CELL_PRICE].type == OCOP_VALUE_INTEGER)
        cells[CELL_AMOUNT] = ocop_value_integer (cells[CELL_QUANTITY].integer * cells[CELL_PRICE].integer / 100);
    }
}

/* Quantities and prices of different things have no sum. */
static gint64
add_total (OcopPaperTable *table)
{
  OcopPaperRow *total;

  ocop_report_add_sums (table, CELL_QUANTITY);
  total = table->rows->len > 0 ? table->rows->pdata[table->rows->len - 1] : NULL;
  if (total == NULL)
    return 0;
  ocop_value_clear (&total->cells[CELL_QUANTITY]);
  ocop_value_clear (&total->cells[CELL_PRICE]);
  return total->cells[CELL_AMOUNT].integer;
}

static void
add_sources (OcopPaper            *paper,
             const OcopPaperTable *lines,
             gint64                total)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, _("By source"));
  g_autoptr(GHashTable) by_source = g_hash_table_new (g_str_hash, g_str_equal);

  ocop_report_add_columns (table, source_columns);
  for (guint i = 0; i < lines->rows->len; i++)
    {
      const OcopPaperRow *line = lines->rows->pdata[i];
      const char *source = line->cells[CELL_SOURCE].text != NULL ? line->cells[CELL_SOURCE].text : _("Source not named");
      OcopPaperRow *row = line->kind == OCOP_PAPER_ROW_DATA ? g_hash_table_lookup (by_source, source) : NULL;

      if (line->kind != OCOP_PAPER_ROW_DATA)
        continue;
      if (row == NULL)
        {
          row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
          row->cells[0] = ocop_value_integer (table->rows->len);
          row->cells[1] = ocop_value_text (source);
          row->cells[2] = ocop_value_integer (0);
          g_hash_table_insert (by_source, (gpointer) source, row);
        }
      row->cells[2].integer += line->cells[CELL_AMOUNT].integer;
      if (total > 0)
        row->cells[3] = ocop_value_integer (row->cells[2].integer * 10000 / total);
    }
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  OcopPaperTable *table;
  g_autoptr(GHashTable) by_id = ocop_report_list_annex (reader, scope, "budget_line", columns, paper, &table, error);
  gint64 total;

  if (by_id == NULL)
    return FALSE;
  fill_amounts (table);
  total = add_total (table);
  if (total > 0)
    add_sources (paper, table, total);
  return TRUE;
}

const OcopReport ocop_report_annex_budget = {
  .name = "plan-budget",
  .title = N_("Annex 3: budget"),
  .heading = N_("Annex 3\nBudget"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
