/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/control/desk-field-control.h"

G_BEGIN_DECLS

#define DESK_TYPE_CHOICE_CONTROL (desk_choice_control_get_type ())
G_DECLARE_FINAL_TYPE (DeskChoiceControl, desk_choice_control, DESK, CHOICE_CONTROL, GtkWidget)

/* One of a few choices, or of the criteria sets. */
DeskFieldControl *desk_choice_control_new (const OcopField *field);

G_END_DECLS
