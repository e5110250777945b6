/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of value chains, their members, and tourism sites. */

#include "list/desk-list-spec-private.h"

#include <glib/gi18n.h>

static const DeskListColumn value_chain_columns[] = {
  { "name", NULL, -240, TRUE, 1 },
  { "type", NULL, 190, TRUE, 2 },
  { "unit.name", N_("Locality"), 140, TRUE },
  { "lead.name", N_("Led by"), -180, TRUE },
  { "started_on", NULL, 110, TRUE, 3 },
  { "ended_on", NULL, 110, TRUE },
  { "area", NULL, 160, FALSE },
  { "funding", NULL, 200, FALSE },
  { NULL }
};

static const DeskListColumn value_chain_member_columns[] = {
  { "chain.name", N_("Value chain"), -210, TRUE, 1 },
  { "product.name", N_("Product"), -180, TRUE, 2 },
  { "product.producer.name", N_("Producer"), -170, TRUE },
  { "part", NULL, 190, TRUE, 3 },
  { "joined_on", NULL, 110, TRUE },
  { "product.locality.name", N_("Locality"), 130, FALSE },
  { NULL }
};

static const DeskListColumn tourism_site_columns[] = {
  { "name", NULL, -240, TRUE, 1 },
  { "unit.name", N_("Locality"), 150, TRUE, 2 },
  { "producer.name", N_("Run by the producer"), -190, TRUE },
  { "certified", NULL, 200, TRUE, 3 },
  { "certified_on", NULL, 130, TRUE },
  { NULL }
};

static const char * const value_chain_unknowns[] = { "unit", "lead", "started_on", "area", NULL };

static const DeskListFilter value_chain_filters[] = {
  { "type", N_("Kind of chain"), TRUE, NULL },
  { "unit", N_("Locality"), TRUE, NULL },
  { "funding", N_("Source of money"), FALSE, NULL },
  { NULL, N_("Unknown"), FALSE, value_chain_unknowns },
  { NULL }
};

static const char * const value_chain_member_unknowns[] = { "part", "joined_on", NULL };

static const DeskListFilter value_chain_member_filters[] = {
  { "chain.type", N_("Kind of chain"), TRUE, NULL },
  { "part", N_("Part in the chain"), TRUE, NULL },
  { "product.locality", N_("Locality"), TRUE, NULL, "product.province" },
  { NULL, N_("Unknown"), FALSE, value_chain_member_unknowns },
  { NULL }
};

static const char * const tourism_site_unknowns[] = { "unit", "producer", "certified_on", NULL };

static const DeskListFilter tourism_site_filters[] = {
  { "certified", N_("Recognised as fit for visitors"), TRUE, NULL },
  { "unit", N_("Locality"), TRUE, NULL },
  { NULL, N_("Unknown"), FALSE, tourism_site_unknowns },
  { NULL }
};

const DeskListSpec desk_value_chain_spec = {
  .kind = "value_chain",
  .page = "value_chains",
  .icon_name = "desk-chains-symbolic",
  .columns = value_chain_columns,
  .filters = value_chain_filters,
  .order = "name",
  .count = { N_("%s value chain"), N_("%s value chains") },
  .paper_title = N_("List of value chains"),
  .new_title = N_("New value chain"),
  .empty_title = N_("No value chains yet"),
  .empty_text = N_("Chains that link growing, processing and sale stand here: ordinary, circular and green ones, each with its members."),
  .empty_button = N_("New value chain"),
  .empty_action = "list.new",
};

const DeskListSpec desk_value_chain_member_spec = {
  .kind = "value_chain_member",
  .page = "value_chain_members",
  .icon_name = "desk-chains-symbolic",
  .columns = value_chain_member_columns,
  .filters = value_chain_member_filters,
  .order = "chain.name",
  .count = { N_("%s member"), N_("%s members") },
  .paper_title = N_("List of members of value chains"),
  .new_title = N_("New member"),
  .empty_title = N_("No members of chains yet"),
  .empty_text = N_("Which products belong to which chain stands here, with their part in it."),
  .empty_button = N_("New member"),
  .empty_action = "list.new",
};

const DeskListSpec desk_tourism_site_spec = {
  .kind = "tourism_site",
  .page = "tourism_sites",
  .icon_name = "desk-chains-symbolic",
  .columns = tourism_site_columns,
  .filters = tourism_site_filters,
  .order = "name",
  .count = { N_("%s tourism site"), N_("%s tourism sites") },
  .paper_title = N_("List of tourism sites"),
  .new_title = N_("New tourism site"),
  .empty_title = N_("No tourism sites yet"),
  .empty_text = N_("Sites of community and rural tourism stand here, and whether they are recognised as fit for visitors."),
  .empty_button = N_("New tourism site"),
  .empty_action = "list.new",
};
