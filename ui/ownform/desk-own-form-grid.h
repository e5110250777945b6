/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ownform/desk-own-form-data.h"

G_BEGIN_DECLS

#define DESK_TYPE_OWN_FORM_GRID (desk_own_form_grid_get_type ())
G_DECLARE_FINAL_TYPE (DeskOwnFormGrid, desk_own_form_grid, DESK, OWN_FORM_GRID, GtkWidget)

/**
 * DeskOwnFormGrid:
 *
 * The cells of one sheet of another author's form, as they are once it is filled. Each is a button;
 * #DeskOwnFormGrid::chosen (row, column) is emitted when a person presses one.
 */

GtkWidget *desk_own_form_grid_new       (void);

/* @data: (nullable) (transfer none): must stay until the next call. @sheet: (nullable) */
void       desk_own_form_grid_set_sheet (DeskOwnFormGrid       *self,
                                         const DeskOwnFormData *data,
                                         const char            *sheet);

G_END_DECLS
