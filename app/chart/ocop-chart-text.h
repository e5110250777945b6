/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"
#include "chart/ocop-chart-geometry.h"

G_BEGIN_DECLS

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

/* What a column or a mark is called: its series' name, or else the heading of the values. */
const char      *ocop_chart_series_heading (const OcopChart *chart,
                                            guint            series);
/* "1.234"; with 2 @decimals a number of hundredths, with no more of them than it needs: "87,37", "90". */
char            *ocop_chart_number_to_people (gint64 number,
                                              guint  decimals);
/* "+5", "−3", "0" */
char            *ocop_chart_difference_to_people (gint64 difference,
                                                  guint  decimals);
/* "1.234", "87,37" or "–" when unknown; with as many decimals as the chart's values have. */
char            *ocop_chart_value_to_people (const OcopChart *chart,
                                             gint64           value);

/* "63,2 %"; "–" when @part is unknown. @whole is above 0. What lacks a little of the whole is never rounded to it. */
char            *ocop_chart_share_to_people (gint64              part,
                                             gint64              whole);

G_END_DECLS
