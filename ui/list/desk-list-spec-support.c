/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of what stands beside support: its programmes, rewards and their rules. */

#include "list/desk-list-spec-private.h"

#include <glib/gi18n.h>

static const DeskListColumn support_programme_columns[] = {
  { "name", NULL, -240, TRUE, 1 },
  { "agency", NULL, 200, TRUE, 2 },
  { "funding", NULL, 200, TRUE },
  { "year", NULL, 80, TRUE, 3 },
  { "planned", NULL, 150, TRUE },
  { "decision_number", NULL, 150, TRUE },
  { "decision_date", NULL, 130, FALSE },
  { NULL }
};

static const DeskListColumn reward_columns[] = {
  { "recognition.product.name", N_("Product"), -190, TRUE, 1 },
  { "producer.name", N_("Producer"), -170, TRUE, 3 },
  { "recognition.star", N_("Class"), 110, TRUE, 4 },
  { "occasion", NULL, 170, TRUE },
  { "amount", NULL, 140, TRUE, 2 },
  { "list_number", NULL, 140, TRUE },
  { "paid_on", NULL, 110, TRUE, 5 },
  { "rule.name", N_("Rule"), 170, FALSE },
  { "recognition.decision_number", N_("Decision number"), 140, FALSE },
  { "recognition.decision_date", N_("Decision date"), 130, FALSE },
  { "producer.locality.name", N_("Locality"), 130, FALSE },
  { NULL }
};

static const DeskListColumn reward_rule_columns[] = {
  { "name", NULL, -220, TRUE, 1 },
  { "class", NULL, 90, TRUE, 2 },
  { "occasion", NULL, 180, TRUE, 3 },
  { "amount", NULL, 150, TRUE, 4 },
  { "difference", NULL, 200, TRUE },
  { "valid_from", NULL, 116, TRUE },
  { "valid_until", NULL, 116, FALSE },
  { "once", NULL, 150, FALSE },
  { "cap", NULL, 180, FALSE },
  { "source", NULL, 200, FALSE },
  { NULL }
};

static const char * const support_programme_unknowns[] = { "agency", "funding", "year", "planned", NULL };

static const DeskListFilter support_programme_filters[] = {
  { "agency", N_("Agency"), TRUE, NULL },
  { "funding", N_("Source of money"), TRUE, NULL },
  { "year", N_("Year"), TRUE, NULL },
  { NULL, N_("Unknown"), FALSE, support_programme_unknowns },
  { NULL }
};

static const char * const reward_unknowns[] = { "paid_on", "list_number", "account", NULL };

static const DeskListFilter reward_filters[] = {
  { "occasion", N_("When the class is"), TRUE, NULL },
  { "recognition.star", N_("Class"), TRUE, NULL },
  { "producer.locality", N_("Locality"), TRUE, NULL, "producer.province" },
  { NULL, N_("Unknown"), TRUE, reward_unknowns },
  { NULL }
};

static const char * const reward_rule_unknowns[] = { "valid_from", "valid_until", "source", NULL };

static const DeskListFilter reward_rule_filters[] = {
  { "class", N_("Class"), TRUE, NULL },
  { "occasion", N_("When the class is"), TRUE, NULL },
  { NULL, N_("Unknown"), FALSE, reward_rule_unknowns },
  { NULL }
};

const DeskListSpec desk_support_programme_spec = {
  .kind = "support_programme",
  .page = "support_programmes",
  .icon_name = "desk-supports-symbolic",
  .columns = support_programme_columns,
  .filters = support_programme_filters,
  .order = "year",
  .descending = TRUE,
  .count = { N_("%s programme"), N_("%s programmes") },
  .paper_title = N_("List of support programmes"),
  .new_title = N_("New support programme"),
  .empty_title = N_("No support programmes yet"),
  .empty_text = N_("Programmes from which support is given stand here, with their agency, source and the money that is planned."),
  .empty_button = N_("New support programme"),
  .empty_action = "list.new",
};

const DeskListSpec desk_reward_spec = {
  .kind = "reward",
  .page = "rewards",
  .icon_name = "desk-supports-symbolic",
  .columns = reward_columns,
  .filters = reward_filters,
  .order = "paid_on",
  .descending = TRUE,
  .count = { N_("%s reward"), N_("%s rewards") },
  .paper_title = N_("List of rewards"),
  .new_title = N_("New reward"),
  .empty_title = N_("No rewards yet"),
  .empty_text = N_("Rewards for recognised products stand here, each with its class, amount, pay list and the day it was paid."),
  .empty_button = N_("New reward"),
  .empty_action = "list.new",
};

const DeskListSpec desk_reward_rule_spec = {
  .kind = "reward_rule",
  .page = "reward_rules",
  .icon_name = "desk-supports-symbolic",
  .columns = reward_rule_columns,
  .filters = reward_rule_filters,
  .order = "name",
  .count = { N_("%s rule"), N_("%s rules") },
  .paper_title = N_("List of rules of rewards"),
  .new_title = N_("New rule"),
  .empty_title = N_("No rules yet"),
  .empty_text = N_("What the province's resolution grants for a class stands here: the amount, for the first time or an upgrade, and from which day on."),
  .empty_button = N_("New rule"),
  .empty_action = "list.new",
};
