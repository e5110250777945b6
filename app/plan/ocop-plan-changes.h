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

G_END_DECLS
