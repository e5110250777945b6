/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "import/desk-import-list.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_COLUMN (desk_import_column_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportColumn, desk_import_column, DESK, IMPORT_COLUMN, GtkWidget)

/**
 * DeskImportColumn:
 *
 * One column of a list: its heading, some of its texts, and the choice of the
 * field it holds. #DeskImportColumn::chosen is emitted when a person chose.
 */

/* @fields: the titles of the list's fields in their order, after the one for a column that is not read */
GtkWidget *desk_import_column_new       (DeskImportList          *list,
                                         const OcopHeadingColumn *column,
                                         GListModel              *fields);

/* Of the sheet. */
guint      desk_import_column_get_index (DeskImportColumn        *self);

/* Which of the fields is chosen; 0: not read. Setting it does not emit ::chosen. */
guint      desk_import_column_get_field (DeskImportColumn        *self);
void       desk_import_column_set_field (DeskImportColumn        *self,
                                         guint                    field);

G_END_DECLS
