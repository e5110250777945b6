/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"
#include "report/slides/ocop-slide-set.h"

G_BEGIN_DECLS

/* The slides that a window puts together, which stay until another register is open. */

/* Shows them: what a review meeting usually sees where nothing was put together yet. @on: the day of the figures */
void desk_slides_open   (DeskWindow    *window,
                         OcopDate       on);
/* Adds @part to them, and says so. @part: (transfer full) */
void desk_slides_add    (DeskWindow    *window,
                         OcopDate       on,
                         OcopSlidePart *part);
/* Another register is open, or none. @window: (nullable): while it is being taken apart */
void desk_slides_forget (DeskWindow    *window);

G_END_DECLS
