/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-page.h"
#include "register/ocop-change.h"

G_BEGIN_DECLS

/* What is done to all selected records as one change. */

/* @action: %OCOP_ACTION_BIN or %OCOP_ACTION_RESTORE */
void desk_list_bulk_move (DeskListPage    *page,
                          OcopAction       action);

/* Gives @field of the selected records the same @value. */
void desk_list_bulk_set  (DeskListPage    *page,
                          const OcopField *field,
                          const OcopValue *value);

G_END_DECLS
