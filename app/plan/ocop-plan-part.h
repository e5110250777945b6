/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopPlanPart:
 * @record: a task, a line of the budget, a registered product
 *
 * One of the records that make up a plan, in their order. What is known of its kind beyond the record follows in the
 * structures that begin with this one.
 */
typedef struct
{
  OcopRecord *record;
} OcopPlanPart;

/* Where a new part of @kind stands: after all others of @plan; -1 on failure. */
gint64      ocop_plan_part_next_place (OcopReader      *reader,
                                       const OcopKind  *kind,
                                       const char      *plan,
                                       GError         **error);

/**
 * ocop_plan_part_move:
 * @id: of the part
 * @step: by how many places, negative towards the first
 *
 * Returns: (transfer full): the change, empty where it stands at that end already; %NULL on failure
 */
OcopChange *ocop_plan_part_move       (OcopReader      *reader,
                                       const OcopKind  *kind,
                                       const char      *plan,
                                       const char      *id,
                                       int              step,
                                       GError         **error);

G_END_DECLS
