/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-law.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopCandidate:
 * @dossier: id
 * @commune_name, @producer_name: (nullable)
 * @kind, @step: translated
 * @set: (nullable): the criteria set by which it would be judged
 * @round_year, @round_number: 0 where it has no round
 * @objections: (element-type OcopObjection): what keeps it from the agenda, and what is missing in it
 *
 * A dossier that lies with the province and is on no agenda.
 */
typedef struct
{
  char *dossier;
  char *name;
  char *producer_name;
  char *commune_name;
  const char *kind;
  const char *step;
  const OcopCriteriaSet *set;
  gint64 round_year;
  gint64 round_number;
  GPtrArray *objections;
} OcopCandidate;

/**
 * ocop_candidates_read:
 * @session: id
 *
 * Returns: (transfer full) (element-type OcopCandidate): those that may go on the agenda of @session first,
 *   each by sector, set and name; %NULL with @error
 */
GPtrArray *ocop_candidates_read  (OcopReader           *reader,
                                  const char           *session,
                                  GError              **error);

/* Whether nothing keeps it from the agenda. */
gboolean   ocop_candidate_is_ready (const OcopCandidate *self);

G_END_DECLS
