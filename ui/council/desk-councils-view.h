/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_COUNCILS_VIEW (desk_councils_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskCouncilsView, desk_councils_view, DESK, COUNCILS_VIEW, GtkBox)

/* The councils and advisory groups, and beside them the one that is selected. */
void desk_councils_view_refresh (DeskCouncilsView *self,
                                 OcopRegister     *reg);

G_END_DECLS
