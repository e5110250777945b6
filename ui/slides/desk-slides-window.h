/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"
#include "slides/desk-slides-draft.h"

G_BEGIN_DECLS

/* Puts slides of a meeting together: in their order, each as it is shown, kept under names, and saved as files. */
#define DESK_TYPE_SLIDES_WINDOW (desk_slides_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskSlidesWindow, desk_slides_window, DESK, SLIDES_WINDOW, GtkWindow)

GtkWidget *desk_slides_window_new (DeskWindow      *window,
                                   DeskSlidesDraft *draft);

G_END_DECLS
