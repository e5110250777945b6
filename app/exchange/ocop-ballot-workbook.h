/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "evaluation/ocop-ballot-taking.h"

G_BEGIN_DECLS

/* A ballot as a workbook: a sheet for each product, on which the number of an option is chosen from a list and
 * all else is locked. What belongs to whom stands on a hidden sheet. */

/* Returns: (transfer full): the workbook's bytes. LC_NUMERIC must be "C". */
GBytes           *ocop_ballot_workbook_write  (const OcopMemberBallot *ballot,
                                               GError                **error);

/* Whether @bytes are those of a spreadsheet, rather than of a ballot file. */
gboolean          ocop_ballot_workbook_is_one (GBytes                 *bytes);

/* As ocop_ballot_intake(): every cell but those to fill in is held against the workbook that the register makes. */
OcopBallotTaking *ocop_ballot_workbook_take   (OcopReader             *reader,
                                               const char             *register_id,
                                               GFile                  *file,
                                               gboolean                replace,
                                               OcopDate                on,
                                               GError                **error);

G_END_DECLS
