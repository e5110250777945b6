/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "law/ocop-criteria.h"

G_BEGIN_DECLS

/* How the members' totals become one. The decision leaves it to each council's own rules. */
typedef enum
{
  OCOP_AGGREGATE_MEAN,
  OCOP_AGGREGATE_TRIMMED, /* without one highest and one lowest total, where five or more count */
} OcopAggregate;

/**
 * OcopCouncilRules:
 * @max_spread: the largest difference between two members' totals, in hundredths
 * @quorum_percent: the least share of the members that has to be present
 * @written: whether the members give written opinions (article 7.6): whoever answered is present
 */
typedef struct
{
  OcopAggregate aggregate;
  guint max_spread;
  guint quorum_percent;
  gboolean written;
} OcopCouncilRules;

/* The plain mean, 10 points, 75 percent. */
#define OCOP_COUNCIL_RULES_DEFAULT ((OcopCouncilRules) { OCOP_AGGREGATE_MEAN, 1000, 75, FALSE })

/* A criterion that is not scored yet, which is not 0 points. */
#define OCOP_NOT_SCORED 0xff

/**
 * OcopBallot:
 * @chair: whether the member chairs the council
 * @recused: whether the member took no part in scoring (Không tham gia chấm)
 * @choices: the place of the chosen option for each leaf of the set, or %OCOP_NOT_SCORED
 *
 * A council member and the sheet of this member for one product.
 */
typedef struct
{
  gboolean chair;
  gboolean present;
  gboolean recused;
  const guint8 *choices;
} OcopBallot;

/**
 * OcopScoring:
 * @has_story: whether the product has a story: without one some criteria are not scored
 * @disqualified: whether the council found a reason for rejection
 * @agreed: (nullable): the option agreed for each leaf, or %OCOP_NOT_SCORED
 *
 * All that a verdict rests on.
 */
typedef struct
{
  const OcopRuleBook *book;
  const OcopCriteria *criteria;
  OcopCouncilRules rules;
  gboolean has_story;
  gboolean disqualified;
  const OcopBallot *ballots;
  guint n_ballots;
  const guint8 *agreed;
} OcopScoring;

/* Points as a sum of so many sheets: exact until they are shown. In hundredths. */
typedef struct
{
  guint64 sum;
  guint count;
} OcopMean;

/**
 * OcopAgreedPoints:
 * @points: in hundredths
 * @by_council: whether the council said so; else it is what most sheets chose
 */
typedef struct
{
  const OcopCriterion *criterion;
  guint points;
  gboolean by_council;
} OcopAgreedPoints;

/* A minimum that is not met, in hundredths of points. */
typedef struct
{
  const OcopCriterion *criterion;
  guint needs;
  guint has;
} OcopUnmetMinimum;

/**
 * OcopMissing:
 * @star: the class
 * @points: what the mean lacks to it, in hundredths, rounded up
 * @minima: (element-type OcopUnmetMinimum): in the order of the sheet
 */
typedef struct
{
  guint star;
  guint points;
  GArray *minima;
} OcopMissing;

/**
 * OcopVerdict:
 * @mean: of the totals that are taken
 * @part_means: of the same sheets
 * @n_counted: the sheets of members who were present and not recused
 * @star_by_mean: the class whose threshold the mean reaches (article 3.3)
 * @star_by_minima: the highest class whose minima, and all lower ones, are met; where not
 *   even those of the lowest recognised class are, the one below it
 * @star: the lower of the two; 0 when disqualified
 * @spread: between the highest and the lowest counted total, in hundredths
 * @has_quorum: whether enough members were present, the chair among them
 * @is_complete: whether every counted sheet has scored all that there is to score
 * @is_final: whether nothing stands against the verdict
 * @agreed: (element-type OcopAgreedPoints): one for each marked criterion that applies
 * @missing: (element-type OcopMissing): for each class above @star, the lowest first;
 *   none when disqualified
 */
typedef struct
{
  OcopMean mean;
  OcopMean part_means[OCOP_N_PARTS];
  guint n_counted;
  guint star_by_mean;
  guint star_by_minima;
  guint star;
  guint spread;
  gboolean spread_exceeded;
  gboolean has_quorum;
  gboolean is_complete;
  gboolean is_final;
  GArray *agreed;
  GArray *missing;
} OcopVerdict;

/**
 * ocop_verdict_new:
 *
 * Article 3.3 and annex II of 26/2026/QĐ-TTg: both the mean and the star-marked
 * minima have to reach a class. The mean is compared as it is, never rounded up.
 * With equal totals, a trimmed mean leaves out the first of the lowest and the
 * last of the highest.
 *
 * Returns: (transfer full)
 */
OcopVerdict *ocop_verdict_new  (const OcopScoring *scoring);
void         ocop_verdict_free (OcopVerdict       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopVerdict, ocop_verdict_free)

/* Whether so many present of so many members are enough; the chair has to be among them. */
gboolean     ocop_council_rules_make_quorum (const OcopCouncilRules *self,
                                             guint                   n_present,
                                             guint                   n_members);

/* Whether the sheet counts: its member was there and took part in scoring. */
gboolean     ocop_ballot_counts (const OcopBallot *ballot);

/* Whether @choices score, of the cases of which @leaf is in one, another than its own. */
gboolean     ocop_scoring_is_in_other_case (const OcopScoring   *scoring,
                                            const guint8        *choices,
                                            const OcopCriterion *leaf);

/* Whether a sheet with @choices has to score @leaf: not without the story that it is about,
 * and not where another case is scored. */
gboolean     ocop_scoring_asks_for (const OcopScoring   *scoring,
                                    const guint8        *choices,
                                    const OcopCriterion *leaf);

/* The points that @choices make, in hundredths, by part and in all. */
guint        ocop_scoring_add_up   (const OcopScoring   *scoring,
                                    const guint8        *choices,
                                    guint                parts[OCOP_N_PARTS]);

/* Where the council agreed on nothing: the option of the points that most counted sheets gave, the fewer of
 * those given equally often; of several options of the same points the one that most chose, else the first.
 * %OCOP_NOT_SCORED where nobody scored @leaf. */
guint8       ocop_scoring_find_most_chosen (const OcopScoring   *scoring,
                                            const OcopCriterion *leaf);

/* In hundredths, cut, never rounded up; 0 of nothing. */
guint        ocop_mean_cut     (OcopMean           mean);

G_END_DECLS
