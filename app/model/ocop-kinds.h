/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files that describe kinds; all others use ocop_kind_find() and ocop_kind_all(). */

#include "model/ocop-kind.h"

#define OCOP_FIELD(name, title, section, type, ...) { name, title, section, OCOP_FIELD_##type, __VA_ARGS__ }
/* Ends choices and fields. */
#define OCOP_END { NULL }

G_BEGIN_DECLS

/* Choices that fields of several files have. */
extern const OcopChoice ocop_levels[];
extern const OcopChoice ocop_genders[];
extern const OcopChoice ocop_recognition_kinds[];

extern const OcopKind ocop_dossier_kind;
extern const OcopKind ocop_dossier_move_kind;
extern const OcopKind ocop_dossier_document_kind;
extern const OcopKind ocop_council_kind;
extern const OcopKind ocop_council_member_kind;
extern const OcopKind ocop_session_kind;
extern const OcopKind ocop_session_move_kind;
extern const OcopKind ocop_attendance_kind;
extern const OcopKind ocop_session_product_kind;
extern const OcopKind ocop_recusal_kind;
extern const OcopKind ocop_sheet_kind;
extern const OcopKind ocop_decision_kind;
extern const OcopKind ocop_decision_line_kind;
extern const OcopKind ocop_assignment_kind;
extern const OcopKind ocop_visit_kind;
extern const OcopKind ocop_visit_product_kind;
extern const OcopKind ocop_extra_test_kind;
extern const OcopKind ocop_plan_kind;
extern const OcopKind ocop_target_kind;
extern const OcopKind ocop_target_share_kind;
extern const OcopKind ocop_target_figure_kind;
extern const OcopKind ocop_task_kind;
extern const OcopKind ocop_budget_line_kind;
extern const OcopKind ocop_plan_product_kind;
extern const OcopKind ocop_frozen_report_kind;
extern const OcopKind ocop_frozen_figure_kind;
extern const OcopKind ocop_own_indicator_kind;
extern const OcopKind ocop_own_form_kind;
extern const OcopKind ocop_inspection_kind;
extern const OcopKind ocop_inspection_point_kind;
extern const OcopKind ocop_course_kind;
extern const OcopKind ocop_trainee_kind;
extern const OcopKind ocop_event_kind;
extern const OcopKind ocop_participation_kind;
extern const OcopKind ocop_sales_point_kind;
extern const OcopKind ocop_support_programme_kind;
extern const OcopKind ocop_support_kind;
extern const OcopKind ocop_reward_rule_kind;
extern const OcopKind ocop_reward_kind;
extern const OcopKind ocop_consultation_kind;
extern const OcopKind ocop_communication_kind;
extern const OcopKind ocop_value_chain_kind;
extern const OcopKind ocop_value_chain_member_kind;
extern const OcopKind ocop_tourism_site_kind;
extern const OcopKind ocop_commune_report_kind;
extern const OcopKind ocop_office_package_kind;

G_END_DECLS
