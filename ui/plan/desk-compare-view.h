/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/desk-plan-tab.h"

G_BEGIN_DECLS

#define DESK_TYPE_COMPARE_VIEW (desk_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskCompareView, desk_compare_view, DESK, COMPARE_VIEW, DeskPlanTab)

G_END_DECLS
