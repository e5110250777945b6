/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-table.h"

G_BEGIN_DECLS

/* What tables show of #OcopCommuneStanding and of #OcopCommuneFile. */
extern const DeskTableColumn desk_commune_commune_columns[];
extern const DeskTableColumn desk_commune_file_columns[];

/* All that is said of a file. */
char *desk_commune_dup_remarks (const DeskTableCell *cell);

G_END_DECLS
