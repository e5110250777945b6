/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_PREVIEW_WINDOW (desk_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskPreviewWindow, desk_preview_window, DESK, PREVIEW_WINDOW, GtkWindow)

/**
 * desk_preview_window_present:
 * @name: of an attachment
 * @title: what it is to the person
 *
 * Shows it large, over the window that @parent is in: a picture whole, a PDF by the width of its
 * pages. Space and Page Down go on to the next page, Ctrl + and − make it larger and smaller.
 */
void desk_preview_window_present (GtkWidget    *parent,
                                  OcopRegister *reg,
                                  const char   *name,
                                  const char   *title);

G_END_DECLS
