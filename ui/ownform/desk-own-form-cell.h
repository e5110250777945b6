/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ownform/desk-own-form-data.h"

G_BEGIN_DECLS

#define DESK_TYPE_OWN_FORM_CELL (desk_own_form_cell_get_type ())
G_DECLARE_FINAL_TYPE (DeskOwnFormCell, desk_own_form_cell, DESK, OWN_FORM_CELL, GtkWidget)

/**
 * DeskOwnFormCell:
 *
 * What goes into one cell of a form, to be chosen. #DeskOwnFormCell::set (OcopFormCell) is emitted when it is to go
 * there, with an empty source when nothing is to.
 */

GtkWidget *desk_own_form_cell_new      (void);

/* @data: (nullable) (transfer none): must stay until the next call. @sheet: (nullable) */
void       desk_own_form_cell_set_data (DeskOwnFormCell       *self,
                                        const DeskOwnFormData *data,
                                        const char            *sheet);
void       desk_own_form_cell_show     (DeskOwnFormCell       *self,
                                        guint                  row,
                                        guint                  column);

G_END_DECLS
