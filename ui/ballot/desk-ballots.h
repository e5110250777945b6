/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* What the page of councils does with ballots. Each asks for files or a folder first, and says in the window of
 * @widget what was done. */

/* Writes a ballot for each member who is present: @workbooks: for a spreadsheet program. */
void desk_ballots_export (GtkWidget    *widget,
                          OcopRegister *reg,
                          const char   *session,
                          gboolean      workbooks);
/* Writes what the members get before the session. */
void desk_ballots_pack   (GtkWidget    *widget,
                          OcopRegister *reg,
                          const char   *session);
/* Takes in what members give back. */
void desk_ballots_take   (GtkWidget    *widget,
                          OcopRegister *reg);

G_END_DECLS
