/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"

G_BEGIN_DECLS

/**
 * ocop_record_doubt:
 *
 * What is odd about the value of @field, though it can be stored: a phone of
 * nine digits, a tax code whose check digit does not fit, a decision of
 * tomorrow. Real lists hold such values; whether they are right is for people
 * to say.
 *
 * Returns: (transfer full) (nullable): in words for whoever typed it
 */
char *ocop_record_doubt (const OcopRecord *record,
                         const OcopField  *field,
                         OcopDate          today);

G_END_DECLS
