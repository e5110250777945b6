/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ocop_locale_start:
 * @language: (nullable): "vi" or "en"; %NULL for OCOP_LANGUAGE, else Vietnamese
 *
 * First call of both programs: Vietnamese unless told otherwise, whatever the
 * system's language; a UTF-8 locale even where the system sets none; LC_NUMERIC
 * "C", because libraries write numbers into files by it.
 */
void ocop_locale_start         (const char *language);

/* Keeps LC_NUMERIC at "C" after a toolkit has set the locale again. */
void ocop_locale_pin_numbers   (void);

G_END_DECLS
