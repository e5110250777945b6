/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"
#include "score/desk-score-sheets.h"

G_BEGIN_DECLS

#define DESK_TYPE_SCORE_DRAFTS (desk_score_drafts_get_type ())
G_DECLARE_FINAL_TYPE (DeskScoreDrafts, desk_score_drafts, DESK, SCORE_DRAFTS, GObject)

/* Keeps members' sheets that are typed and not saved, so that they outlive the program. The points agreed on are
 * not kept: they are few.
 *
 * ::found (text): a sheet that was not saved is in the sheets again, or why it is not. */
DeskScoreDrafts *desk_score_drafts_new       (void);

/* Goes on with other @sheets (nullable), borrowed until the next are attached; @look: and looks for their
 * drafts. */
void             desk_score_drafts_attach    (DeskScoreDrafts  *self,
                                              OcopRegister     *reg,
                                              DeskScoreSheets  *sheets,
                                              gboolean          look);
/* Keeps what is typed, 300 ms from now at the latest. */
void             desk_score_drafts_keep_soon (DeskScoreDrafts  *self);
void             desk_score_drafts_flush     (DeskScoreDrafts  *self);
/* What is saved is no draft any more; what was typed since is. */
void             desk_score_drafts_discard_saved (DeskScoreDrafts *self);

G_END_DECLS
