/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How an office numbers its certificates: text with places to be filled in. {so} or {number} is the
 * running number, {quyet_dinh} or {decision} the number of the decision without what follows its
 * slash, {nam} or {year} the year of the decision. */

/* "{number}-{decision}/GCN-OCOP" */
const char *ocop_certificate_pattern_get_default (void);

/* Whether it has a running number and no place that nothing is known of; else @error with
 * %OCOP_ERROR_INVALID_VALUE, a sentence for whoever typed it. */
gboolean    ocop_certificate_pattern_check       (const char  *pattern,
                                                  GError     **error);

/* All but the running number, which stays as "{number}". Free with g_free(). */
char       *ocop_certificate_pattern_fill        (const char  *pattern,
                                                  const char  *decision_number,
                                                  guint        year);

/* "03-1587/GCN-OCOP": at least two digits. Free with g_free().
 * @filled: as ocop_certificate_pattern_fill() gives it */
char       *ocop_certificate_pattern_number      (const char  *filled,
                                                  guint        running);

/* What stands before and after the running number. Free with g_strfreev(). */
char      **ocop_certificate_pattern_split       (const char  *filled);

G_END_DECLS
