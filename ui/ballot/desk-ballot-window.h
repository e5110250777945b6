/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_BALLOT_WINDOW (desk_ballot_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskBallotWindow, desk_ballot_window, DESK, BALLOT_WINDOW, GtkApplicationWindow)

/* Member mode: a window on one ballot and no register. The member scores, comments, saves into the ballot's own
 * file, and says when it is done. */
DeskBallotWindow *desk_ballot_window_new      (GtkApplication   *application,
                                               GFile            *file);

GFile            *desk_ballot_window_get_file (DeskBallotWindow *self);

G_END_DECLS
