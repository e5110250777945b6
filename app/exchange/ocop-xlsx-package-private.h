/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-package.h"
#include "exchange/ocop-reading-private.h"
#include "exchange/ocop-xml-parser-private.h"

G_BEGIN_DECLS

/* Unpacks @part through @handlers, advancing @reading. */
gboolean ocop_xlsx_package_parse (OcopPackage            *package,
                                  const char             *part,
                                  const OcopXmlHandlers  *handlers,
                                  gpointer                user_data,
                                  OcopReading            *reading,
                                  GError                **error);

G_END_DECLS
