/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-form-book.h"
#include "exchange/ocop-form-part-private.h"
#include "exchange/ocop-form-shift-private.h"
#include "exchange/ocop-xlsx-plan-private.h"

G_BEGIN_DECLS

/* No part of a form is larger. */
#define OCOP_FORM_MOST_BYTES (64 * 1024 * 1024)

struct _OcopFormBook
{
  OcopPackage *package;
  OcopXlsxPlan *plan;
  OcopWorkbook *workbook;
  GHashTable *parts;      /* name of a sheet, folded -> OcopFormPart */
  OcopFormShift *shift;   /* (nullable): the rows that it got when it was filled last */
};

/* The part of the sheet, %NULL where there is none of that name. */
const OcopFormPart *ocop_form_book_find_part (OcopFormBook *book,
                                              const char   *sheet);

/* Whether there are letters in @text (nullable). */
gboolean            ocop_form_book_is_words   (const char          *text);

/* What rows the lists among @fills lack. Returns: (transfer full): %NULL with %OCOP_ERROR_INVALID_VALUE where two lists
 * stand in each other's way. */
OcopFormShift      *ocop_form_book_find_room (OcopFormBook        *book,
                                              const GPtrArray     *fills,
                                              GError             **error);
/* The workbook with these rows in it, everything below them in its place: (transfer full): %NULL with
 * %OCOP_ERROR_INVALID_VALUE where something in it cannot be put into its place safely. */
GBytes             *ocop_form_book_insert    (OcopFormBook        *book,
                                              OcopFormShift       *shift,
                                              GError             **error);

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
