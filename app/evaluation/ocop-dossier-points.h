/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-law.h"
#include "law/ocop-verdict.h"
#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* Whose points a dossier holds before the council scores it. */
typedef enum
{
  OCOP_DOSSIER_POINTS_SELF,    /* the producer's self-assessment (Form 02) */
  OCOP_DOSSIER_POINTS_ADVISED, /* what the advisory group proposes (article 7.3) */
  OCOP_N_DOSSIER_POINTS,
} OcopDossierPointsOf;

/**
 * OcopDossierPoints:
 * @dossier: as it was read
 * @scoring: the sheet, and whether there is a story
 * @choices: by whose they are, never %NULL
 */
typedef struct
{
  OcopRecord *dossier;
  OcopScoring scoring;
  guint8 *choices[OCOP_N_DOSSIER_POINTS];
} OcopDossierPoints;

/* (transfer full): of the dossier @id, by the sheet in force on @on; %NULL with %OCOP_ERROR_REFUSED where it has no
 * criteria set, or %OCOP_ERROR_INVALID_VALUE where what it holds is of another sheet. */
OcopDossierPoints *ocop_dossier_points_load   (OcopReader               *reader,
                                               const char               *id,
                                               OcopDate                  on,
                                               GError                  **error);
void               ocop_dossier_points_free   (OcopDossierPoints        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopDossierPoints, ocop_dossier_points_free)

/**
 * ocop_dossier_points_change:
 * @opinion: (nullable): of the advisory group
 *
 * Returns: (transfer full): the change that writes them; empty where nothing differs. %NULL with
 *   %OCOP_ERROR_INVALID_VALUE, which names the criterion, where a sheet may not say so
 */
OcopChange        *ocop_dossier_points_change (const OcopDossierPoints  *self,
                                               const char               *opinion,
                                               GError                  **error);

G_END_DECLS
