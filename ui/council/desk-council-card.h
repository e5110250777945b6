/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-council.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_COUNCIL_CARD (desk_council_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskCouncilCard, desk_council_card, DESK, COUNCIL_CARD, GtkBox)

/* One council: its rules, what is not as it should be, and its members in their order.
 * @council: (nullable): borrowed until another is shown; nothing is to be seen without one */
void        desk_council_card_show        (DeskCouncilCard   *self,
                                           OcopRegister      *reg,
                                           const OcopCouncil *council);

/* "Hội đồng đánh giá · 12/QĐ-UBND · 03/02/2026 · nhiệm kỳ …": what stands below the name of a council. Free with
 * g_free(). */
char       *desk_council_card_dup_facts   (const OcopCouncil *council);

G_END_DECLS
