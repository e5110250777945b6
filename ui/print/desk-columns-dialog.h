/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-window.h"
#include "report/ocop-report-list.h"

G_BEGIN_DECLS

/**
 * DeskColumnsDialog:
 *
 * Which columns a report has, in which order, under which headings; others can be kept beside them under a name, and
 * chosen again. All of it stands in the register, by changes that can be undone. #DeskColumnsDialog::saved is emitted
 * once the report has other columns.
 */
#define DESK_TYPE_COLUMNS_DIALOG (desk_columns_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskColumnsDialog, desk_columns_dialog, DESK, COLUMNS_DIALOG, GtkWindow)

GtkWidget *desk_columns_dialog_new (GtkWindow        *parent,
                                    DeskWindow       *window,
                                    const OcopReport *report);

G_END_DECLS
