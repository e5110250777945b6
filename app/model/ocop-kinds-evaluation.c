/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a register holds of the evaluation: dossiers, councils and their sheets, decisions. */

#include "model/ocop-kinds.h"

#include <glib/gi18n.h>

#define FIELD OCOP_FIELD
#define END OCOP_END

/* The way of a dossier (article 7), in its order; the last four end it. */
static const OcopChoice steps[] = {
  { "idea", N_("Idea") },
  { "commune-received", N_("Received by the commune") },
  { "commune-returned", N_("Returned by the commune for completion") },
  { "proposed", N_("Proposed to the province") },
  { "province-received", N_("Received by the province") },
  { "province-returned", N_("Returned by the province for completion") },
  { "complete", N_("Complete") },
  { "advisory", N_("With the advisory group") },
  { "council", N_("Before the council") },
  { "scored", N_("Scored") },
  { "submitted", N_("Result submitted") },
  { "forwarded", N_("Forwarded to the centre") },
  { "recognised", N_("Recognised") },
  { "not-classed", N_("Not classed") },
  { "rejected", N_("Rejected") },
  { "withdrawn", N_("Withdrawn by the producer") },
  END
};

static const OcopChoice document_states[] = {
  { "missing", N_("Missing") },
  { "handed-in", N_("Handed in") },
  { "carried", N_("Carried over, still valid") },
  { "renew", N_("To be renewed") },
  { "not-needed", N_("Not needed") },
  END
};

static const OcopChoice council_kinds[] = {
  { "council", N_("Council") },
  { "advisory", N_("Advisory group") },
  END
};

static const OcopChoice aggregates[] = {
  { "mean", N_("Plain mean") },
  { "trimmed", N_("Mean without the highest and the lowest") },
  END
};

/* Article 7.3: who sits in the council. */
static const OcopChoice bodies[] = {
  { "peoples-committee", N_("People's Committee") },
  { "agriculture", N_("Agriculture and environment") },
  { "industry", N_("Industry and trade") },
  { "health", N_("Health") },
  { "science", N_("Science and technology") },
  { "culture", N_("Culture, sport and tourism") },
  { "food-safety", N_("Food safety") },
  { "ocop-office", N_("OCOP office") },
  { "expert", N_("Expert or association") },
  END
};

static const OcopChoice roles[] = {
  { "chair", N_("Chair") },
  { "deputy", N_("Deputy chair") },
  { "member", N_("Member") },
  { "secretary", N_("Member and secretary") },
  END
};

static const OcopChoice session_states[] = {
  { "planned", N_("Planned") },
  { "open", N_("Under way") },
  { "closed", N_("Closed") },
  END
};

/* Articles 7.3 and 7.6. */
static const OcopChoice session_manners[] = {
  { "meeting", N_("Meeting") },
  { "written", N_("Written opinions") },
  END
};

/* At 90 points and more with a 5-star minimum unmet. What is recognised is the class whose minima are met, be
 * it 4 stars or 3: the key says less. */
static const OcopChoice enough_for_five[] = {
  { "forward", N_("Forward to the centre all the same") },
  { "recognise-4", N_("Recognise the class whose minima are met") },
  END
};

static const OcopChoice recusal_kinds[] = {
  { "producer", N_("Has a part in the producer") },
  { "family", N_("Related to the producer") },
  { "advised", N_("Advised the producer") },
  { "other", N_("Other") },
  END
};

static const OcopChoice sheet_sources[] = {
  { "paper", N_("Typed from paper") },
  { "ballot", N_("Ballot file") },
  { "workbook", N_("Ballot workbook") },
  END
};

/* Articles 3.3, 4, 7.3, 7.4, 8 and 10.1.b, in this order of the work. */
static const OcopChoice decision_kinds[] = {
  { "recognition", N_("Recognition of 3 and 4 stars") },
  { "approval", N_("Approval of results of 90 and over") },
  { "not-classed", N_("Results below 3 stars") },
  { "central", N_("Recognition of 5 stars by the Minister") },
  { "revocation", N_("Revocation") },
  { "withdrawal", N_("Withdrawal of a decision (article 10.1.b)") },
  END
};

static const OcopChoice decision_states[] = {
  { "draft", N_("Drafted") },
  { "submitted", N_("Submitted") },
  { "issued", N_("Issued") },
  END
};

/* What a line decides: the step that its dossier takes when the decision is issued. */
static const OcopChoice line_outcomes[] = {
  { "recognised", N_("Recognised") },
  { "forwarded", N_("Forwarded to the centre") },
  { "not-classed", N_("Not classed") },
  { "rejected", N_("Rejected") },
  END
};

