/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "score/desk-score-sheets.h"

G_BEGIN_DECLS

/* Where keys lead in a grid of sheets. */

/* The next leaf from @leaf in that direction that may be scored in the column; @leaf itself when there is none. */
guint desk_score_next_leaf     (const DeskScoreSheets *sheets,
                                guint                  leaf,
                                guint                  column,
                                int                    direction);
/* The next column in which anything may be typed; @column itself when there is none. */
guint desk_score_next_column   (const DeskScoreSheets *sheets,
                                guint                  column,
                                int                    direction);
/* The first leaf that is still to be scored; -1 when there is none. */
int   desk_score_first_missing (const DeskScoreSheets *sheets,
                                guint                  column);
/* The first member whose sheet is still to be filled in; -1 when there is none. */
int   desk_score_first_incomplete (const DeskScoreSheets *sheets);
/* Whether after that member come the points agreed on. A ballot has none: Tab leads on from its one sheet. */
gboolean desk_score_is_last_member (const DeskScoreSheets *sheets,
                                    guint                  column);

G_END_DECLS
