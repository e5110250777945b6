/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a register holds of the work between the decisions: inspections, training, promotion, sales, support and
 * rewards, value chains. */

#include "model/ocop-kinds.h"

#include <glib/gi18n.h>

#define FIELD OCOP_FIELD
#define END OCOP_END

/* Article 9: planned and unannounced. */
static const OcopChoice inspection_manners[] = {
  { "planned", N_("According to plan") },
  { "unannounced", N_("Unannounced") },
  END
};

static const OcopChoice inspection_reasons[] = {
  { "coverage", N_("Coverage of the year") },
  { "never", N_("Never visited") },
  { "expiring", N_("Certificate about to end") },
  { "complaint", N_("Complaint") },
  { "repair", N_("Repair of a fault found before") },
  { "other", N_("Other") },
  END
};

static const OcopChoice conclusions[] = {
  { "met", N_("Requirements met") },
  { "repair", N_("Faults to be repaired") },
  { "revoke", N_("Revocation proposed (article 8)") },
  END
};

/* Article 9: whether the criteria still hold, and how the mark and the name are used, in advertising too. */
static const OcopChoice inspection_topics[] = {
  { "criteria", N_("Criteria of the set") },
  { "food-safety", N_("Food safety") },
  { "label", N_("Label") },
  { "packaging", N_("Packaging") },
  { "mark", N_("Use of the OCOP mark") },
  { "advertising", N_("Information and advertising") },
  { "production", N_("Still produced") },
  { "other", N_("Other") },
  END
};

static const OcopChoice point_results[] = {
  { "met", N_("Met") },
  { "fault", N_("Fault") },
  { "not-checked", N_("Not checked") },
  END
};

static const OcopChoice course_states[] = {
  { "planned", N_("Planned") },
  { "held", N_("Held") },
  { "cancelled", N_("Cancelled") },
  END
};

static const OcopChoice trainee_kinds[] = {
  { "official", N_("Official") },
  { "producer", N_("Of a producer") },
  { "council", N_("Of a council or advisory group") },
  { "other", N_("Other") },
  END
};

static const OcopChoice event_types[] = {
  { "fair", N_("Fair or exhibition") },
  { "supply-demand", N_("Meeting of supply and demand") },
  { "forum", N_("Forum or conference") },
  { "international-forum", N_("International forum") },
  { "online", N_("Online") },
  { "other", N_("Other") },
  END
};

/* In the order in which dealings go on. */
static const OcopChoice dealings[] = {
  { "shown", N_("Shown") },
  { "negotiated", N_("Negotiated") },
  { "memorandum", N_("Memorandum signed") },
  { "contract", N_("Contract signed") },
  END
};

static const OcopChoice agencies[] = {
  { "agriculture", N_("Agriculture and environment") },
  { "industry", N_("Industry and trade") },
  { "science", N_("Science and technology") },
  { "culture", N_("Culture, sport and tourism") },
  { "cooperatives", N_("Alliance of cooperatives") },
  { "women", N_("Women's union") },
  { "other", N_("Other") },
  END
};

static const OcopChoice funding[] = {
  { "target-programme", N_("National target programme") },
  { "centre", N_("Central budget") },
  { "province", N_("Budget of the province") },
  { "commune", N_("Budget of the commune") },
  { "industry-promotion", N_("Industrial promotion") },
  { "producers", N_("Producers themselves") },
  { "other", N_("Other") },
  END
};

static const OcopChoice support_kinds[] = {
  { "machines", N_("Machines and equipment") },
  { "packaging", N_("Packaging, label and brand") },
  { "quality", N_("Quality, safety and certificates") },
  { "science", N_("Science and technology") },
  { "tourism", N_("Rural tourism") },
  { "sales", N_("Sales and promotion") },
  { "dossier", N_("Dossiers and evaluation") },
  { "other", N_("Other") },
  END
};

/* What a class was to the product when the decision was issued. */
static const OcopChoice reward_occasions[] = {
  { "first", N_("Reached for the first time") },
  { "kept", N_("Kept") },
  { "raised", N_("Raised") },
  END
};

static const OcopChoice chain_types[] = {
  { "ordinary", N_("Linked production and sales") },
  { "circular", N_("Circular economy") },
  { "green", N_("Green OCOP") },
  END
};

