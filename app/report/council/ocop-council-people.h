/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopCouncilPeople:
 * @council: (nullable): a council or an advisory group; %NULL where there is none
 * @members: (element-type OcopRecord): of kind council_member, in the order of its list
 *
 * Who sits in a council, with the positions that papers name them by.
 */
typedef struct
{
  OcopRecord *council;
  GPtrArray *members;
} OcopCouncilPeople;

/* Returns: (transfer full): %NULL with @error */
OcopCouncilPeople *ocop_council_people_read          (OcopReader               *reader,
                                                      const char               *council,
                                                      GError                  **error);
/* The advisory group that @dossier (nullable) is assigned to, else the one that was set up last; without
 * anybody where there is none. */
OcopCouncilPeople *ocop_council_people_read_advisory (OcopReader               *reader,
                                                      const char               *dossier,
                                                      GError                  **error);
void               ocop_council_people_free          (OcopCouncilPeople        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCouncilPeople, ocop_council_people_free)

/* "Phó Giám đốc, Sở Công Thương"; "" where nothing is known. Free with g_free(). */
char              *ocop_council_people_dup_position  (const OcopRecord         *member);

/* The name of the first in @role, "chair" or "secretary"; %NULL where there is none. */
const char        *ocop_council_people_find_name     (const OcopCouncilPeople  *self,
                                                      const char               *role);

G_END_DECLS
