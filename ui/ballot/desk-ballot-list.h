/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-member-ballot.h"

G_BEGIN_DECLS

#define DESK_TYPE_BALLOT_LIST (desk_ballot_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskBallotList, desk_ballot_list, DESK, BALLOT_LIST, GtkWidget)

/* The products of a ballot, each with how far it is scored and the points so far.
 *
 * ::chosen (place): a product was chosen. */

/* @ballot: borrowed, for as long as the list shows it */
void desk_ballot_list_show   (DeskBallotList         *self,
                              const OcopMemberBallot *ballot);
/* Shows anew how far the product at @place is. */
void desk_ballot_list_update (DeskBallotList         *self,
                              guint                   place);
/* Does not emit ::chosen. */
void desk_ballot_list_select (DeskBallotList         *self,
                              guint                   place);

G_END_DECLS
