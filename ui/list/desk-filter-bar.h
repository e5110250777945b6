/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "list/desk-list-spec.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_FILTER_BAR (desk_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskFilterBar, desk_filter_bar, DESK, FILTER_BAR, GtkWidget)

/**
 * DeskFilterBar:
 *
 * The filters of a list, one pill each. #DeskFilterBar::changed is emitted when
 * somebody changes one.
 */

GtkWidget *desk_filter_bar_new          (const DeskListSpec *spec);

void       desk_filter_bar_set_register (DeskFilterBar      *self,
                                         OcopRegister       *reg);

/* Shows the conditions of @query, those that no pill can show as one that can only be
 * removed. %NULL empties the bar. Does not emit ::changed. */
void       desk_filter_bar_set_query    (DeskFilterBar      *self,
                                         const OcopQuery    *query);

/* Returns: (transfer full): a query for the records that meet the conditions; nothing else is set in it. */
OcopQuery *desk_filter_bar_dup_query    (DeskFilterBar      *self);

/* What the list is narrowed to, for people; %NULL when it is not. Free with g_free(). */
char      *desk_filter_bar_dup_words    (DeskFilterBar      *self);

gboolean   desk_filter_bar_is_active    (DeskFilterBar      *self);

G_END_DECLS
