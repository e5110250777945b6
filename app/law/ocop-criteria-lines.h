/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-criteria.h"

G_BEGIN_DECLS

/* In the order in which they stand under one criterion. */
typedef enum
{
  OCOP_CRITERIA_LINE_HEAD, /* what rejects a product, at the head of the sheet */
  OCOP_CRITERIA_LINE_PART,
  OCOP_CRITERIA_LINE_CRITERION,
  OCOP_CRITERIA_LINE_RULE, /* what ends the evaluation, within a criterion */
  OCOP_CRITERIA_LINE_NOTE,
  OCOP_CRITERIA_LINE_OPTION,
  OCOP_CRITERIA_LINE_DOUBT, /* to be held against the signed decision */
} OcopCriteriaLineKind;

/**
 * OcopCriteriaLine:
 * @depth: 0 of heads and parts, 1 of a criterion in a part, and so on
 * @owner: code of the criterion that it is, or stands under; %NULL of heads
 * @place: among those of its kind under @owner, or in the head
 * @effect: of a rule: what follows; of a head: %OCOP_EFFECT_REJECT
 * @points: in hundredths: the most of a part or criterion, those of an option; 0 of others
 * @min_star: of an option: the class that demands at least it; else 0
 */
typedef struct
{
  OcopCriteriaLineKind kind;
  guint depth;
  const char *owner;
  guint place;
  const char *text;
  OcopEffect effect;
  guint points;
  guint min_star;
} OcopCriteriaLine;

/**
 * ocop_criteria_lines_new:
 *
 * The sheet as one reads it from top to bottom.
 *
 * Returns: (transfer full) (element-type OcopCriteriaLine): their texts are the sheet's
 */
GArray *ocop_criteria_lines_new     (const OcopCriteria  *criteria);

/**
 * OcopCriteriaPair:
 * @before: (nullable): %NULL where the line is new
 * @after: (nullable): %NULL where it is no longer there
 * @differs: in words, points or minimum
 */
typedef struct
{
  const OcopCriteriaLine *before;
  const OcopCriteriaLine *after;
  gboolean differs;
} OcopCriteriaPair;

/**
 * ocop_criteria_lines_compare:
 * @before, @after: (element-type OcopCriteriaLine)
 *
 * Two sheets side by side: criteria by their codes, what stands under one by its place there.
 *
 * Returns: (transfer full) (element-type OcopCriteriaPair): in the order of @after, each line that
 *   is no longer there after the one it used to follow; borrows from both
 */
GArray *ocop_criteria_lines_compare (GArray              *before,
                                     GArray              *after);

G_END_DECLS
