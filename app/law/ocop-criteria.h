/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-rule-book.h"

G_BEGIN_DECLS

/* What follows when a rule of a criterion is broken. */
typedef enum
{
  OCOP_EFFECT_REJECT, /* bị loại */
  OCOP_EFFECT_STOP,   /* không đánh giá các bước tiếp theo */
  OCOP_EFFECT_ENTRY,  /* yêu cầu đầu vào: has to hold for the product to be judged at all */
} OcopEffect;

typedef struct
{
  OcopEffect effect;
  char *text;
} OcopCriterionRule;

/**
 * OcopOption:
 * @points: in hundredths
 * @min_star: the class (3, 4 or 5) that demands at least this option; 0 when none does
 * @added: whether the printed sheet has no box for it, and it stands for a blank line
 * @text: in the project's own words, or the gazette's where an office loaded them
 */
typedef struct
{
  guint points;
  guint min_star;
  gboolean added;
  char *text;
} OcopOption;

/**
 * OcopCriterion:
 * @code: "1.1", "8.a"; unique within its set
 * @max_points: in hundredths: of its best option, or of what is in it
 * @parent: %NULL of a part
 * @case_of: the criterion of which it is one case of several, or is within one; else %NULL
 * @choose_one: whether only one of its criteria, a case, is scored
 * @only_with_story: scored only when the product has a story
 * @place: of a leaf, its place among the leaves of the set
 * @criteria: (element-type OcopCriterion): empty for a leaf
 * @options: (element-type OcopOption): of a leaf, from the fewest points to the most;
 *   two may bear the same points, so that an option is known by its place. Else empty
 * @notes: (element-type utf8): how to judge it
 * @rules: (element-type OcopCriterionRule): what ends the evaluation
 *
 * A part of the sheet, a criterion, or a criterion within one. Those with options are leaves.
 */
typedef struct _OcopCriterion OcopCriterion;
struct _OcopCriterion
{
  char *code;
  char *title;
  guint max_points;
  const OcopCriterion *parent;
  const OcopCriterion *case_of;
  gboolean choose_one;
  gboolean only_with_story;
  guint place;
  GPtrArray *criteria;
  GArray *options;
  GPtrArray *notes;
  GArray *rules;
};

/* A place of the set's wording or figures that has to be held against the signed decision. */
typedef struct
{
  char *criterion;
  char *text;
} OcopCriteriaDoubt;

/**
 * OcopCriteria:
 * @code: of the set, "QD26-04"
 * @parts: (element-type OcopCriterion): A, B, C
 * @leaves: (element-type OcopCriterion): those to score, in the order of the sheet; borrowed
 * @rejected_when: (element-type utf8): the lines at the head of the sheet
 * @doubts: (element-type OcopCriteriaDoubt)
 *
 * The sheet by which products of one set are judged (annex II of 26/2026/QĐ-TTg).
 * Never changed once read.
 */
typedef struct
{
  char *code;
  char *title;
  GPtrArray *parts;
  GPtrArray *leaves;
  GPtrArray *rejected_when;
  GArray *doubts;
} OcopCriteria;

/**
 * ocop_criteria_load:
 * @bytes: JSON as data/law/26-2026/QD26-01.json
 * @name: the file's name in messages
 * @set: the code that it has to have
 * @book: the rule book it belongs to
 *
 * Returns: (transfer full): %NULL with %OCOP_ERROR_FILE_FORMAT, which names the
 *   place, when points do not add up, codes repeat, or minima do not rise with the points.
 */
OcopCriteria        *ocop_criteria_load          (GBytes               *bytes,
                                                  const char           *name,
                                                  const char           *set,
                                                  const OcopRuleBook   *book,
                                                  GError              **error);
void                 ocop_criteria_free          (OcopCriteria         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopCriteria, ocop_criteria_free)

/* The leaf with that code; %NULL when there is none. */
const OcopCriterion *ocop_criteria_find          (const OcopCriteria   *self,
                                                  const char           *code);

/* The part that it is in. */
OcopPart             ocop_criterion_get_part     (const OcopCriterion  *self);

const OcopOption    *ocop_criterion_get_option   (const OcopCriterion  *self,
                                                  guint                 place);

/* The place of the first option with so many @points (hundredths); -1 when there is none. */
int                  ocop_criterion_find_option  (const OcopCriterion  *self,
                                                  guint                 points);

/* The points (hundredths) that class @star and all below it demand; 0 when none does. */
guint                ocop_criterion_least_points (const OcopCriterion  *self,
                                                  guint                 star);

/* Whether any class demands anything of it: it bears a star mark. */
gboolean             ocop_criterion_is_marked    (const OcopCriterion  *self);

G_END_DECLS
