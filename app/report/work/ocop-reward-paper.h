/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/**
 * ocop_reward_paper_read:
 * @decision: the record of one that is issued
 *
 * What stands in the pay lists after a recognition decision, to be signed by those who get it.
 *
 * Returns: (transfer full): empty of rows where nothing was listed; %NULL on failure
 */
OcopPaper *ocop_reward_paper_read (OcopReader        *reader,
                                   const OcopRecord  *decision,
                                   const OcopRecord  *office,
                                   GError           **error);

G_END_DECLS
