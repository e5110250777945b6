/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/desk-form-pane.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHECKLIST_PANE (desk_checklist_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskChecklistPane, desk_checklist_pane, DESK, CHECKLIST_PANE, GtkWidget)

/* The documents of a dossier, in the order of the law's list, with how many stand how. Files dropped
 * on it beside a document, or several at once, are asked for: to which document each belongs. */
GtkWidget *desk_checklist_pane_new (void);

G_END_DECLS
