/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*DeskShowFileFailed) (GtkWidget  *widget,
                                    const char *message);

/* Opens the file or folder at @path with what people use for it. Where that cannot be done, @failed is told for @widget. */
void desk_show_file (GtkWidget          *widget,
                     const char         *path,
                     DeskShowFileFailed  failed);

G_END_DECLS
