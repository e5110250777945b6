/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-check-control.h"

#include <glib/gi18n.h>

struct _DeskCheckControl
{
  GtkWidget parent_instance;

  GtkWidget *check;
  gboolean known;
  gboolean setting;
};

static void desk_check_control_iface_init (DeskFieldControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskCheckControl, desk_check_control, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_FIELD_CONTROL, desk_check_control_iface_init))

static void
on_toggled (DeskCheckControl *self)
{
  if (self->setting)
    return;
  self->known = TRUE;
  desk_field_control_changed (DESK_FIELD_CONTROL (self));
}

static void
set_value (DeskFieldControl *control,
           const OcopValue  *value,
           const char       *label)
{
  DeskCheckControl *self = DESK_CHECK_CONTROL (control);

  self->setting = TRUE;
  self->known = value->type != OCOP_VALUE_UNKNOWN;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), value->integer != 0);
  self->setting = FALSE;
}

static gboolean
get_value (DeskFieldControl  *control,
           OcopValue         *value,
           GError           **error)
{
  DeskCheckControl *self = DESK_CHECK_CONTROL (control);

  if (self->known)
    *value = ocop_value_integer (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
  return TRUE;
}

static GtkWidget *
get_input (DeskFieldControl *control)
{
  return DESK_CHECK_CONTROL (control)->check;
}

static void
desk_check_control_iface_init (DeskFieldControlInterface *iface)
{
  iface->set_value = set_value;
  iface->get_value = get_value;
  iface->get_input = get_input;
}

DeskFieldControl *
desk_check_control_new (const OcopField *field)
{
  DeskCheckControl *self = g_object_new (DESK_TYPE_CHECK_CONTROL, NULL);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->check), _(field->title));
  return DESK_FIELD_CONTROL (self);
}

static void
desk_check_control_dispose (GObject *object)
{
  g_clear_pointer (&DESK_CHECK_CONTROL (object)->check, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_check_control_parent_class)->dispose (object);
}

static void
desk_check_control_class_init (DeskCheckControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_check_control_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_check_control_init (DeskCheckControl *self)
{
  self->check = gtk_check_button_new ();
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
}
