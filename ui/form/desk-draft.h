/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-drafts.h"

G_BEGIN_DECLS

/* The drafts of this account, opened when first asked for. */
OcopDrafts *desk_draft_get_all (void);

/* Waits until all that was typed is on the disk; for the end of the program. */
void        desk_draft_finish  (void);

G_END_DECLS
