/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

#define DESK_TYPE_PERSON_DIALOG (desk_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskPersonDialog, desk_person_dialog, DESK, PERSON_DIALOG, GtkWindow)

/* Asks who writes in the window's register from now on: one of the people in it, or a new one. */
void desk_person_dialog_show (DeskWindow *window);

G_END_DECLS
