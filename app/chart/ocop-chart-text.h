/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-value.h"
#include "chart/ocop-chart.h"
#include "chart/ocop-chart-geometry.h"

G_BEGIN_DECLS

/**
 * OcopChartTable:
 * @n_rows: with the heading, and with the row of totals where there is one
 * @n_columns: with the column of names, and with the column of totals
 * @cells: @n_rows × @n_columns, row after row; texts in the heading and the
 *   first column, numbers or unknown elsewhere
 * @has_total_row: whether the last row is the sum of those above
 * @has_total_column: whether the last column is the sum of those before
 *
 * Every figure of a chart, none folded away.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  OcopValue *cells;
  gboolean has_total_row;
  gboolean has_total_column;
} OcopChartTable;

OcopChartTable  *ocop_chart_table_new      (const OcopChart      *chart);
void             ocop_chart_table_free     (OcopChartTable       *self);
const OcopValue *ocop_chart_table_get      (const OcopChartTable *self,
                                            guint                 row,
                                            guint                 column);
/* Tab-separated, numbers as plain digits, for pasting into a spreadsheet. */
char            *ocop_chart_table_to_tsv   (const OcopChartTable *self);

/* (transfer full): its title, and behind it of what part it is: "…: Xã Đồng Xanh" */
char            *ocop_chart_dup_title      (const OcopChart      *chart);

/**
 * ocop_chart_to_words:
 *
 * Returns: (transfer full): what the chart says, as one paragraph: for those
 *   who hear it instead of seeing it
 */
char            *ocop_chart_to_words       (const OcopChart      *chart);

/**
 * ocop_chart_mark_to_words:
 *
 * Returns: (transfer full): what one mark of a picture of @chart says, for
 *   hover: "Đồng Xanh, 4 sao: 6 sản phẩm (37,5 %)". The share is that of the
 *   stack or ring.
 */
char            *ocop_chart_mark_to_words  (const OcopChart      *chart,
                                            const OcopChartMark  *mark);

/* "Số liệu tính đến ngày 22/11/2026 · source"; "" when neither is known. */
char            *ocop_chart_source_line    (const OcopChart      *chart);

/* "63,2 %"; "–" when @part is unknown. @whole is above 0. */
char            *ocop_chart_share_to_people (gint64              part,
                                             gint64              whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopChartTable, ocop_chart_table_free)

G_END_DECLS
