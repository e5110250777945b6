/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/ocop-sheet.h"

G_BEGIN_DECLS

/**
 * OcopWorkbook:
 *
 * The sheets of one spreadsheet or csv file, in the file's order. Once read it
 * never changes and can be used in any thread.
 */
typedef struct _OcopWorkbook OcopWorkbook;

/* @fraction: of the file read, 0 to 1. Called in the thread that reads. */
typedef void (*OcopReadProgress) (double   fraction,
                                  gpointer user_data);

/**
 * ocop_workbook_load:
 * @file: an .xlsx, .csv or .xls file, told apart by content, not by name
 * @progress: (nullable): told now and then how far the reading is
 *
 * Blocks until the file is read. An .xls goes through LibreOffice where it is
 * installed. The cells of a csv file are all of type text, for it does not say
 * what they mean.
 *
 * Returns: (transfer full): %NULL with @error set: %OCOP_ERROR_NOT_FOUND,
 *   %OCOP_ERROR_CANCELLED, %OCOP_ERROR_STORAGE when the disk fails, else
 *   %OCOP_ERROR_FILE_FORMAT, saying what is wrong and in which sheet, row and
 *   column.
 */
OcopWorkbook    *ocop_workbook_load           (GFile             *file,
                                               GCancellable      *cancellable,
                                               OcopReadProgress   progress,
                                               gpointer           user_data,
                                               GError           **error);

/**
 * ocop_workbook_new_from_text:
 * @text: cells as a spreadsheet program puts them on the clipboard, or the
 *   text of a csv file
 * @name: what the only sheet is called
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_FILE_FORMAT.
 */
OcopWorkbook    *ocop_workbook_new_from_text  (const char        *text,
                                               const char        *name,
                                               GError           **error);

OcopWorkbook    *ocop_workbook_ref            (OcopWorkbook      *workbook);
void             ocop_workbook_unref          (OcopWorkbook      *workbook);

guint            ocop_workbook_get_n_sheets   (const OcopWorkbook *workbook);
const OcopSheet *ocop_workbook_get_sheet      (const OcopWorkbook *workbook,
                                               guint               index);
/* The sheet of that name, upper and lower case alike; %NULL when there is none. */
const OcopSheet *ocop_workbook_find_sheet     (const OcopWorkbook *workbook,
                                               const char         *name);

/* (transfer full): the same sheets with their text as Unicode. */
OcopWorkbook    *ocop_workbook_recode         (const OcopWorkbook *workbook,
                                               OcopLegacyEncoding  encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopWorkbook, ocop_workbook_unref)

G_END_DECLS
