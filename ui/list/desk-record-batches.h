/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-rows.h"

G_BEGIN_DECLS

/**
 * DeskRecordBatches:
 *
 * Which parts of a long list are in memory, and which are still to be read:
 * batches of rows by their number, counted from the list's beginning. So many
 * are kept when they have been scrolled away; of those wanted, the latest come
 * first, and when somebody drags through the list, what was passed by is
 * forgotten.
 */
typedef struct _DeskRecordBatches DeskRecordBatches;

DeskRecordBatches *desk_record_batches_new   (void);
void               desk_record_batches_free  (DeskRecordBatches *self);

/* Nothing is in memory and nothing is wanted any more. */
void               desk_record_batches_clear (DeskRecordBatches *self);

/* (nullable) (transfer none) */
OcopRows          *desk_record_batches_get   (DeskRecordBatches *self,
                                              guint              batch);

/**
 * desk_record_batches_keep:
 * @forgotten: (out): the number of the batch that had to make room
 *
 * Returns: whether one had to.
 */
gboolean           desk_record_batches_keep  (DeskRecordBatches *self,
                                              guint              batch,
                                              OcopRows          *rows,
                                              guint             *forgotten);

/* Unless it is in memory. */
void               desk_record_batches_want  (DeskRecordBatches *self,
                                              guint              batch);
/* @batch: (out): the one to read next, wanted no more. Returns: whether there is one. */
gboolean           desk_record_batches_next  (DeskRecordBatches *self,
                                              guint             *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRecordBatches, desk_record_batches_free)

G_END_DECLS
