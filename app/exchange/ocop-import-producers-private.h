/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-match-private.h"

G_BEGIN_DECLS

/**
 * ocop_import_find_producer:
 * @producer: as the list writes it
 * @place: (nullable): where the row says that it is
 * @all: whether the register's producers are looked at even where each row is
 *   to become a record of its own
 *
 * The producer that the list means: written alike and in the same province or of
 * unknown place. One that only looks like it, has the same name in another
 * commune or the same tax code by another name, is said of the row and taken as
 * @match's choices are; without a choice the same tax code, or name in other
 * words, is the same producer, and a name that only resembles it is another.
 *
 * Returns: (transfer none) (nullable): %NULL for a producer that is new
 */
OcopImportEntry *ocop_import_find_producer (OcopImportMatch  *match,
                                            const OcopRecord *producer,
                                            OcopImportEntry  *place,
                                            gboolean          all);

G_END_DECLS
