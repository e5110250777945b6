/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-match-private.h"

G_BEGIN_DECLS

/* Takes the record of the work of @draft: finds what it links to, and whether the register or an earlier row has it.
 * What links nowhere is said as wrong, and nothing is taken. */
void  ocop_import_take_work     (OcopImportMatch  *match,
                                 OcopImportDraft  *draft);

/* What two records of one kind of the work have alike when they are one: free with g_free(). */
char *ocop_import_work_dup_key  (const OcopRecord *record);

G_END_DECLS
