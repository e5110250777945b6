/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* Asks for a folder and writes a package for each commune of the day @on into it. */
void desk_packages_export (GtkWidget    *widget,
                           OcopRegister *reg,
                           OcopDate      on);

G_END_DECLS
