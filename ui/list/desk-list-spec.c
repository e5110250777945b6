/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-spec-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "law/ocop-law.h"
#include "model/ocop-record.h"

static const DeskListColumn producer_columns[] = {
  { "name", NULL, -250, TRUE, 1 },
  { "kind", N_("Kind"), 200, TRUE },
  { "locality.name", N_("Locality"), 150, TRUE, 3 },
  { "products", NULL, 194, TRUE, 2 },
  { "phone", NULL, 110, TRUE, 4 },
  { "representative", NULL, 150, FALSE },
  { "representative_gender", NULL, 96, FALSE },
  { "representative_ethnicity", NULL, 90, FALSE },
  { "tax_code", NULL, 120, FALSE },
  { "registration_number", NULL, 194, FALSE },
  { "activity", NULL, 182, FALSE },
  { "address", NULL, 220, FALSE },
  { "province.name", N_("Province"), 130, FALSE },
  { "email", NULL, 160, FALSE },
  { "website", NULL, 160, FALSE },
  { NULL }
};

static const DeskListColumn product_columns[] = {
  { "name", NULL, -190, TRUE, 1 },
  { "producer.name", N_("Producer"), -130, TRUE, 4 },
  { "locality.name", N_("Locality"), 120, TRUE },
  { "star", NULL, 104, TRUE, 2 },
  { "valid_until", N_("Expires"), 108, TRUE, 5 },
  { "state", NULL, 184, TRUE, 3 },
  { "criteria_set", NULL, 240, FALSE },
  { "sector", NULL, 150, FALSE },
  { "group", NULL, 150, FALSE },
  { "producer.kind", N_("Kind of producer"), 200, FALSE },
  { "producer.phone", N_("Phone"), 110, FALSE },
  { "province.name", N_("Province"), 130, FALSE },
  { "product_code", NULL, 150, FALSE },
  { "decision_number", NULL, 130, FALSE },
  { "decision_date", NULL, 150, FALSE },
  { "recognition_kind", NULL, 182, FALSE },
  { "year", NULL, 70, FALSE },
  { "valid_from", NULL, 134, FALSE },
  { "issuer", NULL, 170, FALSE },
  { "key_trades", NULL, 174, FALSE },
  { "estimated", N_("Dates estimated"), 134, FALSE },
  { NULL }
};

static const DeskListColumn recognition_columns[] = {
  { "product.name", N_("Product"), -190, TRUE, 1 },
  { "product.producer.name", N_("Producer"), -130, TRUE, 5 },
  { "star", NULL, 136, TRUE, 2 },
  { "kind", N_("Kind"), 110, TRUE },
  { "decision_number", NULL, 144, TRUE },
  { "decision_date", NULL, 150, TRUE },
  { "until_day", N_("Expires"), 108, TRUE, 4 },
  { "state", NULL, 184, TRUE, 3 },
  { "year", NULL, 132, FALSE },
  { "score", NULL, 80, FALSE },
  { "issuer", NULL, 180, FALSE },
  { "certificate_number", NULL, 172, FALSE },
  { "from_day", NULL, 134, FALSE },
  { "product.locality.name", N_("Locality"), 130, FALSE },
  { "product.criteria_set", N_("Criteria set"), 240, FALSE },
  { "estimated", N_("Dates estimated"), 134, FALSE },
  { NULL }
};

static const DeskListColumn dossier_columns[] = {
  { "product.name", N_("Product"), -190, TRUE, 1 },
  { "product.producer.name", N_("Producer"), -130, TRUE },
  { "product.locality.name", N_("Locality"), 130, TRUE },
  { "kind", N_("Kind"), 110, TRUE, 4 },
  { "step", NULL, 226, TRUE, 2 },
  { "step_on", NULL, 104, TRUE, 3 },
  { "officer", NULL, 150, TRUE },
  { "name", NULL, 220, FALSE },
  { "round_number", NULL, 70, FALSE },
  { "round_year", NULL, 110, FALSE },
  { "commune_received_on", N_("Received by the commune"), 150, FALSE },
  { "commune_receipt", N_("Receipt of the commune"), 200, FALSE },
  { "province_received_on", N_("Received by the province"), 150, FALSE },
  { "province_receipt", N_("Receipt of the province"), 200, FALSE },
  { "complete_on", NULL, 130, FALSE },
  { "expected_class", NULL, 130, FALSE },
  { "criteria_set", NULL, 240, FALSE },
  { NULL }
};

static const char * const producer_unknowns[] = { "kind", "unit", "phone", "representative_gender", "vn_domain", NULL };
static const char * const product_unknowns[] = { "producer", "criteria_set", "locality", "decision_date", "star", "potential5", NULL };
static const char * const dossier_unknowns[] = { "criteria_set", "officer", "commune_received_on", "round_year", NULL };
static const char * const recognition_unknowns[] = { "decision_number", "decision_date", "kind", "certificate_number", NULL };

