/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/control/desk-field-control.h"

G_BEGIN_DECLS

#define DESK_TYPE_LINK_PICKER (desk_link_picker_get_type ())
G_DECLARE_FINAL_TYPE (DeskLinkPicker, desk_link_picker, DESK, LINK_PICKER, GtkWidget)

/* An entry for a record of another kind. Records that fit what is typed are listed below it, chosen
 * with ↓ and Enter; one that is missing can be added on the way, and the chosen one be opened
 * (Alt+Enter). */
DeskFieldControl *desk_link_picker_new (const OcopField *field);

G_END_DECLS
