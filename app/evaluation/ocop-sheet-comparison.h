/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session.h"

G_BEGIN_DECLS

/**
 * OcopComparedSide:
 * @session, @product: where it was judged
 * @scoring: 1 for the first one of that session
 * @criteria: of the set by which it was judged
 * @choices: for each leaf the option that the council agreed on, else that most of its counted sheets chose,
 *   the fewer points where as many chose; or %OCOP_NOT_SCORED
 * @verdict: of that scoring, of the sheets that were begun
 *
 * One of two scorings of a product.
 */
typedef struct
{
  const OcopSession *session;
  const OcopSessionProduct *product;
  guint scoring;
  const OcopCriteria *criteria;
  guint8 *choices;
  OcopVerdict *verdict;
} OcopComparedSide;

/**
 * OcopSheetComparison:
 * @alike: whether both were judged by the same set of the same law book: their criteria are the same
 *
 * How a product was scored the time before, and now.
 */
typedef struct
{
  OcopSession *sessions[2];
  OcopComparedSide former;
  OcopComparedSide present;
  gboolean alike;
} OcopSheetComparison;

/**
 * ocop_sheet_comparison_read:
 * @dossier: its id
 *
 * Holds the last scoring of the dossier against the last one of an earlier session that judged the same
 * product; where there is none, a second scoring against the first.
 *
 * Returns: (transfer full): %NULL with @error, %OCOP_ERROR_REFUSED where it has been scored once or not at all
 */
OcopSheetComparison *ocop_sheet_comparison_read (OcopReader           *reader,
                                                 const char           *dossier,
                                                 GError              **error);
void                 ocop_sheet_comparison_free (OcopSheetComparison  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSheetComparison, ocop_sheet_comparison_free)

/* Of a side, the option chosen for @leaf; %NULL where none is. */
const OcopOption    *ocop_compared_side_get_option (const OcopComparedSide *self,
                                                    const OcopCriterion    *leaf);

G_END_DECLS
