/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-office-kept.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "base/ocop-error.h"

/* An empty one where nothing is kept yet. */
static JsonObject *
read_object (const OcopRecord  *office,
             const char        *field,
             GError           **error)
{
  const char *text = ocop_record_get_text (office, field);
  g_autoptr(JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;

  if (text == NULL)
    return json_object_new ();
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_dup_object (root);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("The office's settings: “%s” cannot be read"),
               _(ocop_kind_find_field (ocop_kind_find ("office"), field)->title));
  return NULL;
}

char **
ocop_office_kept_names (const OcopRecord *office,
                        const char       *field)
{
  g_autoptr(JsonObject) object = read_object (office, field, NULL);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(GList) members = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    g_strv_builder_add (names, l->data);
  return g_strv_builder_end (names);
}

char *
ocop_office_kept_find (const OcopRecord  *office,
                       const char        *field,
                       const char        *name,
                       GError           **error)
{
  g_autoptr(JsonObject) object = read_object (office, field, error);
  g_auto(GStrv) names = NULL;
  g_autofree char *known = NULL;

  if (object == NULL)
    return NULL;
  if (json_object_has_member (object, name))
    return json_to_string (json_object_get_member (object, name), FALSE);
  names = ocop_office_kept_names (office, field);
  known = g_strjoinv ("”, “", names);
  if (*names == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("Nothing is kept as “%s”"), name);
  else
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("Nothing is kept as “%s”, but as “%s”"), name, known);
  return NULL;
}

/* Puts @json in the place of what stood there, so that the others keep their order. */
static void
put (OcopRecord *office,
     const char *field,
     JsonObject *object,
     const char *name,
     const char *json)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  if (json != NULL)
    json_object_set_member (object, name, json_from_string (json, NULL));
  else if (json_object_has_member (object, name))
    json_object_remove_member (object, name);
  json_node_set_object (root, object);
  text = json_to_string (root, FALSE);
  ocop_record_set_text (office, field, json_object_get_size (object) > 0 ? text : NULL);
}

OcopChange *
ocop_office_kept_rename (OcopReader  *reader,
                         const char  *field,
                         const char  *from,
                         const char  *name,
                         const char  *json,
                         const char  *title,
                         GError     **error)
{
  g_autoptr(OcopRecord) before = ocop_reader_office (reader, error);
  g_autoptr(JsonObject) object = before != NULL ? read_object (before, field, error) : NULL;
  g_autoptr(OcopRecord) after = NULL;
  OcopChange *change;

  if (object == NULL)
    return NULL;
  if (ocop_record_get_version (before) == 0)
    {
      ocop_refuse (error, _("The register has no office yet; its settings keep what is put together"));
      return NULL;
    }
  after = ocop_record_copy (before);
  if (from != NULL && !g_str_equal (from, name) && json_object_has_member (object, from))
    json_object_remove_member (object, from);
  put (after, field, object, name, json);
  change = ocop_change_new ("office", title);
  ocop_change_edit (change, before, after);
  return change;
}

OcopChange *
ocop_office_kept_change (OcopReader  *reader,
                         const char  *field,
                         const char  *name,
                         const char  *json,
                         const char  *title,
                         GError     **error)
{
  return ocop_office_kept_rename (reader, field, NULL, name, json, title, error);
}
