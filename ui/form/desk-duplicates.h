/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* A record that looks like the one being written. */
typedef struct
{
  char *id;
  char *label;
  char *context;  /* (nullable): its producer or locality */
} DeskDuplicate;

void           desk_duplicate_free        (DeskDuplicate       *duplicate);

/* Looks for another record with the same name, folded, and nothing that tells the two apart: a
 * product of the same producer (locality, where that is unknown), a producer of the same locality. */
void           desk_duplicates_find_async (OcopRegister        *reg,
                                           const OcopRecord    *record,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);

/* Returns: (transfer full) (nullable): with @error unset when there is none. */
DeskDuplicate *desk_duplicates_find_finish (OcopRegister       *reg,
                                            GAsyncResult       *result,
                                            GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDuplicate, desk_duplicate_free)

G_END_DECLS
