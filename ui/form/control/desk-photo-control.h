/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/control/desk-field-control.h"

G_BEGIN_DECLS

#define DESK_TYPE_PHOTO_CONTROL (desk_photo_control_get_type ())
G_DECLARE_FINAL_TYPE (DeskPhotoControl, desk_photo_control, DESK, PHOTO_CONTROL, GtkWidget)

/* A photo: chosen from a file, dropped or pasted; kept beside the register at once, referred to when
 * the form is saved. A photo whose file is missing is said to be, and hinders nothing. */
DeskFieldControl *desk_photo_control_new (const OcopField *field);

G_END_DECLS
