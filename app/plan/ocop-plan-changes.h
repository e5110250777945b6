/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* A plan of @year as the office would begin it: drafted, of its level and locality. (transfer full): %NULL on failure */
OcopRecord *ocop_plan_begin        (OcopReader          *reader,
                                    guint                year,
                                    GError             **error);

/**
 * ocop_plan_add_targets:
 * @plan: its id
 * @codes: of indicators, ended by %NULL, in the order in which they are to stand
 *
 * Puts after the targets of the plan one for each indicator, for which a number is then set; those that the plan
 * counts already are left out.
 *
 * Returns: (transfer full): the change, empty where all are there; %NULL on failure
 */
OcopChange *ocop_plan_add_targets  (OcopReader          *reader,
                                    const char          *plan,
                                    const char * const  *codes,
                                    GError             **error);

/**
 * ocop_plan_issue:
 * @number: "66/KH-UBND"
 * @day: on which it was signed
 *
 * From then on the plan, its targets, tasks and budget stay as they are.
 *
 * Returns: (transfer full): the change; %NULL with %OCOP_ERROR_REFUSED where it is issued already, has no target, or
 *   one of them that is counted has no number
 */
OcopChange *ocop_plan_issue        (OcopReader          *reader,
                                    const char          *plan,
                                    const char          *number,
                                    OcopDate             day,
                                    GError             **error);

/**
 * ocop_plan_copy:
 * @year: of the new plan; of the same year it amends the one that is copied
 * @id: (out) (transfer full): of the new plan, which is drafted
 *
 * Copies a plan with its targets and their shares, tasks and budget. One that amends goes on where the other stands: it
 * keeps what was done and paid, figures by hand and registered products. One of another year begins anew, and its days
 * move with the year.
 */
OcopChange *ocop_plan_copy         (OcopReader          *reader,
                                    const char          *plan,
                                    guint                year,
                                    char               **id,
                                    GError             **error);

G_END_DECLS
