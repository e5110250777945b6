/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-match-private.h"

G_BEGIN_DECLS

/* (nullable): the first of @kind that has the code of @record; @of_list: among the rows of the list alone. */
OcopImportEntry *ocop_import_find_code      (OcopImportMatch        *match,
                                             OcopImportRecordKind    kind,
                                             const OcopRecord       *record,
                                             gboolean                of_list);

/* Whether both have one code at one time. */
gboolean         ocop_import_is_unit_by_code (const OcopRecord      *a,
                                              const OcopRecord      *b);

/* Whether a row above has the code of this row's unit or product for another one; that is said as wrong. */
gboolean         ocop_import_refuse_code     (OcopImportMatch       *match,
                                              const OcopImportDraft *draft);

G_END_DECLS
