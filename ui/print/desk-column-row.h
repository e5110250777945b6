/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/ocop-report-list.h"

G_BEGIN_DECLS

/* A column of a report in a list of them: whether it is shown, under which heading, and ways to move the row up and
 * down the list: a handle to drag, buttons, Alt with an arrow. #DeskColumnRow::changed is emitted after any of it. */
#define DESK_TYPE_COLUMN_ROW (desk_column_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskColumnRow, desk_column_row, DESK, COLUMN_ROW, GtkListBoxRow)

/* @place: in the list, from 0. @heading: (nullable): the office's own; %NULL for the usual one. */
GtkWidget              *desk_column_row_new         (const OcopReportColumn *column,
                                                     guint                   place,
                                                     gboolean                shown,
                                                     const char             *heading);

/* By their places: the list's sort function. */
int                     desk_column_row_compare     (GtkListBoxRow          *a,
                                                     GtkListBoxRow          *b,
                                                     gpointer                unused);

const OcopReportColumn *desk_column_row_get_column  (DeskColumnRow          *self);
gboolean                desk_column_row_is_shown    (DeskColumnRow          *self);
/* Returns: (nullable): the office's own heading. Free with g_free(). */
char                   *desk_column_row_dup_heading (DeskColumnRow          *self);

G_END_DECLS
