/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "print/desk-document.h"

G_BEGIN_DECLS

/* Returns: (transfer full): what prints the pages of @document, which outlives it, on sheets of their size. */
GtkPrintOperation *desk_document_new_print_operation (DeskDocument *document);

G_END_DECLS
