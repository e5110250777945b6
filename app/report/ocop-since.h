/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopSinceLine:
 * @text: in words: "12 products recognised (Decision 15/QĐ-UBND)", "3 new dossiers", "Lan edited 5 producers"
 * @query: (nullable): the records it speaks of; %NULL where they are in no list, or too many to be named
 */
typedef struct
{
  char *text;
  OcopQuery *query;
} OcopSinceLine;

/**
 * ocop_since_read:
 * @seq: of the last change that is known
 * @on: the day by which the records are shown
 *
 * Returns: (transfer full) (element-type OcopSinceLine): what changed after @seq, by whomever: what was recognised, what is new,
 *   who edited what, who removed what, and how much else; none where nothing did. %NULL with @error
 */
GPtrArray *ocop_since_read (OcopReader  *reader,
                            gint64       seq,
                            OcopDate     on,
                            GError     **error);

G_END_DECLS
