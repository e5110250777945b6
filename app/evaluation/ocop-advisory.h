/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-law.h"
#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* The advisory group (tổ tư vấn, article 7.3): it looks at each dossier before the council does. */

/* (transfer full) (element-type utf8): the ministries in charge of a set, as the classification names them. */
char      **ocop_advisory_ministries (const OcopCriteriaSet *set);

/* The body of a council's member that answers to @ministry in the province: a key of the field
 * "body" of council_member; %NULL where none does. */
const char *ocop_advisory_body_of    (const char            *ministry);

/**
 * ocop_advisory_to_verify:
 * @criteria: (nullable)
 * @codes: (nullable): those that somebody chose, apart by blanks or commas
 *
 * Returns: (transfer full) (element-type OcopCriterion): what a visit looks at: the chosen ones; where
 *   none are chosen, those with a minimum or with a line that ends the evaluation
 */
GPtrArray  *ocop_advisory_to_verify  (const OcopCriteria    *criteria,
                                      const char            *codes);

/**
 * ocop_advisory_assign:
 * @council: id of the advisory group
 * @dossiers: (array zero-terminated=1): ids
 *
 * Gives each dossier to a member of the body that answers to each ministry in charge of its set: to
 * the one who has the fewest of them. A dossier that a member of that body has already stays there;
 * one for re-evaluation goes without the group (article 7.6).
 *
 * @problems: (out) (element-type utf8): what could not be assigned and why, translated
 *
 * Returns: (transfer full): the change; %NULL with %OCOP_ERROR_REFUSED where nothing is to be
 *   assigned: the message says why.
 */
OcopChange *ocop_advisory_assign     (OcopReader            *reader,
                                      const char            *council,
                                      const char * const    *dossiers,
                                      GPtrArray            **problems,
                                      GError               **error);

/**
 * ocop_advisory_plan_visits:
 * @council: id of the advisory group
 * @first: the day of the first visit
 * @members: (nullable): who goes along; the members of the dossiers' assignments where it is %NULL
 *
 * One visit to each commune, a working day each, from @first on, in the order of the communes' names, with
 * the products of the dossiers there.
 *
 * Returns: (transfer full): the change; %NULL with %OCOP_ERROR_REFUSED where every dossier has its visit.
 */
OcopChange *ocop_advisory_plan_visits (OcopReader           *reader,
                                       const char           *council,
                                       const char * const   *dossiers,
                                       OcopDate              first,
                                       const char           *members,
                                       GError              **error);

G_END_DECLS
