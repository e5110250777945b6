/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evaluation/ocop-session.h"

G_BEGIN_DECLS

/**
 * OcopAdviceMinimum:
 * @has: (nullable): the option that counts now; %NULL where nobody scored it
 * @needs: the least option that will do
 * @text: both in words
 *
 * A star mark that is not met.
 */
typedef struct
{
  const OcopCriterion *criterion;
  const OcopOption *has;
  const OcopOption *needs;
  char *text;
} OcopAdviceMinimum;

/**
 * OcopAdviceClass:
 * @points: what the mean lacks, in hundredths, rounded up; 0 where it is enough
 * @minima: (element-type OcopAdviceMinimum): in the order of the sheet
 * @text: points and minima in one sentence
 */
typedef struct
{
  guint star;
  guint points;
  GPtrArray *minima;
  char *text;
} OcopAdviceClass;

/**
 * OcopAdviceGain:
 * @mean: of the counted sheets; @points: what is left to its best option; in hundredths
 */
typedef struct
{
  const OcopCriterion *criterion;
  guint mean;
  guint points;
} OcopAdviceGain;

/**
 * OcopAdvice:
 * @result: the class, and what it rests on, in one sentence
 * @choice: (nullable): at 90 points and more with a minimum of class 5 unmet: which are unmet, and
 *   what the council chose to do
 * @rejection: (nullable): the line of the sheet by which the dossier is rejected, and who found it
 * @against: (element-type utf8): why the verdict is not final yet; empty where it is
 * @classes: (element-type OcopAdviceClass): each class above the one reached, the lowest first; empty
 *   when rejected
 * @gains: (element-type OcopAdviceGain): where the most points are still to be had, at most five, the
 *   most first
 *
 * A verdict explained, for screen, minutes and the letter that advises a producer. Texts are
 * in the user's language. What is borrowed lives as long as the session's law: always.
 */
typedef struct
{
  guint star;
  char *result;
  char *choice;
  char *rejection;
  GPtrArray *against;
  GPtrArray *classes;
  GArray *gains;
} OcopAdvice;

OcopAdvice *ocop_advice_new          (const OcopSessionProduct *product);
/* Of sheets that are being typed, with a verdict on them. */
OcopAdvice *ocop_advice_new_of       (const OcopSessionProduct *product,
                                      const OcopScoring        *scoring,
                                      const OcopVerdict        *verdict);
void        ocop_advice_free         (OcopAdvice               *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopAdvice, ocop_advice_free)

/* Returns: (transfer full) (element-type utf8): all of it, a line each, as a page prints it; the lines of
 *   minima begin with an en dash. */
GPtrArray  *ocop_advice_to_lines     (const OcopAdvice         *self);

G_END_DECLS
