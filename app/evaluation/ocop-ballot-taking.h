/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-member-ballot.h"
#include "register/ocop-change.h"

G_BEGIN_DECLS

/**
 * OcopBallotDifference:
 * @criterion: (nullable): its code; %NULL of the comment
 * @stored, @given: for people: points, "–" where nothing is scored, or the comment
 *
 * A cell in which the ballot is not what the register has of the member's sheet already.
 */
typedef struct
{
  char *product_name;
  char *criterion;
  char *title;
  char *stored;
  char *given;
} OcopBallotDifference;

typedef enum
{
  OCOP_BALLOT_TAKEN,    /* there is a change to carry out */
  OCOP_BALLOT_SAME,     /* the register has it all already */
  OCOP_BALLOT_CONFLICT, /* a sheet was given before, and was another */
  OCOP_BALLOT_REFUSED,
} OcopBallotOutcome;

/**
 * OcopBallotTaking:
 * @own: (nullable): the ballot as the register makes it now; %NULL where it makes none
 * @problems: (element-type utf8): why it is refused, each with its place
 * @notes: (element-type utf8): what is worth knowing all the same
 * @differences: (element-type OcopBallotDifference): of a conflict
 * @n_sheets: how many sheets are added or corrected
 * @n_unscored: the criteria that the taken sheets leave open
 * @change: (nullable): with %OCOP_BALLOT_TAKEN
 *
 * What comes of a ballot that a member gives back.
 */
typedef struct
{
  OcopSession *session;
  OcopMemberBallot *own;
  char *member_name;
  GPtrArray *problems;
  GPtrArray *notes;
  GPtrArray *differences;
  OcopBallotOutcome outcome;
  guint n_sheets;
  guint n_unscored;
  OcopChange *change;
} OcopBallotTaking;

void              ocop_ballot_taking_free    (OcopBallotTaking         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopBallotTaking, ocop_ballot_taking_free)

/**
 * ocop_ballot_taking_begin:
 * @register_id: of the register that takes it in
 * @given: what is known of the ballot: register, session and member
 *
 * Makes the ballot anew from the register. A ballot of another register, session or member is a
 * problem, and there is no @own then.
 *
 * Returns: (transfer full): %NULL with @error only where the register cannot be read
 */
OcopBallotTaking *ocop_ballot_taking_begin   (OcopReader               *reader,
                                              const char               *register_id,
                                              const OcopMemberBallot   *given,
                                              GError                  **error);

void              ocop_ballot_taking_refuse  (OcopBallotTaking         *self,
                                              const char               *format,
                                              ...) G_GNUC_PRINTF (2, 3);
void              ocop_ballot_taking_note    (OcopBallotTaking         *self,
                                              const char               *format,
                                              ...) G_GNUC_PRINTF (2, 3);

/* Holds the agenda of @given against the register's: products, their order, sets and scorings. */
void              ocop_ballot_taking_compare_agenda (OcopBallotTaking       *self,
                                                     const OcopMemberBallot *given);
/* Holds all that the office wrote on @given, which was read from a ballot file, against @own. @altered: whether
 * its digest says that it is no longer what it was. Else what the office has corrected meanwhile is a note. */
void              ocop_ballot_taking_compare        (OcopBallotTaking       *self,
                                                     const OcopMemberBallot *given,
                                                     gboolean                altered);

/**
 * ocop_ballot_taking_finish:
 * @given: with the choices and comments of the member, for products of the same ids as @own
 * @source: "ballot" or "workbook"
 * @replace: whether it takes the place of what the register has of the member's sheets
 *
 * Comes to the outcome: one change for all sheets of the ballot.
 *
 * Returns: %FALSE with @error only where the register cannot be read
 */
gboolean          ocop_ballot_taking_finish  (OcopBallotTaking         *self,
                                              OcopReader               *reader,
                                              const OcopMemberBallot   *given,
                                              const char               *source,
                                              gboolean                  replace,
                                              OcopDate                  on,
                                              GError                  **error);

G_END_DECLS
