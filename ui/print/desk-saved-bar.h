/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bar that says where a file was saved, and opens it or its folder; or what went wrong. Hidden until then. */
#define DESK_TYPE_SAVED_BAR (desk_saved_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskSavedBar, desk_saved_bar, DESK, SAVED_BAR, GtkWidget)

void desk_saved_bar_show_file  (DeskSavedBar *self,
                                const char   *path);
/* Hides the bar for %OCOP_ERROR_CANCELLED. */
void desk_saved_bar_show_error (DeskSavedBar *self,
                                const GError *error);

G_END_DECLS
