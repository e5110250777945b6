/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-session-changes.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/* What the page of councils does to a session: the use case is asked on a reader thread, its change is
 * carried out, and the window says what was done, or why not. */

/* For all members of whom nothing is noted: @member is %NULL. */
void desk_council_attend       (GtkWidget     *widget,
                                OcopRegister  *reg,
                                const char    *session,
                                const char    *member,
                                gboolean       present);
void desk_council_set_state    (GtkWidget     *widget,
                                OcopRegister  *reg,
                                const char    *session,
                                const char    *state);
/* Puts all dossiers on the agenda that wait for a council and are on none. */
void desk_council_add_waiting  (GtkWidget     *widget,
                                OcopRegister  *reg,
                                const char    *session);

G_END_DECLS
