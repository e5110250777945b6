/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/ocop-record.h"

G_BEGIN_DECLS

/* A record's stored fields as a JSON object: what history, drafts and packages hold. */

/* The known fields of @record, or with @other (nullable) those in which it differs from it, unknown
 * ones as null. Free with g_free(). */
char     *ocop_record_to_json         (const OcopRecord *record,
                                       const OcopRecord *other);

/* Of the members of @object, the value of @field; unknown where it names none. Clear with
 * ocop_value_clear(). */
OcopValue ocop_record_json_get        (JsonObject       *object,
                                       const OcopField  *field);

/* Sets in @record the fields that @json names. Returns whether @json is an object at all. */
gboolean  ocop_record_fill_from_json  (OcopRecord       *record,
                                       const char       *json);

G_END_DECLS
