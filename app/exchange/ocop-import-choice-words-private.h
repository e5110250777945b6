/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-kind.h"

G_BEGIN_DECLS

/**
 * ocop_import_read_choice:
 * @kind: to whose records @field belongs
 * @text: tidied
 *
 * Offices write the choices of a form in more words than one, or in fewer: "Ký hợp đồng", "CTMTQG nông thôn mới",
 * "Hội chợ". What fits several choices, or says no where the choice says yes, is none.
 *
 * Returns: (transfer none) (nullable): the key of the choice that @text means
 */
const char *ocop_import_read_choice (const OcopKind  *kind,
                                     const OcopField *field,
                                     const char      *text);

G_END_DECLS
