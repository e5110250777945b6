/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OcopDate:
 * @year: 1 to 9999; 0 when the date is unknown
 * @month: 1 to 12; 0 when only the year is known
 * @day: 1 to 31; 0 when only the year is known
 *
 * A date of the Gregorian calendar with its precision: a day, a year, or
 * unknown. A plain value, without a time zone.
 */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
} OcopDate;

#define OCOP_DATE_UNKNOWN ((OcopDate) { 0, 0, 0 })

/* The text form of a date is "YYYY-MM-DD", "YYYY" or "" (unknown); this many bytes hold any. */
#define OCOP_DATE_TEXT_SIZE 16

OcopDate ocop_date_new            (int year, int month, int day);
OcopDate ocop_date_today          (void);
gboolean ocop_date_is_known       (OcopDate date);
gboolean ocop_date_is_day         (OcopDate date);

/**
 * ocop_date_parse:
 * @text: what a person or a file wrote: 2026-05-22, 22/5/2026, 22-05-2026,
 *   22.5.2026, "ngày 22 tháng 5 năm 2026" or a bare year. Empty text is the
 *   unknown date.
 *
 * Day comes before month, as everywhere in Vietnam. 31/02 is not a date.
 *
 * Returns: whether @text is a date; @date is unknown when it is not.
 */
gboolean ocop_date_parse          (const char *text,
                                   OcopDate   *date);

/* Writes the text form; returns @buffer. */
const char *ocop_date_to_text     (OcopDate date,
                                   char     buffer[OCOP_DATE_TEXT_SIZE]);

/* "22/05/2026", "2026" or "" ; free with g_free(). */
char    *ocop_date_to_people      (OcopDate date);

/* The same, as "≈ 22/05/2026" of a day that is @estimated; free with g_free(). */
char    *ocop_date_to_people_about (OcopDate date,
                                    gboolean estimated);

/* "ngày 05 tháng 8 năm 2026": a zero only before days under 10 and before months 1 and 2
 * (decree 30/2020/NĐ-CP). Free with g_free(). */
char    *ocop_date_to_document    (OcopDate date);

/* Chronological; an unknown date comes first, a year before its days. */
int      ocop_date_compare        (OcopDate a,
                                   OcopDate b);

/* @months after @date; 31 August + 6 months is the last day of February. @date must be a day. */
OcopDate ocop_date_add_months     (OcopDate date,
                                   int      months);
OcopDate ocop_date_add_days       (OcopDate date,
                                   int      days);
/* Days from @from to @to, negative when @to is earlier. Both must be days. */
int      ocop_date_days_between   (OcopDate from,
                                   OcopDate to);

G_END_DECLS
