/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-checklist.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHECKLIST_ROW (desk_checklist_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskChecklistRow, desk_checklist_row, DESK, CHECKLIST_ROW, GtkListBoxRow)

/**
 * DeskChecklistRow:
 *
 * One document of a dossier's checklist: ticked with 1, 2 and 3 or the space bar, its number and days
 * typed in place after Enter, its file dropped or pasted on it. Each of these is one change.
 *
 * ::next is emitted when what was typed is saved and the one below is wanted; ::several with the paths
 * of files (ended by %NULL) that are not for this document alone.
 */

GtkWidget  *desk_checklist_row_new       (void);

/* Shows @entry of @list as it stands; what is being typed in the row stays. */
void        desk_checklist_row_show      (DeskChecklistRow         *self,
                                          OcopRegister             *reg,
                                          const OcopChecklist      *list,
                                          const OcopChecklistEntry *entry);

/* The heading that it stands under. */
const char *desk_checklist_row_get_section (DeskChecklistRow       *self);

G_END_DECLS
