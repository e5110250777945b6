/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * desk_clipboard_set:
 * @text: as plain text
 * @html: the same as HTML, without head and body
 *
 * Puts both on @clipboard, in the forms that word processors, spreadsheets and
 * plain text editors ask for.
 */
void desk_clipboard_set       (GdkClipboard    *clipboard,
                               const char      *text,
                               const char      *html);

/* @rows: (element-type GStrv): titles, then what stands below them. Puts them on the clipboard of @widget as a table, and
 * says so. */
void desk_clipboard_copy_rows (GtkWidget       *widget,
                               const GPtrArray *rows);

G_END_DECLS
