/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers for people, always as 1.234,56 whatever the locale. Numbers for files are
 * written with g_ascii_*() instead. All results are freed with g_free(). */

/* "1.234.567" */
char *ocop_number_to_people          (gint64 number);

/* Hundredths, as points and shares are kept: 8737 is "87,37". */
char *ocop_hundredths_to_people      (gint64 hundredths);

/* Hundredths with no more decimals than they need: 46000 is "460", 46050 "460,5". */
char *ocop_quantity_to_people        (gint64 hundredths);

/* As ocop_number_to_people(), with a zero before 1 to 9, as in running text of documents: "05". */
char *ocop_number_to_document        (gint64 number);

/**
 * ocop_number_parse:
 * @text: "1.234", "1 234", "1234", "-12"
 *
 * Returns: whether @text is a whole number as people write it. "1,5" is not.
 */
gboolean ocop_number_parse           (const char *text,
                                      gint64     *number);

/* "87,37", "87.37" (a point followed by one or two digits only), "87" as hundredths. */
gboolean ocop_hundredths_parse       (const char *text,
                                      gint64     *hundredths);

G_END_DECLS
