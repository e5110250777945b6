/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * desk_present_place_find_others:
 * @areas: of the monitors; an empty one is not known yet
 * @n_monitors: how many there are
 * @speaker: the monitor on which the speaker's window is
 * @others: (out caller-allocates): which of them the audience may see, room for @n_monitors. None shows any of what the
 * speaker's does, as a projector that repeats it
 *
 * Returns: how many @others there are
 */
guint desk_present_place_find_others (const GdkRectangle *areas,
                                      guint               n_monitors,
                                      guint               speaker,
                                      guint              *others);

G_END_DECLS
