/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-template-data.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_TEMPLATE_PROBLEM_UNKNOWN_FIELD,
  OCOP_TEMPLATE_PROBLEM_UNKNOWN_LIST,
  OCOP_TEMPLATE_PROBLEM_UNCLOSED,       /* a « without its » in the same line of text */
  OCOP_TEMPLATE_PROBLEM_OUTSIDE_ROW,    /* a list outside of every table row */
  OCOP_TEMPLATE_PROBLEM_SECOND_LIST,    /* a row can repeat for one list only */
} OcopTemplateProblemKind;

/* Where in the document. */
typedef enum
{
  OCOP_TEMPLATE_PLACE_BODY,
  OCOP_TEMPLATE_PLACE_HEADER,
  OCOP_TEMPLATE_PLACE_FOOTER,
  OCOP_TEMPLATE_PLACE_FOOTNOTE,
  OCOP_TEMPLATE_PLACE_ENDNOTE,
} OcopTemplatePlace;

/**
 * OcopTemplateProblem:
 * @field: as it is typed, "«ten_san_phan»"
 * @paragraph: the text of its paragraph, shortened
 */
typedef struct
{
  OcopTemplateProblemKind kind;
  OcopTemplatePlace place;
  char *field;
  char *paragraph;
} OcopTemplateProblem;

/* One sentence for people. Free with g_free(). */
char   *ocop_template_problem_describe (const OcopTemplateProblem *problem);

/**
 * ocop_template_fill:
 * @template: a .docx (or .dotx), as a word processor saved it
 * @problems: (out) (optional) (transfer full) (element-type OcopTemplateProblem):
 *   what could not be filled; it is left as it was typed
 *
 * Writes @data into the fields of @template: «ten_truong», typed as plain
 * text. A field may be split over runs of its paragraph; its text takes the
 * formatting of the run in which it begins. A table row that holds
 * «#danh_sach» in any of its cells is there once for each row of that list, and
 * its fields are those of the list's row, or else of what surrounds it. Fields
 * are filled in the body, headers, footers, notes and text boxes.
 *
 * Every part of the package without fields stays as it is packed, and of a part
 * with fields every byte outside of them.
 *
 * Returns: (transfer full): the filled .docx; %NULL with %OCOP_ERROR_FILE_FORMAT
 *   for what is no sound .docx
 */
GBytes *ocop_template_fill             (GBytes                  *template,
                                        const OcopTemplateData  *data,
                                        GPtrArray              **problems,
                                        GError                 **error);

G_END_DECLS
