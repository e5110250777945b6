/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The state of a product or recognition, as a pill shows it. @state: (nullable): its key. */

/* The style class of its pill: "good", "warn", "alarm" or "quiet". */
const char *desk_state_style   (const char *state);

/* (nullable): what it means, for a tooltip. */
const char *desk_state_explain (const char *state);

G_END_DECLS
