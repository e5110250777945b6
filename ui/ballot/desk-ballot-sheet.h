/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-member-ballot.h"

G_BEGIN_DECLS

#define DESK_TYPE_BALLOT_SHEET (desk_ballot_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DeskBallotSheet, desk_ballot_sheet, DESK, BALLOT_SHEET, GtkWidget)

/* One product of a ballot: the member's column of the score grid, the comment, and beside them the criterion's
 * options and a summary of the evidence. What is typed is on the ballot at once.
 *
 * ::edited: it is. ::refused (text): why what was typed cannot be. */

/* @ballot: borrowed, until another is shown */
void desk_ballot_sheet_show (DeskBallotSheet  *self,
                             OcopMemberBallot *ballot,
                             guint             place);

G_END_DECLS
