/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_FIELD_CONTROL (desk_field_control_get_type ())
G_DECLARE_INTERFACE (DeskFieldControl, desk_field_control, DESK, FIELD_CONTROL, GtkWidget)

/**
 * DeskFieldControl:
 *
 * What a field's value is entered with; one class for each way of entering.
 * #DeskFieldControl::changed is emitted when somebody types or chooses, never
 * by desk_field_control_set_value().
 */
struct _DeskFieldControlInterface
{
  GTypeInterface parent_interface;

  void       (*set_value)    (DeskFieldControl *self, const OcopValue *value, const char *label);
  gboolean   (*get_value)    (DeskFieldControl *self, OcopValue *value, GError **error);
  GtkWidget *(*get_input)    (DeskFieldControl *self);
  /* These may be missing. */
  void       (*settle)       (DeskFieldControl *self);
  void       (*set_register) (DeskFieldControl *self, OcopRegister *reg);
};

/* Returns: (transfer floating): the control that suits the type of @field */
DeskFieldControl *desk_field_control_new          (const OcopField  *field);

/* @label: (nullable): what names the record that a link leads to */
void              desk_field_control_set_value    (DeskFieldControl *self,
                                                   const OcopValue  *value,
                                                   const char       *label);
/* Returns: whether what stands there suits the field; @value is unknown when not. */
gboolean          desk_field_control_get_value    (DeskFieldControl *self,
                                                   OcopValue        *value,
                                                   GError          **error);

/* The widget that takes the keys: what is focused, and named to screen readers. */
GtkWidget        *desk_field_control_get_input    (DeskFieldControl *self);

/* The focus has left: what was typed may take its final form. */
void              desk_field_control_settle       (DeskFieldControl *self);
void              desk_field_control_set_register (DeskFieldControl *self,
                                                   OcopRegister     *reg);

/* For classes that are controls. */
void              desk_field_control_changed      (DeskFieldControl *self);
/* Puts @text into @editable, where it does not stand there already, as the state that undoing ends at. */
void              desk_field_control_replace_text (GtkEditable      *editable,
                                                   const char       *text);

G_END_DECLS
