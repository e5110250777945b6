/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_GAP_CARD (desk_gap_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskGapCard, desk_gap_card, DESK, GAP_CARD, GtkBox)

/**
 * DeskGapCard:
 *
 * What is not known of which records, a line for each kind: a click opens the
 * records that lack it. Hidden while nothing is lacking.
 */

/* @gaps: (element-type DeskGap): by kind; must outlive the card or the next call */
void desk_gap_card_show (DeskGapCard *self,
                         GPtrArray   *gaps);

G_END_DECLS
