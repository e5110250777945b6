/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_SESSION_LIST (desk_session_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskSessionList, desk_session_list, DESK, SESSION_LIST, GtkBox)

/* The councils' sessions, the latest first. ::chosen (id): one is to be opened. */
void desk_session_list_refresh (DeskSessionList *self,
                                OcopRegister    *reg);
/* Asks for what a new one needs. */
void desk_session_list_new_session (DeskSessionList *self);

G_END_DECLS
