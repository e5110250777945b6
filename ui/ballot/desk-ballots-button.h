/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_BALLOTS_BUTTON (desk_ballots_button_get_type ())
G_DECLARE_FINAL_TYPE (DeskBallotsButton, desk_ballots_button, DESK, BALLOTS_BUTTON, GtkWidget)

/* A menu of what can be done with the ballots of a session. */

void       desk_ballots_button_show (DeskBallotsButton *self,
                                     OcopRegister      *reg,
                                     const char        *session);

G_END_DECLS
