/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-table.h"
#include "plan/ocop-plan-compare.h"

G_BEGIN_DECLS

/* Gives @table the columns for the rows of @comparison, which is their data: of each plan, and of what is shared out to
 * localities where anything is. */
void desk_compare_columns_set (DeskTable            *table,
                               const OcopComparison *comparison);

G_END_DECLS
