/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-draft-private.h"
#include "exchange/ocop-import-index-private.h"

G_BEGIN_DECLS

/**
 * ocop_import_find_place:
 * @origin: the number of the row
 *
 * The most precise unit that the row's places name, found in the register or
 * brought by the row. A province is the one in force on the row's day, for
 * names live on in merged provinces; a row that names a district speaks of the
 * time before 1 July 2025, when districts ended. Without a province's name the
 * office's own is meant.
 *
 * Returns: (transfer none) (nullable): %NULL when no place is known.
 */
OcopImportEntry *ocop_import_find_place     (OcopImportIndex       *index,
                                             const OcopImportDraft *draft,
                                             guint                  origin,
                                             GPtrArray             *messages);

/* The unit itself or one above it of level @level; %NULL when there is none. */
OcopImportEntry *ocop_import_place_above    (OcopImportIndex       *index,
                                             OcopImportEntry       *unit,
                                             const char            *level);

/* Whether @wide is @unit or above it. */
gboolean         ocop_import_place_contains (OcopImportIndex       *index,
                                             const OcopImportEntry *wide,
                                             OcopImportEntry       *unit);

/* Whether two units lie in one province, or one in a former part of the other's. Two former provinces that
 * were merged are two. */
gboolean         ocop_import_same_province  (OcopImportIndex       *index,
                                             OcopImportEntry       *a,
                                             OcopImportEntry       *b);

/* "xã Sơn Lộc". Free with g_free(). */
char            *ocop_import_place_to_people (const OcopImportEntry *unit);

G_END_DECLS
