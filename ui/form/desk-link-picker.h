/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_LINK_PICKER (desk_link_picker_get_type ())
G_DECLARE_FINAL_TYPE (DeskLinkPicker, desk_link_picker, DESK, LINK_PICKER, GtkWidget)

/**
 * DeskLinkPicker:
 *
 * An entry for a record of another kind. What is typed is never completed:
 * records that fit are listed below it and chosen with ↓ and Enter, or by a
 * click. #DeskLinkPicker::changed is emitted when something is typed or chosen.
 */

/* @target: the kind of the records to choose from */
GtkWidget  *desk_link_picker_new          (const OcopKind  *target);

GtkWidget  *desk_link_picker_get_entry    (DeskLinkPicker  *self);
void        desk_link_picker_set_register (DeskLinkPicker  *self,
                                           OcopRegister    *reg);

/* @id: (nullable); @label: (nullable): what names it to people */
void        desk_link_picker_set_id       (DeskLinkPicker  *self,
                                           const char      *id,
                                           const char      *label);
/* %NULL when nothing is chosen. */
const char *desk_link_picker_get_id       (DeskLinkPicker  *self);

/* Whether the entry holds words that are not the name of what was chosen. */
gboolean    desk_link_picker_is_open      (DeskLinkPicker  *self);

/* Takes a name typed in full as the record of that name, when the list shows exactly one. */
void        desk_link_picker_settle       (DeskLinkPicker  *self);

/* Puts @text into @editable, where it does not stand there already, as the state that undoing ends at. */
void        desk_editable_replace_text    (GtkEditable     *editable,
                                           const char      *text);

G_END_DECLS
