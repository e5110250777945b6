/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/desk-plan-tab.h"

G_BEGIN_DECLS

#define DESK_TYPE_TARGET_VIEW (desk_target_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskTargetView, desk_target_view, DESK, TARGET_VIEW, DeskPlanTab)

/* Chooses the target of that id as soon as its plan is read; leaves the choice when %NULL. */
void desk_target_view_choose (DeskTargetView *self,
                              const char     *target);

G_END_DECLS
