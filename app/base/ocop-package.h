/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part that unpacks to more than this many times its packed size is no part of a document but a bomb ... */
#define OCOP_PACKAGE_MAX_RATIO 100
/* ... unless it is small all the same. */
#define OCOP_PACKAGE_SMALL_PART (10 * 1024 * 1024)
/* All parts together, unpacked. */
#define OCOP_PACKAGE_MAX_SIZE (G_GUINT64_CONSTANT (1024) * 1024 * 1024)

/* The zip archive that a workbook or a text document is: named parts, most of them XML files. */
typedef struct _OcopPackage OcopPackage;

/**
 * OcopPackageTake:
 * @length: 0 once, after the last bytes of the part
 *
 * Takes the next bytes of a part; %FALSE with @error set ends the reading.
 */
typedef gboolean (*OcopPackageTake) (const char  *data,
                                     gsize        length,
                                     gpointer     user_data,
                                     GError     **error);

/* %NULL with %OCOP_ERROR_FILE_FORMAT for an archive that is damaged, encrypted or a bomb. */
OcopPackage *ocop_package_open     (GBytes           *bytes,
                                    GError          **error);
void         ocop_package_free     (OcopPackage      *package);

/* (transfer full) (element-type utf8): the names of all parts, folders with a slash at the end. */
GPtrArray   *ocop_package_list     (OcopPackage      *package);

gboolean     ocop_package_has      (OcopPackage      *package,
                                    const char       *part);
/* The unpacked size of @part in bytes; 0 when there is no such part. */
guint64      ocop_package_get_size (OcopPackage      *package,
                                    const char       *part);

/* Unpacks @part piece by piece into @take. */
gboolean     ocop_package_read     (OcopPackage      *package,
                                    const char       *part,
                                    OcopPackageTake   take,
                                    gpointer          user_data,
                                    GError          **error);
/* Unpacks @part, which is refused when it is larger than @max_size bytes. */
GBytes      *ocop_package_load     (OcopPackage      *package,
                                    const char       *part,
                                    guint64           max_size,
                                    GError          **error);

/**
 * ocop_package_replace:
 * @parts: (element-type utf8 GBytes): new contents of parts that the package has
 *
 * Returns: (transfer full): the archive with these contents; every other part
 *   is copied as it is packed
 */
GBytes      *ocop_package_replace  (OcopPackage      *package,
                                    GHashTable       *parts,
                                    GError          **error);

/**
 * ocop_package_build:
 * @names: of the parts, in the order in which the archive lists them, ended by %NULL; the first is
 *   not compressed, so that its bytes can tell what the file is; nor is a part that is packed already
 * @contents: of each part
 *
 * Returns: (transfer full): a new archive. The same parts make the same bytes.
 */
GBytes      *ocop_package_build   (const char * const *names,
                                   GBytes * const     *contents,
                                   GError            **error);

/* The part that @target means when named in @part: "worksheets/a.xml" in "xl/b.xml" is "xl/worksheets/a.xml". */
char        *ocop_package_resolve  (const char       *part,
                                    const char       *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopPackage, ocop_package_free)

G_END_DECLS
