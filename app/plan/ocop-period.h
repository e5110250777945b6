/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"

G_BEGIN_DECLS

/**
 * OcopPeriodRule:
 * @name: stable: "report" (decree 09/2019/NĐ-CP), "calendar"
 * @first_day: the day of the month on which every period begins, 1 to 28
 * @months_earlier: by how many months before its own first month a period begins
 *
 * Where the year of a plan begins and ends: a decision of 22 December belongs to the plan of its year and to the
 * report of the next.
 */
typedef struct
{
  char *name;
  char *title;
  guint first_day;
  guint months_earlier;
} OcopPeriodRule;

typedef enum
{
  OCOP_PERIOD_YEAR,
  OCOP_PERIOD_HALF,        /* the first six months */
  OCOP_PERIOD_NINE_MONTHS, /* the first nine */
  OCOP_PERIOD_QUARTER,     /* 1 to 4 */
  OCOP_PERIOD_MONTH,       /* 1 to 12 */
  OCOP_PERIOD_FREE,        /* of any two days */
} OcopPeriodSpan;

/**
 * OcopPeriod:
 * @year: the year of the plan that is reported on
 * @number: of the quarter or month
 * @from, @until: days, both in it
 */
typedef struct
{
  const OcopPeriodRule *rule;
  OcopPeriodSpan span;
  guint year;
  guint number;
  OcopDate from;
  OcopDate until;
} OcopPeriod;

/* The rules that are shipped, in the order in which they are offered; (element-type OcopPeriodRule) (transfer none). */
const GPtrArray      *ocop_period_rules      (void);
/* The first one where there is none of that name. */
const OcopPeriodRule *ocop_period_find_rule  (const char *name);

/* @number: of a quarter or month; else of no matter. Not for %OCOP_PERIOD_FREE. */
OcopPeriod  ocop_period_new         (const OcopPeriodRule *rule,
                                     OcopPeriodSpan        span,
                                     guint                 year,
                                     guint                 number);
/* All of the years @year to @until_year. */
OcopPeriod  ocop_period_new_years   (const OcopPeriodRule *rule,
                                     guint                 year,
                                     guint                 until_year);
OcopPeriod  ocop_period_new_free    (OcopDate              from,
                                     OcopDate              until);
/* The day of the figures of @period: its last, or @today where that is still to come. */
OcopDate    ocop_period_day         (OcopPeriod            period,
                                     OcopDate              today);
/* The same period of the year before. */
OcopPeriod  ocop_period_year_before (OcopPeriod            period);

/**
 * ocop_period_find:
 * @key: (nullable): "half", "nine-months", "quarter-2", "month-11", "2026-04-10..2026-08-20"; the whole year when %NULL
 *
 * Returns: %FALSE where @key names no period.
 */
gboolean    ocop_period_find        (const OcopPeriodRule *rule,
                                     guint                 year,
                                     const char           *key,
                                     OcopPeriod           *period);
/* (transfer full) (nullable): the key of @period; %NULL of a year. */
char       *ocop_period_dup_key     (OcopPeriod            period);

/* "Year 2026", "Quarter 2 of 2026", translated. */
char       *ocop_period_to_people   (OcopPeriod            period);
/* "Figures from 15/12/2025 to 14/12/2026", to @today while the period lasts, "Figures as of" @today before it begins; translated:
 * what stands on every paper of the period. */
char       *ocop_period_to_document (OcopPeriod            period,
                                     OcopDate              today);

G_END_DECLS
