/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/desk-plan-tab.h"

G_BEGIN_DECLS

#define DESK_TYPE_SHARE_VIEW (desk_share_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskShareView, desk_share_view, DESK, SHARE_VIEW, DeskPlanTab)

G_END_DECLS
