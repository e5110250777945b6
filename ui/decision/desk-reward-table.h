/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "work/ocop-reward-list.h"

G_BEGIN_DECLS

#define DESK_TYPE_REWARD_TABLE (desk_reward_table_get_type ())
G_DECLARE_FINAL_TYPE (DeskRewardTable, desk_reward_table, DESK, REWARD_TABLE, GtkWidget)

/* The lines of a pay list: each with a tick, what it gets and why. #DeskRewardTable::changed is emitted when a tick
 * changed what is paid. */
GtkWidget *desk_reward_table_new   (void);

/* @list: (nullable): borrowed; its choices follow the ticks */
void       desk_reward_table_show  (DeskRewardTable *self,
                                    OcopRewardList  *list);

G_END_DECLS
