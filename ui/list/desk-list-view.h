/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "list/desk-list-spec.h"
#include "list/desk-record-list.h"

G_BEGIN_DECLS

#define DESK_TYPE_LIST_VIEW (desk_list_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskListView, desk_list_view, DESK, LIST_VIEW, GtkWidget)

/**
 * DeskListView:
 *
 * The table of a list. What is selected stays selected by its key, wherever a
 * new result puts it.
 *
 * - #DeskListView::order-changed: a heading was clicked
 * - #DeskListView::selection-changed: by a person, not by a new result
 * - #DeskListView::activated: Enter or a double click
 */

/* @records: (transfer none): whose columns are those of @spec */
GtkWidget     *desk_list_view_new               (const DeskListSpec *spec,
                                                 DeskRecordList     *records);

GtkColumnView *desk_list_view_get_column_view   (DeskListView       *self);

/* Whether a record is open beside it: then not all columns have room. */
void           desk_list_view_set_beside        (DeskListView       *self,
                                                 gboolean            beside);

/* Returns: (transfer full) (element-type gint64): in the order of the list. */
GArray        *desk_list_view_dup_selected_keys (DeskListView       *self);
guint          desk_list_view_get_n_selected    (DeskListView       *self);
/* 0 when not one record alone is selected, or its key has not come yet. */
gint64         desk_list_view_get_selected_key  (DeskListView       *self);

/* Selects the record that has the focus, or the first selected, alone. */
void           desk_list_view_select_one        (DeskListView       *self);
/* Focuses the record that is selected; when none is, selects the first. */
void           desk_list_view_enter             (DeskListView       *self);
/* Selects the record at the point, unless it is selected. Returns whether there is one. */
gboolean       desk_list_view_select_at         (DeskListView       *self,
                                                 double              x,
                                                 double              y);
/* Selects the record @step places below (above) the selected one. Returns whether there is one. */
gboolean       desk_list_view_move              (DeskListView       *self,
                                                 int                 step);

G_END_DECLS
