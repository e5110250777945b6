/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan-part.h"

G_BEGIN_DECLS

/**
 * OcopBudgetLine:
 * @worked: ocop_line_amount()
 * @amount: what counts: what is typed, else what is worked out, else 0
 * @differs: whether what is typed is another than what is worked out
 *
 * A line of the budget of a plan.
 */
typedef struct
{
  OcopPlanPart part;
  gint64 worked;
  gint64 amount;
  gboolean differs;
} OcopBudgetLine;

/**
 * OcopBudgetSum:
 * @source: (nullable): as it is typed; %NULL of lines without one
 *
 * What comes from one source, in đồng.
 */
typedef struct
{
  char *source;
  guint n_lines;
  gint64 amount;
  gint64 paid;
} OcopBudgetSum;

/* (transfer full) (element-type OcopBudgetLine): in their order; %NULL on failure */
GPtrArray  *ocop_budget_read (OcopReader        *reader,
                              const OcopRecord  *plan,
                              OcopDate           on,
                              GError           **error);

/* (transfer full) (element-type OcopBudgetSum): of each source of @lines in the order in which they first come, told
 * apart as people read; then of all. */
GPtrArray  *ocop_budget_sums (const GPtrArray   *lines);

G_END_DECLS
