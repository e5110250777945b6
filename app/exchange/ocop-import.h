/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-plan.h"
#include "exchange/ocop-workbook.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * OcopImportOptions:
 * @sheet: (nullable): the name of the sheet; %NULL for the one that
 *   ocop_import_choose_sheet() takes
 * @map: (nullable): "FIELD=COLUMN" each, ended by %NULL
 * @fixed: (nullable): "FIELD=TEXT" each, what stands in a field for every row, ended by %NULL
 * @choices: (nullable)
 * @dry_run: whether nothing is to be stored
 * @encoding: what the list is written in, where that is not Unicode
 * @repairs: (nullable): where the wrong and doubtful rows go as an xlsx file
 *
 * What the command line lets one choose.
 */
typedef struct
{
  OcopImportKind kind;
  const OcopImportChoices *choices;
  const char *sheet;
  const char * const *map;
  const char * const *fixed;
  gboolean dry_run;
  const char *repairs;
  OcopLegacyEncoding encoding;
} OcopImportOptions;

/**
 * ocop_import_run:
 * @path: an .xlsx, .csv or .xls file
 * @progress: (nullable): told how far the reading of the file is
 * @cancellable: (nullable)
 *
 * The whole way at once, for the command line: reads the list, maps its
 * columns, plans, and unless it is a dry run hands the register one change.
 * Rows that are wrong are left out and said in the plan; nothing is stored from
 * a file that cannot be read. Blocks.
 *
 * The window goes the same way step by step: ocop_workbook_load() (or
 * ocop_workbook_new_from_text() for the clipboard), ocop_import_choose_sheet(),
 * ocop_sheet_heading_find(), ocop_import_mapping_new() and _set(),
 * ocop_import_plan_new() within ocop_register_read_async(),
 * ocop_import_plan_new_change(), ocop_register_commit_async().
 *
 * Returns: (transfer full): what became of each row; %NULL with @error set:
 *   what ocop_workbook_load(), ocop_import_mapping_set_text(),
 *   ocop_import_plan_new() and ocop_register_commit() fail with, and
 *   %OCOP_ERROR_ARGUMENT for a sheet that the file does not have, and for text
 *   of an old encoding that @options do not name.
 */
OcopImportPlan  *ocop_import_run          (OcopRegister             *reg,
                                           const char               *path,
                                           const OcopImportOptions  *options,
                                           OcopReadProgress          progress,
                                           gpointer                  user_data,
                                           GCancellable             *cancellable,
                                           GError                  **error);

/* The sheet called @name, or without a name the first that is not hidden, has rows and whose headings are those of a
 * list, else the first that is not hidden and has rows; %NULL with %OCOP_ERROR_ARGUMENT when there is none. */
const OcopSheet *ocop_import_choose_sheet (const OcopWorkbook       *workbook,
                                           const char               *name,
                                           GError                  **error);

G_END_DECLS
