/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* Shows the photo @name large, in a window over @parent's; Escape closes it. */
void desk_photo_window_present (GtkWidget    *parent,
                                OcopRegister *reg,
                                const char   *name);

G_END_DECLS
