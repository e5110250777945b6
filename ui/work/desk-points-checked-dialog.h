/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_POINTS_CHECKED_DIALOG (desk_points_checked_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskPointsCheckedDialog, desk_points_checked_dialog, DESK, POINTS_CHECKED_DIALOG, DeskDialog)

/* Notes what a visit found, in one table: the topics of article 9, of each valid product, with the visit's day and what it
 * concludes. Takes @points, the (element-type OcopInspectionPoint) of @visit, and copies that; @about: whose. */
void desk_points_checked_dialog_present (GtkWidget        *parent,
                                         OcopRegister     *reg,
                                         GPtrArray        *points,
                                         const OcopRecord *visit,
                                         const char       *about);

G_END_DECLS
