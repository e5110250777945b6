/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-dossier-points.h"
#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_POINTS_DIALOG (desk_points_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskPointsDialog, desk_points_dialog, DESK, POINTS_DIALOG, DeskDialog)

/* The points of a dossier before the council scores it: the producer's own, and the advisory group's with its opinion.
 * Takes @points. */
GtkWidget *desk_points_dialog_present (GtkWidget         *parent,
                                       OcopRegister      *reg,
                                       OcopDossierPoints *points);

G_END_DECLS
