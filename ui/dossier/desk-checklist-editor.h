/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHECKLIST_EDITOR (desk_checklist_editor_get_type ())
G_DECLARE_FINAL_TYPE (DeskChecklistEditor, desk_checklist_editor, DESK, CHECKLIST_EDITOR, GtkWidget)

/**
 * DeskChecklistEditor:
 *
 * Number and days of a document, typed within its row. #DeskChecklistEditor::done is emitted by Enter,
 * ::cancelled by Escape, ::left when the focus goes elsewhere within the window.
 */

GtkWidget  *desk_checklist_editor_new        (void);

/* Fills it and gives it the focus. */
void        desk_checklist_editor_begin      (DeskChecklistEditor  *self,
                                              OcopRegister         *reg,
                                              const OcopRecord     *document);

/* The document as it was when the typing began. */
const OcopRecord *desk_checklist_editor_get_document (DeskChecklistEditor *self);

/* (transfer full) (nullable): the document as it stands in the controls; %NULL where something does
 * not suit, which is said there. */
OcopRecord *desk_checklist_editor_dup_record (DeskChecklistEditor  *self);

G_END_DECLS
