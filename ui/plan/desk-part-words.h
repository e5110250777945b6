/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-table.h"

G_BEGIN_DECLS

/* As people read it: the field that the column names, of the part of a plan in the row. */
char *desk_part_words (const DeskTableCell *cell);

G_END_DECLS
