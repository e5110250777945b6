/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopInspectionPoint:
 * @before: (nullable): as the register holds it; %NULL of one that it does not hold yet
 * @after: as it is to be
 * @product_name: (nullable): of the product that it is about
 */
typedef struct
{
  OcopRecord *before;
  OcopRecord *after;
  char *product_name;
} OcopInspectionPoint;

/**
 * ocop_inspection_points_read:
 * @on: the day on which products are in force
 *
 * Returns: (transfer full) (element-type OcopInspectionPoint): what the visit looks at: the topics of the rules, of each
 *   valid product where they say so, and whatever else stands in the register; %NULL on failure
 */
GPtrArray  *ocop_inspection_points_read   (OcopReader       *reader,
                                           const char       *inspection,
                                           OcopDate          on,
                                           GError          **error);

/* The day by which a fault found on @held_on (or today) is to be repaired, unless the office says another. */
OcopDate    ocop_inspection_repair_day    (OcopDate          held_on);

/* What the points say of the visit: "repair" with a fault that nobody repaired yet, "met" where all is met; %NULL while
 * something is not checked yet. Whether to revoke is for people to say. */
const char *ocop_inspection_points_conclude (const GPtrArray *points);

/**
 * ocop_inspection_points_save:
 * @before: (nullable): the visit as the register holds it
 * @after: (nullable): with its day and conclusion
 *
 * Returns: (transfer full): all that differs, in one step; %NULL where a fault has no words, or was repaired before it was found
 */
OcopChange *ocop_inspection_points_save     (const GPtrArray   *points,
                                             const OcopRecord  *before,
                                             OcopRecord        *after,
                                             GError           **error);

G_END_DECLS
