/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "evaluation/ocop-due-task.h"

G_BEGIN_DECLS

#define DESK_TYPE_TASK_ITEM (desk_task_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskTaskItem, desk_task_item, DESK, TASK_ITEM, GObject)

/**
 * desk_task_items_new:
 * @tasks: (element-type OcopDueTask)
 *
 * Returns: (transfer full): a list of #DeskTaskItem, one for each, which hold on to @tasks.
 */
GListModel        *desk_task_items_new     (GPtrArray    *tasks);

const OcopDueTask *desk_task_item_get_task (DeskTaskItem *self);

G_END_DECLS
