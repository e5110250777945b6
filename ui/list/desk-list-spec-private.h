/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files that describe lists; all others use desk_list_spec_find(). */

#include "list/desk-list-spec.h"

G_BEGIN_DECLS

extern const DeskListSpec desk_inspection_spec;
extern const DeskListSpec desk_course_spec;
extern const DeskListSpec desk_event_spec;
extern const DeskListSpec desk_support_spec;
extern const DeskListSpec desk_inspection_point_spec;
extern const DeskListSpec desk_trainee_spec;
extern const DeskListSpec desk_consultation_spec;
extern const DeskListSpec desk_communication_spec;
extern const DeskListSpec desk_participation_spec;
extern const DeskListSpec desk_sales_point_spec;
extern const DeskListSpec desk_sales_link_spec;
extern const DeskListSpec desk_support_programme_spec;
extern const DeskListSpec desk_reward_spec;
extern const DeskListSpec desk_reward_rule_spec;
extern const DeskListSpec desk_value_chain_spec;
extern const DeskListSpec desk_value_chain_member_spec;
extern const DeskListSpec desk_tourism_site_spec;

G_END_DECLS
