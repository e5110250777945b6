/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_PERIOD_YEAR,
  DESK_PERIOD_HALF_YEAR,
  DESK_PERIOD_QUARTER,
  DESK_PERIOD_MONTH,
  DESK_PERIOD_REPORT_YEAR, /* from 15 December, as provinces report it (decree 09/2019/NĐ-CP) */
  DESK_PERIOD_FREE,
  DESK_N_PERIODS
} DeskPeriod;

/* Translated. */
const char *desk_period_get_title (DeskPeriod period);

/* The first day of the @period that @on lies in; @on itself of a free one. @on must be a day. */
OcopDate    desk_period_get_start (DeskPeriod period,
                                   OcopDate   on);

G_END_DECLS
