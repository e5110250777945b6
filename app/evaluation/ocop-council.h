/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-objection.h"
#include "law/ocop-law.h"
#include "law/ocop-verdict.h"
#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopCouncil:
 * @members: (element-type OcopRecord): in the order of its list; those without a place at the end
 *
 * A council or an advisory group, as its decision has it.
 */
typedef struct
{
  OcopRecord *record;
  GPtrArray *members;
} OcopCouncil;

OcopCouncil *ocop_council_read         (OcopReader          *reader,
                                        const char          *id,
                                        GError             **error);
void         ocop_council_free         (OcopCouncil         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCouncil, ocop_council_free)

/* Whether @council is an advisory group: it has a head, not a chair, and no rules of scoring. */
gboolean     ocop_council_is_group     (const OcopRecord    *council);
/* What a member with @role is called in @council (nullable). */
const char  *ocop_council_role_title   (const OcopRecord    *council,
                                        const char          *role);

/* What counts where a council sets nothing in @field, for people: "10 points"; %NULL of fields that are no rules. Free with
 * g_free(). */
char        *ocop_council_dup_usual    (const OcopField     *field);
/* The rules by which @council scores, its own and the usual ones. */
OcopCouncilRules ocop_council_get_rules (const OcopRecord   *council);
/* Whether it sets any itself. */
gboolean     ocop_council_has_own_rules (const OcopRecord   *council);

/* (element-type OcopRecord): its members alone. */
GPtrArray   *ocop_council_read_members (OcopReader          *reader,
                                        const char          *id,
                                        GError             **error);

/**
 * ocop_council_find_only:
 * @kind: "council" or "advisory"
 * @id: (out) (transfer full) (nullable): of the one whose term has not ended on @on, where it is the only one, so that nobody
 *   need be asked which
 */
gboolean     ocop_council_find_only    (OcopReader          *reader,
                                        const char          *kind,
                                        OcopDate             on,
                                        char               **id,
                                        GError             **error);

/**
 * ocop_council_objections:
 * @book: that counts on @on
 * @on: the day of its session, or today
 *
 * Article 7.3 and what follows from it: no session begins without a chair, with two of them, or with
 * somebody twice in the list; a body that is missing, or a term that is over, is a warning.
 *
 * Returns: (transfer full) (element-type OcopObjection)
 */
GPtrArray   *ocop_council_objections   (const OcopCouncil   *self,
                                        const OcopRuleBook  *book,
                                        OcopDate             on);

/**
 * ocop_council_copy:
 * @id: (out) (transfer full): of the new council
 *
 * Another one with the same members and rules, its decision and term to be filled in. The former
 * stays what it was: its sessions rest on it.
 */
OcopChange  *ocop_council_copy         (OcopReader          *reader,
                                        const char          *council,
                                        char               **id,
                                        GError             **error);

/* Not who has scored or taken part: sessions rest on the list. */
OcopChange  *ocop_council_remove_member (OcopReader         *reader,
                                         const char         *member,
                                         GError            **error);

/* Lets @member change places with the one before (-1) or after (+1) in the list, whose places are
 * counted anew. An empty change where there is none. */
OcopChange  *ocop_council_move_member  (OcopReader          *reader,
                                        const char          *member,
                                        int                  direction,
                                        GError             **error);

G_END_DECLS
