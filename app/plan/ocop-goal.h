/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"

G_BEGIN_DECLS

typedef enum
{
  OCOP_GOAL_AT_LEAST,
  OCOP_GOAL_MORE_THAN,
  OCOP_GOAL_AT_MOST,
  OCOP_GOAL_EXACTLY,
  OCOP_GOAL_BETWEEN,
  OCOP_GOAL_EACH_AT_LEAST, /* every locality */
  OCOP_GOAL_BY_DAY,
  OCOP_GOAL_COUNTED,       /* no number was set: it is only counted */
  OCOP_GOAL_QUALITATIVE,   /* in words, with evidence */
} OcopGoalOperator;

/**
 * OcopGoal:
 * @value, @value_to: in hundredths; of %OCOP_GOAL_BETWEEN both, else @value alone
 * @rounds: of %OCOP_GOAL_BY_DAY, in how many rounds
 *
 * What a target sets.
 */
typedef struct
{
  OcopGoalOperator op;
  gint64 value;
  gint64 value_to;
  OcopDate by_day;
  gint64 rounds;
} OcopGoal;

/**
 * OcopFact:
 * @known: whether there is a @figure or a @day
 * @empty: not @known, for it is a share of nothing: of nobody all or none is done
 * @figure: in hundredths
 * @rounds: how many were held
 * @met: of a qualitative target, whether somebody says so
 * @foreseen: whether @forecast says more than @figure: what it would be by the end of the period
 *
 * What became of it.
 */
typedef struct
{
  gboolean known;
  gboolean empty;
  gint64 figure;
  OcopDate day;
  gint64 rounds;
  gboolean met;
  gboolean foreseen;
  gint64 forecast;
} OcopFact;

typedef enum
{
  OCOP_STANDING_NONE,     /* nothing to hold it against */
  OCOP_STANDING_MET,
  OCOP_STANDING_EXCEEDED,
  OCOP_STANDING_ON_TRACK,
  OCOP_STANDING_AT_RISK,
  OCOP_STANDING_MISSED,
} OcopStanding;

/* What the record @target sets. */
OcopGoal     ocop_goal_of        (const OcopRecord *target);

/* The key of @op in a target's field "operator". */
const char  *ocop_goal_key       (OcopGoalOperator  op);

/**
 * ocop_goal_parse:
 * @text: "15", "25–30 sản phẩm", "≥ 9", "trên 70%", "mỗi huyện ít nhất 2", "trước 20/11/2021"
 *
 * Returns: whether @text is what a plan sets, as people write it; a number alone is to be reached at least
 */
gboolean     ocop_goal_parse     (const char       *text,
                                  OcopGoal         *goal);

/* Lets @target set what @text says, in its unit where that is said; %FALSE where it says nothing of the kind. */
gboolean     ocop_goal_take      (OcopRecord       *target,
                                  const char       *text);

/* Money is counted in đồng: a target that is set in billions or millions is set in these. A record of another kind stays as it is. */
void         ocop_goal_settle_money (OcopRecord    *record);

/**
 * ocop_goal_judge:
 * @from, @until: of the target's period
 * @on: the day of @fact
 *
 * How the target stands. While the period lasts, a number that is not reached yet is on track where what is foreseen
 * reaches it, or, where nothing is foreseen, where it has come as far as the period has; one that is reached is at
 * risk where it will not be by the end.
 */
OcopStanding ocop_goal_judge     (const OcopGoal   *goal,
                                  const OcopFact   *fact,
                                  OcopDate          from,
                                  OcopDate          until,
                                  OcopDate          on);

/* @percent: (out): hundredths of a percent of what was set, cut off; of a range, of where it begins.
 * %FALSE where there is no such number. */
gboolean     ocop_goal_percent   (const OcopGoal   *goal,
                                  const OcopFact   *fact,
                                  gint64           *percent);

/* Whether one locality, with as many or with that day, does not do what @goal sets for each; never where it sets nothing
 * for each. @number: not in hundredths */
gboolean     ocop_goal_falls_short (const OcopGoal *goal,
                                  gint64            number,
                                  OcopDate          day);

/* "at least 60", "25–30", "by 20/11/2021", translated; "" where nothing is set. */
char        *ocop_goal_to_people (const OcopGoal   *goal);

/* Stable: "met", "exceeded", "on-track", "at-risk", "missed"; %NULL of %OCOP_STANDING_NONE. */
const char  *ocop_standing_name  (OcopStanding      standing);
/* Translated. */
const char  *ocop_standing_title (OcopStanding      standing);

G_END_DECLS
