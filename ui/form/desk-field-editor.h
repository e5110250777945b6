/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_FIELD_EDITOR (desk_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (DeskFieldEditor, desk_field_editor, DESK, FIELD_EDITOR, GtkWidget)

/**
 * DeskFieldEditor:
 *
 * One field of a form: its title, the control that suits its type, and what is
 * wrong with it. Text is never changed while it has the focus (input methods
 * rewrite what they have typed); it is tidied, and held against its type, on
 * leaving.
 *
 * - #DeskFieldEditor::changed: somebody typed or chose
 * - #DeskFieldEditor::left: the focus went elsewhere
 */

GtkWidget       *desk_field_editor_new          (const OcopField  *field);
const OcopField *desk_field_editor_get_field    (DeskFieldEditor  *self);
void             desk_field_editor_set_register (DeskFieldEditor  *self,
                                                 OcopRegister     *reg);

/* @label: (nullable): what names the record that a link leads to. Does not emit ::changed. */
void             desk_field_editor_set_value    (DeskFieldEditor  *self,
                                                 const OcopValue  *value,
                                                 const char       *label);

/* Returns: whether what stands in the control suits the field; @value is unknown when not. */
gboolean         desk_field_editor_get_value    (DeskFieldEditor  *self,
                                                 OcopValue        *value,
                                                 GError          **error);

/* Returns: (transfer full) (nullable): what names the record that a link leads to; %NULL for other fields. */
char            *desk_field_editor_dup_label    (DeskFieldEditor  *self);

/* Puts what was typed into its final form, as on leaving the field, and says beside it where it
 * does not suit. Returns: whether it does */
gboolean         desk_field_editor_settle       (DeskFieldEditor  *self);

/* Where the field's own title says less than what is asked: @title, translated. */
void             desk_field_editor_set_title    (DeskFieldEditor  *self,
                                                 const char       *title);

/* What counts while nothing is set, said below the control: @usual, translated. Once. */
void             desk_field_editor_set_usual    (DeskFieldEditor  *self,
                                                 const char       *usual);

/* The title stands above a control that takes all of the width, where there is little of it. */
void             desk_field_editor_stack        (DeskFieldEditor  *self);

/* @message: (nullable): %NULL when all is well; @severe: or only a hint */
void             desk_field_editor_show_message (DeskFieldEditor  *self,
                                                 const char       *message,
                                                 gboolean          severe);

G_END_DECLS
