/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"

G_BEGIN_DECLS

/* Targets out of a table copied in a text or a spreadsheet: a line each. What ocop_goal_parse() understands is what is
 * set; a number before all words only counts the lines. The first words are the name, the next the unit, then the body
 * in charge. A target without a number is one in words; the line of headings is left out.
 * Returns: (transfer full) (element-type OcopRecord): without the plan */
GPtrArray *ocop_target_cells_parse (const char *cells);

G_END_DECLS
