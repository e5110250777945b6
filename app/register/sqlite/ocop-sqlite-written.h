/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which records were written, as connections tell each other. Nobody but this folder includes it. */

#include "register/sqlite/ocop-sqlite.h"

G_BEGIN_DECLS

/* A record that was added, changed or removed. */
typedef struct
{
  const OcopKind *kind;
  gint64 key;
} OcopWrittenRecord;

/* Notes from now on what @store writes, until its next commit. */
OcopWritten *ocop_written_new       (OcopStore    *store);
void         ocop_written_free      (OcopWritten  *self);

/* To be called within the transaction that is to tell others what it wrote: at its end. */
gboolean     ocop_written_tell      (OcopWritten  *self,
                                     GError      **error);
void         ocop_written_forget    (OcopWritten  *self);

/**
 * ocop_written_read:
 * @number: (inout): how far it was read before, and is now
 * @records: (out) (transfer full) (nullable) (element-type OcopWrittenRecord): in no order, a record as often as it was written;
 *   %NULL where more may have been written than is told
 *
 * What was written since by those whose transactions @store sees.
 */
gboolean     ocop_written_read      (OcopStore    *store,
                                     gint64       *number,
                                     GArray      **records,
                                     GError      **error);

G_END_DECLS
