/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-session.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_SESSION_VIEW (desk_session_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskSessionView, desk_session_view, DESK, SESSION_VIEW, GtkBox)

/* A session: its agenda with what is scored, and its members with who is there. ::chosen (id): a product of
 * it is to be opened. */

/* Reads the session @id and shows it. */
void               desk_session_view_open        (DeskSessionView *self,
                                                  OcopRegister    *reg,
                                                  const char      *id);
/* Lets the agenda have the focus when it is shown next. */
void               desk_session_view_begin       (DeskSessionView *self);
/* (nullable): as it was last read. */
const OcopSession *desk_session_view_get_session (DeskSessionView *self);
/* (nullable): the product that is selected in the agenda. */
const OcopSessionProduct *desk_session_view_get_selected (DeskSessionView *self);
/* Asks which dossiers come on the agenda. */
void               desk_session_view_add_dossiers (DeskSessionView *self);

G_END_DECLS
