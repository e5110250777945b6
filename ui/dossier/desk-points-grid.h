/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-dossier-points.h"

G_BEGIN_DECLS

#define DESK_TYPE_POINTS_GRID (desk_points_grid_get_type ())
G_DECLARE_FINAL_TYPE (DeskPointsGrid, desk_points_grid, DESK, POINTS_GRID, GtkWidget)

/* The criteria of a dossier's sheet, and beside each the producer's points and those of the advisory group: filled in
 * with digits and arrows, as the council's sheets are.
 *
 * ::current-changed: another criterion has the focus. ::edited: something was typed. ::refused (text): why what was
 * typed cannot be. */
GtkWidget           *desk_points_grid_new        (void);

/* @points: borrowed while the grid lives; what is typed goes into it. */
void                 desk_points_grid_show       (DeskPointsGrid      *self,
                                                  OcopDossierPoints   *points);

/* Goes to the first criterion without points. */
void                 desk_points_grid_begin      (DeskPointsGrid      *self);

/* The criterion that has the focus, or had it last, and whose points. */
const OcopCriterion *desk_points_grid_get_leaf   (DeskPointsGrid      *self);
OcopDossierPointsOf  desk_points_grid_get_column (DeskPointsGrid      *self);

G_END_DECLS
