/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_SCORE_VIEW (desk_score_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskScoreView, desk_score_view, DESK, SCORE_VIEW, GtkWidget)

/* The sheets of one product of a session: the grid, and beside it the verdict and the criterion.
 *
 * What is typed is kept as a draft within a moment, and saved by desk_score_view_save(): each member's sheet
 * is one change. ::saved: all of it is in the register. ::shown: other sheets are shown, or the same read again. */

/* Reads the product of a session and shows it; @product: (nullable): %NULL shows nothing. */
void       desk_score_view_open       (DeskScoreView *self,
                                       OcopRegister  *reg,
                                       const char    *product);
/* The product that is opened next, or read again, begins on the sheet of @member. */
void       desk_score_view_choose     (DeskScoreView *self,
                                       const char    *member);
/* Reads it again; what is typed and not saved stays. */
void       desk_score_view_refresh    (DeskScoreView *self);
gboolean   desk_score_view_is_changed (DeskScoreView *self);
/* Whether it shows sheets of a session that is closed. */
gboolean   desk_score_view_is_closed  (DeskScoreView *self);
/* Emits ::saved at once where nothing is to be saved. @goes_on: another product follows: what is typed from now
 * on belongs to that one. */
void       desk_score_view_save       (DeskScoreView *self,
                                       gboolean       goes_on);
/* No other product follows. */
void       desk_score_view_stay       (DeskScoreView *self);

G_END_DECLS
