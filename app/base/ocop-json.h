/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ocop_json_load:
 * @bytes: the text, from whom one need not trust
 *
 * Reads @bytes into @parser. The parser calls itself for each level of nesting; what
 * is nested deeper than any file of this program is refused before it is let in, and
 * so are comments and quotation marks that JSON does not have. So is an object with two
 * members of one name, of which the earlier would be lost.
 *
 * Returns: (nullable): the root, which @parser owns; NULL with @error set, with
 * the line, when it cannot be read, when it is empty or no object
 */
JsonNode *ocop_json_load (JsonParser  *parser,
                          GBytes      *bytes,
                          GError     **error);

G_END_DECLS
