/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-record-batches.h"

/* So many stay in memory when they have been scrolled away. */
#define MOST_KEPT 256
/* More than a window shows. */
#define MOST_WANTED 16

struct _DeskRecordBatches
{
  GHashTable *rows;   /* number → OcopRows */
  GQueue kept;        /* numbers in @rows, the latest first */
  GQueue wanted;      /* numbers, the latest first */
};

DeskRecordBatches *
desk_record_batches_new (void)
{
  DeskRecordBatches *self = g_new0 (DeskRecordBatches, 1);

  self->rows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ocop_rows_unref);
  return self;
}

void
desk_record_batches_free (DeskRecordBatches *self)
{
  desk_record_batches_clear (self);
  g_hash_table_unref (self->rows);
  g_free (self);
}

void
desk_record_batches_clear (DeskRecordBatches *self)
{
  g_hash_table_remove_all (self->rows);
  g_queue_clear (&self->kept);
  g_queue_clear (&self->wanted);
}

OcopRows *
desk_record_batches_get (DeskRecordBatches *self,
                         guint              batch)
{
  return g_hash_table_lookup (self->rows, GUINT_TO_POINTER (batch));
}

gboolean
desk_record_batches_keep (DeskRecordBatches *self,
                          guint              batch,
                          OcopRows          *rows,
                          guint             *forgotten)
{
  g_hash_table_replace (self->rows, GUINT_TO_POINTER (batch), ocop_rows_ref (rows));
  g_queue_push_head (&self->kept, GUINT_TO_POINTER (batch));
  if (self->kept.length <= MOST_KEPT)
    return FALSE;
  *forgotten = GPOINTER_TO_UINT (g_queue_pop_tail (&self->kept));
  g_hash_table_remove (self->rows, GUINT_TO_POINTER (*forgotten));
  return TRUE;
}

void
desk_record_batches_want (DeskRecordBatches *self,
                          guint              batch)
{
  if (desk_record_batches_get (self, batch) != NULL)
    return;
  g_queue_remove (&self->wanted, GUINT_TO_POINTER (batch));
  g_queue_push_head (&self->wanted, GUINT_TO_POINTER (batch));
  if (self->wanted.length > MOST_WANTED)
    g_queue_pop_tail (&self->wanted);
}

gboolean
desk_record_batches_next (DeskRecordBatches *self,
                          guint             *batch)
{
  if (g_queue_is_empty (&self->wanted))
    return FALSE;
  *batch = GPOINTER_TO_UINT (g_queue_pop_head (&self->wanted));
  return TRUE;
}
