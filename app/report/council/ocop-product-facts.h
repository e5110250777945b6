/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopProductFacts:
 * @producer: (nullable)
 * @locality: (nullable): of the product, or else of its producer: "xã Đồng Xanh"
 * @address: (nullable): the producer's, with the locality behind it
 * @code: (nullable): for an evaluation in the year asked for; as the product has it where its
 *   commune or running number is not known
 *
 * A product as the papers of the council name it.
 */
typedef struct
{
  OcopRecord *product;
  OcopRecord *producer;
  char *locality;
  char *address;
  char *code;
} OcopProductFacts;

/**
 * ocop_product_facts_read:
 * @seq: of the change by which the product was judged or decided: who made it then, and what both were called and
 *   where they were; 0 where nothing is settled yet
 * @on: the day whose administrative units the papers name, today where it is unknown: a commune merged
 *   before it is its successor
 * @year: of the evaluation
 *
 * Returns: (transfer full): %NULL with @error
 */
OcopProductFacts *ocop_product_facts_read (OcopReader        *reader,
                                           const char        *product,
                                           gint64             seq,
                                           OcopDate           on,
                                           guint              year,
                                           GError           **error);
void              ocop_product_facts_free (OcopProductFacts  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopProductFacts, ocop_product_facts_free)

const char       *ocop_product_facts_get_name     (const OcopProductFacts  *self);
/* "" where it is not known. */
const char       *ocop_product_facts_get_producer (const OcopProductFacts  *self);
/* (nullable) */
const char       *ocop_product_facts_get_phone    (const OcopProductFacts  *self);

G_END_DECLS
