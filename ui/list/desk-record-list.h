/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-record-request.h"
#include "list/desk-row.h"

G_BEGIN_DECLS

#define DESK_TYPE_RECORD_LIST (desk_record_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskRecordList, desk_record_list, DESK, RECORD_LIST, GObject)

/**
 * DeskRecordList:
 *
 * A #GListModel of #DeskRow over what a query answers. It holds the keys of all
 * records in order, and the rows only where somebody looks. Asking for an item
 * never waits: a row fills in when it has been read.
 *
 * One list lives through any number of queries: a new result refills the rows
 * that are looked at, and items-changed tells only how much longer or shorter
 * the list has become, at its end. The first rows come first, with the length
 * where the register knows it at once, and the other keys after them.
 *
 * - #DeskRecordList::keys-changing is emitted before the keys are replaced, and
 *   ::keys-changed after, when rows may stand at other positions: for a long
 *   result twice, with the first rows and with the whole. ::keys-changed alone
 *   tells that the keys behind the first rows have come, and nothing moved
 * - ::loaded, when the first rows and the length of the current query are there
 * - ::failed (GError), when the register could not answer
 */

/* @columns: paths, in the order of desk_row_get_value() */
DeskRecordList  *desk_record_list_new          (const char * const *columns);

/* @reg: (nullable): %NULL empties the list */
void             desk_record_list_set_register (DeskRecordList     *self,
                                                OcopRegister       *reg);

/* Reads @query, which is copied; what an earlier query is still reading is cancelled. */
void             desk_record_list_set_query    (DeskRecordList     *self,
                                                const OcopQuery    *query);
const OcopQuery *desk_record_list_get_query    (DeskRecordList     *self);

/* Reads the same query again, after the register has changed. */
void             desk_record_list_reload       (DeskRecordList     *self);

/* -1 while it is not known how many records meet the query. */
gint64           desk_record_list_get_count    (DeskRecordList     *self);

/* Whether the keys of all these are there: until then nothing can be done to all that is selected. */
gboolean         desk_record_list_has_keys     (DeskRecordList     *self);

/* Of the record shown at @position; 0 when not known (yet). */
gint64           desk_record_list_get_key      (DeskRecordList     *self,
                                                guint               position);

G_END_DECLS
