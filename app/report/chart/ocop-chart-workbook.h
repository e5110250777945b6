/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart-export.h"

G_BEGIN_DECLS

/**
 * ocop_chart_workbook_write:
 * @path: is replaced, by a whole workbook or not at all
 *
 * Writes every figure of @chart on a sheet, sums and shares as formulas with
 * their values, and beside them a chart that the spreadsheet draws of these
 * cells. A heat table is coloured cells, flows are a table. The same chart
 * gives the same bytes.
 *
 * Returns: %FALSE with @error set when the file cannot be written
 */
gboolean ocop_chart_workbook_write (const OcopChart       *chart,
                                    const char            *path,
                                    GError               **error);

/**
 * ocop_chart_save:
 * @path: ends with .xlsx for a workbook, or as ocop_chart_export() has it
 * @size, @theme: of a picture
 *
 * Returns: whether the file was written
 */
gboolean ocop_chart_save           (const OcopChart       *chart,
                                    const char            *path,
                                    OcopChartSize          size,
                                    const OcopChartTheme  *theme,
                                    GError               **error);

G_END_DECLS
