/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-decision-actions.h"

#include <glib/gi18n.h>

#include "decision/desk-decision-acts.h"

static gboolean
is_in (const OcopDecision *decision,
       OcopDecisionState   state)
{
  return decision != NULL && ocop_decision_get_state (decision) == state;
}

static gboolean
is_draft (const OcopDecision     *decision,
          const OcopDecisionLine *line)
{
  return is_in (decision, OCOP_DECISION_DRAFT);
}

static gboolean
is_submitted (const OcopDecision     *decision,
              const OcopDecisionLine *line)
{
  return is_in (decision, OCOP_DECISION_SUBMITTED);
}

static gboolean
is_submitted_notice (const OcopDecision     *decision,
                     const OcopDecisionLine *line)
{
  return is_submitted (decision, line) && ocop_decision_kind_is_notice (ocop_decision_get_kind (decision));
}

static gboolean
is_submitted_decision (const OcopDecision     *decision,
                       const OcopDecisionLine *line)
{
  return is_submitted (decision, line) && !is_submitted_notice (decision, line);
}

static gboolean
is_issued (const OcopDecision     *decision,
           const OcopDecisionLine *line)
{
  return is_in (decision, OCOP_DECISION_ISSUED);
}

static gboolean
is_unpublished (const OcopDecision     *decision,
                const OcopDecisionLine *line)
{
  return is_issued (decision, line) && !ocop_date_is_known (ocop_record_get_date (decision->record, "published_on"));
}

static gboolean
is_told_next (const OcopDecision     *decision,
              const OcopDecisionLine *line)
{
  return is_issued (decision, line) && !is_unpublished (decision, line)
         && !ocop_date_is_known (ocop_record_get_date (decision->record, "notified_on"));
}

static gboolean
can_withdraw (const OcopDecision     *decision,
              const OcopDecisionLine *line)
{
  OcopDecisionKind kind = decision != NULL ? ocop_decision_get_kind (decision) : OCOP_N_DECISION_KINDS;

  return is_issued (decision, line) && (kind == OCOP_DECISION_RECOGNITION || kind == OCOP_DECISION_APPROVAL);
}

gboolean
desk_decision_has_open_line (const OcopDecision     *decision,
                             const OcopDecisionLine *line)
{
  return line != NULL && !is_issued (decision, line);
}

static gboolean
has_line_to_strike (const OcopDecision     *decision,
                    const OcopDecisionLine *line)
{
  return desk_decision_has_open_line (decision, line) && !ocop_decision_line_is_struck (line);
}

static gboolean
has_struck_line (const OcopDecision     *decision,
                 const OcopDecisionLine *line)
{
  return desk_decision_has_open_line (decision, line) && ocop_decision_line_is_struck (line)
         && ocop_record_get_text (line->record, "sent_to") == NULL;
}

gboolean
desk_decision_has_line_at_centre (const OcopDecision     *decision,
                                  const OcopDecisionLine *line)
{
  return line != NULL && is_issued (decision, line) && ocop_decision_get_kind (decision) == OCOP_DECISION_APPROVAL
         && !ocop_decision_line_is_struck (line) && ocop_record_get_text (line->record, "central_result") == NULL;
}

const DeskDecisionAction *
desk_decision_actions_all (void)
{
  static const DeskDecisionAction actions[] = {
    { "decision.edit-line", N_("_Line…"), "F2", &desk_decision_line_act, TRUE, NULL, desk_decision_has_open_line, NULL },
    { "decision.strike", N_("Stri_ke…"), "Delete", &desk_decision_strike_act, TRUE, NULL, has_line_to_strike, NULL },
    { "decision.put-back", N_("Put _Back"), "Insert", &desk_decision_put_back_act, TRUE, NULL, has_struck_line, NULL },
    { "decision.central", N_("_Centre's Result…"), "Ctrl+R", &desk_decision_central_act, TRUE, "central_on", desk_decision_has_line_at_centre, NULL },
    { "decision.discard", N_("_Discard the Draft"), NULL, &desk_decision_discard_act, FALSE, NULL, is_draft, NULL },
    { "decision.withdraw", N_("_Withdraw…"), NULL, &desk_decision_withdraw_act, FALSE, NULL, can_withdraw, NULL },
    { "decision.submit", N_("_Submit…"), "Ctrl+M", &desk_decision_submit_act, FALSE, "submitted_on", is_draft, is_draft },
    { "decision.issue", N_("_Issue…"), "Ctrl+M", &desk_decision_issue_act, FALSE, "decided_on", is_submitted_decision, is_submitted_decision },
    { "decision.issue-notice", N_("_Issue…"), "Ctrl+M", &desk_decision_issue_notice_act, FALSE, "decided_on", is_submitted_notice, is_submitted_notice },
    { "decision.publish", N_("_Published…"), "Ctrl+M", &desk_decision_publish_act, FALSE, "published_on", is_issued, is_unpublished },
    { "decision.notify", N_("_Notified…"), "Ctrl+M", &desk_decision_notify_act, FALSE, "notified_on", is_issued, is_told_next },
    { NULL }
  };

  return actions;
}
