/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a register holds: one table of fields for each kind of record. */

#include "model/ocop-kinds.h"

#include <glib/gi18n.h>

#define FIELD OCOP_FIELD
#define END OCOP_END

const OcopChoice ocop_levels[] = {
  { "centre", N_("Centre") },
  { "province", N_("Province") },
  { "district", N_("District (until 30/06/2025)") },
  { "commune", N_("Commune") },
  END
};

const OcopChoice ocop_genders[] = {
  { "female", N_("Female") },
  { "male", N_("Male") },
  END
};

/* Article 2 of 26/2026/QĐ-TTg. */
static const OcopChoice producer_kinds[] = {
  { "cooperative", N_("Cooperative") },
  { "cooperative-group", N_("Cooperative group") },
  { "enterprise", N_("Small or medium enterprise") },
  { "farm", N_("Farm") },
  { "household", N_("Household business") },
  { "workshop", N_("Production establishment") },
  { "association", N_("Association or operating centre") },
  END
};

static const OcopChoice activities[] = {
  { "active", N_("Producing") },
  { "paused", N_("Paused") },
  { "stopped", N_("Stopped") },
  END
};

const OcopChoice ocop_recognition_kinds[] = {
  { "first", N_("First") },
  { "upgrade", N_("Upgrade") },
  { "again", N_("Re-evaluation") },
  END
};

static const OcopChoice outcomes[] = {
  { "recognised", N_("Recognised") },
  { "potential5", N_("Potential 5 stars") },
  END
};

/* The ways in which a certificate ends by a paper (article 8 and 10.1.b), and a result that waits for the centre by
 * the centre's (article 7.4); expiry and replacement need none. */
static const OcopChoice endings[] = {
  { "revoked", N_("Revoked (article 8)") },
  { "withdrawn", N_("Decision withdrawn (article 10.1.b)") },
  { "centre", N_("Not 5 stars at the centre (article 7.4)") },
  { "extended", N_("Running on (article 12.3)") },
  END
};

/* Why a certificate was issued once more: it keeps its class and its last day. */
static const OcopChoice reissue_reasons[] = {
  { "renamed", N_("Product or producer renamed") },
  { "lost", N_("Lost") },
  { "damaged", N_("Damaged") },
  { "mistake", N_("A mistake in it") },
  END
};

/* What a product is on a day; answered by the register, never stored. */
static const OcopChoice states[] = {
  { "valid", N_("Valid") },
  { "potential5", N_("Potential 5 stars") },
  { "extended", N_("Running on") },
  { "expired", N_("Expired") },
  { "replaced", N_("Replaced") },
  { "revoked", N_("Revoked") },
  { "withdrawn", N_("Withdrawn") },
  { "centre", N_("Not 5 stars") },
  { "undated", N_("Date unknown") },
  { "none", N_("Not recognised") },
  END
};

static const OcopChoice stars[] = {
  { "3", N_("3 stars") },
  { "4", N_("4 stars") },
  { "potential5", N_("Potential 5 stars") },
  { "5", N_("5 stars") },
  END
};

static const OcopChoice channels[] = {
  { "platform", N_("E-commerce platform") },
  { "website", N_("Own website or page") },
  { "supermarket", N_("Supermarket") },
  { "convenience", N_("Convenience store") },
  { "ocop-point", N_("OCOP point of sale") },
  { "market", N_("Market or agent") },
  { "export", N_("Export") },
  END
};

static const OcopChoice authorities[] = {
  { "on-behalf", N_("On behalf of (TM.)") },
  { "for-head", N_("For the head (KT.)") },
  { "by-order", N_("By order of (TL.)") },
  { "by-authority", N_("By authority of (TUQ.)") },
  END
};

