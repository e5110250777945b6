/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of the work between the decisions: inspections and what was checked, courses, events, support. */

#include "list/desk-list-spec-private.h"

#include <glib/gi18n.h>

static const DeskListColumn inspection_columns[] = {
  { "name", NULL, -190, TRUE, 1 },
  { "producer.name", N_("Producer"), -150, TRUE, 3 },
  { "producer.locality.name", N_("Locality"), 130, TRUE },
  { "planned_on", NULL, 120, TRUE },
  { "held_on", NULL, 124, TRUE, 2 },
  { "conclusion", NULL, 190, TRUE, 4 },
  { "manner", NULL, 110, FALSE },
  { "reason", NULL, 190, FALSE },
  { "record_number", NULL, 120, FALSE },
  { "producer.phone", N_("Phone"), 110, FALSE },
  { "unit.name", N_("Locality inspected"), 150, FALSE },
  { NULL }
};

static const DeskListColumn inspection_point_columns[] = {
  { "inspection.producer.name", N_("Producer"), -170, TRUE, 1 },
  { "topic", NULL, 200, TRUE, 2 },
  { "result", NULL, 110, TRUE, 3 },
  { "finding", NULL, -200, TRUE },
  { "repair_by", NULL, 164, TRUE, 4 },
  { "repaired_on", NULL, 160, TRUE, 5 },
  { "product.name", N_("Product"), 160, FALSE },
  { "inspection.held_on", N_("Held on"), 110, FALSE },
  { "inspection.name", N_("Inspection"), 190, FALSE },
  { "inspection.producer.locality.name", N_("Locality"), 130, FALSE },
  { NULL }
};

static const DeskListColumn course_columns[] = {
  { "name", NULL, -230, TRUE, 1 },
  { "state", NULL, 120, TRUE, 3 },
  { "held_on", NULL, 110, TRUE, 2 },
  { "held_until", NULL, 110, TRUE },
  { "venue", NULL, 180, TRUE },
  { "organiser", NULL, 180, TRUE },
  { "unit.name", N_("Locality"), 130, FALSE },
  { "cost", NULL, 140, FALSE },
  { "funding", NULL, 200, FALSE },
  { NULL }
};

static const DeskListColumn event_columns[] = {
  { "name", NULL, -230, TRUE, 1 },
  { "type", NULL, 160, TRUE, 3 },
  { "held_on", NULL, 110, TRUE, 2 },
  { "held_until", NULL, 110, TRUE },
  { "venue", NULL, 180, TRUE },
  { "organiser", NULL, 180, TRUE },
  { "abroad", NULL, 120, FALSE },
  { "stands", NULL, 110, FALSE },
  { "cost", NULL, 140, FALSE },
  { "funding", NULL, 200, FALSE },
  { NULL }
};

static const DeskListColumn support_columns[] = {
  { "name", NULL, -190, TRUE, 1 },
  { "producer.name", N_("Producer"), -150, TRUE, 2 },
  { "agency", NULL, 190, TRUE },
  { "granted_on", NULL, 110, TRUE, 4 },
  { "granted", NULL, 150, TRUE, 3 },
  { "paid", NULL, 140, TRUE },
  { "kind", NULL, 190, FALSE },
  { "programme.name", N_("Support programme"), 190, FALSE },
  { "planned", NULL, 140, FALSE },
  { "paid_on", NULL, 110, FALSE },
  { "funding", NULL, 200, FALSE },
  { "site.name", N_("Tourism site"), 160, FALSE },
  { NULL }
};

static const char * const inspection_unknowns[] = { "producer", "held_on", "conclusion", NULL };
static const char * const course_unknowns[] = { "held_on", "venue", "cost", NULL };
static const char * const event_unknowns[] = { "held_on", "cost", NULL };
static const char * const support_unknowns[] = { "agency", "producer", "granted_on", "granted", "paid", NULL };

static const DeskListFilter inspection_filters[] = {
  { "conclusion", N_("Conclusion"), TRUE, NULL },
  { "producer.locality", N_("Locality"), TRUE, NULL, "producer.province" },
  { "reason", N_("Why"), TRUE, NULL },
  { "manner", N_("How it comes"), FALSE, NULL },
  { NULL, N_("Unknown"), TRUE, inspection_unknowns },
  { NULL }
};

static const char * const inspection_point_unknowns[] = { "repair_by", "repaired_on", "proof", NULL };

