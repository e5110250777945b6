/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/ocop-date.h"

G_BEGIN_DECLS

#define DESK_TYPE_DAY_SLIDER (desk_day_slider_get_type ())
G_DECLARE_FINAL_TYPE (DeskDaySlider, desk_day_slider, DESK, DAY_SLIDER, GtkWidget)

/**
 * DeskDaySlider:
 *
 * Chooses the end of a month, up to a last day, and says it in words. A button
 * goes through the months one after the other. Escape, another button, and
 * leaving the page lead back to the last day.
 *
 * #DeskDaySlider::moved is emitted whenever another day is chosen, however.
 */

/* From the end of the month of @first to @last; both must be days, of different months. Where @last is another than before, it is
 * what is chosen now. */
void     desk_day_slider_set_span (DeskDaySlider *self,
                                   OcopDate       first,
                                   OcopDate       last);
/* What is chosen, where its last day is @last; otherwise @last. */
OcopDate desk_day_slider_get_day  (DeskDaySlider *self,
                                   OcopDate       last);

G_END_DECLS
