/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/control/desk-field-control.h"

G_BEGIN_DECLS

#define DESK_TYPE_TEXT_CONTROL (desk_text_control_get_type ())
G_DECLARE_FINAL_TYPE (DeskTextControl, desk_text_control, DESK, TEXT_CONTROL, GtkWidget)

/* Text, numbers and dates. What is typed is left alone while it has the focus (input methods rewrite
 * it) and put into the form in which the field is shown on leaving. Where a field often holds the
 * same, what other records hold is listed below it, chosen with ↓ and Enter. */
DeskFieldControl *desk_text_control_new (const OcopField *field);

G_END_DECLS
