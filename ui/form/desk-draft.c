/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-draft.h"

#include <errno.h>

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

static char *
dup_path (const char     *register_id,
          const OcopKind *kind,
          const char     *id)
{
  g_autofree char *name = id != NULL ? g_strdup_printf ("%s.json", id) : g_strdup_printf ("new-%s.json", kind->name);

  return g_build_filename (g_get_user_data_dir (), "ocop-desk", "drafts", register_id, name, NULL);
}

static void
add_value (JsonBuilder     *builder,
           const OcopValue *value)
{
  if (value->type == OCOP_VALUE_TEXT)
    json_builder_add_string_value (builder, value->text);
  else if (value->type == OCOP_VALUE_INTEGER)
    json_builder_add_int_value (builder, value->integer);
  else
    json_builder_add_null_value (builder);
}

static char *
draft_to_json (const OcopRecord *record,
               gint64            base_version)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, ocop_record_get_id (record));
  json_builder_set_member_name (builder, "base");
  json_builder_add_int_value (builder, base_version);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      json_builder_set_member_name (builder, field->name);
      add_value (builder, ocop_record_get (record, field->name));
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

void
desk_draft_save (const char       *register_id,
                 const OcopRecord *record,
                 const OcopRecord *base)
{
  g_autofree char *path = dup_path (register_id, ocop_record_get_kind (record), base != NULL ? ocop_record_get_id (record) : NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *json = draft_to_json (record, base != NULL ? ocop_record_get_version (base) : 0);
  g_autoptr (GError) error = NULL;

  /* A draft is a comfort: a folder that cannot be written must not stand in the way of typing. */
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_set_contents (path, json, -1, &error))
    g_debug ("draft not kept in %s: %s", path, error != NULL ? error->message : g_strerror (errno));
}

static void
fill (OcopRecord *record,
      JsonObject *fields)
{
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      JsonNode *node = json_object_get_member (fields, field->name);

      if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
        continue;
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        ocop_record_set_text (record, field->name, json_node_get_string (node));
      else if (json_node_get_value_type (node) == G_TYPE_INT64)
        ocop_record_set_integer (record, field->name, json_node_get_int (node));
    }
}

OcopRecord *
desk_draft_load (const char     *register_id,
                 const OcopKind *kind,
                 const char     *id,
                 gint64         *base_version)
{
  g_autofree char *path = dup_path (register_id, kind, id);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root, *fields;
  JsonObject *object;
  OcopRecord *record;

  if (!json_parser_load_from_file (parser, path, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  fields = object != NULL ? json_object_get_member (object, "fields") : NULL;
  if (fields == NULL || !JSON_NODE_HOLDS_OBJECT (fields))
    return NULL;

  record = ocop_record_new (kind, json_object_get_string_member_with_default (object, "id", NULL));
  *base_version = json_object_get_int_member_with_default (object, "base", 0);
  ocop_record_set_version (record, *base_version);
  fill (record, json_node_get_object (fields));
  return record;
}

void
desk_draft_discard (const char     *register_id,
                    const OcopKind *kind,
                    const char     *id)
{
  g_autofree char *path = dup_path (register_id, kind, id);

  g_unlink (path);
}
