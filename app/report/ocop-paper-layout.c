/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-layout.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "base/ocop-error.h"

static void
layout_column_free (gpointer data)
{
  OcopPaperLayoutColumn *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column);
}

OcopPaperLayout *
ocop_paper_layout_new (void)
{
  OcopPaperLayout *layout = g_new0 (OcopPaperLayout, 1);

  layout->columns = g_ptr_array_new_with_free_func (layout_column_free);
  return layout;
}

void
ocop_paper_layout_free (OcopPaperLayout *layout)
{
  g_ptr_array_unref (layout->columns);
  g_free (layout);
}

void
ocop_paper_layout_add (OcopPaperLayout *layout,
                       const char      *name,
                       const char      *title)
{
  OcopPaperLayoutColumn *column = g_new0 (OcopPaperLayoutColumn, 1);

  column->name = g_strdup (name);
  column->title = g_strdup (title);
  g_ptr_array_add (layout->columns, column);
}

char *
ocop_paper_layout_to_json (const OcopPaperLayout *layout)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const OcopPaperLayoutColumn *column = layout->columns->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, column->name);
      if (column->title != NULL)
        {
          json_builder_set_member_name (builder, "title");
          json_builder_add_string_value (builder, column->title);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* The text of a member; %NULL where it is absent or no text. */
static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
add_from_node (OcopPaperLayout *layout,
               GHashTable      *seen,
               JsonNode        *node)
{
  const char *name = JSON_NODE_HOLDS_OBJECT (node) ? get_text (json_node_get_object (node), "name") : NULL;

  if (name == NULL || *name == '\0' || !g_hash_table_add (seen, g_strdup (name)))
    return FALSE;
  ocop_paper_layout_add (layout, name, get_text (json_node_get_object (node), "title"));
  return TRUE;
}

OcopPaperLayout *
ocop_paper_layout_from_json (const char  *json,
                             GError     **error)
{
  g_autoptr(OcopPaperLayout) layout = ocop_paper_layout_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!add_from_node (layout, seen, json_array_get_element (array, i)))
      {
        g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE,
                     _("Report columns: entry %u has no name, or one that was there before"), i + 1);
        return NULL;
      }
  if (layout->columns->len == 0)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("Report columns: not a list of columns"));
      return NULL;
    }
  return g_steal_pointer (&layout);
}
