/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/desk-decision-acts.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-decision-changes.h"

static const char *
first_id (const DeskAnswers *answers)
{
  return desk_answers_get_ids (answers)[0];
}

/* --- a session's results --- */

static OcopChange *
make_draft (OcopReader         *reader,
            const DeskAnswers  *answers,
            char              **made,
            GError            **error)
{
  return ocop_decision_draft (reader, first_id (answers), ocop_date_today (), made, error);
}

const DeskAct desk_decision_draft_act = { .make = make_draft };

/* --- a decision --- */

static OcopChange *
make_submitted (OcopReader         *reader,
                const DeskAnswers  *answers,
                char              **made,
                GError            **error)
{
  return ocop_decision_submit (reader, first_id (answers), desk_answers_get_date (answers, "submitted_on"), error);
}

static const DeskActField submit_fields[] = {
  { "decision", "submitted_on" },
  { NULL }
};

const DeskAct desk_decision_submit_act = {
  N_("Submit the draft"), N_("_Submit"),
  N_("The draft goes to whoever signs it. Its lines can still be struck or sent back."),
  submit_fields, make_submitted
};

static OcopChange *
make_issued (OcopReader         *reader,
             const DeskAnswers  *answers,
             char              **made,
             GError            **error)
{
  const OcopIssue issue = {
    .number = desk_answers_get (answers, "number"),
    .decided_on = desk_answers_get_date (answers, "decided_on"),
    .issuer = desk_answers_get (answers, "issuer"),
    .signatory_title = desk_answers_get (answers, "signatory_title"),
    .signatory = desk_answers_get (answers, "signatory"),
    .file = desk_answers_get (answers, "file"),
  };

  return ocop_decision_issue (reader, first_id (answers), &issue, error);
}

static const DeskActField issue_fields[] = {
  { "decision", "number" },
  { "decision", "decided_on" },
  { "decision", "issuer" },
  { "decision", "signatory_title" },
  { "decision", "signatory" },
  { "decision", "file" },
  { NULL }
};

const DeskAct desk_decision_issue_act = {
  N_("The decision is issued"), N_("_Issue"),
  N_("Only now recognitions are made or end, and months count from the decision's day. It is one change: undo takes it back whole."),
  issue_fields, make_issued
};

const DeskAct desk_decision_issue_notice_act = {
  N_("The notice is issued"), N_("_Issue"),
  N_("Only now the dossiers end without a class. It is one change: undo takes it back whole."), issue_fields, make_issued
};

static OcopChange *
make_published (OcopReader         *reader,
                const DeskAnswers  *answers,
                char              **made,
                GError            **error)
{
  return ocop_decision_publish (reader, first_id (answers), desk_answers_get_date (answers, "published_on"),
                                desk_answers_get (answers, "published_where"), error);
}

static const DeskActField publish_fields[] = {
  { "decision", "published_on" },
  { "decision", "published_where" },
  { NULL }
};

const DeskAct desk_decision_publish_act = { N_("Publication"), N_("_Save"), NULL, publish_fields, make_published };

static OcopChange *
make_notified (OcopReader         *reader,
               const DeskAnswers  *answers,
               char              **made,
               GError            **error)
{
  return ocop_decision_notify (reader, first_id (answers), desk_answers_get_date (answers, "notified_on"), error);
}

static const DeskActField notify_fields[] = {
  { "decision", "notified_on" },
  { NULL }
};

const DeskAct desk_decision_notify_act = {
  N_("Producers and communes are notified"), N_("_Save"), N_("The day on which the written notices went out."), notify_fields, make_notified
};

static OcopChange *
make_discarded (OcopReader         *reader,
                const DeskAnswers  *answers,
                char              **made,
                GError            **error)
{
  return ocop_decision_discard (reader, first_id (answers), error);
}

const DeskAct desk_decision_discard_act = { .make = make_discarded };

/* --- a line --- */

static OcopChange *
make_line (OcopReader         *reader,
           const DeskAnswers  *answers,
           char              **made,
           GError            **error)
{
  const OcopLineEntry entry = {
    .product_code = desk_answers_get (answers, "product_code"),
    .certificate_number = desk_answers_get (answers, "certificate_number"),
    .note = desk_answers_get (answers, "note"),
  };

  return ocop_decision_edit_line (reader, first_id (answers), &entry, error);
}

static const DeskActField line_fields[] = {
  { "decision_line", "product_code" },
  { "decision_line", "certificate_number" },
  { "decision_line", "note" },
  { NULL }
};

const DeskAct desk_decision_line_act = {
  N_("Line of the decision"), N_("_Save"),
  N_("A certificate number that is left empty is given when the decision is issued."), line_fields, make_line
};

static OcopChange *
make_struck (OcopReader         *reader,
             const DeskAnswers  *answers,
             char              **made,
             GError            **error)
{
  const char *reason = desk_answers_get (answers, "struck_reason");

  return ocop_decision_strike (reader, first_id (answers), desk_answers_get (answers, "sent_to"), reason != NULL ? reason : "",
                               ocop_date_today (), error);
}

static const DeskActField strike_fields[] = {
  { "decision_line", "struck_reason" },
  { "decision_line", "sent_to" },
  { NULL }
};

const DeskAct desk_decision_strike_act = {
  N_("Strike the line"), N_("_Strike"),
  N_("Where nothing is said, the dossier is kept for another decision."), strike_fields, make_struck
};

