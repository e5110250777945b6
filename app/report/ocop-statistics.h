/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* The classes that are counted apart: 3 stars, 4 stars, potential 5 stars, 5 stars, in this order. */
#define OCOP_N_STARS 4

/**
 * OcopValidity:
 * @OCOP_VALIDITY_VALID: certificates that hold on the day, those that run on by
 *   article 12.3 of 26/2026/QĐ-TTg among them, and potential 5 stars
 * @OCOP_VALIDITY_RECORDED: all that were ever recognised, whatever became of it
 * @OCOP_VALIDITY_AS_ASKED: what the query says
 */
typedef enum
{
  OCOP_VALIDITY_VALID,
  OCOP_VALIDITY_RECORDED,
  OCOP_VALIDITY_AS_ASKED,
} OcopValidity;

/**
 * OcopStatisticsGrouping:
 * @name: stable: "locality"
 * @title: English, to be translated: the heading of what is counted by
 * @path: the field of a product that is grouped by
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *path;
} OcopStatisticsGrouping;

/**
 * OcopStatisticsRow:
 * @key: (nullable): what the grouping's field holds; %NULL where it is unknown
 * @label: what people read, "unknown" in their language where it is
 * @stars: products by class
 * @total: of the classes; potential 5 stars are in it unless the office's
 *   settings say otherwise
 */
typedef struct
{
  char *key;
  char *label;
  gint64 stars[OCOP_N_STARS];
  gint64 total;
} OcopStatisticsRow;

/**
 * OcopStatistics:
 * @rows: (element-type OcopStatisticsRow): choices in their own order, anything
 *   else by label, the unknown last
 * @query: what was counted, without a measure
 *
 * How many products there are of each class, by something. Each product counts
 * once.
 */
typedef struct
{
  const OcopStatisticsGrouping *grouping;
  OcopDate on;
  OcopQuery *query;
  GPtrArray *rows;
  OcopStatisticsRow *total;
} OcopStatistics;

/* All groupings, ended by a %NULL name. */
const OcopStatisticsGrouping *ocop_statistics_groupings (void);
/* %NULL when there is none of that name. */
const OcopStatisticsGrouping *ocop_statistics_find_grouping (const char *name);

/* The key of the class at @star, as the field "star" holds it: "3", "4", "potential5", "5". */
const char     *ocop_statistics_star_key   (guint star);
/* Its translated title. */
const char     *ocop_statistics_star_title (guint star);

/* Makes @query ask for products of this validity only. */
void            ocop_statistics_where_validity (OcopQuery    *query,
                                                OcopValidity  validity);

/**
 * ocop_statistics_new:
 * @base: (nullable): which products; all when %NULL. Its day is not used
 * @on: the day
 *
 * Returns: (transfer full): %NULL on failure.
 */
OcopStatistics *ocop_statistics_new        (OcopReader                   *reader,
                                            const OcopQuery              *base,
                                            const OcopStatisticsGrouping *grouping,
                                            OcopDate                      on,
                                            OcopValidity                  validity,
                                            GError                      **error);
void            ocop_statistics_free       (OcopStatistics               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopStatistics, ocop_statistics_free)

G_END_DECLS
