/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan-part.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_REGISTRATION_NOTHING,        /* no dossier of the plan's years */
  OCOP_REGISTRATION_UNDER_WAY,
  OCOP_REGISTRATION_RECOGNISED,     /* by a decision of the plan's period */
  OCOP_REGISTRATION_NOT_RECOGNISED, /* its dossier came to another end */
  OCOP_N_REGISTRATION_OUTCOMES
} OcopRegistrationOutcome;

/**
 * OcopRegistration:
 * @producer_name, @unit_name: (nullable): as the plan says, else as the register does
 * @became: what became of it, to people: "4 stars", the step of its dossier
 *
 * A product that is registered for the evaluation of a plan's year (annex 1).
 */
typedef struct
{
  OcopPlanPart part;
  char *producer_name;
  char *unit_name;
  OcopRegistrationOutcome outcome;
  char *became;
} OcopRegistration;

/* Translated. */
const char *ocop_registration_outcome_title (OcopRegistrationOutcome  outcome);

/* (transfer full) (element-type OcopRegistration): in their order; %NULL on failure */
GPtrArray  *ocop_registrations_read         (OcopReader              *reader,
                                             const OcopRecord        *plan,
                                             OcopDate                 on,
                                             GError                 **error);

typedef enum
{
  OCOP_CANDIDATES_UNDER_WAY,  /* with an idea or a dossier that has not come to its end */
  OCOP_CANDIDATES_ENDING,     /* whose certificate ends in the plan's period */
  OCOP_CANDIDATES_ALL,
} OcopCandidates;

/* Columns: the id of a product, its name, its producer's and its locality's; of those that are not registered in @plan yet.
 * @text: (nullable): words that are searched; %NULL on failure */
OcopRows   *ocop_registration_candidates    (OcopReader              *reader,
                                             const OcopRecord        *plan,
                                             OcopCandidates           which,
                                             const char              *text,
                                             OcopDate                 on,
                                             gint64                   limit,
                                             GError                 **error);

/**
 * ocop_registration_add:
 * @products: ids, ended by %NULL
 *
 * Registers products for the evaluation of the plan's year: as their dossiers say, else again where the certificate ends
 * in the plan's period or there is no class above its own, else for the next one, or for the first time. Those that are registered already are left out.
 *
 * Returns: (transfer full): the change; %NULL on failure
 */
OcopChange *ocop_registration_add           (OcopReader              *reader,
                                             const char              *plan,
                                             const char * const      *products,
                                             OcopDate                 on,
                                             GError                 **error);

G_END_DECLS
