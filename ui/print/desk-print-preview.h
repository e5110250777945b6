/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"
#include "print/desk-document.h"

G_BEGIN_DECLS

#define DESK_TYPE_PRINT_PREVIEW (desk_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (DeskPrintPreview, desk_print_preview, DESK, PRINT_PREVIEW, GtkWindow)

/* Shows the pages of @document, which it takes, with ways to save and print them. */
void desk_print_preview_show (DeskWindow   *window,
                              DeskDocument *document);

G_END_DECLS
