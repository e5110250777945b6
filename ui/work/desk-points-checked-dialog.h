/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_POINTS_CHECKED_DIALOG (desk_points_checked_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskPointsCheckedDialog, desk_points_checked_dialog, DESK, POINTS_CHECKED_DIALOG, DeskDialog)

/* Notes what a visit found, in one table: the topics of article 9, of each valid product. Takes @points, the
 * (element-type OcopInspectionPoint) of one visit; @about: whose; @held_on: its day, unknown where it has none yet. */
void desk_points_checked_dialog_present (GtkWidget    *parent,
                                         OcopRegister *reg,
                                         GPtrArray    *points,
                                         const char   *about,
                                         OcopDate      held_on);

G_END_DECLS
