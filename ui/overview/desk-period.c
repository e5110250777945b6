/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-period.h"

#include <glib/gi18n.h>

/* Both count from 1. */
#define REPORT_YEAR_MONTH 12
#define REPORT_YEAR_DAY 15

static const struct
{
  const char *title;
  int months; /* 0 for one that does not begin with a month */
} periods[DESK_N_PERIODS] = {
  [DESK_PERIOD_YEAR] = { N_("This year"), 12 },
  [DESK_PERIOD_HALF_YEAR] = { N_("This half-year"), 6 },
  [DESK_PERIOD_QUARTER] = { N_("This quarter"), 3 },
  [DESK_PERIOD_MONTH] = { N_("This month"), 1 },
  [DESK_PERIOD_REPORT_YEAR] = { N_("Report year (from 15/12)"), 0 },
  [DESK_PERIOD_FREE] = { N_("From … to …"), 0 },
};

const char *
desk_period_get_title (DeskPeriod period)
{
  return _(periods[period].title);
}

static OcopDate
report_year_start (OcopDate on)
{
  OcopDate start = ocop_date_new (on.year, REPORT_YEAR_MONTH, REPORT_YEAR_DAY);

  return ocop_date_compare (start, on) <= 0 ? start : ocop_date_add_months (start, -12);
}

OcopDate
desk_period_get_start (DeskPeriod period,
                       OcopDate   on)
{
  int months = periods[period].months;

  if (months > 0)
    return ocop_date_new (on.year, (on.month - 1) / months * months + 1, 1);
  return period == DESK_PERIOD_REPORT_YEAR ? report_year_start (on) : on;
}
