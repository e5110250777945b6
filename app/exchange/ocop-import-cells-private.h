/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-mapping.h"
#include "model/ocop-record.h"

G_BEGIN_DECLS

/* What stands before the point in the name of a field. */
typedef enum
{
  OCOP_IMPORT_SLOT_UNIT,
  OCOP_IMPORT_SLOT_PRODUCER,
  OCOP_IMPORT_SLOT_PRODUCT,
  OCOP_IMPORT_SLOT_RECOGNITION,
  OCOP_IMPORT_SLOT_RECOGNITION1,
  OCOP_IMPORT_SLOT_RECOGNITION2,
  OCOP_IMPORT_SLOT_WORK, /* the kind that the list is of */
  OCOP_IMPORT_N_SLOTS
} OcopImportSlot;

/**
 * OcopImportCells:
 * @records: owned: what the cells of one row say, one record for each slot; of the work %NULL in other lists
 * @messages: (element-type OcopImportMessage): borrowed: what is said of them
 *
 * The cells of one row as values, each by itself.
 */
typedef struct
{
  OcopRecord *records[OCOP_IMPORT_N_SLOTS];
  GPtrArray *messages;
  /*< private >*/
  OcopRecord *record; /* of the cell under way, as what follows */
  const OcopField *field;
  const char *text;
  guint column;
  const OcopSheetHeading *heading;
  guint row;
} OcopImportCells;

/* @work: (nullable): the kind of record of the work that the list is of */
void ocop_import_cells_init  (OcopImportCells         *cells,
                              const OcopKind          *work,
                              GPtrArray               *messages);
void ocop_import_cells_clear (OcopImportCells         *cells);

/* Places are no fields: they are left to ocop_import_draft_new(). */
void ocop_import_cells_read  (OcopImportCells         *cells,
                              const OcopSheetHeading  *heading,
                              const OcopImportMapping *mapping,
                              guint                    row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopImportCells, ocop_import_cells_clear)

G_END_DECLS
