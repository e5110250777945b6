/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-indicator.h"
#include "plan/ocop-localities.h"

G_BEGIN_DECLS

/**
 * OcopCoverageWork:
 * @indicator: a share: inspected producers of all that hold a product
 * @part, @whole: what asks for the records reached, and for all that are to be, by locality
 * @parts, @wholes: how many they are by locality; the last is of those that lie in none
 *
 * How far one kind of work has come.
 */
typedef struct
{
  const OcopIndicator *indicator;
  OcopQuery *part;
  OcopQuery *whole;
  gint64 *parts;
  gint64 *wholes;
} OcopCoverageWork;

/**
 * OcopCoverage:
 * @works: (element-type OcopCoverageWork): in the order of the file of indicators
 *
 * Which share of the producers and products of each locality the work of a period has reached, counted by the indicators
 * that are named for it.
 */
typedef struct
{
  OcopIndicators *indicators;
  OcopLocalities *localities;
  GPtrArray *works;
} OcopCoverage;

/* @code: (nullable): of one kind of work alone. (transfer full): %NULL on failure */
OcopCoverage *ocop_coverage_read    (OcopReader              *reader,
                                     const char              *code,
                                     OcopPeriod               period,
                                     OcopDate                 on,
                                     GError                 **error);
void          ocop_coverage_free    (OcopCoverage            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCoverage, ocop_coverage_free)

/* The localities, and one more place for what lies in none. */
guint         ocop_coverage_get_n_places (const OcopCoverage *self);
/* "" of what lies in none. */
const char   *ocop_coverage_get_id       (const OcopCoverage *self,
                                          guint               place);

/* What @part is of @whole in hundredths of a percent, cut off as an indicator's figure is; -1 where there is no whole. */
gint64        ocop_coverage_share        (gint64              part,
                                          gint64              whole);

/* (transfer full) (element-type OcopIndicator): the shares of @indicators that tell how far work has come */
GPtrArray    *ocop_coverage_list         (const OcopIndicators *indicators);

G_END_DECLS
