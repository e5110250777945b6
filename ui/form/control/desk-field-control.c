/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-field-control.h"

#include "form/control/desk-choice-control.h"
#include "form/control/desk-file-control.h"
#include "form/control/desk-link-picker.h"
#include "form/control/desk-text-control.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (DeskFieldControl, desk_field_control, GTK_TYPE_WIDGET)

DeskFieldControl *
desk_field_control_new (const OcopField *field)
{
  switch (field->type)
    {
    case OCOP_FIELD_BOOLEAN: /* a box to tick cannot say that nobody knows */
    case OCOP_FIELD_CHOICE:
    case OCOP_FIELD_SET:
      return desk_choice_control_new (field);
    case OCOP_FIELD_LINK:
      return desk_link_picker_new (field);
    case OCOP_FIELD_PHOTO:
    case OCOP_FIELD_FILE:
      return desk_file_control_new (field);
    default:
      return desk_text_control_new (field);
    }
}

void
desk_field_control_set_value (DeskFieldControl *self,
                              const OcopValue  *value,
                              const char       *label)
{
  DESK_FIELD_CONTROL_GET_IFACE (self)->set_value (self, value, label);
}

gboolean
desk_field_control_get_value (DeskFieldControl  *self,
                              OcopValue         *value,
                              GError           **error)
{
  *value = (OcopValue) OCOP_VALUE_INIT;
  return DESK_FIELD_CONTROL_GET_IFACE (self)->get_value (self, value, error);
}

GtkWidget *
desk_field_control_get_input (DeskFieldControl *self)
{
  return DESK_FIELD_CONTROL_GET_IFACE (self)->get_input (self);
}

void
desk_field_control_settle (DeskFieldControl *self)
{
  DeskFieldControlInterface *iface = DESK_FIELD_CONTROL_GET_IFACE (self);

  if (iface->settle != NULL)
    iface->settle (self);
}

void
desk_field_control_set_register (DeskFieldControl *self,
                                 OcopRegister     *reg)
{
  DeskFieldControlInterface *iface = DESK_FIELD_CONTROL_GET_IFACE (self);

  if (iface->set_register != NULL)
    iface->set_register (self, reg);
}

void
desk_field_control_changed (DeskFieldControl *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
desk_field_control_replace_text (GtkEditable *editable,
                                 const char  *text)
{
  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
  /* Forgets what was typed before: Ctrl+Z would otherwise bring back another record's text. */
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_enable_undo (editable, TRUE);
}

static void
desk_field_control_default_init (DeskFieldControlInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_FIELD_CONTROL, G_SIGNAL_RUN_FIRST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
