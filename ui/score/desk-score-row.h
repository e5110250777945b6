/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evaluation/ocop-spread.h"
#include "score/desk-score-cell.h"
#include "score/desk-score-sheets.h"

G_BEGIN_DECLS

/* A row of the score grid: a criterion, a part, or the totals. Its widgets are the grid's; free with g_free(). */
typedef struct
{
  GtkWidget *code;
  GtkWidget *title;
  GtkWidget *most;
  GtkWidget *self;
  GtkWidget *advised;
  guint n_cells;
  DeskScoreCell *cells[];
} DeskScoreRow;

/**
 * DeskScoreJudged:
 * @verdict: on what is typed so far
 * @spread: (nullable): where the members differ by more than is allowed
 */
typedef struct
{
  const OcopVerdict *verdict;
  const OcopSpread *spread;
} DeskScoreJudged;

DeskScoreRow *desk_score_row_new         (GtkGrid                *grid,
                                          guint                   place,
                                          guint                   n_cells);
void          desk_score_row_set_visible (DeskScoreRow           *row,
                                          gboolean                visible);
void          desk_score_row_show_leaf   (DeskScoreRow           *row,
                                          const DeskScoreSheets  *sheets,
                                          guint                   leaf,
                                          const DeskScoreJudged  *judged);
void          desk_score_row_show_part   (DeskScoreRow           *row,
                                          const DeskScoreSheets  *sheets,
                                          OcopPart                part,
                                          const DeskScoreJudged  *judged);
void          desk_score_row_show_total  (DeskScoreRow           *row,
                                          const DeskScoreSheets  *sheets,
                                          const DeskScoreJudged  *judged);

/* The columns' titles: of the cells, then of the producer's own points and of the advisory group's. */
void          desk_score_row_build_head  (GtkGrid                *grid,
                                          guint                   n_cells,
                                          GPtrArray              *titles);
void          desk_score_row_show_head   (GPtrArray              *titles,
                                          const DeskScoreSheets  *sheets,
                                          const DeskScoreJudged  *judged);

G_END_DECLS
