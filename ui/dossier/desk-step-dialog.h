/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_STEP_DIALOG (desk_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskStepDialog, desk_step_dialog, DESK, STEP_DIALOG, DeskDialog)

/**
 * DeskStepDialog:
 *
 * Asks for a dossier's next step, its day, who did it and what is to be noted; says what stands
 * against it, and asks for a reason then. #DeskStepDialog::done is emitted once the change is made,
 * with the id of the dossier, the first of several, and (nullable) what the person is to be told besides.
 */

/* Moves the dossiers @ids, all in one change. */
GtkWidget *desk_step_dialog_present_move  (GtkWidget    *parent,
                                           OcopRegister *reg,
                                           GStrv         ids);

/* Begins a dossier. @product: (nullable): id; asked for where it is %NULL. @name: (nullable): its name */
GtkWidget *desk_step_dialog_present_begin (GtkWidget    *parent,
                                           OcopRegister *reg,
                                           const char   *product,
                                           const char   *name);

/* Begins a dossier of each of @products, ids, of the kind that suits its certificate, all in one change; those for which
 * none can be begun are named with what stands against it. */
GtkWidget *desk_step_dialog_present_begin_all (GtkWidget    *parent,
                                               OcopRegister *reg,
                                               GStrv         products);

G_END_DECLS
