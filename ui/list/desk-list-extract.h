/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-page.h"
#include "list/desk-progress-dialog.h"
#include "register/ocop-reader.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/**
 * DeskListExtract:
 * @columns: (element-type guint): those shown, in their order
 * @words: (nullable): what the list was narrowed to, for people
 *
 * What a list showed when it was asked to be written, copied or printed: all
 * that another thread needs to make a document of it. Whoever shows progress
 * or names a file gives it @progress and @path.
 */
typedef struct
{
  const DeskListSpec *spec;
  GArray *columns;
  OcopQuery *query;
  GArray *keys;             /* (nullable): until all of the query have been read */
  char *words;
  char *path;               /* (nullable) */
  DeskProgress *progress;   /* (nullable) */
} DeskListExtract;

/* All that the list shows. */
DeskListExtract *desk_list_extract_new          (DeskListPage     *page);
/* The selected records; all, where none is selected. */
DeskListExtract *desk_list_extract_new_selected (DeskListPage     *page);
void             desk_list_extract_free         (DeskListExtract  *extract);

/* Returns: (transfer full): the rows as values for a spreadsheet, pulled from @reader
 * while the table is rendered, once; it borrows from @extract. %NULL on failure. */
OcopPaperTable  *desk_list_extract_new_table    (DeskListExtract  *extract,
                                                 OcopReader       *reader,
                                                 GError          **error);

/**
 * desk_list_extract_new_paper:
 * @numbered: whether the table has running numbers and marks estimated dates,
 *   as paper does; a workbook keeps its dates
 *
 * A paper with that table: whose it is, of which day, narrowed to what, how many.
 *
 * Returns: (transfer full): as desk_list_extract_new_table().
 */
OcopPaper       *desk_list_extract_new_paper    (DeskListExtract  *extract,
                                                 OcopReader       *reader,
                                                 gboolean          numbered,
                                                 GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskListExtract, desk_list_extract_free)

G_END_DECLS
