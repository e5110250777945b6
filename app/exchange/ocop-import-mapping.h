/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-fields.h"
#include "exchange/ocop-sheet-heading.h"

G_BEGIN_DECLS

#define OCOP_IMPORT_NO_COLUMN G_MAXUINT

/**
 * OcopImportMapping:
 *
 * Which column of a sheet holds which field of a list. Made from the headings,
 * or from what was remembered for the same headings; corrected by hand.
 */
typedef struct _OcopImportMapping OcopImportMapping;

/* @heading: borrowed; outlives the mapping. What was remembered for its headings is preferred. */
OcopImportMapping *ocop_import_mapping_new       (OcopImportKind           kind,
                                                  const OcopSheetHeading  *heading);
void               ocop_import_mapping_free      (OcopImportMapping       *mapping);

OcopImportKind     ocop_import_mapping_get_kind  (const OcopImportMapping *mapping);

/* Whether it was made from what was remembered. */
gboolean           ocop_import_mapping_is_remembered (const OcopImportMapping *mapping);

/* The sheet's column, from 0, that holds the field @field; %OCOP_IMPORT_NO_COLUMN when none does. */
guint              ocop_import_mapping_get       (const OcopImportMapping *mapping,
                                                  const char              *field);

/* The field that @column holds; %NULL when it is not read. */
const OcopImportField *ocop_import_mapping_get_field (const OcopImportMapping *mapping,
                                                      guint                    column);

/* @column: from 0, or %OCOP_IMPORT_NO_COLUMN. A column holds one field: another that had it loses it. */
void               ocop_import_mapping_set       (OcopImportMapping       *mapping,
                                                  const char              *field,
                                                  guint                    column);

/**
 * ocop_import_mapping_set_text:
 * @assignment: "FIELD=COLUMN"; the column by its heading or its letters;
 *   nothing after the sign: not read
 *
 * Returns: %FALSE with %OCOP_ERROR_ARGUMENT when there is no such field or column.
 */
gboolean           ocop_import_mapping_set_text  (OcopImportMapping       *mapping,
                                                  const char              *assignment,
                                                  GError                 **error);

/* Lets @text stand in @field for every row that has no text of its own there: the course of a list of who came. %NULL or
 * "": no longer. */
void               ocop_import_mapping_fix       (OcopImportMapping       *mapping,
                                                  const char              *field,
                                                  const char              *text);

/* The same by "FIELD=TEXT"; %FALSE with %OCOP_ERROR_ARGUMENT when there is no such field. */
gboolean           ocop_import_mapping_fix_text  (OcopImportMapping       *mapping,
                                                  const char              *assignment,
                                                  GError                 **error);

/* (nullable): what stands in @field for every row. */
const char        *ocop_import_mapping_get_fixed (const OcopImportMapping *mapping,
                                                  const char              *field);

/* Whether a column holds @field, or a text stands for it in every row. */
gboolean           ocop_import_mapping_is_told   (const OcopImportMapping *mapping,
                                                  const char              *field);

/* Keeps the mapping, below the user's data folder, for lists with the same headings. */
gboolean           ocop_import_mapping_remember  (const OcopImportMapping *mapping,
                                                  GError                 **error);

/* The cell of @field in the row @row of the sheet, with "như trên" resolved, or what stands for it in every row; %NULL
 * when there is neither. */
const char        *ocop_import_mapping_get_text  (const OcopImportMapping *mapping,
                                                  guint                    row,
                                                  const char              *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopImportMapping, ocop_import_mapping_free)

G_END_DECLS
