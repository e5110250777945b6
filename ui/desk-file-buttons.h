/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_FILE_BUTTONS (desk_file_buttons_get_type ())
G_DECLARE_FINAL_TYPE (DeskFileButtons, desk_file_buttons, DESK, FILE_BUTTONS, GtkWidget)

/**
 * DeskFileButtons:
 *
 * Beside the word that a file was written: opens it with the program meant for
 * it, or the folder that it lies in. Of several files in a folder of their own,
 * opens that. Hidden while there is neither.
 * #DeskFileButtons::failed (what went wrong, for people) is emitted where the
 * system opens neither.
 */

GtkWidget *desk_file_buttons_new      (void);

/* @path: (nullable): of the file */
void       desk_file_buttons_set_path (DeskFileButtons *self,
                                       const char      *path);
/* @folder: (nullable): into which several files were written */
void       desk_file_buttons_set_folder (DeskFileButtons *self,
                                         const char      *folder);

G_END_DECLS
