/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-choice-text.h"

G_BEGIN_DECLS

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
