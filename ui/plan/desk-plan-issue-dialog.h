/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_PLAN_ISSUE_DIALOG (desk_plan_issue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskPlanIssueDialog, desk_plan_issue_dialog, DESK, PLAN_ISSUE_DIALOG, DeskDialog)

/* Asks for the number and day with which @plan is issued. */
void desk_plan_issue_dialog_present (GtkWidget        *parent,
                                     OcopRegister     *reg,
                                     const OcopRecord *plan);

G_END_DECLS
