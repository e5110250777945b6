/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "list/desk-list-spec.h"
#include "register/ocop-query.h"

G_BEGIN_DECLS

/* By which column a list is sorted: its headings show it, the register sorts. */

/* Makes the headings of @view, which has its layout, clickable; it is sorted as it was last, at first as
 * @spec says. */
void desk_list_order_attach (const DeskListSpec *spec,
                             GtkColumnView      *view);

/* Adds the order that the headings show to @query. */
void desk_list_order_apply  (GtkColumnView      *view,
                             OcopQuery          *query);

/* Sorts by the first key of @query's order, where a column shown has it. */
void desk_list_order_take   (GtkColumnView      *view,
                             const OcopQuery    *query);

/* Remembers what a person sorts by; not what desk_list_order_take() does. */
void desk_list_order_keep   (GtkColumnView      *view);

/* As a click on the heading of the column @path: once more turns the order round. */
void desk_list_order_toggle (GtkColumnView      *view,
                             const char         *path);

G_END_DECLS
