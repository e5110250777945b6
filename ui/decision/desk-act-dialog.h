/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decision/desk-act.h"
#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_ACT_DIALOG (desk_act_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskActDialog, desk_act_dialog, DESK, ACT_DIALOG, DeskDialog)

/**
 * desk_act_dialog_present:
 * @about: (nullable): what it is about, to people
 * @ids: the records that it is about, ended by %NULL
 * @initial: (array zero-terminated): records whose fields stand in the questions first
 *
 * Asks what @act needs and carries it out; what is refused is said in it.
 *
 * Returns: (transfer none): the window. It emits #DeskActDialog::done (id, nullable) when it is done.
 */
GtkWidget *desk_act_dialog_present (GtkWidget                 *parent,
                                    OcopRegister              *reg,
                                    const DeskAct             *act,
                                    const char                *about,
                                    const char * const        *ids,
                                    const OcopRecord * const  *initial);

G_END_DECLS
