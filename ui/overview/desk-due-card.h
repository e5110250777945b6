/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "overview/desk-overview-data.h"

G_BEGIN_DECLS

#define DESK_TYPE_DUE_CARD (desk_due_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskDueCard, desk_due_card, DESK, DUE_CARD, GtkBox)

/**
 * DeskDueCard:
 *
 * The certificates that end soon, locality by locality. A row opens its
 * product; the list can be printed, and opened as a list of products.
 */

/* @data: copied from */
void desk_due_card_show (DeskDueCard            *self,
                         const DeskOverviewData *data);

G_END_DECLS
