/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "evaluation/ocop-ballot-taking.h"

G_BEGIN_DECLS

/**
 * ocop_ballot_intake:
 * @register_id: of the register that @reader reads
 * @file: a ballot file or a ballot workbook, told apart by content
 * @replace: whether it takes the place of what the register has of the member's sheets
 *
 * Reads what a member gives back and holds it against the register. Nothing is stored: the caller
 * carries out the change.
 *
 * Returns: (transfer full): %NULL with @error where the file cannot be read or is no ballot
 */
OcopBallotTaking *ocop_ballot_intake (OcopReader  *reader,
                                      const char  *register_id,
                                      GFile       *file,
                                      gboolean     replace,
                                      OcopDate     on,
                                      GError     **error);

G_END_DECLS
