/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/ocop-date.h"

G_BEGIN_DECLS

#define DESK_TYPE_SINCE_CARD (desk_since_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskSinceCard, desk_since_card, DESK, SINCE_CARD, GtkBox)

/**
 * DeskSinceCard:
 *
 * What changed since the user of this computer last had the register open. A row opens the records it speaks of. Hidden
 * where nothing changed, and on the first visit.
 */

/* @lines: (element-type OcopSinceLine): copied from; @day: of the last visit */
void desk_since_card_show (DeskSinceCard   *self,
                           const GPtrArray *lines,
                           OcopDate         day);

G_END_DECLS
