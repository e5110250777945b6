/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-member-ballot.h"

G_BEGIN_DECLS

/* The parts of the package: what the office wrote, with their digest, and the member's sheets, which alone are
 * written anew when the member saves. */
#define OCOP_BALLOT_TYPE_PART "mimetype"
#define OCOP_BALLOT_HEAD_PART "ballot.json"
#define OCOP_BALLOT_LAW_FOLDER "law/"
#define OCOP_BALLOT_DIGEST_PART "digest"
#define OCOP_BALLOT_SHEETS_PART "sheets.json"

/* Of what the parts mean; a newer one is not opened. */
#define OCOP_BALLOT_VERSION 1

/* Empty; of OcopMemberBallotFact. */
GArray *ocop_member_ballot_facts_new (void);

/* Of all parts that the office wrote, in their order: @names (element-type utf8), @contents (element-type GBytes). */
char *ocop_member_ballot_digest (const GPtrArray *names,
                                 const GPtrArray *contents);

G_END_DECLS
