/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-law.h"
#include "law/ocop-verdict.h"

G_BEGIN_DECLS

/**
 * OcopScoringFile:
 *
 * A scoring as programs hand it over, in JSON: one product's set, the council's
 * rules, each member's choices in points, and what the council agreed.
 */
typedef struct _OcopScoringFile OcopScoringFile;

/**
 * ocop_scoring_file_load:
 * @law: outlives what is returned
 * @bytes: one JSON object
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_FILE_FORMAT, which names the place,
 *   when it cannot be judged: an unknown set, criterion, rule, role or kind of dossier, points that no option
 *   has, two cases of one choice, a story's criterion without a story, no members,
 *   two of one name, two chairs
 */
OcopScoringFile   *ocop_scoring_file_load        (const OcopLaw          *law,
                                                  GBytes                 *bytes,
                                                  GError                **error);
void               ocop_scoring_file_free        (OcopScoringFile        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopScoringFile, ocop_scoring_file_free)

const OcopScoring *ocop_scoring_file_get_scoring (const OcopScoringFile  *self);

G_END_DECLS
