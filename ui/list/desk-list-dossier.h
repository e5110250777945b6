/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-page.h"

G_BEGIN_DECLS

/* What a list page does for dossiers: its page moves them on, that of the products begins them. */

/* Whether one record is chosen for which there is something to do. */
gboolean desk_list_dossier_can_go_on   (DeskListPage *self);
/* Asks for the next step of the chosen dossier, or for a dossier of the chosen product. */
void     desk_list_dossier_go_on       (DeskListPage *self);

/* Where new records of the page's kind are dossiers: asks for one and says %TRUE. */
gboolean desk_list_dossier_begins_new  (DeskListPage *self);

G_END_DECLS
