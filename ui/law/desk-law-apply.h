/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

/* Lists what is on an agenda and judged by another law than the one in force, and applies that one to what is ticked.
 * @parent: of the list */
void desk_law_apply_offer (DeskWindow *window,
                           GtkWindow  *parent);

G_END_DECLS
