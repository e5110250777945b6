/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"

G_BEGIN_DECLS

/* What becomes of a product in a pay list. */
typedef enum
{
  OCOP_REWARD_PAYS,      /* its producer gets the amount */
  OCOP_REWARD_TWICE,     /* the product was paid for this class before: only if somebody wants it all the same */
  OCOP_REWARD_NOTHING,   /* no rule gives anything */
} OcopRewardResult;

typedef enum
{
  OCOP_REWARD_BY_RULE,   /* it is paid if it %OCOP_REWARD_PAYS */
  OCOP_REWARD_WANTED,
  OCOP_REWARD_LEFT_OUT,
} OcopRewardChoice;

/**
 * OcopRewardLine:
 * @recognition: the record
 * @producer: (nullable): its id; %NULL where the product has none
 * @account: (nullable): the bank account to which the producer was paid last
 * @class_before: the class of the recognition before this one; 0 where the register holds none
 * @paid_before: đồng that stand in earlier pay lists for the product, whatever class
 * @paid_for_class: of them, those for this class
 * @list_before: (nullable): the number of the last pay list with this class
 * @paid_in_year: đồng in the pay lists of the decision's year for the producer, whatever product
 * @choice: what somebody decided about it
 * @rule: (nullable) (unowned): by which it is paid; worked out, as what follows
 * @occasion: (nullable): what the class was to the product, a key of the field "occasion" of rewards; %NULL where it fell
 * @amount: đồng
 * @why: in words
 *
 * One product of a recognition decision, what was paid for it, and what it gets.
 */
typedef struct
{
  OcopRecord *recognition;
  char *product;
  char *product_name;
  char *producer;
  char *producer_name;
  char *account;
  guint class_before;
  gint64 paid_before;
  gint64 paid_for_class;
  char *list_before;
  gint64 paid_in_year;
  OcopRewardChoice choice;

  const OcopRecord *rule;
  const char *occasion;
  OcopRewardResult result;
  gint64 amount;
  char *why;
} OcopRewardLine;

OcopRewardLine *ocop_reward_line_new       (const OcopRecord *recognition);
void            ocop_reward_line_free      (OcopRewardLine   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopRewardLine, ocop_reward_line_free)

guint           ocop_reward_line_get_class (const OcopRewardLine *self);

/* Whether its amount goes into the pay list. */
gboolean        ocop_reward_line_is_paid   (const OcopRewardLine *self);

/**
 * ocop_reward_work_out:
 * @rules: (element-type OcopRecord): the reward rules that the office has entered
 * @lines: (element-type OcopRewardLine): the products of one decision, in its order, which is that in which a producer's
 *   cap is used up
 * @on: the day of the decision
 *
 * Says of each line what it gets by which rule, and why.
 */
void            ocop_reward_work_out       (const GPtrArray  *rules,
                                            const GPtrArray  *lines,
                                            OcopDate          on);

G_END_DECLS
