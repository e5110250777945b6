/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"

G_BEGIN_DECLS

/**
 * OcopWorkCalendar:
 *
 * Which days offices work: Monday to Friday but for public holidays (articles 111.3 and 112 of
 * the Labour Code 45/2019/QH14) and the days that the government swaps for Saturdays. Never
 * changed once read, so any thread may use it.
 *
 * The government announces Tết, the day beside 2 September and the swaps anew for each year.
 * Until then such a holiday is only expected, and in its weeks any day may still turn out to be
 * worked or not; of years that the calendar does not know nothing but the weekends is known.
 * Functions that take @expected set it to whether their answer rests on such a day; it may be
 * %NULL.
 */
typedef struct _OcopWorkCalendar OcopWorkCalendar;

/* The calendar that the program ships; never %NULL. */
const OcopWorkCalendar *ocop_work_calendar_get_default (void);

/**
 * ocop_work_calendar_load:
 * @bytes: JSON as data/law/holidays.json
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_FILE_FORMAT, which names the place, when
 *   something in the file is missing or cannot be
 */
OcopWorkCalendar       *ocop_work_calendar_load        (GBytes                  *bytes,
                                                        GError                 **error);
void                    ocop_work_calendar_free        (OcopWorkCalendar        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopWorkCalendar, ocop_work_calendar_free)

/* Whether @day, which must be a day, is worked. */
gboolean                ocop_workday_is                (const OcopWorkCalendar  *self,
                                                        OcopDate                 day,
                                                        gboolean                *expected);

/* The day that is @n_days working days after @from, a day: the first of them is the next one that
 * is worked, whether @from is worked or not. @from itself for 0. */
OcopDate                ocop_workday_add               (const OcopWorkCalendar  *self,
                                                        OcopDate                 from,
                                                        guint                    n_days,
                                                        gboolean                *expected);

/* How many working days come after @from up to @to, @to among them; negative, counted the other
 * way, when @to is earlier. Both must be days. */
int                     ocop_workday_count             (const OcopWorkCalendar  *self,
                                                        OcopDate                 from,
                                                        OcopDate                 to,
                                                        gboolean                *expected);

G_END_DECLS
