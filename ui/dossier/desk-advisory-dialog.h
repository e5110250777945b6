/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-dialog.h"

G_BEGIN_DECLS

#define DESK_TYPE_ADVISORY_DIALOG (desk_advisory_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskAdvisoryDialog, desk_advisory_dialog, DESK, ADVISORY_DIALOG, DeskDialog)

/* Gives dossiers to the members of an advisory group and plans its visits to the communes.
 * @keys: (transfer full) (element-type gint64): of the dossiers; %NULL for @id alone.
 *
 * Emits ::done (text) with what is to be told. */
GtkWidget *desk_advisory_dialog_present (GtkWidget    *parent,
                                         OcopRegister *reg,
                                         const char   *id,
                                         GArray       *keys);

G_END_DECLS
