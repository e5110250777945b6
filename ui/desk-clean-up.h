/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

/* Offers to remove the attached files that neither records nor the history refer to. */
void desk_clean_up_offer (DeskWindow *window);

G_END_DECLS
