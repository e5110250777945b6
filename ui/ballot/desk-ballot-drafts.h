/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "evaluation/ocop-member-ballot.h"

G_BEGIN_DECLS

#define DESK_TYPE_BALLOT_DRAFTS (desk_ballot_drafts_get_type ())
G_DECLARE_FINAL_TYPE (DeskBallotDrafts, desk_ballot_drafts, DESK, BALLOT_DRAFTS, GObject)

/* Keeps what a member typed on a ballot and did not save, so that it outlives the program.
 *
 * ::found (place): what was typed of the product at @place is on the ballot again. */

/* @ballot: borrowed; as it was read from its file. Looks for drafts of it. */
DeskBallotDrafts *desk_ballot_drafts_new       (OcopMemberBallot *ballot);

/* Keeps what is typed of the product at @place, 300 ms from now at the latest. */
void              desk_ballot_drafts_keep_soon (DeskBallotDrafts *self,
                                                guint             place);
void              desk_ballot_drafts_flush     (DeskBallotDrafts *self);
/* All that was typed is in the file, or given up. */
void              desk_ballot_drafts_discard   (DeskBallotDrafts *self);

G_END_DECLS
