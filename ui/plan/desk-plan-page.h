/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-page.h"
#include "model/ocop-record.h"

G_BEGIN_DECLS

#define DESK_TYPE_PLAN_PAGE (desk_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskPlanPage, desk_plan_page, DESK, PLAN_PAGE, DeskPage)

/* The kind of list that brings what the tab in sight shows: "tasks"; %NULL: none does. */
const char       *desk_plan_page_get_plural (DeskPlanPage *self);
/* (nullable): the plan in sight */
const OcopRecord *desk_plan_page_get_plan   (DeskPlanPage *self);

/* Shows the targets of the plan of that id, over the whole of it, with @target chosen. @target: (nullable) */
void              desk_plan_page_show_target (DeskPlanPage *self,
                                              const char   *plan,
                                              const char   *target);

G_END_DECLS