static const DeskListFilter producer_filters[] = {
  { "kind", N_("Kind"), TRUE, NULL },
  { "locality", N_("Locality"), TRUE, NULL, "province" },
  { "activity", N_("Activity"), FALSE, NULL },
  { "representative_gender", N_("Gender"), FALSE, NULL },
  { "vn_domain", N_("Has a .vn domain"), FALSE, NULL },
  { NULL, N_("Unknown"), TRUE, producer_unknowns },
  { NULL }
};

static const DeskListFilter product_filters[] = {
  { "state", N_("State"), TRUE, NULL },
  { "star", N_("Class"), TRUE, NULL },
  { "locality", N_("Locality"), TRUE, NULL, "province" },
  { "criteria_set", N_("Criteria set"), TRUE, NULL },
  { "sector", N_("Sector"), FALSE, NULL },
  { "producer.kind", N_("Kind of producer"), FALSE, NULL },
  { "recognition_kind", N_("Kind of recognition"), FALSE, NULL },
  { "year", N_("Year"), FALSE, NULL },
  { "potential5", N_("Chosen to become 5 stars"), FALSE, NULL },
  { NULL, N_("Unknown"), FALSE, product_unknowns },
  { NULL }
};

static const DeskListFilter dossier_filters[] = {
  { "step", N_("Step"), TRUE, NULL },
  { "kind", N_("Kind"), TRUE, NULL },
  { "product.locality", N_("Locality"), TRUE, NULL, "product.province" },
  { "officer", N_("Officer"), TRUE, NULL },
  { "round_year", N_("Year of the round"), FALSE, NULL },
  { "round_number", N_("Round"), FALSE, NULL },
  { "criteria_set", N_("Criteria set"), FALSE, NULL },
  { NULL, N_("Unknown"), FALSE, dossier_unknowns },
  { NULL }
};

static const DeskListFilter recognition_filters[] = {
  { "state", N_("State"), TRUE, NULL },
  { "star", N_("Class"), TRUE, NULL },
  { "kind", N_("Kind"), TRUE, NULL },
  { "year", N_("Year"), TRUE, NULL },
  { "product.locality", N_("Locality"), TRUE, NULL, "product.province" },
  { "product.criteria_set", N_("Criteria set"), FALSE, NULL },
  { "product.sector", N_("Sector"), FALSE, NULL },
  { NULL, N_("Unknown"), FALSE, recognition_unknowns },
  { NULL }
};

static const DeskListSpec producer_spec = {
  .kind = "producer",
  .page = "producers",
  .icon_name = "desk-producers-symbolic",
  .columns = producer_columns,
  .filters = producer_filters,
  .order = "name",
  .count = { N_("%s producer"), N_("%s producers") },
  .paper_title = N_("List of OCOP producers"),
  .new_title = N_("New producer"),
  .empty_title = N_("No producers yet"),
  .empty_text = N_("Bring in a list from a spreadsheet, or enter the first producer by hand."),
  .empty_button = N_("Import a List…"),
  .empty_action = "win.import",
};

static const DeskListSpec product_spec = {
  .kind = "product",
  .page = "products",
  .icon_name = "desk-products-symbolic",
  .columns = product_columns,
  .filters = product_filters,
  .order = "name",
  .count = { N_("%s product"), N_("%s products") },
  .paper_title = N_("List of OCOP products"),
  .new_title = N_("New product"),
  .empty_title = N_("No products yet"),
  .empty_text = N_("Bring in a list from a spreadsheet, or enter the first product by hand."),
  .empty_button = N_("Import a List…"),
  .empty_action = "win.import",
};

static const DeskListSpec dossier_spec = {
  .kind = "dossier",
  .page = "dossiers",
  .icon_name = "desk-dossiers-symbolic",
  .columns = dossier_columns,
  .filters = dossier_filters,
  .order = "step_on",
  .descending = TRUE,
  .count = { N_("%s dossier"), N_("%s dossiers") },
  .paper_title = N_("List of dossiers of OCOP products"),
  .new_title = N_("Begin a dossier"),
  .empty_title = N_("No dossiers yet"),
  .empty_text = N_("A dossier is begun for a product: first evaluation, upgrade or re-evaluation."),
  .empty_button = N_("Begin a dossier"),
  .empty_action = "list.new",
};

static const DeskListSpec recognition_spec = {
  .kind = "recognition",
  .page = "recognitions",
  .icon_name = "desk-recognitions-symbolic",
  .columns = recognition_columns,
  .filters = recognition_filters,
  .order = "decision_date",
  .descending = TRUE,
  .then = "decision_number",
  .count = { N_("%s recognition"), N_("%s recognitions") },
  .paper_title = N_("List of OCOP recognitions"),
  .new_title = N_("New recognition"),
  .empty_title = N_("No recognitions yet"),
  .empty_text = N_("Bring in a list of recognised products, or enter the first recognition by hand."),
  .empty_button = N_("Import a List…"),
  .empty_action = "win.import",
};

