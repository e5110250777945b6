/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-draft-private.h"

G_BEGIN_DECLS

/**
 * ocop_import_read_places:
 * @text: "xã Sơn Lộc, huyện Bố Trạch, tỉnh Quảng Bình", also after other parts
 *   of an address, or the title of a section: "I. HUYỆN VĨNH LINH"
 * @places: gets those parts that say what kind of unit they are, where the place is still %NULL
 *
 * Returns: whether a part names a unit.
 */
gboolean ocop_import_read_places    (const char *text,
                                     char       *places[OCOP_IMPORT_N_LEVELS]);

/* "VĨNH LINH" as "Vĩnh Linh"; a name that has small letters as it is. Free with g_free(). */
char    *ocop_import_dup_place_name (const char *name);

G_END_DECLS
