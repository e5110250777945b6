/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-rule-book.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * ocop_dossier_receipt_number:
 * @product: id
 * @at_province: whether the province gives it, else the commune
 * @on: the day of receipt
 * @given: (nullable): of a change that gives several: the form of a number, which it frees by itself,
 *   to the highest given so far; kept up to date here
 * @number: (out) (transfer full): %NULL where a code of the place is not known, or the law has no form
 *
 * The next number of the receipt in the lower part of Form 01. Each commune and each province
 * numbers on through a year.
 */
gboolean ocop_dossier_receipt_number (OcopReader          *reader,
                                      const OcopRuleBook  *book,
                                      const char          *product,
                                      gboolean             at_province,
                                      OcopDate             on,
                                      GHashTable          *given,
                                      char               **number,
                                      GError             **error);

G_END_DECLS
