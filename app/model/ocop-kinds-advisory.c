/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a register holds of the advisory group's work (article 7.3): who looks after which dossier,
 * visits on the spot, extra tests. */

#include "model/ocop-kinds.h"

#include <glib/gi18n.h>

#define FIELD OCOP_FIELD
#define END OCOP_END

static const OcopField assignment_fields[] = {
  FIELD ("dossier", N_("Dossier"), N_("Assignment"), LINK, OCOP_FIELD_REQUIRED, NULL, "dossier"),
  FIELD ("member", N_("Member"), N_("Assignment"), LINK, OCOP_FIELD_REQUIRED, NULL, "council_member"),
  FIELD ("ministry", N_("Ministry in charge of the criteria set"), N_("Assignment"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("note", N_("Note"), N_("Assignment"), LONG_TEXT),
  END
};

/* Members are names: those who go along need not all be of the group. */
static const OcopField visit_fields[] = {
  FIELD ("name", N_("Visit"), N_("Visit"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("council", N_("Council or group"), N_("Visit"), LINK, 0, NULL, "council"),
  FIELD ("unit", N_("Locality"), N_("Visit"), LINK, 0, NULL, "unit"),
  FIELD ("visit_on", N_("Day"), N_("Visit"), DATE),
  FIELD ("begins_at", N_("Hour"), N_("Visit"), TEXT),
  FIELD ("venue", N_("Meeting place"), N_("Visit"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("members", N_("Members"), N_("Visit"), TEXT, OCOP_FIELD_SUGGESTED | OCOP_FIELD_PERSONAL),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

/* The criteria to verify are codes, "1.1 2.3". */
static const OcopField visit_product_fields[] = {
  FIELD ("visit", N_("Visit"), N_("Product of a visit"), LINK, OCOP_FIELD_REQUIRED, NULL, "visit"),
  FIELD ("dossier", N_("Dossier"), N_("Product of a visit"), LINK, OCOP_FIELD_REQUIRED, NULL, "dossier"),
  FIELD ("place", N_("Place in the day"), N_("Product of a visit"), INTEGER),
  FIELD ("verify", N_("Criteria to verify"), N_("Product of a visit"), TEXT),
  FIELD ("visited", N_("Visited"), N_("What was found"), BOOLEAN),
  FIELD ("findings", N_("What was found"), N_("What was found"), LONG_TEXT),
  FIELD ("photo", N_("Photo"), N_("Photos"), PHOTO),
  FIELD ("second_photo", N_("Second photo"), N_("Photos"), PHOTO),
  FIELD ("third_photo", N_("Third photo"), N_("Photos"), PHOTO),
  FIELD ("file", N_("Signed record"), N_("Photos"), FILE),
  END
};

static const OcopField extra_test_fields[] = {
  FIELD ("dossier", N_("Dossier"), N_("Extra test"), LINK, OCOP_FIELD_REQUIRED, NULL, "dossier"),
  FIELD ("name", N_("What is tested"), N_("Extra test"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SUGGESTED),
  FIELD ("laboratory", N_("Sent to"), N_("Extra test"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("sent_on", N_("Sent on"), N_("Extra test"), DATE),
  FIELD ("result_on", N_("Day of the result"), N_("Result"), DATE),
  FIELD ("result", N_("Result"), N_("Result"), TEXT),
  FIELD ("met", N_("Meets the standard"), N_("Result"), BOOLEAN),
  FIELD ("file", N_("Scanned file"), N_("Result"), FILE),
  FIELD ("note", N_("Note"), N_("Result"), LONG_TEXT),
  END
};

const OcopKind ocop_assignment_kind =
  { "assignment", "assignments", N_("Assignment"), N_("Assignments"), assignment_fields, "ministry" };
const OcopKind ocop_visit_kind =
  { "visit", "visits", N_("Visit"), N_("Visits"), visit_fields, "name" };
const OcopKind ocop_visit_product_kind =
  { "visit_product", "visit_products", N_("Product of a visit"), N_("Products of visits"), visit_product_fields, "findings" };
const OcopKind ocop_extra_test_kind =
  { "extra_test", "extra_tests", N_("Extra test"), N_("Extra tests"), extra_test_fields, "name" };
