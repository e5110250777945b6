/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session.h"

G_BEGIN_DECLS

/**
 * OcopScoredProduct:
 * @id: of the product of the session
 * @dossier: its id
 * @scoring: what the verdict rests on; with @ballots, in the members' order
 *
 * What a session made of one product.
 */
typedef struct
{
  char *id;
  char *dossier;
  char *name;
  OcopScoring scoring;
  OcopBallot *ballots;
  OcopVerdict *verdict;
} OcopScoredProduct;

/**
 * OcopSessionScores:
 * @session: with its members and without products
 * @products: (element-type OcopScoredProduct): in the order of the agenda
 *
 * The sheets of a session and what follows from them, as ocop_session_read() has it, without the records: whoever adds up
 * the points of a year reads tens of thousands of sheets.
 */
typedef struct
{
  OcopSession *session;
  GPtrArray *products;
} OcopSessionScores;

/**
 * ocop_session_scores_read:
 * @id: of the session
 *
 * Returns: (transfer full): %NULL with @error
 */
OcopSessionScores *ocop_session_scores_read (OcopReader         *reader,
                                             const char         *id,
                                             GError            **error);
void               ocop_session_scores_free (OcopSessionScores  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSessionScores, ocop_session_scores_free)

/* Whether every sheet that counts has scored all that there is to score. */
gboolean           ocop_scored_product_is_complete (const OcopScoredProduct *product);

G_END_DECLS
