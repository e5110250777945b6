/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"

G_BEGIN_DECLS

/* Unsaved forms of this person on this machine: one file each, by register, record and
 * the version that was being edited. A form of a new record has the id "new-KIND". */

/* Keeps @record as a draft over @base, the record as it was read (%NULL: a new one). */
void        desk_draft_save    (const char       *register_id,
                                const OcopRecord *record,
                                const OcopRecord *base);

/**
 * desk_draft_load:
 * @id: (nullable): %NULL for the draft of a new record
 * @base_version: (out): the version it was made over
 *
 * Returns: (transfer full) (nullable): %NULL when there is none, or none that
 *   can be read.
 */
OcopRecord *desk_draft_load    (const char       *register_id,
                                const OcopKind   *kind,
                                const char       *id,
                                gint64           *base_version);

void        desk_draft_discard (const char       *register_id,
                                const OcopKind   *kind,
                                const char       *id);

G_END_DECLS
