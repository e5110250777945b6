/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/council/ocop-pack.h"
#include "report/ocop-report-list.h"

G_BEGIN_DECLS

/**
 * DeskPapersRow:
 *
 * One kind of paper in a list to choose from: whether it is wanted, how many files it makes, and
 * what can be done with it alone. #DeskPapersRow::preview, ::save, ::columns and ::choose-picture are
 * emitted by its buttons, ::said with a text for people by what is done with its template, ::toggled by its
 * check mark.
 */
#define DESK_TYPE_PAPERS_ROW (desk_papers_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskPapersRow, desk_papers_row, DESK, PAPERS_ROW, GtkListBoxRow)

/* @templates: the folder of the office's own templates */
GtkWidget  *desk_papers_row_new         (const OcopPackItem *item,
                                         const char         *templates);
/* Adds another item of the same kind, and of the same decision. */
void        desk_papers_row_add         (DeskPapersRow      *self,
                                         const OcopPackItem *item);
gboolean    desk_papers_row_takes       (DeskPapersRow      *self,
                                         const OcopPackItem *item);

/* (transfer none) (element-type OcopPackItem): never empty */
GPtrArray  *desk_papers_row_get_items   (DeskPapersRow      *self);

/* The report that it is, whose columns can be chosen; %NULL for other papers. */
const OcopReport *desk_papers_row_get_report (DeskPapersRow *self);

gboolean    desk_papers_row_is_chosen   (DeskPapersRow      *self);
void        desk_papers_row_set_chosen  (DeskPapersRow      *self,
                                         gboolean            chosen);

G_END_DECLS
