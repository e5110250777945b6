/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-reading-private.h"

G_BEGIN_DECLS

/**
 * ocop_xlsx_reader_read:
 * @bytes: an Office Open XML workbook (ECMA-376, transitional or strict)
 *
 * Its worksheets in the workbook's order, hidden ones too; chart sheets are
 * left out. Of a formula its stored value is taken.
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_FILE_FORMAT or
 *   %OCOP_ERROR_CANCELLED.
 */
OcopWorkbook *ocop_xlsx_reader_read (GBytes       *bytes,
                                     OcopReading  *reading,
                                     GError      **error);

G_END_DECLS
