/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-page.h"

G_BEGIN_DECLS

/* Asks for a file and writes what the list shows into it, as xlsx or csv by its name. */
void desk_list_export (DeskListPage *page);

/* Shows what the list shows as the pages of a paper, to be printed or saved. */
void desk_list_print  (DeskListPage *page);

/* Puts the selected records (all, where none is selected) on the clipboard as a table. */
void desk_list_copy   (DeskListPage *page);

G_END_DECLS
