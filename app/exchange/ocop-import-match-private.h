/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-choices.h"
#include "exchange/ocop-import-draft-private.h"
#include "exchange/ocop-import-index-private.h"

G_BEGIN_DECLS

/**
 * OcopImportMatch:
 * @origin: the number of the row
 * @adds: (out): whether the row brings the record that it stands for
 * @writes: (out): whether it brings or changes any record
 * @look_alike: (out) (transfer full) (nullable): a producer that the row's looks like
 *
 * One row held against the register and the rows before it.
 */
typedef struct
{
  OcopImportIndex *index;
  const OcopImportMapping *mapping;
  const OcopImportChoices *choices;
  guint origin;
  GPtrArray *messages;
  gboolean adds;
  gboolean writes;
  OcopImportLookAlike *look_alike;
} OcopImportMatch;

/* Takes the records of @draft, of a row that is not wrong, into the index. A value that may not stand beside
 * the register's is said as wrong, and the record left as it is. */
void ocop_import_match_take (OcopImportMatch *match,
                             OcopImportDraft *draft);

/* Where each row that the register has becomes a record of its own, only the list's own rows are compared. */
gboolean ocop_import_is_compared (const OcopImportMatch *match,
                                  const OcopImportEntry *entry);

G_END_DECLS
