/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_DIALOG (desk_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportDialog, desk_import_dialog, DESK, IMPORT_DIALOG, GtkWindow)

/**
 * DeskImportDialog:
 *
 * Brings a list into the register of a window: which file and kind of list,
 * what its columns hold, what would become of each row; then one change.
 */

/* @plural: (nullable): the kind of list that is meant, "courses"; %NULL where its headings are to say.
 * @parent: (nullable): what the rows belong to, unless they say so themselves or another is chosen */
void desk_import_dialog_show  (DeskWindow       *window,
                               const char       *plural,
                               const OcopRecord *parent);

/* Opens it with the list in @file. */
void desk_import_dialog_open  (DeskWindow *window,
                               GFile      *file);

/* Opens it with the cells on the clipboard, copied in a spreadsheet program; says so where there are none. */
void desk_import_dialog_paste (DeskWindow *window);

G_END_DECLS
