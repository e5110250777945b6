/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "law/ocop-criteria-lines.h"

G_BEGIN_DECLS

#define DESK_TYPE_LAW_LINE (desk_law_line_get_type ())
G_DECLARE_FINAL_TYPE (DeskLawLine, desk_law_line, DESK, LAW_LINE, GObject)

/**
 * desk_law_lines_new:
 * @after: a sheet
 * @before: (nullable): the sheet that it is compared with
 *
 * Returns: (transfer full): a list of #DeskLawLine, from the top of the sheet to its end
 */
GListModel             *desk_law_lines_new      (const OcopCriteria *after,
                                                 const OcopCriteria *before);

/* Not compared with anything, its line is in @after and it does not differ. */
const OcopCriteriaPair *desk_law_line_get_pair  (DeskLawLine        *self);

G_END_DECLS
