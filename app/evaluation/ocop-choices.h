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

/* Returns: (transfer full) (nullable): %NULL where nothing is scored */
char    *ocop_choices_format (const OcopCriteria  *criteria,
                              const guint8        *choices);

/**
 * ocop_choices_check:
 *
 * Whether a sheet of @scoring may say so: only options that there are, nothing about a
 * story that there is none of, and one case where one is to be chosen.
 *
 * Returns: %FALSE with %OCOP_ERROR_INVALID_VALUE, which names the criterion
 */
gboolean ocop_choices_check  (const OcopScoring   *scoring,
                              const guint8        *choices,
                              GError             **error);

/* The criteria that are still to be scored before @choices are complete. */
guint    ocop_choices_count_missing (const OcopScoring *scoring,
                                     const guint8      *choices);

/**
 * ocop_choices_type:
 * @choice: (inout): the place of the option chosen for @leaf
 *
 * Chooses the option with so many points; the same digit again the next one of equal points. Where none
 * has a single digit, the first digit stands for the points.
 *
 * Returns: whether there is such an option
 */
gboolean ocop_choices_type   (const OcopCriterion *leaf,
                              guint                digit,
                              guint8              *choice);

G_END_DECLS