static const OcopField office_fields[] = {
  FIELD ("name", N_("Office"), N_("Office"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("superior", N_("Superior body"), N_("Office"), TEXT),
  FIELD ("level", N_("Level"), N_("Office"), CHOICE, 0, ocop_levels),
  FIELD ("unit", N_("Administrative unit"), N_("Office"), LINK, 0, NULL, "unit"),
  FIELD ("place", N_("Place on documents"), N_("Documents"), TEXT),
  FIELD ("address", N_("Address"), N_("Office"), TEXT),
  FIELD ("phone", N_("Phone"), N_("Office"), TEXT),
  FIELD ("email", N_("Email"), N_("Office"), TEXT),
  FIELD ("signatory_title", N_("Signatory's title"), N_("Documents"), TEXT),
  FIELD ("signatory", N_("Signatory"), N_("Documents"), TEXT, OCOP_FIELD_PERSONAL),
  FIELD ("authority", N_("Signed"), N_("Documents"), CHOICE, 0, authorities),
  FIELD ("authority_of", N_("In whose place"), N_("Documents"), TEXT),
  FIELD ("recipients", N_("Recipients"), N_("Documents"), TEXT),
  FIELD ("certificate_pattern", N_("Numbers of certificates"), N_("Documents"), TEXT),
  FIELD ("certificate_background", N_("Picture of certificates"), N_("Documents"), PHOTO),
  FIELD ("report_columns", N_("Columns of reports"), N_("Documents"), TEXT),
  FIELD ("saved_charts", N_("Kept charts"), N_("Documents"), TEXT),
  FIELD ("slides", N_("Kept slides"), N_("Documents"), TEXT),
  FIELD ("potential_in_total", N_("Potential 5 stars count in the total"), N_("Counting"), BOOLEAN),
  FIELD ("practice", N_("Practice register"), N_("Counting"), BOOLEAN),
  END
};

static const OcopField person_fields[] = {
  FIELD ("name", N_("Name"), N_("Person"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("position", N_("Position"), N_("Person"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("phone", N_("Phone"), N_("Person"), TEXT, OCOP_FIELD_PERSONAL),
  FIELD ("account", N_("System account"), N_("Person"), TEXT),
  END
};

static const OcopField unit_fields[] = {
  FIELD ("name", N_("Name"), N_("Administrative unit"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("type", N_("Type"), N_("Administrative unit"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("level", N_("Level"), N_("Administrative unit"), CHOICE, OCOP_FIELD_REQUIRED, ocop_levels),
  FIELD ("code", N_("Code"), N_("Administrative unit"), TEXT, OCOP_FIELD_CODE),
  FIELD ("parent", N_("Belongs to"), N_("Administrative unit"), LINK, 0, NULL, "unit"),
  FIELD ("valid_from", N_("In force from"), N_("History"), DATE),
  FIELD ("valid_until", N_("In force until"), N_("History"), DATE),
  FIELD ("successor", N_("Succeeded by"), N_("History"), LINK, 0, NULL, "unit"),
  FIELD ("note", N_("Note"), N_("History"), LONG_TEXT),
  FIELD ("standing", N_("Stands for it on the day"), NULL, LINK, OCOP_FIELD_DERIVED, NULL, "unit"),
  END
};

static const OcopField producer_fields[] = {
  FIELD ("name", N_("Producer"), N_("Producer"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("kind", N_("Kind of producer"), N_("Producer"), CHOICE, OCOP_FIELD_EXPECTED, producer_kinds),
  FIELD ("tax_code", N_("Tax code"), N_("Producer"), TEXT, OCOP_FIELD_CODE),
  FIELD ("registration_number", N_("Registration number"), N_("Producer"), TEXT, OCOP_FIELD_CODE),
  FIELD ("registration_date", N_("Registration date"), N_("Producer"), DATE),
  FIELD ("activity", N_("Activity"), N_("Producer"), CHOICE, 0, activities),
  FIELD ("unit", N_("Locality"), N_("Contact"), LINK, OCOP_FIELD_EXPECTED, NULL, "unit"),
  FIELD ("address", N_("Address"), N_("Contact"), TEXT, OCOP_FIELD_PERSONAL),
  FIELD ("phone", N_("Phone"), N_("Contact"), TEXT, OCOP_FIELD_PERSONAL | OCOP_FIELD_CODE | OCOP_FIELD_EXPECTED),
  FIELD ("email", N_("Email"), N_("Contact"), TEXT, OCOP_FIELD_PERSONAL),
  FIELD ("website", N_("Website"), N_("Contact"), TEXT),
  FIELD ("vn_domain", N_("Has a .vn domain"), N_("Contact"), BOOLEAN),
  FIELD ("vn_domain_since", N_("Has it since"), N_("Contact"), DATE),
  FIELD ("representative", N_("Representative"), N_("Representative"), TEXT, OCOP_FIELD_PERSONAL | OCOP_FIELD_SEARCHED),
  FIELD ("representative_position", N_("Position"), N_("Representative"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("representative_gender", N_("Gender"), N_("Representative"), CHOICE, OCOP_FIELD_EXPECTED, ocop_genders),
  FIELD ("representative_ethnicity", N_("Ethnicity"), N_("Representative"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  FIELD ("locality", N_("Locality on the day"), NULL, LINK, OCOP_FIELD_DERIVED, NULL, "unit"),
  FIELD ("province", N_("Province"), NULL, LINK, OCOP_FIELD_DERIVED, NULL, "unit"),
  FIELD ("products", N_("Valid products"), NULL, INTEGER, OCOP_FIELD_DERIVED),
  END
};

static const OcopField product_fields[] = {
  FIELD ("name", N_("Product"), N_("Product"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("producer", N_("Producer"), N_("Product"), LINK, OCOP_FIELD_EXPECTED, NULL, "producer"),
  FIELD ("criteria_set", N_("Criteria set"), N_("Product"), SET, OCOP_FIELD_EXPECTED),
  FIELD ("unit", N_("Locality"), N_("Product"), LINK, OCOP_FIELD_EXPECTED, NULL, "unit"),
  FIELD ("key_trades", N_("Key trades"), N_("Product"), TEXT, OCOP_FIELD_SEARCHED | OCOP_FIELD_SUGGESTED),
  FIELD ("craft_village", N_("Craft village"), N_("Product"), TEXT, OCOP_FIELD_SEARCHED | OCOP_FIELD_SUGGESTED),
  FIELD ("raw_material_area", N_("Raw-material area"), N_("Product"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("potential5", N_("Chosen to become 5 stars"), N_("Product"), BOOLEAN),
  FIELD ("activity", N_("Activity"), N_("Product"), CHOICE, 0, activities),
  FIELD ("activity_since", N_("Paused or stopped since"), N_("Product"), DATE),
  FIELD ("running_number", N_("Running number in the commune"), N_("Codes"), INTEGER),
  FIELD ("product_code", N_("Product code"), N_("Codes"), TEXT, OCOP_FIELD_CODE),
  FIELD ("barcode", N_("Barcode"), N_("Codes"), TEXT, OCOP_FIELD_CODE),
  FIELD ("description", N_("Description"), N_("Description"), LONG_TEXT, OCOP_FIELD_SEARCHED),
  FIELD ("packaging", N_("Packaging and quality standard"), N_("Description"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("photo", N_("Photo"), N_("Description"), PHOTO),
  FIELD ("note", N_("Note"), N_("Description"), LONG_TEXT),
  FIELD ("star", N_("Class"), NULL, CHOICE, OCOP_FIELD_DERIVED, stars),
  FIELD ("state", N_("State"), NULL, CHOICE, OCOP_FIELD_DERIVED, states),
  FIELD ("valid_from", N_("Valid from"), NULL, DATE, OCOP_FIELD_DERIVED),
  FIELD ("valid_until", N_("Valid until"), NULL, DATE, OCOP_FIELD_DERIVED),
  FIELD ("estimated", N_("Estimated"), NULL, BOOLEAN, OCOP_FIELD_DERIVED),
  FIELD ("decision_number", N_("Decision"), NULL, TEXT, OCOP_FIELD_DERIVED),
  FIELD ("decision_date", N_("Decision date"), NULL, DATE, OCOP_FIELD_DERIVED),
  FIELD ("issuer", N_("Issued by"), NULL, TEXT, OCOP_FIELD_DERIVED),
  FIELD ("recognition_kind", N_("Kind of recognition"), NULL, CHOICE, OCOP_FIELD_DERIVED, ocop_recognition_kinds),
  FIELD ("year", N_("Year"), NULL, INTEGER, OCOP_FIELD_DERIVED),
  FIELD ("sector", N_("Sector"), NULL, TEXT, OCOP_FIELD_DERIVED),
  FIELD ("group", N_("Group"), NULL, TEXT, OCOP_FIELD_DERIVED),
  FIELD ("locality", N_("Locality on the day"), NULL, LINK, OCOP_FIELD_DERIVED, NULL, "unit"),
  FIELD ("province", N_("Province"), NULL, LINK, OCOP_FIELD_DERIVED, NULL, "unit"),
  END
};

static const OcopField recognition_fields[] = {
  FIELD ("product", N_("Product"), N_("Recognition"), LINK, OCOP_FIELD_REQUIRED, NULL, "product"),
  FIELD ("outcome", N_("Outcome"), N_("Recognition"), CHOICE, OCOP_FIELD_REQUIRED, outcomes),
  FIELD ("class", N_("Class"), N_("Recognition"), INTEGER, OCOP_FIELD_REQUIRED),
  FIELD ("kind", N_("Kind of recognition"), N_("Recognition"), CHOICE, OCOP_FIELD_EXPECTED, ocop_recognition_kinds),
  FIELD ("score", N_("Score"), N_("Recognition"), HUNDREDTHS),
  FIELD ("year", N_("Year of evaluation"), N_("Recognition"), INTEGER),
  FIELD ("decision_number", N_("Decision number"), N_("Decision"), TEXT, OCOP_FIELD_CODE | OCOP_FIELD_EXPECTED | OCOP_FIELD_SUGGESTED),
  FIELD ("decision_date", N_("Decision date"), N_("Decision"), DATE, OCOP_FIELD_EXPECTED),
  FIELD ("issuer", N_("Issued by"), N_("Decision"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("certificate_number", N_("Certificate number"), N_("Decision"), TEXT, OCOP_FIELD_CODE),
  FIELD ("valid_from", N_("Valid from (on the certificate)"), N_("Validity"), DATE),
  FIELD ("valid_until", N_("Valid until (on the certificate)"), N_("Validity"), DATE),
  FIELD ("ending", N_("Ended by"), N_("Validity"), CHOICE, 0, endings),
  FIELD ("ended_on", N_("Ended on"), N_("Validity"), DATE),
  FIELD ("ending_decision", N_("Decision that ended it"), N_("Validity"), TEXT, OCOP_FIELD_CODE | OCOP_FIELD_SUGGESTED),
  FIELD ("ending_reason", N_("Reason"), N_("Validity"), LONG_TEXT),
  FIELD ("reissued_on", N_("Certificate issued again on"), N_("Certificate issued again"), DATE),
  FIELD ("reissue_reason", N_("Why"), N_("Certificate issued again"), CHOICE, 0, reissue_reasons),
  FIELD ("reissued_for", N_("In place of certificate number"), N_("Certificate issued again"), TEXT, OCOP_FIELD_CODE),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  FIELD ("star", N_("Class"), NULL, CHOICE, OCOP_FIELD_DERIVED, stars),
  FIELD ("state", N_("State"), NULL, CHOICE, OCOP_FIELD_DERIVED, states),
  FIELD ("from_day", N_("Valid from"), NULL, DATE, OCOP_FIELD_DERIVED),
  FIELD ("until_day", N_("Valid until"), NULL, DATE, OCOP_FIELD_DERIVED),
  FIELD ("counted_year", N_("Year"), NULL, INTEGER, OCOP_FIELD_DERIVED),
  FIELD ("estimated", N_("Estimated"), NULL, BOOLEAN, OCOP_FIELD_DERIVED),
  END
};

static const OcopField certificate_fields[] = {
  FIELD ("producer", N_("Producer"), N_("Certificate"), LINK, 0, NULL, "producer"),
  FIELD ("product", N_("Product"), N_("Certificate"), LINK, 0, NULL, "product"),
  FIELD ("name", N_("Certificate"), N_("Certificate"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED | OCOP_FIELD_SUGGESTED),
  FIELD ("number", N_("Number"), N_("Certificate"), TEXT, OCOP_FIELD_CODE),
  FIELD ("issuer", N_("Issued by"), N_("Certificate"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("issued_on", N_("Issued on"), N_("Certificate"), DATE),
  FIELD ("expires_on", N_("Expires on"), N_("Certificate"), DATE),
  FIELD ("note", N_("Note"), N_("Certificate"), LONG_TEXT),
  END
};

static const OcopField sales_link_fields[] = {
  FIELD ("product", N_("Product"), N_("Sales"), LINK, OCOP_FIELD_REQUIRED, NULL, "product"),
  FIELD ("channel", N_("Channel"), N_("Sales"), CHOICE, OCOP_FIELD_REQUIRED, channels),
  FIELD ("name", N_("Platform or shop"), N_("Sales"), TEXT, OCOP_FIELD_SEARCHED | OCOP_FIELD_SUGGESTED),
  FIELD ("address", N_("Link or address"), N_("Sales"), TEXT),
  FIELD ("active", N_("Selling now"), N_("Sales"), BOOLEAN),
  END
};

static const OcopField product_year_fields[] = {
  FIELD ("product", N_("Product"), N_("Figures of the year"), LINK, OCOP_FIELD_REQUIRED, NULL, "product"),
  FIELD ("year", N_("Year"), N_("Figures of the year"), INTEGER, OCOP_FIELD_REQUIRED),
  FIELD ("output", N_("Output"), N_("Figures of the year"), HUNDREDTHS),
  FIELD ("output_unit", N_("Unit of output"), N_("Figures of the year"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("price", N_("Price (đồng)"), N_("Figures of the year"), MONEY),
  FIELD ("revenue", N_("Revenue (đồng)"), N_("Figures of the year"), MONEY),
  FIELD ("exports", N_("Exports (đồng)"), N_("Figures of the year"), MONEY),
  FIELD ("source", N_("Source"), N_("Figures of the year"), TEXT, OCOP_FIELD_SUGGESTED),
  END
};

static const OcopField producer_year_fields[] = {
  FIELD ("producer", N_("Producer"), N_("Figures of the year"), LINK, OCOP_FIELD_REQUIRED, NULL, "producer"),
  FIELD ("year", N_("Year"), N_("Figures of the year"), INTEGER, OCOP_FIELD_REQUIRED),
  FIELD ("workers", N_("Workers"), N_("Figures of the year"), INTEGER),
  FIELD ("women", N_("of which women"), N_("Figures of the year"), INTEGER),
  FIELD ("local", N_("of which local"), N_("Figures of the year"), INTEGER),
  FIELD ("minority", N_("of which ethnic minority"), N_("Figures of the year"), INTEGER),
  FIELD ("trained", N_("of which trained"), N_("Figures of the year"), INTEGER),
  FIELD ("revenue", N_("Revenue (đồng)"), N_("Figures of the year"), MONEY),
  FIELD ("area", N_("Raw-material area (ha)"), N_("Figures of the year"), HUNDREDTHS),
  FIELD ("source", N_("Source"), N_("Figures of the year"), TEXT, OCOP_FIELD_SUGGESTED),
  END
};

static const OcopKind office_kind = { "office", "offices", N_("Office"), N_("Offices"), office_fields, "name" };
static const OcopKind person_kind = { "person", "persons", N_("Person"), N_("People who write"), person_fields, "name" };
static const OcopKind unit_kind = { "unit", "units", N_("Administrative unit"), N_("Administrative units"), unit_fields, "name" };
static const OcopKind producer_kind = { "producer", "producers", N_("Producer"), N_("Producers"), producer_fields, "name" };
static const OcopKind product_kind = { "product", "products", N_("Product"), N_("Products"), product_fields, "name" };
static const OcopKind recognition_kind = { "recognition", "recognitions", N_("Recognition"), N_("Recognitions"), recognition_fields, "decision_number" };
static const OcopKind certificate_kind = { "certificate", "certificates", N_("Other certificate"), N_("Other certificates"), certificate_fields, "name" };
static const OcopKind sales_link_kind = { "sales_link", "sales_links", N_("Sales channel"), N_("Sales channels"), sales_link_fields, "name" };
static const OcopKind product_year_kind = { "product_year", "product_years", N_("Yearly figures"), N_("Yearly figures of products"), product_year_fields, "year" };
static const OcopKind producer_year_kind = { "producer_year", "producer_years", N_("Yearly figures"), N_("Yearly figures of producers"), producer_year_fields, "year" };

const OcopKind * const *
ocop_kind_all (void)
{
  static const OcopKind * const kinds[] = {
    &unit_kind,
    &office_kind,
    &person_kind,
    &producer_kind,
    &product_kind,
    &recognition_kind,
    &certificate_kind,
    &sales_link_kind,
    &product_year_kind,
    &producer_year_kind,
    &ocop_dossier_kind,
    &ocop_dossier_move_kind,
    &ocop_dossier_document_kind,
    &ocop_council_kind,
    &ocop_council_member_kind,
    &ocop_session_kind,
    &ocop_session_move_kind,
    &ocop_attendance_kind,
    &ocop_session_product_kind,
    &ocop_recusal_kind,
    &ocop_sheet_kind,
    &ocop_decision_kind,
    &ocop_decision_line_kind,
    &ocop_assignment_kind,
    &ocop_visit_kind,
    &ocop_visit_product_kind,
    &ocop_extra_test_kind,
    &ocop_plan_kind,
    &ocop_target_kind,
    &ocop_target_share_kind,
    &ocop_target_figure_kind,
    &ocop_task_kind,
    &ocop_budget_line_kind,
    &ocop_plan_product_kind,
    &ocop_frozen_report_kind,
    &ocop_frozen_figure_kind,
    &ocop_own_indicator_kind,
    &ocop_own_form_kind,
    &ocop_inspection_kind,
    &ocop_inspection_point_kind,
    &ocop_course_kind,
    &ocop_trainee_kind,
    &ocop_event_kind,
    &ocop_participation_kind,
    &ocop_sales_point_kind,
    &ocop_tourism_site_kind,
    &ocop_support_programme_kind,
    &ocop_support_kind,
    &ocop_reward_rule_kind,
    &ocop_reward_kind,
    &ocop_consultation_kind,
    &ocop_communication_kind,
    &ocop_value_chain_kind,
    &ocop_value_chain_member_kind,
    &ocop_commune_report_kind,
    &ocop_office_package_kind,
    NULL
  };

  return kinds;
}
