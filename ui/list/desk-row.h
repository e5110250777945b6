/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "register/ocop-rows.h"

G_BEGIN_DECLS

#define DESK_TYPE_ROW (desk_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskRow, desk_row, DESK, ROW, GObject)

/**
 * DeskRow:
 *
 * One position of a #DeskRecordList. The object stays while the record at its
 * position changes: #DeskRow::refilled is emitted whenever it shows another
 * one, or the same one read anew.
 */

DeskRow         *desk_row_new          (guint      position);

guint            desk_row_get_position (DeskRow   *self);

/* 0 while nothing was read for the position yet. */
gint64           desk_row_get_key      (DeskRow   *self);

/* Returns: (transfer none): of column @column; unknown while nothing was read yet. */
const OcopValue *desk_row_get_value    (DeskRow   *self,
                                        guint      column);

/* What the list reads for rows that are looked at, it reads again when its result changes. */
void             desk_row_watch        (DeskRow   *self);
void             desk_row_unwatch      (DeskRow   *self);
gboolean         desk_row_is_watched   (DeskRow   *self);

/**
 * desk_row_fill:
 * @rows: (nullable): %NULL empties the row
 * @index: which of @rows
 *
 * For the list.
 */
void             desk_row_fill         (DeskRow   *self,
                                        OcopRows  *rows,
                                        guint      index);

G_END_DECLS
