/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ocop-plan.h"

G_BEGIN_DECLS

#define DESK_TYPE_PROGRESS_CARD (desk_progress_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskProgressCard, desk_progress_card, DESK, PROGRESS_CARD, GtkBox)

/**
 * DeskProgressCard:
 *
 * How the plan of the year goes: the targets that are to be looked at first, each with what was set and reached. A row
 * opens its target. Without a plan it says what would stand there.
 */

/* @plan: (nullable): copied from */
void desk_progress_card_show (DeskProgressCard *self,
                              const OcopPlan   *plan);

G_END_DECLS
