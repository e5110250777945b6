/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/ocop-plan-part.h"

G_BEGIN_DECLS

/* So many days before the day by which it is to be done, a task is due soon. */
#define OCOP_TASK_SOON_DAYS 14

typedef enum
{
  OCOP_TASK_PLANNED,
  OCOP_TASK_UNDER_WAY,
  OCOP_TASK_SOON,       /* neither done nor dropped, and due in %OCOP_TASK_SOON_DAYS days or less */
  OCOP_TASK_LATE,
  OCOP_TASK_DONE,
  OCOP_TASK_DROPPED,
} OcopTaskStanding;

/**
 * OcopTask:
 * @from, @until: the days between which it stands in the year view, within the years of the plan: where one of its days
 *   is not set, the first (last) of the month of the other; unknown where neither is, or where it is of other years
 *
 * A task of a plan, and how it stands.
 */
typedef struct
{
  OcopPlanPart part;
  OcopTaskStanding standing;
  OcopDate from;
  OcopDate until;
} OcopTask;

OcopTaskStanding  ocop_task_standing       (const OcopRecord  *task,
                                            OcopDate           on);
/* Translated. */
const char       *ocop_task_standing_title (OcopTaskStanding   standing);

/* (transfer full) (element-type OcopTask): the tasks of @plan in their order; %NULL on failure */
GPtrArray        *ocop_tasks_read          (OcopReader        *reader,
                                            const OcopRecord  *plan,
                                            OcopDate           on,
                                            GError           **error);

G_END_DECLS
