/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What hits come to: their number, sum or ends, for all or for each group. Nobody but this folder includes it. */

#include "register/sqlite/ocop-sqlite-scan.h"

G_BEGIN_DECLS

typedef struct _OcopMeasurer OcopMeasurer;

/* For @hits (OcopHit) or parts of them; @found is where they come from. @scans must stay as long. */
OcopMeasurer *ocop_measurer_new  (const OcopScans  *scans,
                                  const OcopFound  *found,
                                  OcopMeasure       measure,
                                  const GArray     *hits);
void          ocop_measurer_free (OcopMeasurer     *self);

OcopValue     ocop_measurer_tell (OcopMeasurer     *self,
                                  const OcopHit    *hits,
                                  guint             n);

/* (transfer full) (element-type gint64): the groups that @hits have at @place, in their order; what is unknown first */
GArray       *ocop_hits_list_groups (const GArray  *hits,
                                     guint          place);
/* Fills @sorted with @hits, those of each group at @place next to each other, group by group, as they were within it; of no
 * known group first. */
void          ocop_hits_by_group (const GArray     *hits,
                                  guint             place,
                                  GArray           *sorted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopMeasurer, ocop_measurer_free)

G_END_DECLS
