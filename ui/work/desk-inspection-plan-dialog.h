/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_INSPECTION_PLAN_DIALOG (desk_inspection_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskInspectionPlanDialog, desk_inspection_plan_dialog, DESK, INSPECTION_PLAN_DIALOG, DeskDialog)

/* Picks producers to visit, and plans the visits. Takes @candidates (element-type OcopInspectionCandidate). */
void desk_inspection_plan_dialog_present (GtkWidget    *parent,
                                          OcopRegister *reg,
                                          GPtrArray    *candidates);

G_END_DECLS
