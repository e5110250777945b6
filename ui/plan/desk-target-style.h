/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-goal.h"

G_BEGIN_DECLS

/* The style class of the pill of a target: "good", "warn", "alarm", "quiet"; %NULL where nothing is judged. */
const char *desk_target_style (OcopStanding standing);

G_END_DECLS
