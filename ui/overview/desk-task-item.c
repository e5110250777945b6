/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-task-item.h"

struct _DeskTaskItem
{
  GObject parent_instance;

  GPtrArray *tasks;
  guint index;
};

G_DEFINE_FINAL_TYPE (DeskTaskItem, desk_task_item, G_TYPE_OBJECT)

const OcopDueTask *
desk_task_item_get_task (DeskTaskItem *self)
{
  return self->tasks->pdata[self->index];
}

static void
desk_task_item_finalize (GObject *object)
{
  g_clear_pointer (&DESK_TASK_ITEM (object)->tasks, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_task_item_parent_class)->finalize (object);
}

static void
desk_task_item_class_init (DeskTaskItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_task_item_finalize;
}

static void
desk_task_item_init (DeskTaskItem *self)
{
}

GListModel *
desk_task_items_new (GPtrArray *tasks)
{
  GListStore *items = g_list_store_new (DESK_TYPE_TASK_ITEM);

  for (guint i = 0; i < tasks->len; i++)
    {
      g_autoptr(DeskTaskItem) item = g_object_new (DESK_TYPE_TASK_ITEM, NULL);

      item->tasks = g_ptr_array_ref (tasks);
      item->index = i;
      g_list_store_append (items, item);
    }
  return G_LIST_MODEL (items);
}