static const DeskListFilter inspection_point_filters[] = {
  { "result", N_("Result"), TRUE, NULL },
  { "topic", N_("What is checked"), TRUE, NULL },
  { "inspection.producer.locality", N_("Locality"), TRUE, NULL, "inspection.producer.province" },
  { NULL, N_("Unknown"), TRUE, inspection_point_unknowns },
  { NULL }
};

static const DeskListFilter course_filters[] = {
  { "state", N_("State"), TRUE, NULL },
  { "funding", N_("Source of money"), TRUE, NULL },
  { NULL, N_("Unknown"), FALSE, course_unknowns },
  { NULL }
};

static const DeskListFilter event_filters[] = {
  { "type", N_("Kind of event"), TRUE, NULL },
  { "abroad", N_("Abroad"), FALSE, NULL },
  { "funding", N_("Source of money"), TRUE, NULL },
  { NULL, N_("Unknown"), FALSE, event_unknowns },
  { NULL }
};

static const DeskListFilter support_filters[] = {
  { "agency", N_("Agency"), TRUE, NULL },
  { "kind", N_("Kind of support"), TRUE, NULL },
  { "funding", N_("Source of money"), TRUE, NULL },
  { "producer.locality", N_("Locality"), FALSE, NULL, "producer.province" },
  { NULL, N_("Unknown"), FALSE, support_unknowns },
  { NULL }
};

const DeskListSpec desk_inspection_spec = {
  .kind = "inspection",
  .page = "inspections",
  .icon_name = "desk-inspections-symbolic",
  .columns = inspection_columns,
  .filters = inspection_filters,
  .order = "held_on",
  .descending = TRUE,
  .count = { N_("%s inspection"), N_("%s inspections") },
  .paper_title = N_("List of inspections"),
  .new_title = N_("New inspection"),
  .empty_title = N_("No inspections yet"),
  .empty_text = N_("After recognition producers are visited, planned or unannounced: whether the criteria still hold and how the mark is used (article 9)."),
  .empty_button = N_("New inspection"),
  .empty_action = "list.new",
};

const DeskListSpec desk_inspection_point_spec = {
  .kind = "inspection_point",
  .page = "inspection_points",
  .icon_name = "desk-inspections-symbolic",
  .columns = inspection_point_columns,
  .filters = inspection_point_filters,
  .order = "repair_by",
  .descending = TRUE,
  .count = { N_("%s point checked"), N_("%s points checked") },
  .paper_title = N_("List of what was checked"),
  .new_title = N_("New point"),
  .empty_title = N_("Nothing checked yet"),
  .empty_text = N_("What was checked on each visit stands here, of all visits together: faults with the day by which they are to be repaired."),
  .empty_button = N_("New point"),
  .empty_action = "list.new",
};

const DeskListSpec desk_course_spec = {
  .kind = "course",
  .page = "courses",
  .icon_name = "desk-courses-symbolic",
  .columns = course_columns,
  .filters = course_filters,
  .order = "held_on",
  .descending = TRUE,
  .count = { N_("%s course"), N_("%s courses") },
  .paper_title = N_("List of training courses"),
  .new_title = N_("New course"),
  .empty_title = N_("No courses yet"),
  .empty_text = N_("Courses for officials and producers, with who came to them."),
  .empty_button = N_("New course"),
  .empty_action = "list.new",
};

const DeskListSpec desk_event_spec = {
  .kind = "event",
  .page = "events",
  .icon_name = "desk-events-symbolic",
  .columns = event_columns,
  .filters = event_filters,
  .order = "held_on",
  .descending = TRUE,
  .count = { N_("%s event"), N_("%s events") },
  .paper_title = N_("List of events of trade promotion"),
  .new_title = N_("New event"),
  .empty_title = N_("No events yet"),
  .empty_text = N_("Fairs, forums and other events of trade promotion, with who takes part and what comes of it."),
  .empty_button = N_("New event"),
  .empty_action = "list.new",
};

const DeskListSpec desk_support_spec = {
  .kind = "support",
  .page = "supports",
  .icon_name = "desk-supports-symbolic",
  .columns = support_columns,
  .filters = support_filters,
  .order = "granted_on",
  .descending = TRUE,
  .count = { N_("%s support"), N_("%s supports") },
  .paper_title = N_("List of support given"),
  .new_title = N_("New support"),
  .empty_title = N_("No support yet"),
  .empty_text = N_("What producers are given: machines, packaging, certificates, money, with what was planned, granted and paid."),
  .empty_button = N_("New support"),
  .empty_action = "list.new",
};
