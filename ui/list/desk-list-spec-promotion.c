/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of what stands beside events: who takes part, points of sale, where products are sold. */

#include "list/desk-list-spec-private.h"

#include <glib/gi18n.h>

static const DeskListColumn participation_columns[] = {
  { "producer.name", N_("Producer"), -200, TRUE, 1 },
  { "event.name", N_("Event"), -200, TRUE, 2 },
  { "product.name", N_("Product"), -160, TRUE },
  { "dealing", NULL, 170, TRUE, 3 },
  { "value", NULL, 140, TRUE, 4 },
  { "event.held_on", N_("From"), 110, FALSE },
  { "partner", NULL, 180, FALSE },
  { "signed_on", NULL, 110, FALSE },
  { "sales", NULL, 160, FALSE },
  { "producer.locality.name", N_("Locality"), 130, FALSE },
  { NULL }
};

static const DeskListColumn sales_point_columns[] = {
  { "name", NULL, -220, TRUE, 1 },
  { "unit.name", N_("Locality"), 140, TRUE, 2 },
  { "address", NULL, -200, TRUE },
  { "producer.name", N_("Run by the producer"), -150, TRUE },
  { "opened_on", NULL, 110, TRUE, 3 },
  { "closed_on", NULL, 116, TRUE },
  { "manager", NULL, 160, FALSE },
  { "decision_number", NULL, 140, FALSE },
  { NULL }
};

static const DeskListColumn sales_link_columns[] = {
  { "name", NULL, -190, TRUE, 1 },
  { "channel", NULL, 190, TRUE, 2 },
  { "product.name", N_("Product"), -180, TRUE, 3 },
  { "product.producer.name", N_("Producer"), -160, TRUE },
  { "address", NULL, -180, TRUE },
  { "active", NULL, 110, TRUE },
  { "product.locality.name", N_("Locality"), 130, FALSE },
  { NULL }
};

static const char * const participation_unknowns[] = { "product", "dealing", "value", NULL };

static const DeskListFilter participation_filters[] = {
  { "dealing", N_("What came of it"), TRUE, NULL },
  { "event.type", N_("Kind of event"), TRUE, NULL },
  { "producer.locality", N_("Locality"), TRUE, NULL, "producer.province" },
  { NULL, N_("Unknown"), FALSE, participation_unknowns },
  { NULL }
};

static const char * const sales_point_unknowns[] = { "unit", "opened_on", "closed_on", "decision_number", NULL };

static const DeskListFilter sales_point_filters[] = {
  { "unit", N_("Locality"), TRUE, NULL },
  { NULL, N_("Unknown"), TRUE, sales_point_unknowns },
  { NULL }
};

static const char * const sales_link_unknowns[] = { "name", "address", NULL };

static const DeskListFilter sales_link_filters[] = {
  { "channel", N_("Channel"), TRUE, NULL },
  { "name", N_("Platform or shop"), TRUE, NULL },
  { "active", N_("Selling now"), FALSE, NULL },
  { "product.locality", N_("Locality"), TRUE, NULL, "product.province" },
  { NULL, N_("Unknown"), FALSE, sales_link_unknowns },
  { NULL }
};

const DeskListSpec desk_participation_spec = {
  .kind = "participation",
  .page = "participations",
  .icon_name = "desk-events-symbolic",
  .columns = participation_columns,
  .filters = participation_filters,
  .order = "producer.name",
  .count = { N_("%s taking part"), N_("%s takings part") },
  .paper_title = N_("List of who takes part in events"),
  .new_title = N_("New taking part"),
  .empty_title = N_("Nobody takes part yet"),
  .empty_text = N_("Which producers take part in which event stands here, and what came of it. Many at once are added from an event."),
  .empty_button = N_("New taking part"),
  .empty_action = "list.new",
};

const DeskListSpec desk_sales_point_spec = {
  .kind = "sales_point",
  .page = "sales_points",
  .icon_name = "desk-events-symbolic",
  .columns = sales_point_columns,
  .filters = sales_point_filters,
  .order = "name",
  .count = { N_("%s point of sale"), N_("%s points of sale") },
  .paper_title = N_("List of OCOP points of sale"),
  .new_title = N_("New point of sale"),
  .empty_title = N_("No points of sale yet"),
  .empty_text = N_("Points where OCOP products are presented and sold stand here, by locality (decision 950/QĐ-BCT)."),
  .empty_button = N_("New point of sale"),
  .empty_action = "list.new",
};

const DeskListSpec desk_sales_link_spec = {
  .kind = "sales_link",
  .page = "sales_links",
  .icon_name = "desk-events-symbolic",
  .columns = sales_link_columns,
  .filters = sales_link_filters,
  .order = "name",
  .count = { N_("%s sales channel"), N_("%s sales channels") },
  .paper_title = N_("List of sales channels"),
  .new_title = N_("New sales channel"),
  .empty_title = N_("No sales channels yet"),
  .empty_text = N_("Where products are sold stands here: online marketplaces, modern trade, shops of their own."),
  .empty_button = N_("New sales channel"),
  .empty_action = "list.new",
};
