/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/ocop-record.h"

G_BEGIN_DECLS

/**
 * OcopDrafts:
 *
 * The unsaved forms of this account on this machine, of all its registers, in
 * a file of their own under the user's data. Kept by register, record and the
 * version that was edited.
 *
 * Everything is done in turn on a thread of its own: no call but
 * ocop_drafts_close() waits for the disk. A draft is a comfort: where it cannot
 * be kept, nobody is stopped from typing.
 */
typedef struct _OcopDrafts OcopDrafts;

/* @path: (nullable): of another file than the account's own. Never fails. */
OcopDrafts *ocop_drafts_open        (const char          *path);
/* Waits until what was given is on the disk. */
void        ocop_drafts_close       (OcopDrafts          *drafts);

/* Keeps @record as a draft over @base, the record as it was read; %NULL: @record is a new one, of
 * which there is one draft for each kind. Copies @record. */
void        ocop_drafts_keep        (OcopDrafts          *drafts,
                                     const char          *register_id,
                                     const OcopRecord    *record,
                                     const OcopRecord    *base);

/* @id: (nullable): %NULL for the draft of a new record. */
void        ocop_drafts_discard     (OcopDrafts          *drafts,
                                     const char          *register_id,
                                     const OcopKind      *kind,
                                     const char          *id);

/* Looks for the latest draft of a record. */
void        ocop_drafts_find_async  (OcopDrafts          *drafts,
                                     const char          *register_id,
                                     const OcopKind      *kind,
                                     const char          *id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
/* Returns: (transfer full) (nullable): the draft, its version that of the record it was made over
 * (0: a new one); %NULL when there is none, or none that can be read. */
OcopRecord *ocop_drafts_find_finish (GAsyncResult        *result);

/**
 * ocop_drafts_find_attachments:
 *
 * Waits for the disk, hence not for the thread of a window.
 *
 * Returns: (transfer full): the names of the attachments that the drafts of the
 *   register hold; %NULL when they cannot be read.
 */
GStrv       ocop_drafts_find_attachments (OcopDrafts     *drafts,
                                          const char     *register_id,
                                          GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopDrafts, ocop_drafts_close)

G_END_DECLS
