/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"
#include "register/ocop-reader.h"
#include "work/ocop-reward.h"

G_BEGIN_DECLS

/**
 * OcopRewardList:
 * @decision: the record
 * @rules: (element-type OcopRecord): all that the office has entered
 * @lines: (element-type OcopRewardLine): its recognitions, in the order of its annex
 *
 * Who gets what after a recognition decision. A value: nothing is paid by it.
 */
typedef struct
{
  OcopRecord *decision;
  GPtrArray *rules;
  GPtrArray *lines;
} OcopRewardList;

/* Whether rewards can follow @decision, a record: it is issued and recognises products. */
gboolean        ocop_reward_list_follows   (const OcopRecord      *decision);

/* @decision: the id of one that is issued. (transfer full): worked out by the rules; %NULL on failure, with
 * %OCOP_ERROR_REFUSED where it is not issued or recognises nothing */
OcopRewardList *ocop_reward_list_read      (OcopReader            *reader,
                                            const char            *decision,
                                            GError               **error);
void            ocop_reward_list_free      (OcopRewardList        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopRewardList, ocop_reward_list_free)

OcopRewardLine *ocop_reward_list_get_line  (const OcopRewardList  *self,
                                            guint                  place);
/* Once more, after a line's choice is another. */
void            ocop_reward_list_work_out  (OcopRewardList        *self);
/* What is paid in all; @n_lines: (out) (optional): for how many products */
gint64          ocop_reward_list_sum       (const OcopRewardList  *self,
                                            guint                 *n_lines);

/**
 * OcopRewardEntry:
 * @number: of the pay list
 * @paid_on: unknown where it is yet to be paid
 * @chosen: (nullable) (element-type utf8 OcopRewardChoice): id of a recognition → what somebody decided about it
 * @sum: what was seen to be paid
 */
typedef struct
{
  const char *number;
  OcopDate paid_on;
  GHashTable *chosen;
  gint64 sum;
} OcopRewardEntry;

/**
 * ocop_reward_list_pay:
 *
 * Writes down a reward for each line that is paid, as it is worked out now.
 *
 * Returns: (transfer full): the change; %NULL with %OCOP_ERROR_REFUSED without a number, where nothing is paid, or
 *   where it is no longer the sum that was seen
 */
OcopChange     *ocop_reward_list_pay       (OcopReader             *reader,
                                            const char             *decision,
                                            const OcopRewardEntry  *entry,
                                            GError                **error);

G_END_DECLS
