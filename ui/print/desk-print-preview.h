/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"
#include "print/desk-document.h"

G_BEGIN_DECLS

/**
 * DeskPrintPreview:
 *
 * The pages of a document, with ways to save and print them and to choose its
 * columns. #DeskPrintPreview::changed is emitted when the document is no longer
 * what the register would give.
 */
#define DESK_TYPE_PRINT_PREVIEW (desk_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (DeskPrintPreview, desk_print_preview, DESK, PRINT_PREVIEW, GtkWindow)

GtkWidget          *desk_print_preview_new          (DeskWindow       *window);

/* Shows the pages of @document, which it takes, in the place of those before. */
void                desk_print_preview_show         (DeskPrintPreview *self,
                                                     DeskDocument     *document);
/* Returns: (transfer none): what is shown. */
const DeskDocument *desk_print_preview_get_document (DeskPrintPreview *self);
/* Whether a person asked to count products of other provinces as well. */
gboolean            desk_print_preview_wants_everywhere (DeskPrintPreview *self);

G_END_DECLS
