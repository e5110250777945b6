/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-reading-private.h"
#include "exchange/ocop-xml-parser-private.h"

G_BEGIN_DECLS

/* A part that unpacks to more than this many times its packed size is no sheet but a bomb ... */
#define OCOP_XLSX_PACKAGE_MAX_RATIO 100
/* ... unless it is small all the same. */
#define OCOP_XLSX_PACKAGE_SMALL_PART (10 * 1024 * 1024)
/* All parts together, unpacked. */
#define OCOP_XLSX_PACKAGE_MAX_SIZE (G_GUINT64_CONSTANT (1024) * 1024 * 1024)

/* The zip archive of a workbook: named parts, each an XML file. */
typedef struct _OcopXlsxPackage OcopXlsxPackage;

/* %NULL with %OCOP_ERROR_FILE_FORMAT for an archive that is damaged, encrypted or a bomb. */
OcopXlsxPackage *ocop_xlsx_package_open     (GBytes                 *bytes,
                                             GError                **error);
void             ocop_xlsx_package_free     (OcopXlsxPackage        *package);

gboolean         ocop_xlsx_package_has      (OcopXlsxPackage        *package,
                                             const char             *part);
/* The unpacked size of @part in bytes; 0 when there is no such part. */
guint64          ocop_xlsx_package_get_size (OcopXlsxPackage        *package,
                                             const char             *part);

/* Unpacks @part through @handlers, advancing @reading. */
gboolean         ocop_xlsx_package_parse    (OcopXlsxPackage        *package,
                                             const char             *part,
                                             const OcopXmlHandlers  *handlers,
                                             gpointer                user_data,
                                             OcopReading            *reading,
                                             GError                **error);

/* The part that @target means when named in @part: "worksheets/a.xml" in "xl/b.xml" is "xl/worksheets/a.xml". */
char            *ocop_xlsx_package_resolve  (const char             *part,
                                             const char             *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopXlsxPackage, ocop_xlsx_package_free)

G_END_DECLS
