/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-report-layout.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "base/ocop-error.h"

#define FIELD "report_columns"

/* The field's text: an object with the columns of each report that has other than the usual ones. */
static JsonObject *
read_object (const OcopRecord *office)
{
  const char *text = ocop_record_get_text (office, FIELD);
  g_autoptr(JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : NULL;
}

gboolean
ocop_report_layout_read (const OcopRecord  *office,
                         const OcopReport  *report,
                         OcopPaperLayout  **layout,
                         GError           **error)
{
  g_autoptr(JsonObject) object = read_object (office);
  g_autofree char *columns = NULL;

  *layout = NULL;
  if (ocop_record_get_text (office, FIELD) == NULL)
    return TRUE;
  if (object == NULL)
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE,
                           _("The office's settings: the columns of reports cannot be read"));
      return FALSE;
    }
  if (!json_object_has_member (object, report->name))
    return TRUE;
  columns = json_to_string (json_object_get_member (object, report->name), FALSE);
  *layout = ocop_paper_layout_from_json (columns, error);
  return *layout != NULL;
}

/* Puts @layout, or the usual columns when it is %NULL, into @office. */
static void
put_layout (OcopRecord            *office,
            const OcopReport      *report,
            const OcopPaperLayout *layout)
{
  g_autoptr(JsonObject) object = read_object (office);
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  if (object == NULL)
    object = json_object_new ();
  if (layout != NULL)
    {
      g_autofree char *columns = ocop_paper_layout_to_json (layout);

      json_object_set_member (object, report->name, json_from_string (columns, NULL));
    }
  else if (json_object_has_member (object, report->name))
    json_object_remove_member (object, report->name);
  json_node_set_object (root, object);
  text = json_to_string (root, FALSE);
  ocop_record_set_text (office, FIELD, json_object_get_size (object) > 0 ? text : NULL);
}

OcopChange *
ocop_report_layout_change (OcopReader             *reader,
                           const OcopReport       *report,
                           const OcopPaperLayout  *layout,
                           GError                **error)
{
  g_autoptr(OcopRecord) before = ocop_reader_office (reader, error);
  g_autoptr(OcopRecord) after = NULL;
  g_autofree char *name = g_strdup_printf (_("Columns of “%s”"), _(report->title));
  OcopChange *change;

  if (before == NULL)
    return NULL;
  if (ocop_record_get_version (before) == 0)
    {
      ocop_refuse (error, _("The register has no office yet; its settings keep the columns"));
      return NULL;
    }
  after = ocop_record_copy (before);
  put_layout (after, report, layout);
  change = ocop_change_new ("office", name);
  ocop_change_edit (change, before, after);
  return change;
}
