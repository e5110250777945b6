/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"
#include "base/ocop-value.h"
#include "model/ocop-kind.h"

G_BEGIN_DECLS

/**
 * OcopRecord:
 *
 * One record as plain values: its kind, its id, the version it was read at,
 * and a value for each stored field. Not tied to a register; not safe to share
 * between threads while it is changed.
 */
typedef struct _OcopRecord OcopRecord;

/* @id: (nullable): %NULL makes a new one. All fields are unknown. */
OcopRecord      *ocop_record_new         (const OcopKind   *kind,
                                          const char       *id);
OcopRecord      *ocop_record_copy        (const OcopRecord *record);
void             ocop_record_free        (OcopRecord       *record);

const OcopKind  *ocop_record_get_kind    (const OcopRecord *record);
const char      *ocop_record_get_id      (const OcopRecord *record);
/* 0 for a record that no register holds yet. */
gint64           ocop_record_get_version (const OcopRecord *record);
void             ocop_record_set_version (OcopRecord       *record,
                                          gint64            version);

/* The value of the stored field @field, which the kind must have. Never %NULL; owned by the record. */
const OcopValue *ocop_record_get         (const OcopRecord *record,
                                          const char       *field);
/* %NULL when unknown. */
const char      *ocop_record_get_text    (const OcopRecord *record,
                                          const char       *field);
/* @fallback when unknown. */
gint64           ocop_record_get_integer (const OcopRecord *record,
                                          const char       *field,
                                          gint64            fallback);
OcopDate         ocop_record_get_date    (const OcopRecord *record,
                                          const char       *field);

void             ocop_record_set         (OcopRecord       *record,
                                          const char       *field,
                                          const OcopValue  *value);
void             ocop_record_set_text    (OcopRecord       *record,
                                          const char       *field,
                                          const char       *text);
void             ocop_record_set_integer (OcopRecord       *record,
                                          const char       *field,
                                          gint64            integer);
void             ocop_record_set_date    (OcopRecord       *record,
                                          const char       *field,
                                          OcopDate          date);

/**
 * ocop_field_parse:
 * @text: (nullable): what a person typed or a list held
 * @value: (out): unknown for empty text
 *
 * Numbers, dates, choices and yes/no as people write them; text is tidied. A
 * link is taken as the id of a record.
 *
 * Returns: whether @text suits the field; else @error says why, in words for
 *   the person who typed it (%OCOP_ERROR_INVALID_VALUE).
 */
gboolean         ocop_field_parse        (const OcopField  *field,
                                          const char       *text,
                                          OcopValue        *value,
                                          GError          **error);

/**
 * ocop_field_format:
 *
 * What people see of @value: dates dd/mm/yyyy, numbers 1.234,56, titles of
 * choices, "Có"/"Không" in the user's language. A link shows its id: whoever
 * has a register shows the linked record's name instead.
 *
 * Returns: (transfer full): "" when unknown.
 */
char            *ocop_field_format       (const OcopField  *field,
                                          const OcopValue  *value);

/* The rules that one record can be held against alone: required fields, ranges, order of
 * dates. Returns %FALSE with @field (transfer none) and @error set at the first broken one. */
gboolean         ocop_record_check       (const OcopRecord *record,
                                          const char      **field,
                                          GError          **error);

/* The same for @field alone. */
gboolean         ocop_record_check_field (const OcopRecord *record,
                                          const OcopField  *field,
                                          GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopRecord, ocop_record_free)

G_END_DECLS
