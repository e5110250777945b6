/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-commune-intake.h"
#include "exchange/ocop-commune-workbook-private.h"
#include "exchange/ocop-difference-private.h"

G_BEGIN_DECLS

/**
 * OcopCommuneReport:
 * @commune: its place among the standings
 * @target: the record of the report
 * @answers: the key of an answer → what the commune said, taken before
 * @note: what it remarks
 */
typedef struct
{
  guint commune;
  OcopIncoming *target;
  GHashTable *answers;
  GString *note;
  char *digest;
  char *saved_at;
} OcopCommuneReport;

void     ocop_commune_report_free   (OcopCommuneReport  *self);

/* What all workbooks of one taking share. */
typedef struct _OcopCommuneComparison OcopCommuneComparison;

OcopCommuneComparison *ocop_commune_comparison_new  (OcopReader             *reader,
                                                     OcopCommuneIntake      *intake,
                                                     GError                **error);
void                   ocop_commune_comparison_free (OcopCommuneComparison  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCommuneComparison, ocop_commune_comparison_free)

/* Puts among the differences of the intake what @back says otherwise than the register; what cannot be understood
 * among the faults of @back. */
gboolean               ocop_commune_compare         (OcopCommuneComparison  *self,
                                                     OcopCommuneReport      *report,
                                                     OcopCommuneReturn      *back,
                                                     GError                **error);

G_END_DECLS
