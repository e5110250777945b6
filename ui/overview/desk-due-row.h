/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "overview/desk-due-item.h"

G_BEGIN_DECLS

#define DESK_TYPE_DUE_ROW (desk_due_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskDueRow, desk_due_row, DESK, DUE_ROW, GtkBox)

/**
 * DeskDueRow:
 *
 * Shows a #DeskDueItem: a locality and how many of its certificates end soon;
 * or a product, and where it stands with the dossier for re-evaluation.
 */
GtkWidget *desk_due_row_new  (void);

/* Shows @item as it stands on the day @on. Returns: (transfer full): the row in words. */
char      *desk_due_row_show (DeskDueRow  *self,
                              DeskDueItem *item,
                              OcopDate     on);

G_END_DECLS
