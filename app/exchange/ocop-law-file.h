/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "law/ocop-law.h"

G_BEGIN_DECLS

/**
 * ocop_law_file_load:
 * @file: a folder, or a zip, of JSON files as in data/law: rules.json, classification.json and
 *   the folders of sheets that the rules name; in a zip they may lie in a folder of their own
 *
 * Reads an amended book, every sheet of it. Other files beside them are passed by.
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_NOT_FOUND where a file is missing, else with
 *   %OCOP_ERROR_FILE_FORMAT; the message names the file and the place in it
 */
OcopLaw *ocop_law_file_load   (GFile          *file,
                               GError        **error);

/**
 * ocop_law_reword:
 * @law: whose latest rule book's sheets are to have other words
 * @list: a spreadsheet or csv file: under a row of headings the columns set (QD26-03, or 3),
 *   criterion (1.1), points of the option, or its place from 1 where two options have the same
 *   points, and text
 * @n_texts: (out): how many options have another text now
 *
 * The gazette's full wording, from the office's own copy: @law again, each option that @list names
 * with the text it gives. Nothing else is changed.
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_FILE_FORMAT, which names the row, when the list
 *   names an option that is not there or gives one two texts, and what ocop_workbook_load() says
 */
OcopLaw *ocop_law_reword      (const OcopLaw  *law,
                               GFile          *list,
                               guint          *n_texts,
                               GError        **error);

G_END_DECLS
