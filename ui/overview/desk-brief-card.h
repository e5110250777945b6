/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/ocop-brief.h"

G_BEGIN_DECLS

#define DESK_TYPE_BRIEF_CARD (desk_brief_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskBriefCard, desk_brief_card, DESK, BRIEF_CARD, GtkBox)

/**
 * DeskBriefCard:
 *
 * The quick report: each figure opens the list it counts, and the paragraph is
 * copied for a word processor.
 */

/* @brief: (nullable): must outlive the card or the next call */
void desk_brief_card_show (DeskBriefCard   *self,
                           const OcopBrief *brief);

G_END_DECLS