const DeskListSpec *
desk_list_spec_find (const char *kind)
{
  static const DeskListSpec * const specs[] = {
    &producer_spec, &product_spec, &dossier_spec, &recognition_spec,
    &desk_inspection_spec, &desk_course_spec, &desk_event_spec, &desk_support_spec,
    &desk_inspection_point_spec, &desk_trainee_spec, &desk_consultation_spec, &desk_communication_spec,
    &desk_participation_spec, &desk_sales_point_spec, &desk_sales_link_spec, &desk_support_programme_spec,
    &desk_reward_spec, &desk_reward_rule_spec, &desk_value_chain_spec, &desk_value_chain_member_spec, &desk_tourism_site_spec,
  };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (g_str_equal (specs[i]->kind, kind))
      return specs[i];
  return NULL;
}

guint
desk_list_spec_n_columns (const DeskListSpec *spec)
{
  guint n = 0;

  while (spec->columns[n].path != NULL)
    n++;
  return n;
}

guint
desk_list_spec_find_column (const DeskListSpec *spec,
                            const char         *path)
{
  for (guint i = 0; spec->columns[i].path != NULL; i++)
    if (g_str_equal (spec->columns[i].path, path))
      return i;
  return G_MAXUINT;
}

const char **
desk_list_spec_dup_paths (const DeskListSpec *spec)
{
  guint n = desk_list_spec_n_columns (spec);
  const char **paths = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    paths[i] = spec->columns[i].path;
  return paths;
}

const char *
desk_list_column_get_title (const DeskListSpec   *spec,
                            const DeskListColumn *column)
{
  const OcopField *field = desk_path_find_field (ocop_kind_find (spec->kind), column->path);

  return _(column->title != NULL ? column->title : field->title);
}

gboolean
desk_list_spec_may_be_estimated (const DeskListSpec   *spec,
                                 const DeskListColumn *column)
{
  const OcopField *field = desk_path_find_field (ocop_kind_find (spec->kind), column->path);

  return desk_list_spec_find_column (spec, "estimated") != G_MAXUINT && field->type == OCOP_FIELD_DATE &&
         (field->flags & OCOP_FIELD_DERIVED) != 0 && !g_str_equal (field->name, "decision_date");
}

char *
desk_list_spec_format_count (const DeskListSpec *spec,
                             gint64              count)
{
  g_autofree char *number = ocop_number_to_people (count);
  g_auto(GStrv) around = g_strsplit (_(spec->count[count != 1]), "%s", 2);

  return g_strjoinv (number, around);
}

const OcopField *
desk_path_find_field (const OcopKind *kind,
                      const char     *path)
{
  g_auto(GStrv) steps = g_strsplit (path, ".", -1);
  const OcopField *field = NULL;

  for (guint i = 0; steps[i] != NULL; i++)
    {
      field = kind != NULL ? ocop_kind_find_field (kind, steps[i]) : NULL;
      if (field == NULL)
        return NULL;
      kind = field->target != NULL ? ocop_kind_find (field->target) : NULL;
    }
  return field;
}

static char *
format_star (const OcopField *field,
             const char      *key)
{
  if (strlen (key) != 1 || !g_ascii_isdigit (*key))
    return g_strdup (ocop_field_choice_title (field, key));
  /* As many bytes of the five stars as the class has of them. */
  return g_strndup ("★★★★★", strlen ("★") * MIN (g_ascii_digit_value (*key), 5));
}

static char *
format_set (const char *code)
{
  const OcopCriteriaSet *set = ocop_law_find_set (ocop_law_get_default (), code);

  return set != NULL ? g_strdup_printf ("%02u · %s", set->number, set->title) : g_strdup (code);
}

gboolean
desk_list_spec_can_chart (const DeskListSpec *spec)
{
  return g_str_equal (spec->kind, "product");
}

char *
desk_path_format (const OcopField *field,
                  const OcopValue *value)
{
  if (value->type == OCOP_VALUE_TEXT && g_str_equal (field->name, "star"))
    return format_star (field, value->text);
  if (value->type == OCOP_VALUE_TEXT && field->type == OCOP_FIELD_SET)
    return format_set (value->text);
  return ocop_field_format (field, value);
}

char *
desk_path_format_estimated (const OcopValue *value)
{
  OcopDate date = OCOP_DATE_UNKNOWN;

  if (value->type == OCOP_VALUE_TEXT)
    ocop_date_parse (value->text, &date);
  return ocop_date_to_people_about (date, TRUE);
}

const char *
desk_path_explain_estimated (void)
{
  return _("≈: only the year of recognition is known, so the term is counted from the end of that year");
}
