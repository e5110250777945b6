/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-workbook.h"
#include "model/ocop-own-form.h"

G_BEGIN_DECLS

/**
 * OcopFormBook:
 *
 * A workbook of another author's, to be filled in place. Once open it can be used in any thread, by one at a time.
 */
typedef struct _OcopFormBook OcopFormBook;

/* @bytes: an .xlsx; %NULL with %OCOP_ERROR_FILE_FORMAT for what is none: encrypted, .xls, with macros */
OcopFormBook       *ocop_form_book_open         (GBytes              *bytes,
                                                 GError             **error);
void                ocop_form_book_free         (OcopFormBook        *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopFormBook, ocop_form_book_free)

/* Its sheets as plain cells, for showing. */
const OcopWorkbook *ocop_form_book_get_workbook (OcopFormBook        *book);

/* What stands in a cell, rows and columns from 1; (nullable) where nothing does, or there is no such sheet. */
const char         *ocop_form_book_get_text     (OcopFormBook        *book,
                                                 const char          *sheet,
                                                 guint                row,
                                                 guint                column);

/* Whether the cell is merged with others and not the first of them. */
gboolean            ocop_form_book_is_covered   (OcopFormBook        *book,
                                                 const char          *sheet,
                                                 guint                row,
                                                 guint                column);

/* Whether something can be filled into the cell: it is on a sheet that there is, is the first of the cells it is
 * merged with, and is not computed by the form. %FALSE with %OCOP_ERROR_INVALID_VALUE, which says what to do instead. */
gboolean            ocop_form_book_can_take     (OcopFormBook        *book,
                                                 const OcopFormCell  *cell,
                                                 GError             **error);

/* Notes in @cell the texts that stand before and over it. @goes_down: only those over it, for what is before it may
 * name its rows */
void                ocop_form_book_note_labels  (OcopFormBook        *book,
                                                 OcopFormCell        *cell,
                                                 gboolean             goes_down);

/* (transfer full) (element-type utf8): for each of @cells around which other texts stand now than when it was chosen,
 * a sentence that says so. */
GPtrArray          *ocop_form_book_compare      (OcopFormBook        *book,
                                                 const GPtrArray     *cells);

/**
 * ocop_form_book_fill:
 * @fills: (element-type OcopFormFill): those that begin in one row are one list; where the form keeps fewer rows for it
 *   than there are, they are put in, and everything below keeps its place
 * @warnings: (out) (optional) (transfer full) (element-type utf8): what was left as it was, in sentences
 *
 * Returns: (transfer full): the workbook with @fills in it: of the parts of its package, those of the sheets that have
 *   one differ in the cells that were filled; formulas are computed anew by whoever opens it, all other parts stay as
 *   they are, but for what names cells where rows were put in. %NULL with %OCOP_ERROR_INVALID_VALUE where a cell cannot
 *   be filled, or rows cannot be put in safely
 */
GBytes             *ocop_form_book_fill         (OcopFormBook        *book,
                                                 const GPtrArray     *fills,
                                                 GPtrArray          **warnings,
                                                 GError             **error);

/* Where a row of the form stands once it is filled, as it was last. */
guint               ocop_form_book_find_filled_row (OcopFormBook     *book,
                                                    const char       *sheet,
                                                    guint             row);
/* The row of the form that a row of the filled one was. @is_new: (out): it was put in, and looks like that row */
guint               ocop_form_book_find_form_row   (OcopFormBook     *book,
                                                    const char       *sheet,
                                                    guint             row,
                                                    gboolean         *is_new);

G_END_DECLS
