/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of what stands beside courses: who came to them, advice and information that producers were given. */

#include "list/desk-list-spec-private.h"

#include <glib/gi18n.h>

static const DeskListColumn trainee_columns[] = {
  { "name", NULL, -190, TRUE, 1 },
  { "kind", NULL, 170, TRUE, 2 },
  { "producer.name", N_("Producer"), -170, TRUE, 3 },
  { "unit.name", N_("Locality"), 130, FALSE },
  { "course.name", N_("Course"), -200, TRUE },
  { "absent", NULL, 110, TRUE, 4 },
  { "position", NULL, 150, FALSE },
  { "level", NULL, 110, FALSE },
  { "gender", NULL, 96, FALSE },
  { "phone", NULL, 120, FALSE },
  { "course.held_on", N_("From"), 110, FALSE },
  { NULL }
};

static const DeskListColumn consultation_columns[] = {
  { "topic", NULL, -220, TRUE, 1 },
  { "producer.name", N_("Producer"), -190, TRUE, 2 },
  { "product.name", N_("Product"), -170, TRUE },
  { "given_on", NULL, 110, TRUE, 3 },
  { "adviser", NULL, 180, TRUE },
  { "producer.locality.name", N_("Locality"), 130, FALSE },
  { "producer.phone", N_("Phone"), 110, FALSE },
  { NULL }
};

static const DeskListColumn communication_columns[] = {
  { "topic", NULL, -230, TRUE, 1 },
  { "producer.name", N_("Producer"), -200, TRUE, 2 },
  { "received_on", NULL, 110, TRUE, 3 },
  { "means", NULL, 180, TRUE },
  { "producer.locality.name", N_("Locality"), 130, TRUE },
  { "producer.phone", N_("Phone"), 110, FALSE },
  { NULL }
};

static const char * const trainee_unknowns[] = { "producer", "unit", "gender", NULL };

static const DeskListFilter trainee_filters[] = {
  { "kind", N_("Kind of attendee"), TRUE, NULL },
  { "absent", N_("Did not come"), TRUE, NULL },
  { "level", N_("Level"), FALSE, NULL },
  { "gender", N_("Gender"), FALSE, NULL },
  { "producer.locality", N_("Locality of the producer"), TRUE, NULL, "producer.province" },
  { NULL, N_("Unknown"), FALSE, trainee_unknowns },
  { NULL }
};

static const char * const consultation_unknowns[] = { "product", "adviser", NULL };

static const DeskListFilter consultation_filters[] = {
  { "producer.locality", N_("Locality"), TRUE, NULL, "producer.province" },
  { "topic", N_("Topic"), TRUE, NULL },
  { "adviser", N_("Given by"), FALSE, NULL },
  { NULL, N_("Unknown"), FALSE, consultation_unknowns },
  { NULL }
};

static const char * const communication_unknowns[] = { "means", NULL };

static const DeskListFilter communication_filters[] = {
  { "producer.locality", N_("Locality"), TRUE, NULL, "producer.province" },
  { "means", N_("By what means"), TRUE, NULL },
  { NULL, N_("Unknown"), FALSE, communication_unknowns },
  { NULL }
};

const DeskListSpec desk_trainee_spec = {
  .kind = "trainee",
  .page = "trainees",
  .icon_name = "desk-courses-symbolic",
  .columns = trainee_columns,
  .filters = trainee_filters,
  .order = "name",
  .count = { N_("%s attendee"), N_("%s attendees") },
  .paper_title = N_("List of attendees"),
  .new_title = N_("New attendee"),
  .empty_title = N_("No attendees yet"),
  .empty_text = N_("Who came to the courses stands here, of all courses together: open a course to note its attendees in one table."),
  .empty_button = N_("New attendee"),
  .empty_action = "list.new",
};

const DeskListSpec desk_consultation_spec = {
  .kind = "consultation",
  .page = "consultations",
  .icon_name = "desk-courses-symbolic",
  .columns = consultation_columns,
  .filters = consultation_filters,
  .order = "given_on",
  .descending = TRUE,
  .count = { N_("%s advice"), N_("%s advices") },
  .paper_title = N_("List of advice given"),
  .new_title = N_("New advice"),
  .empty_title = N_("No advice yet"),
  .empty_text = N_("What producers were advised on stands here: the dossier, packaging, standards, the story of the product."),
  .empty_button = N_("New advice"),
  .empty_action = "list.new",
};

const DeskListSpec desk_communication_spec = {
  .kind = "communication",
  .page = "communications",
  .icon_name = "desk-courses-symbolic",
  .columns = communication_columns,
  .filters = communication_filters,
  .order = "received_on",
  .descending = TRUE,
  .count = { N_("%s information"), N_("%s informations") },
  .paper_title = N_("List of information given"),
  .new_title = N_("New information"),
  .empty_title = N_("No information yet"),
  .empty_text = N_("Which producers were informed of the programme stands here, about what and by what means."),
  .empty_button = N_("New information"),
  .empty_action = "list.new",
};
