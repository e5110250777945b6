/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-table.h"

G_BEGIN_DECLS

/* What a table of #OcopDifference shows of them. */
extern const DeskTableColumn desk_difference_columns[];

G_END_DECLS
