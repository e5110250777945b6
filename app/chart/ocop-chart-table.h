/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-value.h"
#include "chart/ocop-chart.h"

G_BEGIN_DECLS

/**
 * OcopChartTable:
 * @n_rows: with the heading, and with the row of totals where there is one
 * @n_columns: with the column of names, and with the column of totals
 * @decimals: of the numbers, as those of the chart
 * @cells: @n_rows × @n_columns, row after row; texts in the heading and the
 *   first column, numbers or unknown elsewhere
 * @has_total_row: whether the last row is the sum of those above
 * @has_total_column: whether the last column is the sum of those before
 * @has_difference_column: whether it says by how much the first figure is more than the second
 *
 * Every figure of a chart, none folded away.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  guint decimals;
  OcopValue *cells;
  gboolean has_total_row;
  gboolean has_total_column;
  gboolean has_difference_column;
} OcopChartTable;

OcopChartTable  *ocop_chart_table_new      (const OcopChart      *chart);
void             ocop_chart_table_free     (OcopChartTable       *self);
const OcopValue *ocop_chart_table_get      (const OcopChartTable *self,
                                            guint                 row,
                                            guint                 column);
/* "–" where it is unknown. */
char            *ocop_chart_table_cell_to_people (const OcopChartTable *self,
                                                  guint                 row,
                                                  guint                 column);
/* Tab-separated, numbers as plain digits, for pasting into a spreadsheet. */
char            *ocop_chart_table_to_tsv   (const OcopChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopChartTable, ocop_chart_table_free)

G_END_DECLS