/* Where the dossier of a struck line goes; it stays scored where nothing is said. */
static const OcopChoice sent_to[] = {
  { "council", N_("Before the council") },
  { "not-classed", N_("Not classed") },
  { "withdrawn", N_("Withdrawn by the producer") },
  END
};

/* Article 8: the grounds (a) to (e) in the order of the Vietnamese alphabet. */
static const OcopChoice grounds[] = {
  { "forged", N_("(a) Forged papers") },
  { "criteria", N_("(b) Criteria no longer met") },
  { "breach", N_("(c) Breach of the law on quality, food safety, environment, intellectual property or labelling") },
  { "mark", N_("(d) Wrong use of the OCOP mark") },
  { "stopped", N_("(đ) No longer produced") },
  { "other", N_("(e) Other, as a competent body concluded") },
  END
};

/* Article 7.4: what the centre made of a dossier forwarded to it. */
static const OcopChoice central_results[] = {
  { "five", N_("5 stars") },
  { "lower", N_("3 or 4 stars, for the province to recognise") },
  { "again", N_("To be judged again") },
  { "none", N_("Not classed") },
  END
};

/* A name of its own, made of the product's and the year when it is begun: it stays what it was on
 * papers when the product is renamed. */
static const OcopField dossier_fields[] = {
  FIELD ("name", N_("Dossier"), N_("Dossier"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("product", N_("Product"), N_("Dossier"), LINK, OCOP_FIELD_REQUIRED, NULL, "product"),
  FIELD ("kind", N_("Kind of dossier"), N_("Dossier"), CHOICE, OCOP_FIELD_REQUIRED, ocop_recognition_kinds),
  FIELD ("step", N_("Step"), N_("Dossier"), CHOICE, OCOP_FIELD_REQUIRED | OCOP_FIELD_WORKED, steps),
  FIELD ("step_on", N_("Since"), N_("Dossier"), DATE, OCOP_FIELD_WORKED),
  FIELD ("criteria_set", N_("Criteria set"), N_("Dossier"), SET, OCOP_FIELD_EXPECTED),
  FIELD ("story", N_("Has a product story"), N_("Dossier"), BOOLEAN),
  FIELD ("expected_class", N_("Class aimed at"), N_("Dossier"), INTEGER),
  FIELD ("round_year", N_("Year of the round"), N_("Dossier"), INTEGER),
  FIELD ("round_number", N_("Round"), N_("Dossier"), INTEGER),
  FIELD ("officer", N_("Officer"), N_("Dossier"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("previous", N_("Dossier before"), N_("Dossier"), LINK, 0, NULL, "dossier"),
  FIELD ("changes", N_("What changed since the last recognition"), N_("Dossier"), LONG_TEXT),
  FIELD ("commune_received_on", N_("Received on"), N_("At the commune"), DATE),
  FIELD ("commune_receipt", N_("Receipt number"), N_("At the commune"), TEXT, OCOP_FIELD_CODE | OCOP_FIELD_UNIQUE),
  FIELD ("commune_receiver", N_("Received by"), N_("At the commune"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("province_received_on", N_("Received on"), N_("At the province"), DATE),
  FIELD ("province_receipt", N_("Receipt number"), N_("At the province"), TEXT, OCOP_FIELD_CODE | OCOP_FIELD_UNIQUE),
  FIELD ("province_receiver", N_("Received by"), N_("At the province"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("complete_on", N_("Complete since"), N_("At the province"), DATE),
  FIELD ("electronic", N_("Electronic copy handed in"), N_("At the province"), BOOLEAN),
  FIELD ("samples", N_("Samples handed in"), N_("At the province"), INTEGER),
  FIELD ("self_choices", N_("Self-assessment"), N_("Points"), TEXT, OCOP_FIELD_WORKED),
  FIELD ("advised_choices", N_("Points proposed by the advisory group"), N_("Points"), TEXT, OCOP_FIELD_WORKED),
  FIELD ("advice", N_("Opinion of the advisory group"), N_("Points"), LONG_TEXT),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField dossier_move_fields[] = {
  FIELD ("dossier", N_("Dossier"), N_("Step"), LINK, OCOP_FIELD_REQUIRED, NULL, "dossier"),
  FIELD ("step", N_("Step"), N_("Step"), CHOICE, OCOP_FIELD_REQUIRED, steps),
  FIELD ("moved_on", N_("Day"), N_("Step"), DATE, OCOP_FIELD_REQUIRED),
  FIELD ("person", N_("Done by"), N_("Step"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("reason", N_("Why out of order"), N_("Step"), LONG_TEXT),
  FIELD ("note", N_("Note"), N_("Step"), LONG_TEXT),
  END
};

static const OcopField dossier_document_fields[] = {
  FIELD ("dossier", N_("Dossier"), N_("Document"), LINK, OCOP_FIELD_REQUIRED, NULL, "dossier"),
  FIELD ("document", N_("Kind of document"), N_("Document"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_WORKED),
  FIELD ("name", N_("Document"), N_("Document"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SUGGESTED),
  FIELD ("state", N_("State"), N_("Document"), CHOICE, OCOP_FIELD_REQUIRED, document_states),
  FIELD ("number", N_("Number"), N_("Document"), TEXT, OCOP_FIELD_CODE),
  FIELD ("issued_on", N_("Issued on"), N_("Document"), DATE),
  FIELD ("expires_on", N_("Expires on"), N_("Document"), DATE),
  FIELD ("file", N_("Scanned file"), N_("Document"), FILE),
  FIELD ("note", N_("Note"), N_("Document"), LONG_TEXT),
  END
};

static const OcopField council_fields[] = {
  FIELD ("name", N_("Council or group"), N_("Council"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("kind", N_("Kind"), N_("Council"), CHOICE, OCOP_FIELD_REQUIRED, council_kinds),
  FIELD ("level", N_("Level"), N_("Council"), CHOICE, 0, ocop_levels),
  FIELD ("unit", N_("Locality"), N_("Council"), LINK, 0, NULL, "unit"),
  FIELD ("decision_number", N_("Decision number"), N_("Council"), TEXT, OCOP_FIELD_CODE),
  FIELD ("decision_date", N_("Decision date"), N_("Council"), DATE),
  FIELD ("term_from", N_("Term from"), N_("Council"), DATE),
  FIELD ("term_until", N_("Term until"), N_("Council"), DATE),
  FIELD ("aggregate", N_("How points combine"), N_("Its own rules"), CHOICE, 0, aggregates),
  FIELD ("max_spread", N_("Largest difference between members"), N_("Its own rules"), HUNDREDTHS),
  FIELD ("quorum_percent", N_("Quorum (percent)"), N_("Its own rules"), INTEGER),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField council_member_fields[] = {
  FIELD ("council", N_("Council or group"), N_("Member"), LINK, OCOP_FIELD_REQUIRED, NULL, "council"),
  FIELD ("name", N_("Name"), N_("Member"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_PERSONAL),
  FIELD ("position", N_("Position"), N_("Member"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("body", N_("Body"), N_("Member"), CHOICE, 0, bodies),
  FIELD ("body_name", N_("Name of the body"), N_("Member"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("role", N_("Role"), N_("Member"), CHOICE, OCOP_FIELD_REQUIRED, roles),
  FIELD ("place", N_("Place in the list"), N_("Member"), INTEGER),
  FIELD ("phone", N_("Phone"), N_("Member"), TEXT, OCOP_FIELD_PERSONAL),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField session_fields[] = {
  FIELD ("council", N_("Council or group"), N_("Session"), LINK, OCOP_FIELD_REQUIRED, NULL, "council"),
  FIELD ("name", N_("Session"), N_("Session"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("manner", N_("How it is held"), N_("Session"), CHOICE, 0, session_manners),
  FIELD ("held_on", N_("Day"), N_("Session"), DATE),
  FIELD ("answers_by", N_("Answers by"), N_("Session"), DATE),
  FIELD ("venue", N_("Venue"), N_("Session"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("state", N_("State"), N_("Session"), CHOICE, OCOP_FIELD_REQUIRED, session_states),
  FIELD ("round_year", N_("Year of the round"), N_("Session"), INTEGER),
  FIELD ("round_number", N_("Round"), N_("Session"), INTEGER),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField session_move_fields[] = {
  FIELD ("session", N_("Session"), N_("State"), LINK, OCOP_FIELD_REQUIRED, NULL, "session"),
  FIELD ("state", N_("State"), N_("State"), CHOICE, OCOP_FIELD_REQUIRED, session_states),
  FIELD ("moved_on", N_("Day"), N_("State"), DATE, OCOP_FIELD_REQUIRED),
  FIELD ("reason", N_("Reason"), N_("State"), LONG_TEXT),
  END
};

static const OcopField attendance_fields[] = {
  FIELD ("session", N_("Session"), N_("Attendance"), LINK, OCOP_FIELD_REQUIRED, NULL, "session"),
  FIELD ("member", N_("Member"), N_("Attendance"), LINK, OCOP_FIELD_REQUIRED, NULL, "council_member"),
  FIELD ("present", N_("Present"), N_("Attendance"), BOOLEAN, OCOP_FIELD_REQUIRED),
  FIELD ("note", N_("Note"), N_("Attendance"), LONG_TEXT),
  END
};

static const OcopField session_product_fields[] = {
  FIELD ("session", N_("Session"), N_("Agenda"), LINK, OCOP_FIELD_REQUIRED, NULL, "session"),
  FIELD ("dossier", N_("Dossier"), N_("Agenda"), LINK, OCOP_FIELD_REQUIRED, NULL, "dossier"),
  FIELD ("name", N_("Product"), N_("Agenda"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("place", N_("Place in the agenda"), N_("Agenda"), INTEGER),
  FIELD ("criteria_set", N_("Criteria set"), N_("Agenda"), SET, OCOP_FIELD_REQUIRED),
  FIELD ("law_book", N_("Law book"), N_("Agenda"), TEXT),
  FIELD ("scoring", N_("Scoring"), N_("Agenda"), INTEGER, OCOP_FIELD_REQUIRED),
  FIELD ("agreed_choices", N_("Agreed points"), N_("Points"), TEXT),
  FIELD ("disqualified", N_("Rejected"), N_("Points"), BOOLEAN),
  FIELD ("disqualified_by", N_("Line of the sheet"), N_("Points"), TEXT),
  FIELD ("disqualified_reason", N_("Who found it, and how"), N_("Points"), LONG_TEXT),
  FIELD ("enough_for_five", N_("At 90 points with a minimum unmet"), N_("Points"), CHOICE, 0, enough_for_five),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField recusal_fields[] = {
  FIELD ("session_product", N_("Product of a session"), N_("Recusal"), LINK, OCOP_FIELD_REQUIRED, NULL, "session_product"),
  FIELD ("member", N_("Member"), N_("Recusal"), LINK, OCOP_FIELD_REQUIRED, NULL, "council_member"),
  FIELD ("kind", N_("Kind"), N_("Recusal"), CHOICE, 0, recusal_kinds),
  FIELD ("reason", N_("Reason"), N_("Recusal"), LONG_TEXT),
  END
};

static const OcopField sheet_fields[] = {
  FIELD ("session_product", N_("Product of a session"), N_("Sheet"), LINK, OCOP_FIELD_REQUIRED, NULL, "session_product"),
  FIELD ("member", N_("Member"), N_("Sheet"), LINK, OCOP_FIELD_REQUIRED, NULL, "council_member"),
  FIELD ("scoring", N_("Scoring"), N_("Sheet"), INTEGER, OCOP_FIELD_REQUIRED),
  FIELD ("choices", N_("Points"), N_("Sheet"), TEXT),
  FIELD ("comment", N_("Comment"), N_("Sheet"), LONG_TEXT),
  FIELD ("source", N_("Source"), N_("Sheet"), CHOICE, 0, sheet_sources),
  FIELD ("taken_on", N_("Taken in on"), N_("Sheet"), DATE),
  END
};

/* The name is what it is called before it has a number. */
static const OcopField decision_fields[] = {
  FIELD ("name", N_("Decision"), N_("Decision"), TEXT, OCOP_FIELD_SEARCHED),
  FIELD ("kind", N_("Kind"), N_("Decision"), CHOICE, OCOP_FIELD_REQUIRED, decision_kinds),
  FIELD ("state", N_("State"), N_("Decision"), CHOICE, OCOP_FIELD_REQUIRED, decision_states),
  FIELD ("session", N_("Session"), N_("Decision"), LINK, 0, NULL, "session"),
  FIELD ("number", N_("Number and symbol"), N_("Decision"), TEXT, OCOP_FIELD_CODE),
  FIELD ("decided_on", N_("Day of issue"), N_("Decision"), DATE),
  FIELD ("issuer", N_("Issued by"), N_("Decision"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("signatory_title", N_("Signatory's title"), N_("Decision"), TEXT, OCOP_FIELD_SUGGESTED | OCOP_FIELD_SEARCHED),
  FIELD ("signatory", N_("Signatory"), N_("Decision"), TEXT, OCOP_FIELD_SUGGESTED | OCOP_FIELD_PERSONAL | OCOP_FIELD_SEARCHED),
  FIELD ("submitted_on", N_("Submitted on"), N_("After it"), DATE),
  FIELD ("published_on", N_("Published on"), N_("After it"), DATE),
  FIELD ("published_where", N_("Published where"), N_("After it"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("notified_on", N_("Notified on"), N_("After it"), DATE),
  FIELD ("file", N_("Signed file"), N_("After it"), FILE),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField decision_line_fields[] = {
  FIELD ("decision", N_("Decision"), N_("Line"), LINK, OCOP_FIELD_REQUIRED, NULL, "decision"),
  FIELD ("session_product", N_("Product of a session"), N_("Line"), LINK, 0, NULL, "session_product"),
  FIELD ("product", N_("Product"), N_("Line"), LINK, OCOP_FIELD_REQUIRED, NULL, "product"),
  FIELD ("place", N_("Place in the annex"), N_("Line"), INTEGER),
  FIELD ("outcome", N_("Outcome"), N_("Line"), CHOICE, 0, line_outcomes),
  FIELD ("class", N_("Class"), N_("Line"), INTEGER),
  FIELD ("score", N_("Score"), N_("Line"), HUNDREDTHS),
  FIELD ("product_code", N_("Product code"), N_("Line"), TEXT, OCOP_FIELD_CODE),
  FIELD ("certificate_number", N_("Certificate number"), N_("Line"), TEXT, OCOP_FIELD_CODE),
  FIELD ("struck", N_("Struck"), N_("Line"), BOOLEAN),
  FIELD ("struck_reason", N_("Why it was struck"), N_("Line"), LONG_TEXT),
  FIELD ("sent_to", N_("Where its dossier goes"), N_("Line"), CHOICE, 0, sent_to),
  FIELD ("recognition", N_("Recognition"), N_("Line"), LINK, 0, NULL, "recognition"),
  FIELD ("ground", N_("Ground"), N_("Why it ends"), CHOICE, 0, grounds),
  FIELD ("conclusion_number", N_("Number of the conclusion"), N_("Why it ends"), TEXT, OCOP_FIELD_CODE),
  FIELD ("conclusion_date", N_("Day of the conclusion"), N_("Why it ends"), DATE),
  FIELD ("conclusion_body", N_("Body that concluded"), N_("Why it ends"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("central_result", N_("Result at the centre"), N_("At the centre"), CHOICE, 0, central_results),
  FIELD ("central_score", N_("Score at the centre"), N_("At the centre"), HUNDREDTHS),
  FIELD ("central_number", N_("Number of the paper"), N_("At the centre"), TEXT, OCOP_FIELD_CODE),
  FIELD ("central_on", N_("Day of the result"), N_("At the centre"), DATE),
  FIELD ("note", N_("Note"), N_("Line"), LONG_TEXT),
  END
};

const OcopKind ocop_dossier_kind =
  { "dossier", "dossiers", N_("Dossier"), N_("Dossiers"), dossier_fields, "name" };
const OcopKind ocop_dossier_move_kind =
  { "dossier_move", "dossier_moves", N_("Step"), N_("Steps"), dossier_move_fields, "step" };
const OcopKind ocop_dossier_document_kind =
  { "dossier_document", "dossier_documents", N_("Document"), N_("Documents"), dossier_document_fields, "name" };
const OcopKind ocop_council_kind =
  { "council", "councils", N_("Council or group"), N_("Councils and groups"), council_fields, "name" };
const OcopKind ocop_council_member_kind =
  { "council_member", "council_members", N_("Member"), N_("Members"), council_member_fields, "name" };
const OcopKind ocop_session_kind =
  { "session", "sessions", N_("Session"), N_("Sessions"), session_fields, "name" };
const OcopKind ocop_session_move_kind =
  { "session_move", "session_moves", N_("State of a session"), N_("States of sessions"), session_move_fields, "state" };
const OcopKind ocop_attendance_kind =
  { "attendance", "attendances", N_("Attendance"), N_("Attendance"), attendance_fields, "present" };
const OcopKind ocop_session_product_kind =
  { "session_product", "session_products", N_("Product of a session"), N_("Products of sessions"), session_product_fields, "name" };
const OcopKind ocop_recusal_kind =
  { "recusal", "recusals", N_("Recusal"), N_("Recusals"), recusal_fields, "reason" };
const OcopKind ocop_sheet_kind =
  { "sheet", "sheets", N_("Score sheet"), N_("Score sheets"), sheet_fields, "taken_on" };
const OcopKind ocop_decision_kind =
  { "decision", "decisions", N_("Decision"), N_("Decisions"), decision_fields, "name" };
const OcopKind ocop_decision_line_kind =
  { "decision_line", "decision_lines", N_("Line of a decision"), N_("Lines of decisions"), decision_line_fields, "product_code" };
