/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ocop-chart.h"

G_BEGIN_DECLS

/**
 * ocop_chart_against_day:
 * @against: (nullable): what a chart is held against: %OCOP_CHART_AGAINST_LAST_YEAR, %OCOP_CHART_AGAINST_YEAR_END, a day
 *   ("2025-06-30"), or %OCOP_CHART_AGAINST_PLACE followed by the id of an administrative unit
 * @on: the day of the figures
 * @day: (out): the day that they are held against
 *
 * Returns: whether it is a day, and another one than @on.
 */
gboolean    ocop_chart_against_day   (const char *against,
                                      OcopDate    on,
                                      OcopDate   *day);
/* (transfer none) (nullable): the id in @against where that is a place. */
const char *ocop_chart_against_place (const char *against);

#define OCOP_CHART_AGAINST_LAST_YEAR "last-year"
#define OCOP_CHART_AGAINST_YEAR_END "year-end"
#define OCOP_CHART_AGAINST_PLACE "in:"

/**
 * ocop_chart_compare:
 * @chart: of a kind whose figures count something: no lines of several series, no flows
 * @name: what its figures are called beside the others: a day, a locality
 * @other: the same chart of another day or of other products
 *
 * Makes one chart of two that have the same question: every category of either, with the two figures side by side. Where the
 * charts have parts, those are added up. What only one of them has a category for, the other has none of.
 *
 * Returns: (transfer full): with %OCOP_CHART_COMPARED
 */
OcopChart  *ocop_chart_compare       (const OcopChart *chart,
                                      const char      *name,
                                      const OcopChart *other,
                                      const char      *other_name);

G_END_DECLS
