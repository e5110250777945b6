/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which office has the last word on a field: data/exchange/levels.json. */

#include "exchange/ocop-office-private.h"

#include "base/ocop-data.h"

#define LEVELS_FILE "exchange/levels.json"
/* All fields of a kind. */
#define ALL "*"

static JsonObject *
load_levels (void)
{
  g_autoptr(GBytes) bytes = ocop_data_lookup (LEVELS_FILE, NULL);
  g_autofree char *text = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
  JsonNode *root = text != NULL ? json_from_string (text, NULL) : NULL;

  /* It is part of the program. */
  g_assert (root != NULL && JSON_NODE_HOLDS_OBJECT (root));
  return json_node_get_object (root);
}

static JsonObject *
get_levels (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, GPOINTER_TO_SIZE (load_levels ()));
  return GSIZE_TO_POINTER (loaded);
}

static gboolean
names (JsonObject      *level,
       const OcopKind  *kind,
       const OcopField *field)
{
  JsonArray *fields = json_object_has_member (level, kind->name) ? json_object_get_array_member (level, kind->name) : NULL;

  for (guint i = 0; fields != NULL && i < json_array_get_length (fields); i++)
    {
      const char *name = json_array_get_string_element (fields, i);

      if (g_str_equal (name, ALL) || g_str_equal (name, field->name))
        return TRUE;
    }
  return FALSE;
}

const char *
ocop_office_level_of (const OcopKind  *kind,
                      const OcopField *field)
{
  JsonObjectIter iter;
  const char *level;
  JsonNode *node;

  json_object_iter_init (&iter, json_object_get_object_member (get_levels (), "fields"));
  while (json_object_iter_next (&iter, &level, &node))
    if (names (json_node_get_object (node), kind, field))
      return level;
  return NULL;
}

const char *
ocop_office_level_field (const OcopKind *kind)
{
  return json_object_get_string_member_with_default (json_object_get_object_member (get_levels (), "records"), kind->name, NULL);
}

const char *
ocop_office_other_level (const char *said,
                         const char *own)
{
  if (g_strcmp0 (said, own) != 0 && said != NULL)
    return said;
  if (said != NULL || own == NULL)
    return NULL;
  return g_str_equal (own, OCOP_OFFICE_PROVINCE) ? OCOP_OFFICE_COMMUNE : g_str_equal (own, OCOP_OFFICE_COMMUNE) ? OCOP_OFFICE_PROVINCE : NULL;
}
