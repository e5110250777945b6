/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "list/desk-list-spec.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_FILTER_PILL (desk_filter_pill_get_type ())
G_DECLARE_FINAL_TYPE (DeskFilterPill, desk_filter_pill, DESK, FILTER_PILL, GtkWidget)

/**
 * DeskFilterPill:
 *
 * One filter of a list: says what is chosen, opens the values to choose from,
 * is emptied by its cross. #DeskFilterPill::changed is emitted when somebody
 * chooses.
 */

/* @kind: of the records filtered */
GtkWidget            *desk_filter_pill_new          (const OcopKind       *kind,
                                                     const DeskListFilter *filter);

const DeskListFilter *desk_filter_pill_get_filter   (DeskFilterPill       *self);

/* The values offered are those that records of @reg have. */
void                  desk_filter_pill_set_register (DeskFilterPill       *self,
                                                     OcopRegister         *reg);

/* @op: as the condition asks for @keys until somebody ticks another; @keys: (nullable): ended by %NULL;
 * does not emit ::changed. */
void                  desk_filter_pill_choose       (DeskFilterPill       *self,
                                                     OcopOperator          op,
                                                     const char * const   *keys);
gboolean              desk_filter_pill_is_active    (DeskFilterPill       *self);

/* Adds the condition to @query, if any. */
void                  desk_filter_pill_apply        (DeskFilterPill       *self,
                                                     OcopQuery            *query);

/* "State: valid, expired", all that is chosen; %NULL when nothing is. Free with g_free(). */
char                 *desk_filter_pill_dup_words    (DeskFilterPill       *self);

void                  desk_filter_pill_open         (DeskFilterPill       *self);

G_END_DECLS
