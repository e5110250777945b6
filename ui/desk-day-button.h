/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/ocop-date.h"

G_BEGIN_DECLS

#define DESK_TYPE_DAY_BUTTON (desk_day_button_get_type ())
G_DECLARE_FINAL_TYPE (DeskDayButton, desk_day_button, DESK, DAY_BUTTON, GtkWidget)

/**
 * DeskDayButton:
 *
 * Shows a day; opens a calendar and a line to type another one into.
 * #DeskDayButton::day-changed is emitted when a person has chosen one.
 *
 * #DeskDayButton:caption is what stands before the day, e.g. "As of".
 */
OcopDate desk_day_button_get_day (DeskDayButton *self);
/* @day must be a day. Emits nothing. */
void     desk_day_button_set_day (DeskDayButton *self,
                                  OcopDate       day);
/* Opens the calendar. */
void     desk_day_button_popup   (DeskDayButton *self);

G_END_DECLS
