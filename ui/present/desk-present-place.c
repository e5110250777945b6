/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-present-place.h"

guint
desk_present_place_find (guint n_monitors,
                         guint speaker,
                         guint chosen)
{
  if (n_monitors < 2)
    return 0;
  /* One that was unplugged meanwhile. */
  chosen = MIN (chosen, n_monitors - 2);
  return chosen < speaker ? chosen : chosen + 1;
}
