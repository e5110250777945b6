/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart-table.h"
#include "chart/ocop-chart-theme.h"
#include "report/ocop-paper-xlsx-private.h"

G_BEGIN_DECLS

/**
 * OcopChartSheet:
 * @name: of the sheet
 * @heading: the row of the headings; the categories follow, then the totals
 * @longest: of the headings, in letters
 * @n_columns: with those that are reckoned from the others, behind the table's
 *
 * A chart's figures on the sheet, where a drawing finds them. The first column has the names.
 */
typedef struct
{
  const OcopChart *chart;
  OcopChartTable *table;
  XlsxBook *book;
  lxw_worksheet *worksheet;
  char *name;
  lxw_row_t heading;
  glong longest;
  guint n_columns;
} OcopChartSheet;

/* Of numbers with as many decimals as the chart's: "#,##0". */
const char *ocop_chart_sheet_number_format (const OcopChartSheet *self);

/* The cell of the table at @row and @column; %FALSE where that is not known. */
gboolean    ocop_chart_sheet_find_number   (const OcopChartSheet *self,
                                            guint                 row,
                                            guint                 column,
                                            double               *number);

/* ocop-chart-workbook-drawing.c: beside the figures, for the kinds that a spreadsheet can draw. */
void        ocop_chart_sheet_draw          (const OcopChartSheet *self);

G_END_DECLS
