/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/desk-score-steps.h"

guint
desk_score_next_leaf (const DeskScoreSheets *sheets,
                      guint                  leaf,
                      guint                  column,
                      int                    direction)
{
  int n = (int) desk_score_sheets_n_leaves (sheets);

  for (int next = (int) leaf + direction; next >= 0 && next < n; next += direction)
    if (desk_score_sheets_asks_for (sheets, column, (guint) next))
      return (guint) next;
  return leaf;
}

guint
desk_score_next_column (const DeskScoreSheets *sheets,
                        guint                  column,
                        int                    direction)
{
  int n = (int) desk_score_sheets_n_columns (sheets);

  for (int next = (int) column + direction; next >= 0 && next < n; next += direction)
    if (desk_score_sheets_takes_part (sheets, (guint) next))
      return (guint) next;
  return column;
}

int
desk_score_first_missing (const DeskScoreSheets *sheets,
                          guint                  column)
{
  const guint8 *choices = desk_score_sheets_get_choices (sheets, column);

  for (guint leaf = 0; leaf < desk_score_sheets_n_leaves (sheets); leaf++)
    if (choices[leaf] == OCOP_NOT_SCORED && desk_score_sheets_asks_for (sheets, column, leaf))
      return (int) leaf;
  return -1;
}

int
desk_score_first_incomplete (const DeskScoreSheets *sheets)
{
  for (guint column = 0; column < desk_score_sheets_n_columns (sheets); column++)
    if (!desk_score_sheets_is_agreed (sheets, column) && desk_score_sheets_is_open (sheets, column)
        && desk_score_first_missing (sheets, column) >= 0)
      return (int) column;
  return -1;
}

gboolean
desk_score_is_last_member (const DeskScoreSheets *sheets,
                           guint                  column)
{
  guint next = desk_score_next_column (sheets, column, 1);

  return next != column && !desk_score_sheets_is_agreed (sheets, column) && desk_score_sheets_is_agreed (sheets, next);
}
