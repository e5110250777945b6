/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-template-data.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-json.h"
#include "base/ocop-text.h"

struct _OcopTemplateData
{
  GHashTable *texts;
  GHashTable *lists;        /* name -> GPtrArray of OcopTemplateData */
};

OcopTemplateData *
ocop_template_data_new (void)
{
  OcopTemplateData *self = g_new0 (OcopTemplateData, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
ocop_template_data_free (OcopTemplateData *self)
{
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->lists);
  g_free (self);
}

OcopTemplateData *
ocop_template_data_copy (const OcopTemplateData *self)
{
  OcopTemplateData *copy = ocop_template_data_new ();
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (copy->texts, g_strdup (name), g_strdup (value));
  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const GPtrArray *rows = value;
      GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_template_data_free);

      for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add (copies, ocop_template_data_copy (rows->pdata[i]));
      g_hash_table_insert (copy->lists, g_strdup (name), copies);
    }
  return copy;
}

void
ocop_template_data_set (OcopTemplateData *self,
                        const char       *name,
                        const char       *text)
{
  g_hash_table_insert (self->texts, ocop_text_fold (name), g_strdup (text != NULL ? text : ""));
}

static GPtrArray *
ensure_list (OcopTemplateData *self,
             const char       *list)
{
  g_autofree char *folded = ocop_text_fold (list);
  GPtrArray *rows = g_hash_table_lookup (self->lists, folded);

  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_template_data_free);
      g_hash_table_insert (self->lists, g_steal_pointer (&folded), rows);
    }
  return rows;
}

void
ocop_template_data_add_list (OcopTemplateData *self,
                             const char       *list)
{
  ensure_list (self, list);
}

void
ocop_template_data_clear_list (OcopTemplateData *self,
                               const char       *list)
{
  g_ptr_array_set_size (ensure_list (self, list), 0);
}

OcopTemplateData *
ocop_template_data_add_row (OcopTemplateData *self,
                            const char       *list)
{
  OcopTemplateData *row = ocop_template_data_new ();

  g_ptr_array_add (ensure_list (self, list), row);
  return row;
}

const char *
ocop_template_data_get (const OcopTemplateData *self,
                        const char             *folded)
{
  return g_hash_table_lookup (self->texts, folded);
}

GPtrArray *
ocop_template_data_get_rows (const OcopTemplateData *self,
                             const char             *folded)
{
  return g_hash_table_lookup (self->lists, folded);
}

static gboolean take_object (OcopTemplateData  *data,
                             JsonObject        *object,
                             GError           **error);

static gboolean
take_rows (OcopTemplateData  *data,
           const char        *list,
           JsonArray         *rows,
           GError           **error)
{
  ocop_template_data_add_list (data, list);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *row = json_array_get_element (rows, i);

      if (!JSON_NODE_HOLDS_OBJECT (row))
        {
          g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, _("row %u of the list “%s” is no object"), i + 1, list);
          return FALSE;
        }
      if (!take_object (ocop_template_data_add_row (data, list), json_node_get_object (row), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_member (OcopTemplateData  *data,
             const char        *name,
             JsonNode          *value,
             GError           **error)
{
  if (JSON_NODE_HOLDS_ARRAY (value))
    return take_rows (data, name, json_node_get_array (value), error);
  if (JSON_NODE_HOLDS_NULL (value))
    ocop_template_data_set (data, name, NULL);
  else if (json_node_get_value_type (value) == G_TYPE_STRING)
    ocop_template_data_set (data, name, json_node_get_string (value));
  else if (json_node_get_value_type (value) == G_TYPE_INT64)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));

      ocop_template_data_set (data, name, number);
    }
  else
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                   _("“%s” is neither a text, nor a whole number, nor a list of rows"), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
take_object (OcopTemplateData  *data,
             JsonObject        *object,
             GError           **error)
{
  g_autoptr(GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    if (!take_member (data, l->data, json_object_get_member (object, l->data), error))
      return FALSE;
  return TRUE;
}

OcopTemplateData *
ocop_template_data_new_from_json (GBytes      *bytes,
                                  const char  *name,
                                  GError     **error)
{
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) problem = NULL;
  JsonNode *root = ocop_json_load (parser, bytes, &problem);

  if (root != NULL && take_object (data, json_node_get_object (root), &problem))
    return g_steal_pointer (&data);
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT, "“%s”: %s", name, problem->message);
  return NULL;
}
