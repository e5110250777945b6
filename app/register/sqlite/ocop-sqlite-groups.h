/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What hits come to by the keys that a query names. Nobody but this folder includes it. */

#include "register/sqlite/ocop-sqlite-measure.h"

G_BEGIN_DECLS

/* What @found has, as ocop_reader_groups() has it of @query: by one key or two, what is unknown first. */
OcopRows *ocop_groups_list (OcopStore        *store,
                            const OcopScans  *scans,
                            const OcopQuery  *query,
                            const OcopFound  *found,
                            OcopMeasurer     *measurer,
                            GError          **error);

G_END_DECLS
