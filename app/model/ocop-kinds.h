/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files that describe kinds; all others use ocop_kind_find() and ocop_kind_all(). */

#include "model/ocop-kind.h"

#define OCOP_FIELD(name, title, section, type, ...) { name, title, section, OCOP_FIELD_##type, __VA_ARGS__ }
/* Ends choices and fields. */
#define OCOP_END { NULL }

G_BEGIN_DECLS

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

G_END_DECLS
