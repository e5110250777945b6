/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "list/desk-list-spec.h"

G_BEGIN_DECLS

/* What can be done with a list and its selected records, by the actions of its page.
 * @view: sorted by one of the columns that it shows now */
GMenuModel *desk_list_menu_new (const DeskListSpec *spec,
                                GtkColumnView      *view);

G_END_DECLS
