/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_REGISTRATION_DIALOG (desk_registration_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskRegistrationDialog, desk_registration_dialog, DESK, REGISTRATION_DIALOG, DeskDialog)

/* Lets somebody tick the products on record that @plan is to register. */
void desk_registration_dialog_present (GtkWidget        *parent,
                                       OcopRegister     *reg,
                                       const OcopRecord *plan,
                                       OcopDate          on);

G_END_DECLS
