/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"
#include "work/ocop-reward-list.h"

G_BEGIN_DECLS

#define DESK_TYPE_REWARDS_DIALOG (desk_rewards_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskRewardsDialog, desk_rewards_dialog, DESK, REWARDS_DIALOG, DeskDialog)

/* Who gets what after the decision with the id @decision, to be made a pay list of. Returns: (transfer none): the window.
 * It emits #DeskRewardsDialog::done when the list is made. */
GtkWidget *desk_rewards_dialog_present (GtkWidget    *parent,
                                        OcopRegister *reg,
                                        const char   *decision);

G_END_DECLS
