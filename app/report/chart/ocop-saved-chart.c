/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-saved-chart.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/ocop-error.h"
#include "base/ocop-json-reader.h"
#include "report/chart/ocop-chart-data.h"
#include "report/ocop-office-kept.h"

#define FIELD "saved_charts"

OcopSavedChart *
ocop_saved_chart_copy (const OcopSavedChart *self)
{
  OcopSavedChart *copy = g_new (OcopSavedChart, 1);

  *copy = (OcopSavedChart) {
    g_strdup (self->name), g_strdup (self->chart), g_strdup (self->subject), g_strdup (self->place), g_strdup (self->sector),
    g_strdup (self->against), self->on,
  };
  return copy;
}

void
ocop_saved_chart_free (OcopSavedChart *self)
{
  g_free (self->name);
  g_free (self->chart);
  g_free (self->subject);
  g_free (self->place);
  g_free (self->sector);
  g_free (self->against);
  g_free (self);
}

gboolean
ocop_saved_chart_equal (const OcopSavedChart *a,
                        const OcopSavedChart *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->chart, b->chart) == 0 && g_strcmp0 (a->subject, b->subject) == 0
         && g_strcmp0 (a->place, b->place) == 0 && g_strcmp0 (a->sector, b->sector) == 0 && g_strcmp0 (a->against, b->against) == 0
         && ocop_date_compare (a->on, b->on) == 0;
}

static void
put_text (JsonObject *object,
          const char *member,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, member, text);
}

static char *
to_json (const OcopSavedChart *self)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);
  char day[OCOP_DATE_TEXT_SIZE];

  put_text (object, "chart", self->chart);
  put_text (object, "subject", self->subject);
  put_text (object, "place", self->place);
  put_text (object, "sector", self->sector);
  put_text (object, "against", self->against);
  if (ocop_date_is_known (self->on))
    put_text (object, "on", ocop_date_to_text (self->on, day));
  return json_to_string (root, FALSE);
}

static OcopSavedChart *
from_json (const char  *name,
           const char  *json,
           GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, name);
  g_autoptr(OcopSavedChart) self = g_new0 (OcopSavedChart, 1);

  self->name = g_strdup (name);
  self->chart = ocop_json_reader_text (reader, "chart");
  self->subject = ocop_json_reader_opt_text (reader, "subject");
  self->place = ocop_json_reader_opt_text (reader, "place");
  self->sector = ocop_json_reader_opt_text (reader, "sector");
  self->against = ocop_json_reader_opt_text (reader, "against");
  if (ocop_json_reader_has (reader, "on"))
    self->on = ocop_json_reader_day (reader, "on");
  if (!ocop_json_reader_finish (reader, error) || ocop_chart_data_check_name (self->chart, error) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

GPtrArray *
ocop_saved_charts_read (const OcopRecord *office)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_saved_chart_free);
  g_auto(GStrv) names = ocop_office_kept_names (office, FIELD);

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *json = ocop_office_kept_find (office, FIELD, *name, NULL);
      OcopSavedChart *chart = json != NULL ? from_json (*name, json, NULL) : NULL;

      if (chart != NULL)
        g_ptr_array_add (charts, chart);
    }
  return charts;
}

OcopSavedChart *
ocop_saved_chart_find (const OcopRecord  *office,
                       const char        *name,
                       GError           **error)
{
  g_autofree char *json = ocop_office_kept_find (office, FIELD, name, error);

  return json != NULL ? from_json (name, json, error) : NULL;
}

OcopChartQuestion
ocop_saved_chart_ask (const OcopSavedChart *self,
                      OcopDate              on)
{
  return (OcopChartQuestion) {
    .chart = self->chart,
    .subject = self->subject,
    .place = self->place,
    .sector = self->sector,
    .against = self->against,
    .on = ocop_date_is_day (self->on) ? self->on : on,
  };
}

/* Of a change. */
static char *
dup_title (const char *name)
{
  /* Translators: a change, in the history; a chart that is kept under a name */
  return g_strdup_printf (_("Chart “%s”"), name);
}

OcopChange *
ocop_saved_chart_keep (OcopReader            *reader,
                       const OcopSavedChart  *self,
                       const char            *from,
                       GError               **error)
{
  g_autofree char *json = to_json (self);
  g_autofree char *title = dup_title (self->name);

  if (self->name == NULL || *self->name == '\0')
    {
      g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("A chart that is saved needs a name"));
      return NULL;
    }
  return ocop_office_kept_rename (reader, FIELD, from, self->name, json, title, error);
}

OcopChange *
ocop_saved_chart_drop (OcopReader  *reader,
                       const char  *name,
                       GError     **error)
{
  g_autofree char *title = dup_title (name);

  return ocop_office_kept_change (reader, FIELD, name, NULL, title, error);
}
