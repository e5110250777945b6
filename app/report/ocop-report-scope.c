/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-report-scope.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "base/ocop-text.h"
#include "law/ocop-law.h"
#include "report/ocop-office-area.h"
#include "report/ocop-statistics.h"

char *
ocop_report_unit_name (const OcopRecord *unit)
{
  const char *parts[] = { ocop_record_get_text (unit, "type"), ocop_record_get_text (unit, "name") };
  g_autofree char *type = ocop_text_fold (parts[0] != NULL ? parts[0] : "");
  g_autofree char *name = ocop_text_fold (parts[1]);

  return g_str_has_prefix (name, type) ? g_strdup (parts[1]) : ocop_text_join (" ", parts, G_N_ELEMENTS (parts));
}

const char *
ocop_report_sector_title (const char *key)
{
  const OcopLaw *law = ocop_law_get_default ();

  for (guint i = 0; i < ocop_law_n_sets (law); i++)
    if (g_str_equal (ocop_law_get_set (law, i)->sector, key))
      return ocop_law_get_set (law, i)->sector_title;
  return key;
}

static JsonObject *
read_query (const OcopQuery *query)
{
  g_autofree char *json = ocop_query_to_json (query);
  g_autoptr(JsonNode) root = json_from_string (json, NULL);

  return json_node_dup_object (root);
}

/* Whether @condition only says which states count, as all figures of a kind do. */
static gboolean
is_usual (JsonNode *condition)
{
  static const OcopValidity validities[] = { OCOP_VALIDITY_VALID, OCOP_VALIDITY_RECORDED };

  for (guint i = 0; i < G_N_ELEMENTS (validities); i++)
    {
      g_autoptr(OcopQuery) usual = ocop_query_new ("product");
      g_autoptr(JsonObject) object = NULL;

      ocop_statistics_where_validity (usual, validities[i]);
      object = read_query (usual);
      if (json_node_equal (condition, json_array_get_element (json_object_get_array_member (object, "where"), 0)))
        return TRUE;
    }
  return FALSE;
}

static char *
describe_place (OcopReader *reader,
                const char *id)
{
  g_autoptr(OcopRecord) unit = ocop_reader_load (reader, ocop_kind_find ("unit"), id, NULL);

  return unit != NULL ? ocop_report_unit_name (unit) : NULL;
}

static char *
describe_sector (OcopReader *reader,
                 const char *key)
{
  return g_strdup_printf (_("sector %s"), ocop_report_sector_title (key));
}

static const struct
{
  const char *field;
  char *(*describe) (OcopReader *reader,
                     const char *value);
} narrowings[] = {
  { "locality", describe_place },
  { "province", describe_place },
  { "sector", describe_sector },
};

/* %NULL for a condition that cannot be said in so few words. */
static char *
describe_condition (OcopReader *reader,
                    JsonObject *condition)
{
  const char *field = json_object_get_string_member (condition, "field");
  const char *operator = json_object_get_string_member (condition, "op");
  JsonArray *values = json_object_get_array_member (condition, "values");

  if (ocop_office_area_is_condition (field, operator))
    return g_strdup (ocop_office_area_words ());
  if (!g_str_equal (operator, "is") || json_array_get_length (values) != 1)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (narrowings); i++)
    if (g_str_equal (field, narrowings[i].field))
      return narrowings[i].describe (reader, json_array_get_string_element (values, 0));
  return NULL;
}

/* Adds to @parts what can be said of @conditions; returns whether that is all of them. */
static gboolean
describe_conditions (OcopReader *reader,
                     JsonArray  *conditions,
                     GPtrArray  *parts)
{
  gboolean all = TRUE;

  for (guint i = 0; i < json_array_get_length (conditions); i++)
    {
      JsonNode *condition = json_array_get_element (conditions, i);
      char *part = is_usual (condition) ? NULL : describe_condition (reader, json_node_get_object (condition));

      if (part != NULL)
        g_ptr_array_add (parts, part);
      else if (!is_usual (condition))
        all = FALSE;
    }
  return all;
}

char *
ocop_report_describe_scope (OcopReader      *reader,
                            const OcopQuery *base)
{
  g_autoptr(JsonObject) object = base != NULL ? read_query (base) : NULL;
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean all = TRUE;
  g_autofree char *text = NULL;

  if (object == NULL)
    return NULL;
  if (json_object_has_member (object, "where"))
    all = describe_conditions (reader, json_object_get_array_member (object, "where"), parts);
  if (!all || json_object_has_member (object, "has") || json_object_has_member (object, "text"))
    g_ptr_array_add (parts, g_strdup (_("selected products only")));
  if (parts->len == 0)
    return NULL;
  text = ocop_text_join ("; ", (const char * const *) parts->pdata, parts->len);
  /* Translators: what a paper is narrowed to: a place, a sector, a selection */
  return g_strdup_printf (_("Scope: %s"), text);
}
