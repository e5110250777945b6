/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-session.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/* What is asked before something is done to a session. */

/* Which of the dossiers that wait come on the agenda: by sector, of one round or all, with what is missing. */
void desk_agenda_dialog_present        (GtkWidget          *parent,
                                        OcopRegister       *reg,
                                        const OcopSession  *session);
/* Opens it, closes it, or opens it again: what stands against that, and the reason where one is needed. */
void desk_session_state_dialog_present (GtkWidget          *parent,
                                        OcopRegister       *reg,
                                        const OcopSession  *session,
                                        const char         *state);

G_END_DECLS
