/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/desk-part-view.h"

G_BEGIN_DECLS

#define DESK_TYPE_BUDGET_VIEW (desk_budget_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskBudgetView, desk_budget_view, DESK, BUDGET_VIEW, DeskPartView)

G_END_DECLS
