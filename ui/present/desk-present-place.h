/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_present_place_find:
 * @n_monitors: 1 or more
 * @speaker: the monitor on which the speaker's window is
 * @chosen: which of the others
 *
 * Returns: the monitor that the audience sees: never the speaker's, unless it is the only one
 */
guint desk_present_place_find (guint n_monitors,
                               guint speaker,
                               guint chosen);

G_END_DECLS
