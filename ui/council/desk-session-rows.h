/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-session.h"

G_BEGIN_DECLS

/* The rows of a session's lists. Each is filled anew, and stays the widget that it is. */

void desk_session_row_show_product (GtkListBoxRow     *row,
                                    const OcopSession *session,
                                    guint              place);
/* Activating it says whether the member is there. */
void desk_session_row_show_member  (GtkListBoxRow     *row,
                                    const OcopSession *session,
                                    guint              place);

G_END_DECLS
