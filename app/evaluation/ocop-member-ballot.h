/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session.h"

G_BEGIN_DECLS

/* What the first part of a ballot file says that it is. */
#define OCOP_MEMBER_BALLOT_MIME_TYPE "application/vnd.ocop.ballot"

/* What the office says of a product, for people: "Producer", "Hợp tác xã …". */
typedef struct
{
  char *title;
  char *text;
} OcopMemberBallotFact;

/**
 * OcopMemberBallotProduct:
 * @id: of the product of the session
 * @scoring: the one that it is filled in for
 * @law: the place of the law among the ballot's
 * @decision: the rule book of that law
 * @self, @advised: (nullable): the choices of the producer and of the advisory group, in their text form
 * @facts: (element-type OcopMemberBallotFact): a summary of the evidence
 * @rules: the criteria, the book, and whether there is a story: what choices are held against
 * @choices: the member's own; never %NULL
 * @comment: (nullable): the member's own
 */
typedef struct
{
  char *id;
  char *name;
  char *producer_name;
  char *set;
  guint scoring;
  guint law;
  char *decision;
  char *self;
  char *advised;
  GArray *facts;
  OcopScoring rules;
  guint8 *choices;
  char *comment;
} OcopMemberBallotProduct;

/**
 * OcopMemberBallot:
 * @register_id, @session, @member: of whom and what it is
 * @laws: (element-type GHashTable): of each law the files that its products are judged by, as ocop_law_load()
 *   takes them
 * @products: (element-type OcopMemberBallotProduct): those that the member is to score, in the order of the agenda
 * @done: whether the member said so
 * @bytes: (nullable): the package that it was read from
 *
 * What one member of a council is handed to score a session on a machine of his or her own: the agenda, the
 * criteria, and this member's own sheets. There is no room in it for anybody else's.
 */
typedef struct
{
  char *register_id;
  char *session;
  char *member;
  char *session_name;
  char *council_name;
  char *venue;
  char *office_name;
  char *member_name;
  char *role;
  OcopDate held_on;
  GPtrArray *laws;
  GPtrArray *products;
  gboolean done;
  GBytes *bytes;
  /*< private >*/
  GPtrArray *own_laws;
} OcopMemberBallot;

OcopMemberBallot        *ocop_member_ballot_new          (void);
void                     ocop_member_ballot_free         (OcopMemberBallot        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopMemberBallot, ocop_member_ballot_free)

/* Nothing is known of it yet. Takes it into @ballot. */
OcopMemberBallotProduct *ocop_member_ballot_add_product  (OcopMemberBallot        *self);
OcopMemberBallotProduct *ocop_member_ballot_get_product  (const OcopMemberBallot  *self,
                                                          guint                    place);
/* -1 when it has none of that id. */
int                      ocop_member_ballot_find_product (const OcopMemberBallot  *self,
                                                          const char              *id);
/* The criteria that are still to be scored. */
guint                    ocop_member_ballot_count_missing (const OcopMemberBallotProduct *product);
/* Whether anything is scored or said. */
gboolean                 ocop_member_ballot_is_begun      (const OcopMemberBallotProduct *product);

/**
 * ocop_member_ballot_make:
 * @session: with all its products
 * @member: the member's place
 *
 * Returns: (transfer full): with what the register has of the member's sheets; %NULL with
 *   %OCOP_ERROR_REFUSED for who is not noted as present, or takes no part in scoring any product
 */
OcopMemberBallot        *ocop_member_ballot_make         (OcopReader              *reader,
                                                          const char              *register_id,
                                                          const OcopSession       *session,
                                                          guint                    member,
                                                          GError                 **error);

/* Returns: (transfer full) (element-type OcopMemberBallotFact): what is known of the evidence for @dossier, of kind
 * dossier; %NULL with @error */
GArray                  *ocop_member_ballot_read_facts   (OcopReader              *reader,
                                                          const OcopRecord        *dossier,
                                                          GError                 **error);

/**
 * ocop_member_ballot_save:
 *
 * Returns: (transfer full): the ballot as a package. Of one that was read from a package, what the
 *   office wrote stays as it is, byte for byte.
 */
GBytes                  *ocop_member_ballot_save         (const OcopMemberBallot  *self,
                                                          GError                 **error);

/**
 * ocop_member_ballot_load:
 * @altered: (out): whether what the office wrote is no longer what it was
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_FILE_FORMAT where it is no ballot, is damaged, or
 *   scores what its criteria do not have: the message names the place; with %OCOP_ERROR_NEWER
 *   where a newer program made it
 */
OcopMemberBallot        *ocop_member_ballot_load         (GBytes                  *bytes,
                                                          gboolean                *altered,
                                                          GError                 **error);

/* Of all that the office wrote on it; free with g_free(). */
char                    *ocop_member_ballot_dup_digest   (const OcopMemberBallot  *self);

/* One product of the ballot as a session that the member alone scores; closed once the member said that scoring is
 * done. The criteria are the ballot's. */
OcopSession             *ocop_member_ballot_to_session   (const OcopMemberBallot  *self,
                                                          guint                    product);

G_END_DECLS
