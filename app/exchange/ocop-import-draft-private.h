/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-plan.h"
#include "model/ocop-record.h"

G_BEGIN_DECLS

/* From the widest, as a place is looked up. */
typedef enum
{
  OCOP_IMPORT_PROVINCE,
  OCOP_IMPORT_DISTRICT,
  OCOP_IMPORT_COMMUNE,
  OCOP_IMPORT_N_LEVELS
} OcopImportLevel;

/**
 * OcopImportDraft:
 * @places: (nullable): owned: the texts of the row's places
 * @day: the day to which the row's places belong: that of its decision, else
 *   the last one of its year; unknown without either
 * @known_places: whether a place must be one of the register's, and is not made
 * @row: of the sheet, from 0
 * @work: (nullable): the record of the work that the row stands for
 * @unit, @producer, @product: what the row says of them; of no use where the
 *   kind of list has none
 * @kind_is_guessed: the producer's kind stands in no cell
 * @recognitions: (element-type OcopRecord): none to two, the earlier first
 *
 * One row of a list as values, not yet compared with the register.
 */
typedef struct
{
  char *places[OCOP_IMPORT_N_LEVELS];
  OcopDate day;
  gboolean known_places;
  guint row;
  OcopRecord *work;
  OcopRecord *unit;
  OcopRecord *producer;
  OcopRecord *product;
  gboolean kind_is_guessed;
  GPtrArray *recognitions;
} OcopImportDraft;

/**
 * ocop_import_draft_new:
 * @messages: (element-type OcopImportMessage): gets what is wrong, missing or odd in the row's cells
 */
OcopImportDraft *ocop_import_draft_new  (const OcopSheetHeading  *heading,
                                         const OcopImportMapping *mapping,
                                         const OcopHeadingRow    *row,
                                         GPtrArray               *messages);
void             ocop_import_draft_free (OcopImportDraft         *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopImportDraft, ocop_import_draft_free)

G_END_DECLS
