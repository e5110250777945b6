/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* What a record was: its history read backwards. Papers that are printed again say what they said. */

/**
 * ocop_record_past_find:
 * @id: of a record
 * @field, @value: (nullable): %NULL for the change that added it
 *
 * Returns: the seq of the last change that gave @field the text @value; 0 where history tells of none, -1 on failure
 */
gint64      ocop_record_past_find  (OcopReader      *reader,
                                    const char      *id,
                                    const char      *field,
                                    const char      *value,
                                    GError         **error);

/* The seq of the last change of the record @id; 0 where history tells of none, -1 on failure. */
gint64      ocop_record_past_last  (OcopReader      *reader,
                                    const char      *id,
                                    GError         **error);

/**
 * ocop_record_past_load:
 * @seq: of a change; 0 for the record as it is now
 *
 * Returns: (transfer full): the record as it stood after that change; as it was added, where that was later;
 *   what was erased from history is as it is now. %NULL with @error
 */
OcopRecord *ocop_record_past_load  (OcopReader      *reader,
                                    const OcopKind  *kind,
                                    const char      *id,
                                    gint64           seq,
                                    GError         **error);

G_END_DECLS
