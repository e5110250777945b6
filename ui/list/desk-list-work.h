/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-page.h"

G_BEGIN_DECLS

/* What a list page does for inspections, courses and events. */

/* Whether one record is chosen to which others belong that are typed in one table. */
gboolean desk_list_work_has_table     (DeskListPage *self);
/* Opens it: what a visit found. */
void     desk_list_work_open_table    (DeskListPage *self);

/* Whether visits are planned here. */
gboolean desk_list_work_plans_visits  (DeskListPage *self);
void     desk_list_work_plan_visits   (DeskListPage *self);

/* Whether a visit is chosen, which may lead to a revocation. */
gboolean desk_list_work_can_revoke    (DeskListPage *self);
void     desk_list_work_revoke        (DeskListPage *self);

G_END_DECLS
