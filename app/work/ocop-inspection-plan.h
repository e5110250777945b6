/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"
#include "register/ocop-reader.h"
#include "work/ocop-inspection-rules.h"

G_BEGIN_DECLS

/**
 * OcopInspectionCandidate:
 * @producer: id, with its name beside it
 * @locality: (nullable): id, with its name beside it
 * @until: the first day on which one of its certificates ends; unknown where none has an end
 * @visited_on: its last visit; unknown where there is none
 * @repair_by: the earliest day by which a repair was to be proved and was not
 * @complained_on: the last visit for a complaint, held or planned
 * @covered: whether it was visited in the year, or a visit is planned
 * @reasons: #OcopInspectReason
 * @score: the sum of their weights
 * @chosen: whether it is to be visited
 *
 * A producer with products in force, whom the office may visit (article 9).
 */
typedef struct
{
  char *producer;
  char *name;
  char *locality;
  char *locality_name;
  OcopDate until;
  OcopDate visited_on;
  OcopDate repair_by;
  OcopDate complained_on;
  gboolean covered;
  guint reasons;
  guint score;
  gboolean chosen;
} OcopInspectionCandidate;

void       ocop_inspection_candidate_free    (OcopInspectionCandidate       *candidate);
/* In words: "repair not proved by 12/08/2026; never visited". "" where there is no reason but coverage. */
char      *ocop_inspection_candidate_explain (const OcopInspectionCandidate *candidate);

/* How far visits of the year reach: producers and localities visited or planned, those chosen among them, of all. */
typedef struct
{
  guint producers;
  guint n_producers;
  guint localities;
  guint n_localities;
  guint chosen;
} OcopInspectionCoverage;

OcopInspectionCoverage ocop_inspection_plan_measure (const GPtrArray *candidates);

/* Sets the reasons and the score of each of @candidates as on @on. */
void       ocop_inspection_plan_weigh  (GPtrArray                 *candidates,
                                        const OcopInspectionRules *rules,
                                        OcopDate                   on);

/* Sorts @candidates, the most pressing first, and chooses of them: the most pressing of each locality that no visit
 * reaches, until enough localities are reached, then the most pressing of all, until enough producers are. */
void       ocop_inspection_plan_choose (GPtrArray                 *candidates,
                                        const OcopInspectionRules *rules);

/* Returns: (transfer full) (element-type OcopInspectionCandidate): all producers with products in force on @on, weighed
 * and chosen by the shipped rules; visits count of the year of @on. %NULL on failure. */
GPtrArray *ocop_inspection_plan_read   (OcopReader                *reader,
                                        OcopDate                   on,
                                        GError                   **error);

/* A planned visit on @planned_on to each that is chosen. Refused where none is, or the day is unknown. */
OcopChange *ocop_inspection_plan_make  (const GPtrArray           *candidates,
                                        const char                *name,
                                        OcopDate                   planned_on,
                                        const char                *members,
                                        GError                   **error);

G_END_DECLS
