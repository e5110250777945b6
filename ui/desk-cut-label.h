/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label that is cut where room is short says all of its words under the pointer; one that is not cut says nothing
 * twice. */
void desk_cut_label_tell (GtkLabel *label);

G_END_DECLS
