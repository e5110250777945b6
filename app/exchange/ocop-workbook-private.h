/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-sheet-private.h"
#include "exchange/ocop-workbook.h"

G_BEGIN_DECLS

/* For readers only. */

OcopWorkbook *ocop_workbook_new          (void);
/* Where the texts of all sheets live. */
GStringChunk *ocop_workbook_get_strings  (OcopWorkbook *workbook);
/* Adds an empty sheet at the end; it is the workbook's. */
OcopSheet    *ocop_workbook_add_sheet    (OcopWorkbook *workbook,
                                          const char   *name,
                                          gboolean      hidden);

G_END_DECLS
