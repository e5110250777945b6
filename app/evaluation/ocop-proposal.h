/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session.h"

G_BEGIN_DECLS

/* What becomes of a product by its council's judgement. */
typedef enum
{
  OCOP_PROPOSAL_OPEN,           /* the verdict is not final, or a choice is to be made */
  OCOP_PROPOSAL_RECOGNISE,      /* the class is the province's */
  OCOP_PROPOSAL_FORWARD,        /* approve the result and forward it to the centre */
  OCOP_PROPOSAL_NOT_CLASSED,    /* nobody recognises the class */
  OCOP_PROPOSAL_REJECT,
} OcopProposalKind;

/**
 * OcopProposal:
 * @class: the class that results; 0 of a rejected one
 */
typedef struct
{
  OcopProposalKind kind;
  guint class;
} OcopProposal;

/* The council's choice, as registers have it. */
#define OCOP_CHOICE_FORWARD "forward"

/**
 * ocop_proposal_judge:
 * @choice: (nullable): the council's, where it has one
 *
 * Articles 3.3, 6.3.a and 7.3 of 26/2026/QĐ-TTg. The text leaves open what follows where the points reach the
 * class of the centre and a minimum of it is not met: the council chooses to forward the product or to
 * recognise the class whose minima it meets, and until it has the proposal is open.
 */
OcopProposal  ocop_proposal_judge            (const OcopScoring        *scoring,
                                              const OcopVerdict        *verdict,
                                              const char               *choice);
/* Of @product as its session stands. */
OcopProposal  ocop_proposal_of               (const OcopSessionProduct *product);

/* Whether the points reach the class of the centre, only its minima stand against it, and those of a class
 * that the province recognises are met. */
gboolean      ocop_proposal_leaves_a_choice  (const OcopScoring        *scoring,
                                              const OcopVerdict        *verdict);
/* Whether there is a choice that the council has not made. */
gboolean      ocop_proposal_waits_for_choice (const OcopSessionProduct *product);
/* What the council is told where there is none. */
const char   *ocop_proposal_say_no_choice    (void);

/* "Công nhận 4 sao". Free with g_free(). */
char         *ocop_proposal_to_text          (OcopProposal              proposal);
/* What the choice comes to, whether or not the verdict is final by now. Free with g_free(). */
char         *ocop_proposal_choice_to_text   (const OcopVerdict        *verdict,
                                              const char               *choice);

G_END_DECLS
