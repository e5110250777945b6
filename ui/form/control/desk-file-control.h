/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/control/desk-field-control.h"

G_BEGIN_DECLS

#define DESK_TYPE_FILE_CONTROL (desk_file_control_get_type ())
G_DECLARE_FINAL_TYPE (DeskFileControl, desk_file_control, DESK, FILE_CONTROL, GtkWidget)

/* A photo or a scanned document: chosen, dropped or pasted, shown small, looked at large and opened with another program. */
DeskFieldControl *desk_file_control_new (const OcopField *field);

G_END_DECLS
