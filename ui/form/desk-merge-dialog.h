/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_MERGE_DIALOG (desk_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskMergeDialog, desk_merge_dialog, DESK, MERGE_DIALOG, DeskDialog)

/**
 * DeskMergeDialog:
 *
 * Shows two producers or products that are one and the same side by side, asks which stays
 * and whose values, says what moves, and makes them one. #DeskMergeDialog::done (id of the one that
 * stays) is emitted once that is done.
 */

/* @ids: (nullable): the two; %NULL where @keys has their internal keys. @keys: (nullable) */
GtkWidget *desk_merge_dialog_present (GtkWidget          *parent,
                                      OcopRegister       *reg,
                                      const OcopKind     *kind,
                                      const char * const  ids[2],
                                      const gint64        keys[2]);

G_END_DECLS
