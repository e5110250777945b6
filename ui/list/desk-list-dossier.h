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

/* Whether dossiers are chosen, one or more. */
gboolean desk_list_dossier_is_chosen   (DeskListPage *self);
/* Asks which paper of the chosen dossiers to make. */
void     desk_list_dossier_make_paper  (DeskListPage *self);
/* Asks for the points of the chosen dossier: its producer's, and the advisory group's. */
void     desk_list_dossier_score       (DeskListPage *self);
/* Gives the chosen dossiers to the advisory group. */
void     desk_list_dossier_advise      (DeskListPage *self);

G_END_DECLS
