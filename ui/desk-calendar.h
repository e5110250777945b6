/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/ocop-date.h"

G_BEGIN_DECLS

#define DESK_TYPE_CALENDAR (desk_calendar_get_type ())
G_DECLARE_FINAL_TYPE (DeskCalendar, desk_calendar, DESK, CALENDAR, GtkWidget)

/**
 * DeskCalendar:
 *
 * A month of days to choose from. GTK's own speaks the language of the system,
 * not that of the program. #DeskCalendar::day-chosen is emitted when a person
 * has chosen a day.
 */
OcopDate   desk_calendar_get_day (DeskCalendar *self);
/* Shows the month of @day, which must be a day. */
void       desk_calendar_set_day (DeskCalendar *self,
                                  OcopDate      day);

G_END_DECLS
