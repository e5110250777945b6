/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Encodings of the time before Unicode, in which fonts drew Vietnamese letters in the places of others. Spreadsheet
 * programs keep such text as it looks without the font: "S¶n phÈm". */
typedef enum
{
  OCOP_LEGACY_NONE,
  OCOP_LEGACY_TCVN3, /* fonts .VnTime, .VnArial: one letter for one */
  OCOP_LEGACY_VNI,   /* fonts VNI-Times: a letter and one for its marks */
  OCOP_N_LEGACY_ENCODINGS
} OcopLegacyEncoding;

/* For people: "TCVN3 (ABC)", "VNI". */
const char         *ocop_legacy_encoding_get_title (OcopLegacyEncoding  encoding);
/* "tcvn3", "vni": stable. */
const char         *ocop_legacy_encoding_get_name  (OcopLegacyEncoding  encoding);
/* %FALSE when @name is neither. */
gboolean            ocop_legacy_encoding_find      (const char         *name,
                                                    OcopLegacyEncoding *encoding);

/* The encoding that @text is in for certain; %OCOP_LEGACY_NONE for Unicode, and where it cannot be told. */
OcopLegacyEncoding  ocop_legacy_text_recognise     (const char         *text);

/**
 * ocop_legacy_text_recode:
 *
 * @text as Unicode. Text that has letters which only Unicode has is left as it
 * is, for lists are often of both kinds. The fonts for capitals (.VnTimeH) drew
 * capitals in the places of small letters: among capitals a letter with marks
 * becomes one.
 *
 * Returns: (transfer full): in NFC
 */
char               *ocop_legacy_text_recode        (const char         *text,
                                                    OcopLegacyEncoding  encoding);

/* Whether the bytes are Vietnamese in Windows-1258, which programs on Vietnamese Windows call "ANSI": letters with a
 * tone are written as a vowel and the tone behind it. */
gboolean           ocop_legacy_text_is_windows_1258 (const char         *data,
                                                     gsize               length);

G_END_DECLS
