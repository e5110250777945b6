/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-page.h"

G_BEGIN_DECLS

/* What the pages of producers and products do with two records that are one and the same. */

/* Whether two are chosen, and none lies in the bin. */
gboolean desk_list_merge_can     (DeskListPage *self);

/* Asks which of the chosen two stays, and makes them one. */
void     desk_list_merge_ask     (DeskListPage *self);

/* The same for the record shown beside the list and the one @other. */
void     desk_list_merge_ask_for (DeskListPage *self,
                                  const char   *other);

G_END_DECLS
