/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/ocop-plan.h"

G_BEGIN_DECLS

/* Fills @box with what there is to say of @progress, (nullable), on the day @on: what was set and reached, how it was counted, which
 * localities fall short. Its buttons are actions of the page: "plan.show-part", "plan.show-whole", "plan.edit-target",
 * "plan.enter-figure". */
void desk_target_card_show (GtkBox             *box,
                            const OcopProgress *progress,
                            OcopDate            on);

G_END_DECLS
