/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * desk_attachment_open:
 * @widget: in whose window failures are said
 * @name: of the attachment
 *
 * Opens a copy of it with the program that the system has for such files. It is a copy because the
 * kept one is what its name says only as long as nobody writes into it.
 */
void desk_attachment_open (GtkWidget    *widget,
                           OcopRegister *reg,
                           const char   *name);

G_END_DECLS
