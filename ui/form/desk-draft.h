/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-drafts.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/* The drafts of this account, opened when first asked for. */
OcopDrafts *desk_draft_get_all (void);

/* Waits until all that was typed is on the disk; for the end of the program. */
void        desk_draft_finish  (void);

/**
 * desk_draft_read_async:
 * @draft: taken
 *
 * What a form is offered of @draft. Where the record was changed after the
 * draft was begun, only what was typed stands against it: the rest is as the
 * register has it. Finish with ocop_register_read_finish(), which gives a
 * #DeskLoaded.
 */
void        desk_draft_read_async (OcopRegister        *reg,
                                   OcopRecord          *draft,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

G_END_DECLS
