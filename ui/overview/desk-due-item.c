/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-due-item.h"

#include <glib/gi18n.h>

struct _DeskDueItem
{
  GObject parent_instance;

  GPtrArray *dues;
  guint index; /* of the certificate; of a heading, the first one below it */
  guint count; /* certificates below a heading; 0 of a certificate */
};

G_DEFINE_FINAL_TYPE (DeskDueItem, desk_due_item, G_TYPE_OBJECT)

const OcopDue *
desk_due_item_get_due (DeskDueItem *self)
{
  return self->count == 0 ? self->dues->pdata[self->index] : NULL;
}

const char *
desk_due_item_get_locality (DeskDueItem *self)
{
  const OcopDue *due = self->dues->pdata[self->index];

  return due->locality != NULL ? due->locality_name : _("Locality unknown");
}

guint
desk_due_item_get_count (DeskDueItem *self)
{
  return self->count;
}

static void
desk_due_item_finalize (GObject *object)
{
  g_clear_pointer (&DESK_DUE_ITEM (object)->dues, g_ptr_array_unref);
  G_OBJECT_CLASS (desk_due_item_parent_class)->finalize (object);
}

static void
desk_due_item_class_init (DeskDueItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_due_item_finalize;
}

static void
desk_due_item_init (DeskDueItem *self)
{
}

static void
append (GListStore *items,
        GPtrArray  *dues,
        guint       index,
        guint       count)
{
  g_autoptr(DeskDueItem) item = g_object_new (DESK_TYPE_DUE_ITEM, NULL);

  item->dues = g_ptr_array_ref (dues);
  item->index = index;
  item->count = count;
  g_list_store_append (items, item);
}

static guint
count_locality (GPtrArray *dues,
                guint      first)
{
  const OcopDue *due = dues->pdata[first];
  guint end = first + 1;

  while (end < dues->len && g_strcmp0 (((const OcopDue *) dues->pdata[end])->locality, due->locality) == 0)
    end++;
  return end - first;
}

GListModel *
desk_due_items_new (GPtrArray *dues)
{
  GListStore *items = g_list_store_new (DESK_TYPE_DUE_ITEM);

  for (guint first = 0; first < dues->len;)
    {
      guint count = count_locality (dues, first);

      append (items, dues, first, count);
      for (guint end = first + count; first < end; first++)
        append (items, dues, first, 0);
    }
  return G_LIST_MODEL (items);
}
