/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_BALLOT_INTAKE (desk_ballot_intake_get_type ())
G_DECLARE_FINAL_TYPE (DeskBallotIntake, desk_ballot_intake, DESK, BALLOT_INTAKE, GtkWindow)

/* Takes in the ballots that members give back, one after the other, and says of each what came of it. Where a
 * member's sheets were given before and were others, both stand side by side until one is chosen. */
GtkWidget *desk_ballot_intake_new (GtkWindow    *parent,
                                   OcopRegister *reg,
                                   GListModel   *files);

G_END_DECLS
