/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/desk-plan-tab.h"

G_BEGIN_DECLS

#define DESK_TYPE_REPORT_VIEW (desk_report_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskReportView, desk_report_view, DESK, REPORT_VIEW, DeskPlanTab)

/* The tab of the reports that were frozen: their figures, held against those before or against the present, with the
 * records that came and went. */

G_END_DECLS
