/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session.h"
#include "report/council/ocop-council-people.h"
#include "report/council/ocop-product-facts.h"

G_BEGIN_DECLS

/**
 * OcopCouncilProduct:
 * @scored: (unowned): of the session
 * @former: (nullable): what the scoring before gave, where the product was scored again
 */
typedef struct
{
  const OcopSessionProduct *scored;
  OcopProductFacts *facts;
  OcopVerdict *former;
} OcopCouncilProduct;

/**
 * OcopCouncilFacts:
 * @province: (nullable): with its kind, "tỉnh Thực Hành"
 * @people: of the council
 * @advisory: of the advisory group
 * @held_on: the session's day, or unknown
 * @sent_on: the day on which the forms of written opinions were sent out, or unknown
 * @n_received: how many dossiers came in for its round; 0 where its round is not known
 * @n_returned: how many of them were returned to be completed
 * @products: (element-type OcopCouncilProduct): in the order of the agenda
 *
 * All that the papers of a session say, read in one go.
 */
typedef struct
{
  OcopSession *session;
  OcopRecord *office;
  OcopCouncilPeople *people;
  OcopCouncilPeople *advisory;
  char *province;
  OcopDate held_on;
  OcopDate sent_on;
  guint n_received;
  guint n_returned;
  GPtrArray *products;
} OcopCouncilFacts;

/* @session: an id. Returns: (transfer full): %NULL with @error */
OcopCouncilFacts         *ocop_council_facts_read        (OcopReader              *reader,
                                                          const char              *session,
                                                          GError                 **error);
void                      ocop_council_facts_free        (OcopCouncilFacts        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCouncilFacts, ocop_council_facts_free)

const OcopCouncilProduct *ocop_council_facts_get_product (const OcopCouncilFacts  *self,
                                                          guint                    place);

/* "đợt 1 năm 2026"; "đánh giá lại năm 2026" of written opinions, which are of no round; the session's name where its round is
 * not known. As it stands within a sentence. Free with g_free(). */
char                     *ocop_council_facts_dup_round   (const OcopCouncilFacts  *self);

/* "Ủy ban nhân dân tỉnh Thực Hành"; of the province in general where it is not known. Free with g_free(). */
char                     *ocop_council_facts_dup_committee (const OcopCouncilFacts *self);

/* The province that @office is of, with its kind; %NULL where it is not known. Free with g_free(). */
char                     *ocop_office_dup_province       (OcopReader              *reader,
                                                          const OcopRecord        *office);

/* (transfer none): the names that people know the choices of a session by, "Chủ tịch" for "chair"; "" for %NULL */
const char               *ocop_council_choice_title      (const char              *kind,
                                                          const char              *field,
                                                          const char              *key);

G_END_DECLS
