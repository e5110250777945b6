/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskLoaded:
 * @record: as it stands in the register
 * @labels: what names the records that its links lead to: field name → text
 * @star, @state: (nullable): derived, where the kind has them
 * @until: (nullable): text form of the last day of validity
 * @estimated: whether that is only as good as the year of recognition
 * @binned: whether it lies in the bin
 *
 * What a form shows of one record, read in one go.
 */
typedef struct
{
  OcopRecord *record;
  GHashTable *labels;
  char *star;
  char *state;
  char *until;
  gboolean estimated;
  gboolean binned;
} DeskLoaded;

DeskLoaded *desk_loaded_new         (OcopRecord           *record);
/* Takes @record. For a reader thread. */
DeskLoaded *desk_loaded_new_named   (OcopReader           *reader,
                                     OcopRecord           *record);
void        desk_loaded_free        (DeskLoaded           *loaded);

/* By @id, or by the internal @key where @id is %NULL. Finish with ocop_register_read_finish(). */
void        desk_loaded_read_async  (OcopRegister         *reg,
                                     const OcopKind       *kind,
                                     const char           *id,
                                     gint64                key,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLoaded, desk_loaded_free)

G_END_DECLS
