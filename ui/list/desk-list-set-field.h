/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-page.h"

G_BEGIN_DECLS

/* Asks for a field and its value, then sets it in all selected records as one change. */
void desk_list_set_field_ask (DeskListPage *page);

G_END_DECLS
