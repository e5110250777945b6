/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* Asks for a folder and writes into it the workbooks in which communes report @year. */
void desk_communes_export (GtkWidget    *widget,
                           OcopRegister *reg,
                           guint         year,
                           OcopDate      on);

G_END_DECLS
