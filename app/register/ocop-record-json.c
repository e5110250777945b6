/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-record-json.h"

static JsonNode *
value_to_json (const OcopValue *value)
{
  JsonNode *node = json_node_alloc ();

  switch (value->type)
    {
    case OCOP_VALUE_INTEGER:
      return json_node_init_int (node, value->integer);
    case OCOP_VALUE_TEXT:
      return json_node_init_string (node, value->text);
    default:
      return json_node_init_null (node);
    }
}

char *
ocop_record_to_json (const OcopRecord *record,
                     const OcopRecord *other)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);

  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const OcopValue *value = ocop_record_get (record, field->name);

      if (other != NULL ? !ocop_value_equal (value, ocop_record_get (other, field->name)) : value->type != OCOP_VALUE_UNKNOWN)
        json_object_set_member (object, field->name, value_to_json (value));
    }
  return json_to_string (root, FALSE);
}

OcopValue
ocop_record_json_get (JsonObject      *object,
                      const OcopField *field)
{
  JsonNode *node = json_object_get_member (object, field->name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return (OcopValue) OCOP_VALUE_INIT;
  return json_node_get_value_type (node) == G_TYPE_STRING ? ocop_value_text (json_node_get_string (node))
                                                          : ocop_value_integer (json_node_get_int (node));
}

gboolean
ocop_record_fill_from_json (OcopRecord *record,
                            const char *json)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (object == NULL)
    return FALSE;
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      g_auto(OcopValue) value = OCOP_VALUE_INIT;

      if (!json_object_has_member (object, field->name))
        continue;
      value = ocop_record_json_get (object, field);
      ocop_record_set (record, field->name, &value);
    }
  return TRUE;
}
