/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-present-place.h"

guint
desk_present_place_find_others (const GdkRectangle *areas,
                                guint               n_monitors,
                                guint               speaker,
                                guint              *others)
{
  guint n = 0;

  for (guint i = 0; i < n_monitors; i++)
    if (i != speaker && areas[i].width > 0 && areas[i].height > 0 && !gdk_rectangle_intersect (&areas[i], &areas[speaker], NULL))
      others[n++] = i;
  return n;
}
