/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopInspectionEnding:
 * @recognitions: ids, ended by %NULL, of the certificates in force that the visit proposes to revoke: of the products
 *   whose faults it noted, else of all the producer's
 * @products: their names, for people
 * @line: a line of a decision with the ground, and the number, day and body of the conclusion
 *
 * How article 8 follows from a visit.
 */
typedef struct
{
  char **recognitions;
  char *products;
  OcopRecord *line;
} OcopInspectionEnding;

void                  ocop_inspection_ending_free (OcopInspectionEnding *ending);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopInspectionEnding, ocop_inspection_ending_free)

/* Refused where the visit does not propose a revocation, or nothing of the producer's is in force on @on. */
OcopInspectionEnding *ocop_inspection_ending_read (OcopReader    *reader,
                                                   const char    *inspection,
                                                   OcopDate       on,
                                                   GError       **error);

G_END_DECLS
