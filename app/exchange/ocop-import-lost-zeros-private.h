/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers that a spreadsheet program took for numbers, and whose leading zeros it dropped. Pure functions; %NULL
 * where nothing seems to be missing, else the whole number, to be freed with g_free(). */

/* Nine digits of a mobile phone, ten of one with a wire: no number of either kind begins otherwise than with 0. */
char *ocop_import_restore_phone     (const char *text);

/* Nine digits, with or without a branch ("300000001-001"): tax codes have ten. */
char *ocop_import_restore_tax_code  (const char *text);

/* @level: (nullable): of the unit, a commune when %NULL; codes have 2 digits for a province, 3 for a district, 5 for a
 * commune (decision 19/2025/QĐ-TTg, and 124/2004/QĐ-TTg for districts) */
char *ocop_import_restore_unit_code (const char *text,
                                     const char *level);

G_END_DECLS
