/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session.h"

G_BEGIN_DECLS

/* What the council proposes for a product. */
typedef enum
{
  OCOP_PROPOSAL_OPEN,           /* the verdict is not final, or at 90 points a choice is to be made */
  OCOP_PROPOSAL_RECOGNISE,      /* 3 or 4 stars */
  OCOP_PROPOSAL_FORWARD,        /* approve the result and forward it to the centre */
  OCOP_PROPOSAL_NOT_CLASSED,    /* below 3 stars */
  OCOP_PROPOSAL_REJECT,
} OcopProposal;

/**
 * ocop_council_propose:
 * @class: (out): the class proposed; 0 where there is none
 *
 * Articles 3.3 and 7.3. With 90 points and more and a minimum of 5 stars unmet the text is open:
 * the council chooses, and until it has the proposal is open.
 */
OcopProposal  ocop_council_propose            (const OcopSessionProduct *product,
                                               guint                    *class);

/* Whether the points reach the class that the centre recognises, and only its minima stand against it. */
gboolean      ocop_council_may_choose         (const OcopSessionProduct *product);

/* "Công nhận 4 sao". Free with g_free(). */
char         *ocop_council_describe_proposal  (const OcopSessionProduct *product);

/* The minima that stand between the product and class @star, "1.5 (cần 2, có 1); …"; "" for none.
 * Free with g_free(). */
char         *ocop_council_describe_minima    (const OcopSessionProduct *product,
                                               guint                     star);

G_END_DECLS
