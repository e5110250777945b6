/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-report-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"
#include "report/ocop-office-kept.h"

#define FIELD "report_columns"

/* Under what the columns stand: the report's name for those that it has by itself, followed by their own name for
 * others that are kept beside them. */
static char *
key_of (const OcopReport *report,
        const char       *name)
{
  return name != NULL ? g_strconcat (report->name, ":", name, NULL) : g_strdup (report->name);
}

/* @layout: %NULL where none is kept under @key */
static gboolean
read_layout (const OcopRecord  *office,
             const char        *key,
             OcopPaperLayout  **layout,
             GError           **error)
{
  g_autoptr(GError) why = NULL;
  g_autofree char *columns = ocop_office_kept_find (office, FIELD, key, &why);

  *layout = NULL;
  if (g_error_matches (why, OCOP_ERROR, OCOP_ERROR_NOT_FOUND))
    return TRUE;
  if (columns != NULL)
    *layout = ocop_paper_layout_from_json (columns, error);
  else
    g_propagate_error (error, g_steal_pointer (&why));
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
  g_auto(GStrv) keys = ocop_office_kept_names (office, FIELD);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *start = key_of (report, "");

  for (char **key = keys; *key != NULL; key++)
    if (g_str_has_prefix (*key, start))
      g_strv_builder_add (names, *key + strlen (start));
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

OcopChange *
ocop_report_layout_keep (OcopReader             *reader,
                         const OcopReport       *report,
                         const char             *kept,
                         const OcopPaperLayout  *layout,
                         GError                **error)
{
  g_autofree char *key = key_of (report, kept);
  g_autofree char *columns = layout != NULL ? ocop_paper_layout_to_json (layout) : NULL;
  g_autofree char *title = g_strdup_printf (_("Columns of “%s”"), _(report->title));

  return ocop_office_kept_change (reader, FIELD, key, columns, title, error);
}

OcopChange *
ocop_report_layout_change (OcopReader             *reader,
                           const OcopReport       *report,
                           const OcopPaperLayout  *layout,
                           GError                **error)
{
  return ocop_report_layout_keep (reader, report, NULL, layout, error);
}
