/* SPDX-License-Identifier: GPL-3.0-or-later */

/* make-records REGISTER RECORDS: adds records to a register in one change. RECORDS is a JSON list of objects: "kind_of_record",
 * perhaps "as", by which later ones link to it ("@name"), and their fields as people type them. */

#include <json-glib/json-glib.h>

#include "register/ocop-register.h"

static void
set_field (OcopRecord *record,
           GHashTable *ids,
           const char *name,
           const char *text)
{
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (record), name);
  const char *id = *text == '@' ? g_hash_table_lookup (ids, text + 1) : NULL;
  g_auto(OcopValue) value = OCOP_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  if (field == NULL || (*text == '@' && id == NULL))
    g_error ("%s: %s", name, text);
  if (id != NULL)
    ocop_record_set_text (record, name, id);
  else if (ocop_field_parse (field, text, &value, &error))
    ocop_record_set (record, name, &value);
  else
    g_error ("%s: %s", name, error->message);
}

static void
add_record (OcopChange *change,
            GHashTable *ids,
            JsonObject *object)
{
  const OcopKind *kind = ocop_kind_find (json_object_get_string_member (object, "kind_of_record"));
  g_autoptr(OcopRecord) record = NULL;
  g_autoptr(GList) members = json_object_get_members (object);

  if (kind == NULL)
    g_error ("no such kind: %s", json_object_get_string_member (object, "kind_of_record"));
  record = ocop_record_new (kind, NULL);
  for (GList *member = members; member != NULL; member = member->next)
    if (g_str_equal (member->data, "as"))
      g_hash_table_insert (ids, g_strdup (json_object_get_string_member (object, "as")), g_strdup (ocop_record_get_id (record)));
    else if (!g_str_equal (member->data, "kind_of_record"))
      set_field (record, ids, member->data, json_object_get_string_member (object, member->data));
  ocop_change_add (change, record);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  /* What is issued already is set up as it was. */
  g_autoptr(OcopChange) change = ocop_change_new ("plan", "Records of a test");
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GInputStream) input = NULL;
  g_autoptr(GFile) file = argc == 3 ? g_file_new_for_path (argv[2]) : NULL;
  g_autoptr(GError) error = NULL;
  OcopRegister *reg;
  JsonArray *records;

  if (file == NULL)
    return 2;
  input = G_INPUT_STREAM (g_file_read (file, NULL, &error));
  if (input == NULL || !json_parser_load_from_stream (parser, input, NULL, &error))
    g_error ("%s", error->message);
  records = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (records); i++)
    add_record (change, ids, json_array_get_object_element (records, i));
  reg = ocop_register_open (argv[1], OCOP_OPEN_DEFAULT, &error);
  if (reg == NULL)
    g_error ("%s", error->message);
  ocop_register_set_person (reg, "Người thử");
  if (!ocop_register_commit (reg, change, &error))
    g_error ("%s", error->message);
  ocop_register_close (reg);
  g_object_unref (reg);
  return 0;
}
