/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ocop_text_tidy:
 * @text: (nullable): what a person typed or a file held
 *
 * NFC, without control characters, with single spaces, trimmed. Line breaks
 * are kept.
 *
 * Returns: (transfer full) (nullable): %NULL when nothing is left.
 */
char *ocop_text_tidy (const char *text);

/**
 * ocop_text_fold:
 *
 * The form in which Vietnamese is searched and compared: without marks, tones
 * and case, đ as d, hence also without the old and new placement of tones;
 * letters and digits only, words parted by one space. Abbreviations of
 * programme papers are written out: HTX "hop tac xa", THT "to hop tac", HKD
 * "ho kinh doanh", CTY and "Cty" "cong ty", CP after it "co phan", SP "san
 * pham".
 *
 * Returns: (transfer full): never %NULL.
 */
char *ocop_text_fold (const char *text);

/* Whether both are the same text once folded. */
gboolean ocop_text_same (const char *a,
                         const char *b);

/**
 * ocop_text_join:
 *
 * Joins the known, not empty ones of a %NULL-terminated @parts of length
 * @n_parts with @separator.
 */
char *ocop_text_join (const char         *separator,
                      const char * const *parts,
                      gsize               n_parts);

/* A file's name of @text, without its ending, as every file system takes it: of 80 letters at the most. Free with
 * g_free(). */
char *ocop_text_to_file_name (const char *text);

/* Whether the file's name or path ends in @ending (".xlsx"), in small letters or capitals. */
gboolean ocop_text_ends_in (const char *name,
                            const char *ending);

/* The start of @text that takes no more than @n_units of UTF-16, in which spreadsheets count, in whole letters. Free with
 * g_free(). */
char *ocop_text_cut_units (const char *text,
                           gsize       n_units);

/* @text as it stands within a sentence: its first letter small. Free with g_free(). */
char *ocop_text_within_sentence (const char *text);

/* As XML writes it, without what it has no way to write. Free with g_free(). */
char *ocop_text_escape_xml (const char *text);

G_END_DECLS
