/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan.h"

G_BEGIN_DECLS

/**
 * ocop_plan_list_pressing:
 *
 * Returns: (transfer container) (element-type OcopProgress): the targets of @self that are held against something, those
 *   to be looked at first in front: missed, at risk, on course, met, exceeded, and among equals those of which the least
 *   part is done; they are @self's own
 */
GPtrArray *ocop_plan_list_pressing (const OcopPlan *self);

G_END_DECLS
