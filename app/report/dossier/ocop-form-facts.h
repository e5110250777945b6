/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-dossier-moves.h"

G_BEGIN_DECLS

/**
 * OcopFormFacts:
 * @on: the day of the paper
 * @book: in force on that day
 * @producer: (nullable)
 * @workers: (nullable): the producer's latest yearly figures
 * @stop, @visit: (nullable): the product's part in a visit on the spot, and the visit
 * @commune, @province: (nullable): with their kind in front, "xã Đồng Xanh"
 * @set: (nullable): the product's criteria set
 * @criteria: (nullable): its sheet
 * @self, @advised: (nullable): the choices of the producer and of the advisory group, where there is a sheet
 * @certificates: (element-type utf8): names, folded, of those that hold on @on
 * @tests: (element-type OcopRecord): extra tests of the product
 *
 * What the register knows of a dossier, for the papers that are made of it.
 */
typedef struct
{
  OcopDate on;
  const OcopRuleBook *book;
  OcopDossier *dossier;
  OcopRecord *office;
  OcopRecord *product;
  OcopRecord *producer;
  OcopRecord *workers;
  OcopRecord *stop;
  OcopRecord *visit;
  char *commune;
  char *province;
  const OcopCriteriaSet *set;
  const OcopCriteria *criteria;
  guint8 *self;
  guint8 *advised;
  GPtrArray *certificates;
  GPtrArray *tests;
} OcopFormFacts;

/* (transfer full): of the dossier @id; %NULL on failure. */
OcopFormFacts *ocop_form_facts_load (OcopReader           *reader,
                                     const char           *id,
                                     OcopDate              on,
                                     GError              **error);
void           ocop_form_facts_free (OcopFormFacts        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopFormFacts, ocop_form_facts_free)

/* Whether there is such a value: "producer.name", "made.address". */
gboolean       ocop_form_facts_has  (const char           *value);

/* (transfer full) (nullable): as people read it; %NULL while it is not known. */
char          *ocop_form_facts_get  (const OcopFormFacts  *self,
                                     const char           *value);

/* Whether the dossier's document of that code has been handed in. */
gboolean       ocop_form_facts_has_document    (const OcopFormFacts *self,
                                                const char          *code);
/* Whether a certificate in force has one of the words, folded and apart by "|", in its name. */
gboolean       ocop_form_facts_has_certificate (const OcopFormFacts *self,
                                                const char          *words);

G_END_DECLS
