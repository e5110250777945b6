/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"
#include "report/ocop-report-list.h"

G_BEGIN_DECLS

/**
 * DeskColumnsDialog:
 *
 * Which columns a report has, in which order, under which headings. They are
 * kept in the register, by a change that can be undone. #DeskColumnsDialog::saved
 * is emitted once they are.
 */
#define DESK_TYPE_COLUMNS_DIALOG (desk_columns_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskColumnsDialog, desk_columns_dialog, DESK, COLUMNS_DIALOG, GtkWindow)

/* @table: of the report, with the columns that it has now; read at once. */
GtkWidget *desk_columns_dialog_new (GtkWindow            *parent,
                                    DeskWindow           *window,
                                    const OcopReport     *report,
                                    const OcopPaperTable *table);

G_END_DECLS
