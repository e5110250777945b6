/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-reading-private.h"

G_BEGIN_DECLS

/* Whether @bytes are the container that .xls, .doc and encrypted workbooks share. */
gboolean  ocop_xls_converter_is_container (GBytes        *bytes);

/* Whether such a container is an old workbook; %FALSE with %OCOP_ERROR_FILE_FORMAT, which says what else it is. */
gboolean  ocop_xls_converter_check        (GBytes        *bytes,
                                           GError       **error);

/**
 * ocop_xls_converter_convert:
 *
 * Has LibreOffice make an .xlsx of an .xls, in a temporary folder.
 *
 * Returns: (transfer full): the .xlsx; %NULL with %OCOP_ERROR_FILE_FORMAT for
 *   an encrypted workbook, for anything but an .xls, and where LibreOffice is
 *   not installed; %OCOP_ERROR_CANCELLED.
 */
GBytes   *ocop_xls_converter_convert      (GBytes        *bytes,
                                           GCancellable  *cancellable,
                                           GError       **error);

G_END_DECLS
