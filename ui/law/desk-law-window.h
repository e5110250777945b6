/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

#define DESK_TYPE_LAW_WINDOW (desk_law_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskLawWindow, desk_law_window, DESK, LAW_WINDOW, GtkWindow)

/**
 * DeskLawWindow:
 *
 * The decisions and their criteria sheets to read, two of them side by side; where an office loads
 * an amended book, or the gazette's wording.
 */

/* Shows the laws of @window's register. */
void desk_law_window_show (DeskWindow *window);

G_END_DECLS
