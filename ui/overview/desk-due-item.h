/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "evaluation/ocop-due.h"

G_BEGIN_DECLS

#define DESK_TYPE_DUE_ITEM (desk_due_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskDueItem, desk_due_item, DESK, DUE_ITEM, GObject)

/**
 * DeskDueItem:
 *
 * A line of the list of what ends soon: a certificate, or the heading of a
 * locality above those of its producers.
 */

/**
 * desk_due_items_new:
 * @dues: (element-type OcopDue): by locality
 *
 * Returns: (transfer full): a list of #DeskDueItem, which hold on to @dues.
 */
GListModel    *desk_due_items_new         (GPtrArray   *dues);

/* %NULL for a heading. */
const OcopDue *desk_due_item_get_due      (DeskDueItem *self);

/* Of a heading: the locality, "unknown" in the language of people where it is. */
const char    *desk_due_item_get_locality (DeskDueItem *self);

/* Of a heading: how many certificates stand below it. */
guint          desk_due_item_get_count    (DeskDueItem *self);

G_END_DECLS
