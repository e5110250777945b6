/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import.h"

G_BEGIN_DECLS

/* The sheet that ocop_import_choose_sheet() takes by itself. */
#define DESK_IMPORT_ANY_SHEET G_MAXUINT

/* A kind of list that ocop_import_guess_kind() finds. */
#define DESK_IMPORT_ANY_KIND ((OcopImportKind) -1)

/**
 * DeskImportList:
 * @name: of the file, for people
 * @encoding: of the time before Unicode, as the sheet is written
 * @encoding_sample: (nullable): a text in it
 * @original: the workbook as the file has it; @workbook is that or, recoded, another
 * @sheet_index: which sheet of @workbook @sheet is
 * @mapping: belongs to the window's thread; nothing else changes once the list is read
 *
 * One sheet of a file, read as a list.
 */
typedef struct
{
  char *name;
  OcopLegacyEncoding encoding;
  const char *encoding_sample;
  OcopWorkbook *original;
  OcopWorkbook *workbook;
  guint sheet_index;
  const OcopSheet *sheet;
  OcopSheetHeading *heading;
  OcopImportMapping *mapping;
} DeskImportList;

/**
 * desk_import_list_new:
 * @sheet_index: or %DESK_IMPORT_ANY_SHEET
 * @kind: or %DESK_IMPORT_ANY_KIND
 * @recodes: whether text for old fonts is read as what it means
 *
 * Finds the headings and what is remembered for them. Takes its time on a large sheet.
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_ARGUMENT when every sheet is empty
 */
DeskImportList *desk_import_list_new    (const char       *name,
                                         OcopWorkbook     *workbook,
                                         guint             sheet_index,
                                         OcopImportKind    kind,
                                         gboolean          recodes,
                                         GError          **error);
DeskImportList *desk_import_list_ref    (DeskImportList   *self);
void            desk_import_list_unref  (DeskImportList   *self);

/* Whether what is shown is not as the file has it. */
gboolean        desk_import_list_is_recoded (DeskImportList *self);

/* How many rows are rows of the list, and not headings, totals or notes. */
guint           desk_import_list_n_rows (DeskImportList   *self);

/* Some of the texts in @column, for people to know it by. Free with g_free(). */
char           *desk_import_list_sample (DeskImportList   *self,
                                         guint             column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskImportList, desk_import_list_unref)

G_END_DECLS
