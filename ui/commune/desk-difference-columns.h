/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commune/desk-commune-table.h"

G_BEGIN_DECLS

/* What a table of #OcopDifferences, which are its data, shows of them. */
extern const DeskCommuneColumn desk_difference_columns[];

G_END_DECLS
