/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_DECISION_LIST (desk_decision_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskDecisionList, desk_decision_list, DESK, DECISION_LIST, GtkWidget)

/**
 * DeskDecisionList:
 *
 * The decisions of a register: what is under way first, then the latest.
 * #DeskDecisionList::chosen (id, nullable) is emitted when another one is selected; %NULL where there is none.
 */
/* @words: that are looked for; "" for all decisions */
void desk_decision_list_refresh (DeskDecisionList *self,
                                 OcopRegister     *reg,
                                 const char       *words);
/* Selects it now, or when it has been read. */
void desk_decision_list_select  (DeskDecisionList *self,
                                 const char       *id);
/* Now, or when there is something to focus. */
void desk_decision_list_focus   (DeskDecisionList *self);

G_END_DECLS
