/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-sheet.h"

G_BEGIN_DECLS

/* Cells of one sheet, those filled from merged ranges included; 16 bytes each. */
#define OCOP_SHEET_MAX_CELLS (20 * 1000 * 1000)

/* For readers: rows and their cells in the order of the file, then ocop_sheet_finish(). */

/* @strings: where the texts live; it outlives the sheet. */
OcopSheet  *ocop_sheet_new          (const char    *name,
                                     gboolean       hidden,
                                     GStringChunk  *strings);
void        ocop_sheet_free         (OcopSheet     *sheet);

/* @number: from 1. The row is stored with its first cell. */
void        ocop_sheet_begin_row    (OcopSheet     *sheet,
                                     guint          number);

/* @text: (nullable): of the sheet's strings, from ocop_sheet_intern(); nothing is added for %NULL. */
gboolean    ocop_sheet_add_cell     (OcopSheet     *sheet,
                                     guint          column,
                                     OcopCellType   type,
                                     const char    *text,
                                     GError       **error);

/* All four from 0, both ends included, rows as in the file. */
void        ocop_sheet_merge        (OcopSheet     *sheet,
                                     guint          first_row,
                                     guint          first_column,
                                     guint          last_row,
                                     guint          last_column);
gboolean    ocop_sheet_finish       (OcopSheet     *sheet,
                                     GError       **error);

/* @text in NFC without blanks around it, stored in @strings; %NULL when nothing is left. */
const char *ocop_sheet_intern       (GStringChunk  *strings,
                                     const char    *text,
                                     gsize          length);

/* The same cells with other texts. @strings: where those live, as in ocop_sheet_new(). */
OcopSheet  *ocop_sheet_recode       (const OcopSheet    *sheet,
                                     OcopLegacyEncoding  encoding,
                                     GStringChunk       *strings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSheet, ocop_sheet_free)

G_END_DECLS
