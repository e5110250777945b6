/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

#define DESK_TYPE_HISTORY_PANE (desk_history_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskHistoryPane, desk_history_pane, DESK, HISTORY_PANE, GtkWidget)

/* What was done to one record: who, when, each field before and after. #DeskHistoryPane::bring-back
 * (DeskLoaded): somebody wants the record with what a change replaced; nothing is saved by that. */
GtkWidget *desk_history_pane_new  (void);

/* @id: (nullable): %NULL for none */
void       desk_history_pane_show (DeskHistoryPane *self,
                                   OcopRegister    *reg,
                                   const char      *id);

G_END_DECLS
