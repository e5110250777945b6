/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/control/desk-field-control.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHECK_CONTROL (desk_check_control_get_type ())
G_DECLARE_FINAL_TYPE (DeskCheckControl, desk_check_control, DESK, CHECK_CONTROL, GtkWidget)

/* A box for yes or no, with the field's title on it. One that nobody has ticked stays unknown. */
DeskFieldControl *desk_check_control_new (const OcopField *field);

G_END_DECLS
