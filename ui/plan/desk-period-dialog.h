/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"
#include "plan/ocop-period.h"

G_BEGIN_DECLS

#define DESK_TYPE_PERIOD_DIALOG (desk_period_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskPeriodDialog, desk_period_dialog, DESK, PERIOD_DIALOG, DeskDialog)

/* Asks for the two days of a free period; @period: where it begins with. Emits #DeskPeriodDialog::chosen, with the key of
 * the period (ocop_period_dup_key()), once it is given. */
DeskPeriodDialog *desk_period_dialog_new (GtkWidget    *parent,
                                          OcopRegister *reg,
                                          OcopPeriod    period);

G_END_DECLS
