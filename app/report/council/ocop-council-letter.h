/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/council/ocop-pack.h"

G_BEGIN_DECLS

/* In whose name a letter is written. */
typedef enum
{
  OCOP_LETTER_OFFICE,      /* the OCOP office */
  OCOP_LETTER_COUNCIL,
  OCOP_LETTER_CHAIR,       /* the chair of the People's Committee of the province, who decides */
  OCOP_LETTER_COMMITTEE,   /* the People's Committee of the province */
} OcopLetterIssuer;

/**
 * ocop_council_letter_new:
 *
 * What every letter of @pack says: head, place, who signs, the round, the rules. Names of the fields
 * are those of docs/templates.md; what is not known is dots to write on.
 *
 * Returns: (transfer full)
 */
OcopTemplateData *ocop_council_letter_new (const OcopPack      *pack,
                                           const OcopPackItem  *item,
                                           OcopLetterIssuer     issuer);

/* Adds how its result was reached: at a meeting or by written opinions. */
void ocop_council_letter_add_manner  (OcopTemplateData       *data,
                                      const OcopCouncilFacts *facts);

/* Adds what only a session knows: its day, its council, its products, the numbers of each result. */
void ocop_council_letter_add_session (OcopTemplateData       *data,
                                      const OcopCouncilFacts *facts,
                                      const char             *locality);

/* Of a decision without a session: what it would tell is to be written in. */
void ocop_council_letter_add_no_session (OcopTemplateData      *data);

/* Adds what a decision knows, its lines in the place of the session's products; those of @locality
 * alone where it is given. */
void ocop_council_letter_add_decision (OcopTemplateData        *data,
                                       const OcopDecisionFacts *facts,
                                       const char              *locality);
/* Adds what a line of it knows. */
void ocop_council_letter_add_line     (OcopTemplateData        *data,
                                       const OcopCouncilFacts  *council,
                                       const OcopDecisionFacts *facts,
                                       guint                    place);

G_END_DECLS
