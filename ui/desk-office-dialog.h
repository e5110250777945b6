/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-office-draft.h"
#include "desk-window.h"

G_BEGIN_DECLS

#define DESK_TYPE_OFFICE_DIALOG (desk_office_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskOfficeDialog, desk_office_dialog, DESK, OFFICE_DIALOG, GtkWindow)

/* Takes @draft. */
typedef void (*DeskOfficeFunc) (DeskWindow      *window,
                                DeskOfficeDraft *draft);

/* Asks for the office of a register that is to be made, and hands it to @given. */
void desk_office_dialog_ask  (DeskWindow     *window,
                              DeskOfficeFunc  given);

/* Shows the office of the open register and stores what is changed of it. */
void desk_office_dialog_edit (DeskWindow     *window);

G_END_DECLS
