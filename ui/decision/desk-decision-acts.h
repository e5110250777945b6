/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decision/desk-act.h"

G_BEGIN_DECLS

/* What is done with decisions, as the window asks for it. */

/* Of a session that is closed. */
extern const DeskAct desk_decision_draft_act;

/* Of a decision. */
extern const DeskAct desk_decision_submit_act;
extern const DeskAct desk_decision_issue_act;
extern const DeskAct desk_decision_issue_notice_act;
extern const DeskAct desk_decision_publish_act;
extern const DeskAct desk_decision_notify_act;
extern const DeskAct desk_decision_discard_act;
extern const DeskAct desk_decision_withdraw_act;

/* Of a line. */
extern const DeskAct desk_decision_line_act;
extern const DeskAct desk_decision_strike_act;
extern const DeskAct desk_decision_put_back_act;
extern const DeskAct desk_decision_central_act;
/* With the field "place". */
extern const DeskAct desk_decision_place_act;

/* Of recognitions; the second of one. */
extern const DeskAct desk_decision_revoke_act;
extern const DeskAct desk_decision_reissue_act;

G_END_DECLS
