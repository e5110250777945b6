/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"
#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_OWN_FORM_DIALOG (desk_own_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskOwnFormDialog, desk_own_form_dialog, DESK, OWN_FORM_DIALOG, DeskDialog)

/* Shows the forms of other authors that the register keeps, with the figures of the day @on in them: there it is said
 * what goes into which cell, and a filled copy is saved. */
void desk_own_form_dialog_present (DeskWindow *window,
                                   OcopDate    on);

G_END_DECLS
