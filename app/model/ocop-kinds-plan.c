/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a register holds of the year's plan: its targets and what they are shared into, its tasks, its budget, the
 * products that are registered for it, and the figures of reports that were frozen. */

#include "model/ocop-kinds.h"

#include <glib/gi18n.h>

#define FIELD OCOP_FIELD
#define END OCOP_END

static const OcopChoice plan_states[] = {
  { "draft", N_("Drafted") },
  { "issued", N_("Issued") },
  END
};

static const OcopChoice target_operators[] = {
  { "at-least", N_("At least") },
  { "more-than", N_("More than") },
  { "at-most", N_("At most") },
  { "exactly", N_("Exactly") },
  { "between", N_("Between") },
  { "each-at-least", N_("Each locality at least") },
  { "by-day", N_("By the day") },
  { "counted", N_("Counted, no number set") },
  { "qualitative", N_("In words") },
  END
};

static const OcopChoice task_states[] = {
  { "planned", N_("Not begun") },
  { "under-way", N_("Being done") },
  { "done", N_("Done") },
  { "dropped", N_("Dropped") },
  END
};

static const OcopField plan_fields[] = {
  FIELD ("name", N_("Plan"), N_("Plan"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("year", N_("Year"), N_("Plan"), INTEGER, OCOP_FIELD_REQUIRED),
  FIELD ("until_year", N_("Until year"), N_("Plan"), INTEGER),
  FIELD ("level", N_("Level"), N_("Plan"), CHOICE, 0, ocop_levels),
  FIELD ("unit", N_("Locality"), N_("Plan"), LINK, 0, NULL, "unit"),
  FIELD ("office", N_("Issued by"), N_("Plan"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("state", N_("State"), N_("Plan"), CHOICE, OCOP_FIELD_REQUIRED | OCOP_FIELD_WORKED, plan_states),
  FIELD ("number", N_("Number"), N_("Issue"), TEXT, OCOP_FIELD_CODE),
  FIELD ("issued_on", N_("Day of issue"), N_("Issue"), DATE),
  FIELD ("signatory_title", N_("Signatory's title"), N_("Issue"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("signatory", N_("Signatory"), N_("Issue"), TEXT, OCOP_FIELD_PERSONAL | OCOP_FIELD_SUGGESTED),
  FIELD ("amends", N_("Amends the plan"), N_("Issue"), LINK, 0, NULL, "plan"),
  FIELD ("file", N_("Signed plan"), N_("Issue"), FILE),
  FIELD ("calendar", N_("Counted by calendar years"), N_("Counting"), BOOLEAN),
  FIELD ("theme", N_("Theme"), N_("Words"), TEXT),
  FIELD ("legal_bases", N_("Legal bases"), N_("Words"), LONG_TEXT),
  FIELD ("purpose", N_("Purpose and requirements"), N_("Words"), LONG_TEXT),
  FIELD ("work", N_("Work and measures"), N_("Words"), LONG_TEXT),
  FIELD ("carrying_out", N_("Carrying it out"), N_("Words"), LONG_TEXT),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

/* The numbers of a target are in hundredths of its unit, money in hundredths of a đồng. */
static const OcopField target_fields[] = {
  FIELD ("plan", N_("Plan"), N_("Target"), LINK, OCOP_FIELD_REQUIRED, NULL, "plan"),
  FIELD ("place", N_("Place in the plan"), N_("Target"), INTEGER),
  FIELD ("code", N_("Code"), N_("Target"), TEXT, OCOP_FIELD_CODE),
  FIELD ("section", N_("Section"), N_("Target"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("name", N_("Target"), N_("Target"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("part_of", N_("Part of"), N_("Target"), LINK, 0, NULL, "target"),
  FIELD ("indicator", N_("Counted by"), N_("Target"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("operator", N_("How it is set"), N_("Target"), CHOICE, OCOP_FIELD_REQUIRED, target_operators),
  FIELD ("value", N_("Number set"), N_("Target"), HUNDREDTHS),
  FIELD ("value_to", N_("Up to"), N_("Target"), HUNDREDTHS),
  FIELD ("unit_name", N_("Unit"), N_("Target"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("by_day", N_("By the day"), N_("Target"), DATE),
  FIELD ("second_day", N_("Second round by the day"), N_("Target"), DATE),
  FIELD ("from_year", N_("From year"), N_("Target"), INTEGER),
  FIELD ("until_year", N_("Until year"), N_("Target"), INTEGER),
  FIELD ("body", N_("Body in charge"), N_("Target"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField target_share_fields[] = {
  FIELD ("target", N_("Target"), N_("Share"), LINK, OCOP_FIELD_REQUIRED, NULL, "target"),
  FIELD ("unit", N_("Locality"), N_("Share"), LINK, OCOP_FIELD_REQUIRED, NULL, "unit"),
  FIELD ("value", N_("Number set"), N_("Share"), HUNDREDTHS, OCOP_FIELD_REQUIRED),
  FIELD ("note", N_("Note"), N_("Share"), TEXT),
  END
};

/* What is typed where no record tells it, with its source. */
static const OcopField target_figure_fields[] = {
  FIELD ("target", N_("Target"), N_("Figure by hand"), LINK, OCOP_FIELD_REQUIRED, NULL, "target"),
  FIELD ("counted_on", N_("As of"), N_("Figure by hand"), DATE, OCOP_FIELD_REQUIRED),
  FIELD ("value", N_("Figure"), N_("Figure by hand"), HUNDREDTHS),
  FIELD ("text", N_("In words"), N_("Figure by hand"), LONG_TEXT),
  FIELD ("met", N_("Met"), N_("Figure by hand"), BOOLEAN),
  FIELD ("source", N_("Source"), N_("Figure by hand"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SUGGESTED),
  FIELD ("file", N_("Scanned file"), N_("Figure by hand"), FILE),
  END
};

static const OcopField task_fields[] = {
  FIELD ("plan", N_("Plan"), N_("Task"), LINK, OCOP_FIELD_REQUIRED, NULL, "plan"),
  FIELD ("name", N_("Task"), N_("Task"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("section", N_("Section"), N_("Task"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("target", N_("Target"), N_("Task"), LINK, 0, NULL, "target"),
  FIELD ("body", N_("Body in charge"), N_("Task"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("with_bodies", N_("Together with"), N_("Task"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("begins_on", N_("From"), N_("Task"), DATE),
  FIELD ("due_on", N_("Until"), N_("Task"), DATE),
  FIELD ("cost", N_("Cost (đồng)"), N_("Task"), MONEY),
  FIELD ("state", N_("State"), N_("State"), CHOICE, OCOP_FIELD_REQUIRED, task_states),
  FIELD ("done_on", N_("Done on"), N_("State"), DATE),
  FIELD ("evidence", N_("Evidence"), N_("State"), LONG_TEXT),
  FIELD ("file", N_("Scanned file"), N_("State"), FILE),
  FIELD ("place", N_("Place in the plan"), N_("Note"), INTEGER),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField budget_line_fields[] = {
  FIELD ("plan", N_("Plan"), N_("Budget"), LINK, OCOP_FIELD_REQUIRED, NULL, "plan"),
  FIELD ("name", N_("Content"), N_("Budget"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("unit_name", N_("Unit"), N_("Budget"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("quantity", N_("Quantity"), N_("Budget"), HUNDREDTHS),
  FIELD ("price", N_("Unit price (đồng)"), N_("Budget"), MONEY),
  FIELD ("amount", N_("Amount (đồng)"), N_("Budget"), MONEY),
  FIELD ("source", N_("Source of the money"), N_("Budget"), TEXT, OCOP_FIELD_SUGGESTED),
  FIELD ("paid", N_("Paid (đồng)"), N_("Paid"), MONEY),
  FIELD ("paid_on", N_("Paid until"), N_("Paid"), DATE),
  FIELD ("place", N_("Place in the plan"), N_("Note"), INTEGER),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

/* Annex 1. A product that is not registered yet is a name. */
static const OcopField plan_product_fields[] = {
  FIELD ("plan", N_("Plan"), N_("Registered product"), LINK, OCOP_FIELD_REQUIRED, NULL, "plan"),
  FIELD ("name", N_("Product"), N_("Registered product"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("product", N_("Product on record"), N_("Registered product"), LINK, 0, NULL, "product"),
  FIELD ("producer", N_("Producer"), N_("Registered product"), LINK, 0, NULL, "producer"),
  FIELD ("criteria_set", N_("Criteria set"), N_("Registered product"), SET),
  FIELD ("unit", N_("Locality"), N_("Registered product"), LINK, 0, NULL, "unit"),
  FIELD ("kind", N_("Kind of dossier"), N_("Registered product"), CHOICE, 0, ocop_recognition_kinds),
  FIELD ("expected_class", N_("Class aimed at"), N_("Registered product"), INTEGER),
  FIELD ("round_number", N_("Round"), N_("Registered product"), INTEGER),
  FIELD ("place", N_("Place in the plan"), N_("Note"), INTEGER),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

static const OcopField frozen_report_fields[] = {
  FIELD ("plan", N_("Plan"), N_("Frozen report"), LINK, OCOP_FIELD_REQUIRED, NULL, "plan"),
  FIELD ("name", N_("Report"), N_("Frozen report"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("from_day", N_("Figures from"), N_("Frozen report"), DATE, OCOP_FIELD_REQUIRED),
  FIELD ("until_day", N_("Figures until"), N_("Frozen report"), DATE, OCOP_FIELD_REQUIRED),
  FIELD ("frozen_on", N_("Frozen on"), N_("Frozen report"), DATE, OCOP_FIELD_REQUIRED),
  FIELD ("note", N_("Note"), N_("Frozen report"), LONG_TEXT),
  END
};

/* What was counted: the ids of the records, in the order of the ids, as JSON. */
static const OcopField frozen_figure_fields[] = {
  FIELD ("report", N_("Report"), N_("Frozen figure"), LINK, OCOP_FIELD_REQUIRED, NULL, "frozen_report"),
  FIELD ("target", N_("Target"), N_("Frozen figure"), LINK, OCOP_FIELD_REQUIRED, NULL, "target"),
  FIELD ("name", N_("Target"), N_("Frozen figure"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("value", N_("Figure"), N_("Frozen figure"), HUNDREDTHS),
  FIELD ("part", N_("Numerator"), N_("Frozen figure"), HUNDREDTHS),
  FIELD ("whole", N_("Denominator"), N_("Frozen figure"), HUNDREDTHS),
  FIELD ("day", N_("Day"), N_("Frozen figure"), DATE),
  FIELD ("text", N_("In words"), N_("Frozen figure"), LONG_TEXT),
  FIELD ("records", N_("Records counted"), N_("Frozen figure"), LONG_TEXT, OCOP_FIELD_WORKED),
  END
};

/* An office's own way to count, beside those that are shipped. */
static const OcopField own_indicator_fields[] = {
  FIELD ("code", N_("Code"), N_("Indicator"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_CODE | OCOP_FIELD_UNIQUE),
  FIELD ("name", N_("Indicator"), N_("Indicator"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED),
  FIELD ("definition", N_("How it is counted"), N_("Indicator"), LONG_TEXT, OCOP_FIELD_REQUIRED),
  END
};

/* What a commune gave back of the workbook that it was sent. Its answers stand in the records that they are about; what
 * it said of each field is kept, as JSON, to tell its own words from what others wrote since. */
static const OcopField commune_report_fields[] = {
  FIELD ("name", N_("Report"), N_("Report of a commune"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("unit", N_("Locality"), N_("Report of a commune"), LINK, OCOP_FIELD_REQUIRED, NULL, "unit"),
  FIELD ("year", N_("Year"), N_("Report of a commune"), INTEGER, OCOP_FIELD_REQUIRED),
  FIELD ("received_on", N_("Received on"), N_("Report of a commune"), DATE),
  FIELD ("saved_at", N_("Saved by the commune"), N_("Report of a commune"), TEXT, OCOP_FIELD_WORKED),
  FIELD ("digest", N_("Fingerprint"), N_("Report of a commune"), TEXT, OCOP_FIELD_WORKED),
  FIELD ("answers", N_("Answers"), N_("Report of a commune"), LONG_TEXT, OCOP_FIELD_WORKED),
  FIELD ("note", N_("Note"), N_("Note"), LONG_TEXT),
  END
};

/* The package of a locality that was taken in last of another office: an older one brings old values. */
static const OcopField office_package_fields[] = {
  FIELD ("name", N_("Package"), N_("Package taken in"), TEXT, OCOP_FIELD_REQUIRED),
  FIELD ("unit", N_("Locality"), N_("Package taken in"), LINK, OCOP_FIELD_REQUIRED, NULL, "unit"),
  FIELD ("sender", N_("Sender"), N_("Package taken in"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_WORKED),
  FIELD ("seq", N_("Last change in it"), N_("Package taken in"), INTEGER, OCOP_FIELD_REQUIRED | OCOP_FIELD_WORKED),
  FIELD ("made_at", N_("Made at"), N_("Package taken in"), TEXT, OCOP_FIELD_WORKED),
  END
};

/* A workbook of the ministry's or of a department's, and what the office fills into its cells, as JSON. */
static const OcopField own_form_fields[] = {
  FIELD ("name", N_("Form"), N_("Form"), TEXT, OCOP_FIELD_REQUIRED | OCOP_FIELD_SEARCHED | OCOP_FIELD_UNIQUE),
  FIELD ("file", N_("Workbook"), N_("Form"), FILE, OCOP_FIELD_REQUIRED),
  FIELD ("cells", N_("What goes into its cells"), N_("Form"), LONG_TEXT, OCOP_FIELD_WORKED),
  FIELD ("note", N_("Note"), N_("Form"), LONG_TEXT),
  END
};

const OcopKind ocop_plan_kind =
  { "plan", "plans", N_("Plan"), N_("Plans"), plan_fields, "name" };
const OcopKind ocop_target_kind =
  { "target", "targets", N_("Target"), N_("Targets"), target_fields, "name" };
const OcopKind ocop_target_share_kind =
  { "target_share", "target_shares", N_("Share of a target"), N_("Shares of targets"), target_share_fields, "note" };
const OcopKind ocop_target_figure_kind =
  { "target_figure", "target_figures", N_("Figure by hand"), N_("Figures by hand"), target_figure_fields, "source" };
const OcopKind ocop_task_kind =
  { "task", "tasks", N_("Task"), N_("Tasks"), task_fields, "name" };
const OcopKind ocop_budget_line_kind =
  { "budget_line", "budget_lines", N_("Line of the budget"), N_("Lines of budgets"), budget_line_fields, "name" };
const OcopKind ocop_plan_product_kind =
  { "plan_product", "plan_products", N_("Registered product"), N_("Registered products"), plan_product_fields, "name" };
const OcopKind ocop_frozen_report_kind =
  { "frozen_report", "frozen_reports", N_("Frozen report"), N_("Frozen reports"), frozen_report_fields, "name" };
const OcopKind ocop_frozen_figure_kind =
  { "frozen_figure", "frozen_figures", N_("Frozen figure"), N_("Frozen figures"), frozen_figure_fields, "name" };
const OcopKind ocop_own_indicator_kind =
  { "own_indicator", "own_indicators", N_("Own indicator"), N_("Own indicators"), own_indicator_fields, "name" };
const OcopKind ocop_commune_report_kind =
  { "commune_report", "commune_reports", N_("Report of a commune"), N_("Reports of communes"), commune_report_fields, "name" };
const OcopKind ocop_office_package_kind =
  { "office_package", "office_packages", N_("Package taken in"), N_("Packages taken in"), office_package_fields, "name" };
const OcopKind ocop_own_form_kind =
  { "own_form", "own_forms", N_("Form of another author"), N_("Forms of other authors"), own_form_fields, "name" };
