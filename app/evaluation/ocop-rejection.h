/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-criteria.h"

G_BEGIN_DECLS

/**
 * OcopRejectionLine:
 * @criterion: (nullable): that it stands at; %NULL at the head of the sheet
 * @text: as minutes and notices quote it: "1.1: …"
 *
 * A line of a sheet by which a dossier can be rejected.
 */
typedef struct
{
  const OcopCriterion *criterion;
  OcopEffect effect;
  char *text;
} OcopRejectionLine;

/* Returns: (transfer full) (element-type OcopRejectionLine): those at the head first, then those of the
 *   criteria in the order of the sheet; some sheets have none at their head */
GPtrArray  *ocop_rejection_lines (const OcopCriteria *criteria);

/* What follows from it, in the user's language: "Rejected". */
const char *ocop_effect_title    (OcopEffect          effect);

G_END_DECLS
