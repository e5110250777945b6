/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-record-slots.h"

struct _DeskRecordSlots
{
  GHashTable *rows;   /* position → DeskRow */
};

DeskRecordSlots *
desk_record_slots_new (void)
{
  DeskRecordSlots *self = g_new (DeskRecordSlots, 1);

  self->rows = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  return self;
}

void
desk_record_slots_free (DeskRecordSlots *self)
{
  g_hash_table_unref (self->rows);
  g_free (self);
}

DeskRow *
desk_record_slots_get (DeskRecordSlots *self,
                       guint            position)
{
  return g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
}

DeskRow *
desk_record_slots_add (DeskRecordSlots *self,
                       guint            position)
{
  DeskRow *row = desk_row_new (position);

  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
  return row;
}

static gboolean
is_beyond (gpointer position,
           gpointer row,
           gpointer length)
{
  return GPOINTER_TO_UINT (position) >= GPOINTER_TO_UINT (length);
}

void
desk_record_slots_shorten (DeskRecordSlots *self,
                           guint            length)
{
  g_hash_table_foreach_remove (self->rows, is_beyond, GUINT_TO_POINTER (length));
}

void
desk_record_slots_fill (DeskRecordSlots *self,
                        guint            position,
                        OcopRows        *rows,
                        guint            index)
{
  DeskRow *row = desk_record_slots_get (self, position);

  if (row != NULL)
    desk_row_fill (row, rows, index);
}

void
desk_record_slots_empty (DeskRecordSlots *self,
                         guint            first,
                         guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      DeskRow *row = desk_record_slots_get (self, first + i);

      if (row != NULL && !desk_row_is_watched (row))
        desk_row_fill (row, NULL, 0);
    }
}

void
desk_record_slots_each_watched (DeskRecordSlots  *self,
                                void            (*func) (guint position, gpointer data),
                                gpointer          data)
{
  GHashTableIter iter;
  gpointer position, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &position, &row))
    if (desk_row_is_watched (row))
      func (GPOINTER_TO_UINT (position), data);
}
