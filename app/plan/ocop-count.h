/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-indicator.h"
#include "plan/ocop-localities.h"

G_BEGIN_DECLS

/**
 * OcopCountLine:
 * @key: (nullable): id of a locality, key of a class
 * @label: what people read
 * @day: of %OCOP_AIM_DAY_EACH; unknown where there is none
 */
typedef struct
{
  char *key;
  char *label;
  gint64 number;
  OcopDate day;
} OcopCountLine;

/**
 * OcopCount:
 * @known: %FALSE where there is nothing to say: a share of nothing, the least of no localities, no day yet
 * @part, @whole: as they were counted: records, people, đồng; @whole 0 where the indicator has none
 * @figure: what a target is held against, in hundredths of the indicator's unit; a share in hundredths of a percent,
 *   cut off, so that no target is reached by rounding
 * @day: of %OCOP_AIM_DAY and %OCOP_AIM_DAY_EACH
 * @lines: (element-type OcopCountLine): every locality in the order of their names, every class from the least; empty
 *   for the other aims
 */
typedef struct
{
  gboolean known;
  gint64 part;
  gint64 whole;
  gint64 figure;
  OcopDate day;
  GPtrArray *lines;
} OcopCount;

void         ocop_count_free     (OcopCount              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCount, ocop_count_free)

/**
 * OcopCounter:
 *
 * Counts for one look at a plan: what several targets ask alike is asked once.
 */
typedef struct _OcopCounter OcopCounter;

/* @reader, @indicators: must stay as long as the counter. @unit: (nullable): the locality that is counted alone */
OcopCounter *ocop_counter_new    (OcopReader             *reader,
                                  const OcopIndicators   *indicators,
                                  const char             *unit);
void         ocop_counter_free   (OcopCounter            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCounter, ocop_counter_free)

/* Says what will be counted, so that it is asked together with what else was said. @forecast: (nullable): the period by
 * whose end it will be foreseen. */
gboolean     ocop_counter_want   (OcopCounter            *self,
                                  const OcopIndicator    *indicator,
                                  OcopPeriod              period,
                                  OcopDate                on,
                                  const OcopPeriod       *forecast,
                                  GError                **error);

/* (transfer full): what @indicator comes to in @period by what is known on the day @on; %NULL on failure. */
OcopCount   *ocop_counter_count  (OcopCounter            *self,
                                  const OcopIndicator    *indicator,
                                  OcopPeriod              period,
                                  OcopDate                on,
                                  GError                **error);

/* @figure: (out): what @count, of the same indicator, period and day, would become by the end of the period with what is
 * under way, in hundredths; its own figure where the indicator foresees nothing. */
gboolean     ocop_counter_forecast (OcopCounter            *self,
                                    const OcopIndicator    *indicator,
                                    const OcopCount        *count,
                                    OcopPeriod              period,
                                    OcopDate                on,
                                    gint64                 *figure,
                                    GError                **error);

G_END_DECLS
