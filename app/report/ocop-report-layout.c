/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-report-layout.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

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

/* Under what the columns stand: the report's name for those that it has by itself, followed by their own name for
 * others that are kept beside them. */
static char *
key_of (const OcopReport *report,
        const char       *name)
{
  return name != NULL ? g_strconcat (report->name, ":", name, NULL) : g_strdup (report->name);
}

static gboolean
read_layout (const OcopRecord  *office,
             const char        *key,
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
  if (!json_object_has_member (object, key))
    return TRUE;
  columns = json_to_string (json_object_get_member (object, key), FALSE);
  *layout = ocop_paper_layout_from_json (columns, error);
  return *layout != NULL;
}

gboolean
ocop_report_layout_read (const OcopRecord  *office,
                         const OcopReport  *report,
                         OcopPaperLayout  **layout,
                         GError           **error)
{
  return read_layout (office, report->name, layout, error);
}

char **
ocop_report_layout_names (const OcopRecord *office,
                          const OcopReport *report)
{
  g_autoptr(JsonObject) object = read_object (office);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *start = key_of (report, "");
  GList *members = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    if (g_str_has_prefix (l->data, start))
      g_strv_builder_add (names, (const char *) l->data + strlen (start));
  g_list_free (members);
  return g_strv_builder_end (names);
}

OcopPaperLayout *
ocop_report_layout_find (const OcopRecord  *office,
                         const OcopReport  *report,
                         const char        *name,
                         GError           **error)
{
  g_autofree char *key = key_of (report, name);
  g_auto(GStrv) names = ocop_report_layout_names (office, report);
  g_autofree char *known = g_strjoinv ("”, “", names);
  OcopPaperLayout *layout = NULL;

  if (!read_layout (office, key, &layout, error) || layout != NULL)
    return layout;
  if (*names == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("“%s”: no columns are kept under a name"), _(report->title));
  else
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("“%s”: no columns are kept as “%s”, but as “%s”"), _(report->title), name, known);
  return NULL;
}

/* The column of that name, NULL after @error is set. */
static const OcopReportColumn *
find_column (const OcopReport  *report,
             const char        *name,
             GError           **error)
{
  g_autoptr(GString) known = g_string_new (NULL);

  for (const OcopReportColumn *column = report->columns; column->name != NULL; column++)
    {
      if (g_str_equal (column->name, name))
        return column;
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", column->name);
    }
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("There is no column “%s”; there are: %s"), name, known->str);
  return NULL;
}

OcopPaperLayout *
ocop_report_layout_parse (const OcopReport  *report,
                          const char        *text,
                          GError           **error)
{
  g_autoptr(OcopPaperLayout) layout = ocop_paper_layout_new ();
  g_auto(GStrv) columns = g_strsplit (text, ",", -1);

  for (char **column = columns; *column != NULL; column++)
    {
      g_auto(GStrv) parts = g_strsplit (*column, "=", 2);
      const char *title = parts[0] != NULL ? parts[1] : NULL;

      if (find_column (report, parts[0] != NULL ? g_strstrip (parts[0]) : "", error) == NULL)
        return NULL;
      ocop_paper_layout_add (layout, parts[0], title != NULL && *title != '\0' ? title : NULL);
    }
  return g_steal_pointer (&layout);
}

/* Puts @layout, or the usual columns when it is %NULL, into @office. */
static void
put_layout (OcopRecord            *office,
            const char            *key,
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

      json_object_set_member (object, key, json_from_string (columns, NULL));
    }
  else if (json_object_has_member (object, key))
    json_object_remove_member (object, key);
  json_node_set_object (root, object);
  text = json_to_string (root, FALSE);
  ocop_record_set_text (office, FIELD, json_object_get_size (object) > 0 ? text : NULL);
}

OcopChange *
ocop_report_layout_keep (OcopReader             *reader,
                         const OcopReport       *report,
                         const char             *kept,
                         const OcopPaperLayout  *layout,
                         GError                **error)
{
  g_autofree char *key = key_of (report, kept);
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
  put_layout (after, key, layout);
  change = ocop_change_new ("office", name);
  ocop_change_edit (change, before, after);
  return change;
}

OcopChange *
ocop_report_layout_change (OcopReader             *reader,
                           const OcopReport       *report,
                           const OcopPaperLayout  *layout,
                           GError                **error)
{
  return ocop_report_layout_keep (reader, report, NULL, layout, error);
}
