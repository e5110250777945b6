/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"
#include "plan/ocop-period.h"

G_BEGIN_DECLS

#define DESK_TYPE_FREEZE_DIALOG (desk_freeze_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskFreezeDialog, desk_freeze_dialog, DESK, FREEZE_DIALOG, DeskDialog)

/* Asks under which name the figures of @plan are frozen as they are on the day @on. @period: (nullable): the whole plan */
void desk_freeze_dialog_present (GtkWidget        *parent,
                                 OcopRegister     *reg,
                                 const OcopRecord *plan,
                                 const OcopPeriod *period,
                                 OcopDate          on);

G_END_DECLS
