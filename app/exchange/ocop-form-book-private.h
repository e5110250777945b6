/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-form-book.h"
#include "exchange/ocop-form-part-private.h"
#include "exchange/ocop-xlsx-plan-private.h"

G_BEGIN_DECLS

struct _OcopFormBook
{
  OcopPackage *package;
  OcopXlsxPlan *plan;
  OcopWorkbook *workbook;
  GHashTable *parts;      /* name of a sheet, folded -> OcopFormPart */
};

/* The part of the sheet, %NULL where there is none of that name. */
const OcopFormPart *ocop_form_book_find_part (OcopFormBook *book,
                                              const char   *sheet);

/* Adds to @edits (element-type OcopFormPartEdit) what @fill means on its sheet. %FALSE with %OCOP_ERROR_INVALID_VALUE. */
gboolean            ocop_form_book_lay_out   (OcopFormBook        *book,
                                              const OcopFormFill  *fill,
                                              GArray              *edits,
                                              GPtrArray           *warnings,
                                              GError             **error);

/* Sets %OCOP_ERROR_INVALID_VALUE with the place before what is wrong. Always %FALSE. */
gboolean            ocop_form_book_refuse    (const OcopFormCell  *cell,
                                              const char          *what,
                                              GError             **error);

G_END_DECLS
