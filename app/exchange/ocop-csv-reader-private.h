/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-reading-private.h"

G_BEGIN_DECLS

/**
 * ocop_csv_reader_read:
 * @bytes: UTF-8 with or without byte order mark, or UTF-16 of either order;
 *   fields parted by comma, semicolon or tab, whichever parts its lines alike
 * @name: what the only sheet is called
 *
 * All cells are texts: a csv file does not say what they mean.
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_FILE_FORMAT, saying the line.
 */
OcopWorkbook *ocop_csv_reader_read (GBytes       *bytes,
                                    const char   *name,
                                    OcopReading  *reading,
                                    GError      **error);

G_END_DECLS
