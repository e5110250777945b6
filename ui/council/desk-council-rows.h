/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @list as many rows as @n. Those that are there stay, and what has the focus keeps it: only what they say will be
 * another. */
void desk_council_rows_fit (GtkListBox    *list,
                            guint          n);

/* @number: (nullable): before the words
 * @facts: (nullable): below the title */
void desk_council_row_show (GtkListBoxRow *row,
                            const char    *number,
                            const char    *title,
                            const char    *facts);

G_END_DECLS
