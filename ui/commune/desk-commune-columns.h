/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commune/desk-commune-table.h"

G_BEGIN_DECLS

/* What the tables of an #OcopCommuneIntake, which is their data, show of its communes and files. */
extern const DeskCommuneColumn desk_commune_commune_columns[];
extern const DeskCommuneColumn desk_commune_file_columns[];

/* All that is said of a file. */
void desk_commune_show_remarks (gpointer         data,
                                guint            place,
                                DeskCommuneCell *cell);

G_END_DECLS