static OcopChange *
make_put_back (OcopReader         *reader,
               const DeskAnswers  *answers,
               char              **made,
               GError            **error)
{
  return ocop_decision_strike (reader, first_id (answers), NULL, NULL, ocop_date_today (), error);
}

const DeskAct desk_decision_put_back_act = { .make = make_put_back };

static OcopChange *
make_place (OcopReader         *reader,
            const DeskAnswers  *answers,
            char              **made,
            GError            **error)
{
  return ocop_decision_place_line (reader, first_id (answers), (guint) desk_answers_get_integer (answers, "place", 1), error);
}

const DeskAct desk_decision_place_act = { .make = make_place };

static OcopChange *
make_central (OcopReader         *reader,
              const DeskAnswers  *answers,
              char              **made,
              GError            **error)
{
  const OcopCentralResult result = {
    .result = desk_answers_get (answers, "central_result"),
    .class = (guint) desk_answers_get_integer (answers, "class", 0),
    .score = (int) desk_answers_get_integer (answers, "central_score", -1),
    .number = desk_answers_get (answers, "central_number"),
    .on = desk_answers_get_date (answers, "central_on"),
    .signatory_title = desk_answers_get (answers, "signatory_title"),
    .signatory = desk_answers_get (answers, "signatory"),
    .reason = desk_answers_get (answers, "note"),
  };

  if (result.result != NULL)
    return ocop_decision_record_central (reader, first_id (answers), &result, made, error);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED, _("Choose the result first."));
  return NULL;
}

static const DeskActField central_fields[] = {
  { "decision_line", "central_result" },
  { "decision_line", "class", "central_result lower" },
  { "decision_line", "central_score", "central_result five lower" },
  { "decision_line", "central_number" },
  { "decision_line", "central_on" },
  { "decision", "signatory_title", "central_result five" },
  { "decision", "signatory", "central_result five" },
  { "decision_line", "note", "central_result again none" },
  { NULL }
};

const DeskAct desk_decision_central_act = {
  N_("Result at the centre"), N_("_Record"),
  N_("5 stars are recognised at once by the Minister's decision; 3 or 4 stars are drafted for the province to recognise (article 7.4)."),
  central_fields, make_central
};

/* --- the end of certificates, and what comes after --- */

static OcopEnding
read_ending (const DeskAnswers *answers)
{
  return (OcopEnding) {
    .ground = desk_answers_get (answers, "ground"),
    .number = desk_answers_get (answers, "conclusion_number"),
    .on = desk_answers_get_date (answers, "conclusion_date"),
    .body = desk_answers_get (answers, "conclusion_body"),
    .note = desk_answers_get (answers, "note"),
    .again = g_strcmp0 (desk_answers_get (answers, "sent_to"), "council") == 0,
  };
}

static OcopChange *
make_revocation (OcopReader         *reader,
                 const DeskAnswers  *answers,
                 char              **made,
                 GError            **error)
{
  const OcopEnding ending = read_ending (answers);

  return ocop_decision_draft_ending (reader, OCOP_DECISION_REVOCATION, desk_answers_get_ids (answers), &ending, ocop_date_today (),
                                     made, error);
}

static const DeskActField revoke_fields[] = {
  { "decision_line", "ground" },
  { "decision_line", "conclusion_number" },
  { "decision_line", "conclusion_date" },
  { "decision_line", "conclusion_body" },
  { "decision_line", "note" },
  { NULL }
};

const DeskAct desk_decision_revoke_act = {
  N_("Revoke the certificate"), N_("_Draft"),
  N_("Grounds b, c and e rest on a body's conclusion, đ on the commune's confirmation; the decision is due 15 days from it (article 8)."),
  revoke_fields, make_revocation
};

static OcopChange *
make_withdrawal (OcopReader         *reader,
                 const DeskAnswers  *answers,
                 char              **made,
                 GError            **error)
{
  const OcopEnding ending = read_ending (answers);

  return ocop_decision_draft_withdrawal (reader, first_id (answers), &ending, ocop_date_today (), made, error);
}

static const DeskActField withdraw_fields[] = {
  { "decision_line", "conclusion_number" },
  { "decision_line", "conclusion_date" },
  { "decision_line", "conclusion_body" },
  { "decision_line", "sent_to" },
  { "decision_line", "note" },
  { NULL }
};

const DeskAct desk_decision_withdraw_act = {
  N_("Withdraw the decision"), N_("_Draft"),
  N_("The Ministry demands that the province withdraws its decision, and judges again or not (article 10.1.b)."),
  withdraw_fields, make_withdrawal
};

static OcopChange *
make_reissue (OcopReader         *reader,
              const DeskAnswers  *answers,
              char              **made,
              GError            **error)
{
  return ocop_decision_reissue (reader, first_id (answers), desk_answers_get (answers, "certificate_number"),
                                desk_answers_get (answers, "reissue_reason"), desk_answers_get_date (answers, "reissued_on"), error);
}

static const DeskActField reissue_fields[] = {
  { "recognition", "reissue_reason" },
  { "recognition", "reissued_on" },
  { "recognition", "certificate_number" },
  { NULL }
};

const DeskAct desk_decision_reissue_act = {
  N_("Issue the certificate again"), N_("_Issue Again"),
  N_("It keeps its class and its last day."), reissue_fields, make_reissue
};
