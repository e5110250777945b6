/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* The kind of record that KIND names on the command line; %OCOP_ERROR_ARGUMENT, with all of
 * them listed, when there is none. */
const OcopKind  *ocop_command_find_kind   (const char       *name,
                                           GError          **error);

/* The field at @path, "state" or "producer.kind". %NULL with %OCOP_ERROR_ARGUMENT, with the
 * fields listed, when there is none. */
const OcopField *ocop_command_find_field  (const OcopKind   *kind,
                                           const char       *path,
                                           GError          **error);

/**
 * ocop_command_find_record:
 * @text: an id, the code of an administrative unit, or a name
 *
 * Returns: (transfer full): the id of the one record that @text means;
 *   %OCOP_ERROR_NOT_FOUND when there is none, or more than one.
 */
char            *ocop_command_find_record (OcopReader       *reader,
                                           const OcopKind   *kind,
                                           const char       *text,
                                           GError          **error);

/**
 * ocop_command_find_place:
 * @text: (nullable): as of ocop_command_find_record(), or "all"
 * @place: (out) (transfer full) (nullable): as in #OcopChartQuestion
 *
 * Returns: %FALSE when there is no such administrative unit.
 */
gboolean         ocop_command_find_place  (OcopReader       *reader,
                                           const char       *text,
                                           char            **place,
                                           GError          **error);

/**
 * ocop_command_filter:
 * @filter: FIELD=VALUE, also with !=, >=, <= or ~ (contains). Several values are
 *   parted by commas; none means unknown
 *
 * Adds the condition to @query.
 */
gboolean         ocop_command_filter      (OcopQuery        *query,
                                           OcopReader       *reader,
                                           const char       *filter,
                                           GError          **error);

/* Puts FIELD=VALUE into @record; an empty value empties the field. */
gboolean         ocop_command_assign      (OcopRecord       *record,
                                           OcopReader       *reader,
                                           const char       *assignment,
                                           GError          **error);

G_END_DECLS
