/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"
#include "plan/ocop-plan.h"

G_BEGIN_DECLS

#define DESK_TYPE_INDICATOR_DIALOG (desk_indicator_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskIndicatorDialog, desk_indicator_dialog, DESK, INDICATOR_DIALOG, DeskDialog)

/* Lets somebody tick what @plan is to count, and puts a target for each into it. */
void desk_indicator_dialog_present (GtkWidget      *parent,
                                    OcopRegister   *reg,
                                    const OcopPlan *plan);

G_END_DECLS
