/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_APPLICATION (desk_application_get_type ())
G_DECLARE_FINAL_TYPE (DeskApplication, desk_application, DESK, APPLICATION, GtkApplication)

#define DESK_APPLICATION_ID "vn.ocop.Desk"

DeskApplication *desk_application_new (void);

G_END_DECLS
