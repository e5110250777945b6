/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the words in a list's cells say about its rows. */

/* "Tên sản phẩm", "Chủ thể", "STT", "stars": a word that heads columns of such lists. */
gboolean ocop_heading_words_is_known           (const char *text);
/* "STT", "TT", "No.": the heading of a column of running numbers. */
gboolean ocop_heading_words_is_running_number  (const char *text);
/* "Tổng cộng", "Cộng huyện …", "Total": what a row of sums begins with. */
gboolean ocop_heading_words_is_total           (const char *text);
/* "Huyện …", "II. …", or all in capitals: what a row over a group of rows says. */
gboolean ocop_heading_words_is_section         (const char *text);
/* "I", "IV.", "A": the number of a group of rows. */
gboolean ocop_heading_words_is_section_number  (const char *text);
/* "như trên", "-nt-", "〃": the value of the row above. */
gboolean ocop_heading_words_is_ditto           (const char *text);
/* Digits and the marks between them only: numbers, dates, times, shares. */
gboolean ocop_heading_words_is_figure          (const char *text);

G_END_DECLS
