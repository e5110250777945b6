/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-spread.h"
#include "law/ocop-law.h"
#include "law/ocop-verdict.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopSessionMember:
 * @record: as the council's list has it
 * @present: whether the member is known to be there
 * @attendance: (nullable): the record that says so
 */
typedef struct
{
  OcopRecord *record;
  char *id;
  char *name;
  char *body_name;
  char *role;
  gboolean chair;
  gboolean present;
  OcopRecord *attendance;
} OcopSessionMember;

/**
 * OcopSessionSheet:
 * @awaited: whether a sheet may come in: the member takes part, and is there or gives a written opinion
 * @recusal: (nullable): why the member takes no part
 * @suggestion: (nullable): the kind of recusal that the member's name or body suggests
 * @record: (nullable): the sheet of the current scoring
 * @choices: never %NULL
 * @former: (nullable): the choices of the scoring before, which stay and do not count
 * @n_missing: the criteria still to be scored
 *
 * What one member has to do with one product.
 */
typedef struct
{
  gboolean awaited;
  OcopRecord *recusal;
  const char *suggestion;
  OcopRecord *record;
  guint8 *choices;
  guint8 *former;
  guint n_missing;
} OcopSessionSheet;

/**
 * OcopSessionProduct:
 * @set_now: the criteria set of the dossier today; the one that counts was fixed with the agenda
 * @law: by which it is judged, fixed with the agenda likewise
 * @n_all_sheets: of all scorings
 * @sheets: one for each member of the session, in their order
 * @scoring: what the verdict rests on; with @ballots, in the members' order
 * @self, @advised, @agreed: the choices of the producer, the advisory group and the council
 * @problems: (element-type utf8): what could not be read, in the user's language
 */
typedef struct
{
  OcopRecord *record;
  OcopRecord *dossier;
  char *product_name;
  char *producer_name;
  char *representative;
  char *set_now;
  const OcopLaw *law;
  guint n_all_sheets;
  OcopSessionSheet *sheets;
  OcopBallot *ballots;
  guint8 *self;
  guint8 *advised;
  guint8 *agreed;
  OcopScoring scoring;
  OcopVerdict *verdict;
  GPtrArray *problems;
} OcopSessionProduct;

/**
 * OcopSession:
 * @members: (element-type OcopSessionMember): of the council, in the order of its list; once it is closed those of that day
 * @products: (element-type OcopSessionProduct): in the order of the agenda
 * @decided: whether a decision rests on it, be it drafted
 *
 * A session of a council, read in one go and never changed afterwards.
 */
typedef struct
{
  OcopRecord *record;
  OcopRecord *council;
  OcopCouncilRules rules;
  GPtrArray *members;
  GPtrArray *products;
  gboolean decided;
} OcopSession;

/**
 * ocop_session_read:
 * @id: of the session
 * @product: (nullable): of the one product of the session to read; %NULL for all
 *
 * Returns: (transfer full): %NULL with @error
 */
OcopSession              *ocop_session_read           (OcopReader                *reader,
                                                       const char                *id,
                                                       const char                *product,
                                                       GError                   **error);
/* Reads the council and who is there, and no products. */
OcopSession              *ocop_session_read_members   (OcopReader                *reader,
                                                       const char                *id,
                                                       GError                   **error);
/* Reads the session of a product of it, and of its products that one. */
OcopSession              *ocop_session_read_product   (OcopReader                *reader,
                                                       const char                *product,
                                                       GError                   **error);
void                      ocop_session_free           (OcopSession               *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSession, ocop_session_free)

/* Whether its members give written opinions instead of meeting (article 7.6). Whoever answered is present. */
gboolean                  ocop_session_is_written     (const OcopSession         *self);
gboolean                  ocop_session_is_closed      (const OcopSession         *self);
/* The same of the manner (nullable) in which one is held, as its field has it. */
gboolean                  ocop_session_manner_is_written (const char             *manner);
/* What people call a session in @state that is held in this manner (nullable), as the keys of its fields. */
const char               *ocop_session_title_state    (const char                *manner,
                                                       const char                *state);
/* Whether it is under way. */
gboolean                  ocop_session_is_open        (const OcopSession         *self);
/* Whether enough members are there, the chair among them; who is recused from a product is there. */
gboolean                  ocop_session_has_quorum     (const OcopSession         *self);
guint                     ocop_session_n_present      (const OcopSession         *self);
const OcopSessionMember  *ocop_session_get_member     (const OcopSession         *self,
                                                       guint                      place);
/* The place of the member @id; -1 when the council has no such member. */
int                       ocop_session_find_member    (const OcopSession         *self,
                                                       const char                *id);
const OcopSessionProduct *ocop_session_get_product    (const OcopSession         *self,
                                                       guint                      place);
/* -1 when it is not on the agenda. */
int                       ocop_session_find_product   (const OcopSession         *self,
                                                       const char                *id);

/* Of the members whose sheets are awaited, how many there are, and how many sheets are complete. */
guint                     ocop_session_product_count  (const OcopSessionProduct  *product,
                                                       guint                     *n_complete);
/* Of the products that the member at @place is to score, likewise. */
guint                     ocop_session_member_count   (const OcopSession         *self,
                                                       guint                      place,
                                                       guint                     *n_complete);

/* Of written opinions: who takes part in no product is not asked. */
gboolean                  ocop_session_is_asked       (const OcopSession         *self,
                                                       guint                      place);

/* The verdict as it stands while sheets are typed: of those that were begun, and its spread of those that are
 * whole. It is final only where the one of all sheets is. Returns: (transfer full) */
OcopVerdict              *ocop_session_judge_begun    (const OcopScoring         *scoring);
/* Where the members differ whose sheets are whole. Returns: (transfer full) (nullable): %NULL of fewer than two */
OcopSpread               *ocop_session_find_spread    (const OcopScoring         *scoring);

/* Whether the council has to look at the product once more: it is complete, and not final or with a choice
 * that was not made. */
gboolean                  ocop_session_product_needs_second_pass (const OcopSessionProduct *product);

/* Returns: (transfer full) (element-type utf8): the problems, and whether the dossier now names another
 * criteria set */
GPtrArray                *ocop_session_product_problems (const OcopSessionProduct *product);
/* Returns: (transfer full) (element-type utf8): these, and why the verdict is what it is */
GPtrArray                *ocop_session_product_explain (const OcopSessionProduct *product);

G_END_DECLS
