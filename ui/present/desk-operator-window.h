/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "present/desk-presentation.h"

G_BEGIN_DECLS

/* What the speaker of a show sees, or whoever turns the pages for him: the page, the one to come, what to say, the time. */
#define DESK_TYPE_OPERATOR_WINDOW (desk_operator_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskOperatorWindow, desk_operator_window, DESK, OPERATOR_WINDOW, GtkWindow)

/* Opens it, and the audience's window with it: on another monitor than @from is on, where there is one. */
void desk_operator_window_open (GtkWindow        *from,
                                DeskPresentation *show);

G_END_DECLS
