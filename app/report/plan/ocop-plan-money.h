/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopPlanMoney:
 * @source: of funds, as the budget names it
 * @planned, @paid: đồng
 */
typedef struct
{
  char *source;
  gint64 planned;
  gint64 paid;
} OcopPlanMoney;

/* (transfer full) (element-type OcopPlanMoney): the budget of the plan @id by source, in the order of its lines. */
GPtrArray *ocop_plan_money_read  (OcopReader       *reader,
                                  const char       *id,
                                  GError          **error);
/* The sum of all sources. */
OcopPlanMoney ocop_plan_money_sum (const GPtrArray *money);

G_END_DECLS
