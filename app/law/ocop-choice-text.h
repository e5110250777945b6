/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-verdict.h"

G_BEGIN_DECLS

/* What a sheet chose: for each leaf of its criteria set the place of an option, or
 * %OCOP_NOT_SCORED. The register keeps it as text, the leaves in the order of the
 * sheet: "1.1=2 1.2=0". What is not scored is absent, which is not 0. */

/* Returns: (transfer full): nothing scored; free with g_free() */
guint8  *ocop_choices_new    (const OcopCriteria  *criteria);

/**
 * ocop_choices_parse:
 * @text: (nullable): %NULL or "" where nothing is scored
 *
 * Returns: (transfer full): free with g_free(). %NULL with %OCOP_ERROR_INVALID_VALUE,
 *   which names the criterion, where the set has none of that code, where it has no
 *   option at that place, or where it is named twice.
 */
guint8  *ocop_choices_parse  (const OcopCriteria  *criteria,
                              const char          *text,
                              GError             **error);

/* As ocop_choices_parse() into @choices, of which nothing is scored: one for each leaf of @criteria. */
gboolean ocop_choices_read   (const OcopCriteria  *criteria,
                              const char          *text,
                              guint8              *choices,
                              GError             **error);

/* Returns: (transfer full) (nullable): %NULL where nothing is scored */
char    *ocop_choices_format (const OcopCriteria  *criteria,
                              const guint8        *choices);

G_END_DECLS