static const OcopField inspection_fields[] = {
  FIELD ("name", N_("Inspection"), N_("Inspection"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED | OCOP_FIELD_SUGGESTED),
  FIELD ("producer", N_("Producer"), N_("Inspection"), LINK, OCOP_FIELD_EXPECTED, NULL, "producer"),
  FIELD ("unit", N_("Locality"), N_("Inspection"), LINK, 0, NULL, "unit"),
  FIELD ("manner", N_("How it comes"), N_("Inspection"), CHOICE, 0, inspection_manners),
  FIELD ("reason", N_("Why"), N_("Inspection"), CHOICE, 0, inspection_reasons),
  FIELD ("planned_on", N_("Planned for"), N_("Inspection"), DATE),
  FIELD ("held_on", N_("Held on"), N_("Inspection"), DATE),
  FIELD ("members", N_("Members"), N_("Inspection"), TEXT, OCOP_FIELD_SUGGESTED | OCOP_FIELD_PERSONAL),
  FIELD ("record_number", N_("Number of the record"), N_("Result"), TEXT, OCOP_FIELD_CODE),
  FIELD ("conclusion", N_("Conclusion"), N_("Result"), CHOICE, 0, conclusions),
  FIELD ("opinion", N_("Opinion of the producer"), N_("Result"), LONG_TEXT),
  FIELD ("file", N_("Signed record"), N_("Result"), FILE),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField inspection_point_fields[] = {
  FIELD ("inspection", N_("Inspection"), N_("What is checked"), LINK, OCOP_FIELD_REQUIRED, NULL, "inspection"),
  FIELD ("product", N_("Product"), N_("What is checked"), LINK, 0, NULL, "product"),
  FIELD ("topic", N_("What is checked"), N_("What is checked"), CHOICE, OCOP_FIELD_REQUIRED, inspection_topics),
  FIELD ("result", N_("Result"), N_("What is checked"), CHOICE, OCOP_FIELD_REQUIRED, point_results),
  FIELD ("finding", N_("What was found"), N_("What is checked"), LONG_TEXT),
  FIELD ("repair_by", N_("To be repaired by"), N_("Repair"), DATE),
  FIELD ("repaired_on", N_("Repaired on"), N_("Repair"), DATE),
  FIELD ("proof", N_("Proof of the repair"), N_("Repair"), FILE),
  FIELD ("note", N_("Note"), N_("Repair"), LONG_TEXT),
  END
};

static const OcopField course_fields[] = {
  FIELD ("name", N_("Course"), N_("Course"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("state", N_("State"), N_("Course"), CHOICE, OCOP_FIELD_REQUIRED, course_states),
  FIELD ("held_on", N_("From"), N_("Course"), DATE),
  FIELD ("held_until", N_("Until"), N_("Course"), DATE),
  FIELD ("venue", N_("Venue"), N_("Course"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("unit", N_("Locality"), N_("Course"), LINK, 0, NULL, "unit"),
  FIELD ("organiser", N_("Organiser"), N_("Course"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("content", N_("Content"), N_("Course"), LONG_TEXT),
  FIELD ("cost", N_("Cost (đồng)"), N_("Cost"), MONEY),
  FIELD ("funding", N_("Source of money"), N_("Cost"), CHOICE, 0, funding),
  FIELD ("file", N_("Scanned file"), N_("Note"), FILE),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField trainee_fields[] = {
  FIELD ("course", N_("Course"), N_("Attendee"), LINK, OCOP_FIELD_REQUIRED, NULL, "course"),
  FIELD ("name", N_("Name"), N_("Attendee"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_PERSONAL),
  FIELD ("kind", N_("Kind of attendee"), N_("Attendee"), CHOICE, OCOP_FIELD_REQUIRED, trainee_kinds),
  FIELD ("level", N_("Level"), N_("Attendee"), CHOICE, 0, ocop_levels),
  FIELD ("position", N_("Position"), N_("Attendee"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("producer", N_("Producer"), N_("Attendee"), LINK, 0, NULL, "producer"),
  FIELD ("unit", N_("Locality"), N_("Attendee"), LINK, 0, NULL, "unit"),
  FIELD ("gender", N_("Gender"), N_("Attendee"), CHOICE, 0, ocop_genders),
  FIELD ("phone", N_("Phone"), N_("Attendee"), TEXT, OCOP_FIELD_PERSONAL | OCOP_FIELD_CODE),
  FIELD ("absent", N_("Did not come"), N_("Attendee"), BOOLEAN),
  FIELD ("note", N_("Note"), N_("Attendee"), LONG_TEXT),
  END
};

static const OcopField event_fields[] = {
  FIELD ("name", N_("Event"), N_("Event"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("type", N_("Kind of event"), N_("Event"), CHOICE, OCOP_FIELD_REQUIRED, event_types),
  FIELD ("held_on", N_("From"), N_("Event"), DATE, OCOP_FIELD_EXPECTED),
  FIELD ("held_until", N_("Until"), N_("Event"), DATE),
  FIELD ("venue", N_("Venue"), N_("Event"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("abroad", N_("Abroad"), N_("Event"), BOOLEAN),
  FIELD ("organiser", N_("Organiser"), N_("Event"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("stands", N_("Stands"), N_("Event"), INTEGER),
  FIELD ("cost", N_("Cost (đồng)"), N_("Cost"), MONEY),
  FIELD ("funding", N_("Source of money"), N_("Cost"), CHOICE, 0, funding),
  FIELD ("file", N_("Scanned file"), N_("Note"), FILE),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField participation_fields[] = {
  FIELD ("event", N_("Event"), N_("Taking part"), LINK, OCOP_FIELD_REQUIRED, NULL, "event"),
  FIELD ("producer", N_("Producer"), N_("Taking part"), LINK, OCOP_FIELD_REQUIRED, NULL, "producer"),
  FIELD ("product", N_("Product"), N_("Taking part"), LINK, 0, NULL, "product"),
  FIELD ("dealing", N_("What came of it"), N_("Taking part"), CHOICE, 0, dealings),
  FIELD ("partner", N_("Partner"), N_("Dealing"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("signed_on", N_("Signed on"), N_("Dealing"), DATE),
  FIELD ("value", N_("Value (đồng)"), N_("Dealing"), MONEY),
  FIELD ("sales", N_("Sold on the spot (đồng)"), N_("Dealing"), MONEY),
  FIELD ("note", N_("Note"), N_("Dealing"), LONG_TEXT),
  END
};

/* Points of presentation and sale, as decision 950/QĐ-BCT describes them. */
static const OcopField sales_point_fields[] = {
  FIELD ("name", N_("OCOP point of sale"), N_("OCOP point of sale"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("unit", N_("Locality"), N_("OCOP point of sale"), LINK, OCOP_FIELD_EXPECTED, NULL, "unit"),
  FIELD ("address", N_("Address"), N_("OCOP point of sale"), TEXT),
  FIELD ("producer", N_("Run by the producer"), N_("OCOP point of sale"), LINK, 0, NULL, "producer"),
  FIELD ("manager", N_("Run by"), N_("OCOP point of sale"), TEXT),
  FIELD ("decision_number", N_("Decision number"), N_("OCOP point of sale"), TEXT, OCOP_FIELD_CODE),
  FIELD ("opened_on", N_("Opened on"), N_("OCOP point of sale"), DATE),
  FIELD ("closed_on", N_("Closed on"), N_("OCOP point of sale"), DATE),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField support_programme_fields[] = {
  FIELD ("name", N_("Support programme"), N_("Support programme"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("agency", N_("Agency"), N_("Support programme"), CHOICE, 0, agencies),
  FIELD ("funding", N_("Source of money"), N_("Support programme"), CHOICE, 0, funding),
  FIELD ("year", N_("Year"), N_("Support programme"), INTEGER),
  FIELD ("planned", N_("Planned (đồng)"), N_("Support programme"), MONEY),
  FIELD ("decision_number", N_("Decision number"), N_("Support programme"), TEXT, OCOP_FIELD_CODE),
  FIELD ("decision_date", N_("Decision date"), N_("Support programme"), DATE),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField support_fields[] = {
  FIELD ("name", N_("Support"), N_("Support"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED | OCOP_FIELD_SUGGESTED),
  FIELD ("programme", N_("Support programme"), N_("Support"), LINK, 0, NULL, "support_programme"),
  FIELD ("agency", N_("Agency"), N_("Support"), CHOICE, OCOP_FIELD_EXPECTED, agencies),
  FIELD ("kind", N_("Kind of support"), N_("Support"), CHOICE, 0, support_kinds),
  FIELD ("producer", N_("Producer"), N_("Support"), LINK, 0, NULL, "producer"),
  FIELD ("product", N_("Product"), N_("Support"), LINK, 0, NULL, "product"),
  FIELD ("site", N_("Tourism site"), N_("Support"), LINK, 0, NULL, "tourism_site"),
  FIELD ("granted_on", N_("Granted on"), N_("Money"), DATE, OCOP_FIELD_EXPECTED),
  FIELD ("planned", N_("Planned (đồng)"), N_("Money"), MONEY),
  FIELD ("granted", N_("Granted (đồng)"), N_("Money"), MONEY),
  FIELD ("paid", N_("Paid (đồng)"), N_("Money"), MONEY),
  FIELD ("paid_on", N_("Paid on"), N_("Money"), DATE),
  FIELD ("funding", N_("Source of money"), N_("Money"), CHOICE, 0, funding),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField reward_rule_fields[] = {
  FIELD ("name", N_("Rule"), N_("Rule"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("class", N_("Class"), N_("Rule"), INTEGER, OCOP_FIELD_REQUIRED),
  FIELD ("occasion", N_("When the class is"), N_("Rule"), CHOICE, OCOP_FIELD_REQUIRED, reward_occasions),
  FIELD ("amount", N_("Amount (đồng)"), N_("Rule"), MONEY, OCOP_FIELD_REQUIRED),
  FIELD ("difference", N_("Only what is more than was paid before"), N_("Rule"), BOOLEAN),
  FIELD ("once", N_("Once for a class"), N_("Rule"), BOOLEAN),
  FIELD ("cap", N_("At most for a producer in a year (đồng)"), N_("Rule"), MONEY),
  FIELD ("valid_from", N_("In force from"), N_("Rule"), DATE),
  FIELD ("valid_until", N_("In force until"), N_("Rule"), DATE),
  FIELD ("source", N_("Resolution or decision"), N_("Rule"), TEXT, OCOP_FIELD_SUGGESTED),
  END
};

static const OcopField reward_fields[] = {
  FIELD ("recognition", N_("Recognition"), N_("Reward"), LINK, OCOP_FIELD_REQUIRED, NULL, "recognition"),
  FIELD ("producer", N_("Producer"), N_("Reward"), LINK, OCOP_FIELD_REQUIRED, NULL, "producer"),
  FIELD ("occasion", N_("When the class is"), N_("Reward"), CHOICE, 0, reward_occasions),
  FIELD ("rule", N_("Rule"), N_("Reward"), LINK, 0, NULL, "reward_rule"),
  FIELD ("amount", N_("Amount (đồng)"), N_("Reward"), MONEY, OCOP_FIELD_REQUIRED),
  FIELD ("list_number", N_("Number of the pay list"), N_("Reward"), TEXT, OCOP_FIELD_CODE),
  FIELD ("paid_on", N_("Paid on"), N_("Reward"), DATE),
  FIELD ("account", N_("Bank account"), N_("Reward"), TEXT, OCOP_FIELD_PERSONAL),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField consultation_fields[] = {
  FIELD ("producer", N_("Producer"), N_("Advice"), LINK, OCOP_FIELD_REQUIRED, NULL, "producer"),
  FIELD ("product", N_("Product"), N_("Advice"), LINK, 0, NULL, "product"),
  FIELD ("given_on", N_("Day"), N_("Advice"), DATE, OCOP_FIELD_REQUIRED),
  FIELD ("topic", N_("Topic"), N_("Advice"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SUGGESTED),
  FIELD ("adviser", N_("Given by"), N_("Advice"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("note", N_("Note"), N_("Advice"), LONG_TEXT),
  END
};

static const OcopField communication_fields[] = {
  FIELD ("producer", N_("Producer"), N_("Information"), LINK, OCOP_FIELD_REQUIRED, NULL, "producer"),
  FIELD ("received_on", N_("Day"), N_("Information"), DATE, OCOP_FIELD_REQUIRED),
  FIELD ("topic", N_("About what"), N_("Information"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SUGGESTED),
  FIELD ("means", N_("By what means"), N_("Information"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("note", N_("Note"), N_("Information"), LONG_TEXT),
  END
};

static const OcopField value_chain_fields[] = {
  FIELD ("name", N_("Value chain"), N_("Value chain"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("type", N_("Kind of chain"), N_("Value chain"), CHOICE, OCOP_FIELD_REQUIRED, chain_types),
  FIELD ("unit", N_("Locality"), N_("Value chain"), LINK, OCOP_FIELD_EXPECTED, NULL, "unit"),
  FIELD ("lead", N_("Led by"), N_("Value chain"), LINK, 0, NULL, "producer"),
  FIELD ("funding", N_("Source of money"), N_("Value chain"), CHOICE, 0, funding),
  FIELD ("started_on", N_("From"), N_("Value chain"), DATE),
  FIELD ("ended_on", N_("Until"), N_("Value chain"), DATE),
  FIELD ("area", N_("Raw-material area (ha)"), N_("Value chain"), HUNDREDTHS),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField value_chain_member_fields[] = {
  FIELD ("chain", N_("Value chain"), N_("Member of the chain"), LINK, OCOP_FIELD_REQUIRED, NULL, "value_chain"),
  FIELD ("product", N_("Product"), N_("Member of the chain"), LINK, OCOP_FIELD_REQUIRED, NULL, "product"),
  FIELD ("part", N_("Part in the chain"), N_("Member of the chain"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("joined_on", N_("From"), N_("Member of the chain"), DATE),
  FIELD ("note", N_("Note"), N_("Member of the chain"), LONG_TEXT),
  END
};

static const OcopField tourism_site_fields[] = {
  FIELD ("name", N_("Tourism site"), N_("Tourism site"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("unit", N_("Locality"), N_("Tourism site"), LINK, 0, NULL, "unit"),
  FIELD ("producer", N_("Run by the producer"), N_("Tourism site"), LINK, 0, NULL, "producer"),
  FIELD ("certified", N_("Recognised as fit for visitors"), N_("Tourism site"), BOOLEAN),
  FIELD ("certified_on", N_("Recognised on"), N_("Tourism site"), DATE),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

const OcopKind ocop_inspection_kind =
  { "inspection", "inspections", N_("Inspection"), N_("Inspections"), inspection_fields, "name" };
const OcopKind ocop_inspection_point_kind =
  { "inspection_point", "inspection_points", N_("What is checked"), N_("What was checked"), inspection_point_fields, "topic" };
const OcopKind ocop_course_kind =
  { "course", "courses", N_("Course"), N_("Courses"), course_fields, "name" };
const OcopKind ocop_trainee_kind =
  { "trainee", "trainees", N_("Attendee"), N_("Attendees"), trainee_fields, "name" };
const OcopKind ocop_event_kind =
  { "event", "events", N_("Event"), N_("Events"), event_fields, "name" };
const OcopKind ocop_participation_kind =
  { "participation", "participations", N_("Taking part"), N_("Who takes part"), participation_fields, "partner" };
const OcopKind ocop_sales_point_kind =
  { "sales_point", "sales_points", N_("OCOP point of sale"), N_("OCOP points of sale"), sales_point_fields, "name" };
const OcopKind ocop_support_programme_kind =
  { "support_programme", "support_programmes", N_("Support programme"), N_("Support programmes"), support_programme_fields, "name" };
const OcopKind ocop_support_kind =
  { "support", "supports", N_("Support"), N_("Support given"), support_fields, "name" };
const OcopKind ocop_reward_rule_kind =
  { "reward_rule", "reward_rules", N_("Rule"), N_("Rules of rewards"), reward_rule_fields, "name" };
const OcopKind ocop_reward_kind =
  { "reward", "rewards", N_("Reward"), N_("Rewards"), reward_fields, "list_number" };
const OcopKind ocop_consultation_kind =
  { "consultation", "consultations", N_("Advice"), N_("Advice given"), consultation_fields, "topic" };
const OcopKind ocop_communication_kind =
  { "communication", "communications", N_("Information"), N_("Information given"), communication_fields, "topic" };
const OcopKind ocop_value_chain_kind =
  { "value_chain", "value_chains", N_("Value chain"), N_("Value chains"), value_chain_fields, "name" };
const OcopKind ocop_value_chain_member_kind =
  { "value_chain_member", "value_chain_members", N_("Member of the chain"), N_("Members of chains"), value_chain_member_fields, "part" };
const OcopKind ocop_tourism_site_kind =
  { "tourism_site", "tourism_sites", N_("Tourism site"), N_("Tourism sites"), tourism_site_fields, "name" };
