/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/desk-list-page.h"

G_BEGIN_DECLS

/* What a list page does for inspections, courses and events. */

/* Whether one record is chosen to which others belong that are typed in one table. */
gboolean desk_list_work_has_table     (DeskListPage *self);
/* Opens it: what a visit found, who came to a course, who takes part in an event. */
void     desk_list_work_open_table    (DeskListPage *self);

/* Whether visits are planned here. */
gboolean desk_list_work_plans_visits  (DeskListPage *self);
void     desk_list_work_plan_visits   (DeskListPage *self);

/* Whether a visit is chosen, which may lead to a revocation. */
gboolean desk_list_work_can_revoke    (DeskListPage *self);
void     desk_list_work_revoke        (DeskListPage *self);

/* Whether products are chosen that may take part in an event. */
gboolean desk_list_work_can_take_part (DeskListPage *self);
void     desk_list_work_take_part     (DeskListPage *self);

/* Whether the list is that of the courses, which producers may be out of reach of. */
gboolean desk_list_work_has_unreached (DeskListPage *self);
/* Shows the producers with products in force of whom nobody came to a course. */
void     desk_list_work_show_unreached (DeskListPage *self);

G_END_DECLS
