/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-page.h"

G_BEGIN_DECLS

#define DESK_TYPE_PLAN_PAGE (desk_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskPlanPage, desk_plan_page, DESK, PLAN_PAGE, DeskPage)

G_END_DECLS
