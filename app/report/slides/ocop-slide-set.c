/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/slides/ocop-slide-set.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/ocop-json-reader.h"
#include "report/ocop-office-kept.h"

#define FIELD "slides"

/* From where the programme stands to what has to be done. */
static const struct { const char *chart; gboolean as_table; } usual[] = {
  { "star-distribution" },
  { "by-locality" },
  { "by-locality", TRUE },
  { "by-sector" },
  { "by-year" },
  { "expiring-by-month" },
  { "plan-targets" },
  { "plan-targets", TRUE },
};

OcopSlidePart *
ocop_slide_part_new (const char *chart,
                     const char *subject,
                     gboolean    as_table)
{
  OcopSlidePart *self = g_new0 (OcopSlidePart, 1);

  self->chart = g_strdup (chart);
  self->subject = g_strdup (subject);
  self->as_table = as_table;
  return self;
}

OcopSlidePart *
ocop_slide_part_new_report (const char *report)
{
  OcopSlidePart *self = g_new0 (OcopSlidePart, 1);

  self->report = g_strdup (report);
  return self;
}

OcopSlidePart *
ocop_slide_part_new_asked (const OcopChartQuestion *question)
{
  OcopSlidePart *self = ocop_slide_part_new (question->chart, question->subject, FALSE);

  self->base = question->base != NULL ? ocop_query_copy (question->base) : NULL;
  self->place = g_strdup (question->place);
  self->sector = g_strdup (question->sector);
  self->against = g_strdup (question->against);
  self->on = question->on;
  return self;
}

OcopChartQuestion
ocop_slide_part_ask (const OcopSlidePart *self,
                     OcopDate             on)
{
  return (OcopChartQuestion) {
    self->chart, self->subject, self->base, self->place, self->sector, self->against, ocop_date_is_day (self->on) ? self->on : on,
  };
}

OcopSlidePart *
ocop_slide_part_copy (const OcopSlidePart *self)
{
  const OcopChartQuestion question = ocop_slide_part_ask (self, OCOP_DATE_UNKNOWN);
  OcopSlidePart *copy = ocop_slide_part_new_asked (&question);

  copy->report = g_strdup (self->report);
  copy->as_table = self->as_table;
  copy->heading = g_strdup (self->heading);
  copy->lines = g_strdup (self->lines);
  return copy;
}

void
ocop_slide_part_free (OcopSlidePart *self)
{
  g_free (self->chart);
  g_free (self->report);
  g_free (self->subject);
  g_clear_pointer (&self->base, ocop_query_free);
  g_free (self->place);
  g_free (self->sector);
  g_free (self->against);
  g_free (self->heading);
  g_free (self->lines);
  g_free (self);
}

OcopSlideSet *
ocop_slide_set_new (void)
{
  OcopSlideSet *self = g_new0 (OcopSlideSet, 1);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_slide_part_free);
  return self;
}

OcopSlideSet *
ocop_slide_set_new_usual (void)
{
  OcopSlideSet *self = ocop_slide_set_new ();

  self->only_with_figures = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    g_ptr_array_add (self->parts, ocop_slide_part_new (usual[i].chart, NULL, usual[i].as_table));
  return self;
}

void
ocop_slide_set_free (OcopSlideSet *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* --- as it is kept --- */

static void
put_text (JsonObject *object,
          const char *member,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, member, text);
}

static void
put_day (JsonObject *object,
         const char *member,
         OcopDate    date)
{
  char day[OCOP_DATE_TEXT_SIZE];

  if (ocop_date_is_known (date))
    json_object_set_string_member (object, member, ocop_date_to_text (date, day));
}

static JsonObject *
part_to_object (const OcopSlidePart *part)
{
  JsonObject *object = json_object_new ();

  put_text (object, "chart", part->chart);
  put_text (object, "report", part->report);
  put_text (object, "subject", part->subject);
  if (part->base != NULL)
    {
      g_autofree char *json = ocop_query_to_json (part->base);

      json_object_set_member (object, "base", json_from_string (json, NULL));
    }
  put_text (object, "place", part->place);
  put_text (object, "sector", part->sector);
  put_text (object, "against", part->against);
  put_day (object, "on", part->on);
  if (part->as_table)
    json_object_set_boolean_member (object, "table", TRUE);
  put_text (object, "heading", part->heading);
  put_text (object, "lines", part->lines);
  return object;
}

static char *
to_json (const OcopSlideSet *self)
{
  JsonObject *object = json_object_new ();
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);
  JsonArray *parts = json_array_new ();

  json_object_unref (object);
  put_text (object, "title", self->title);
  put_day (object, "on", self->on);
  for (guint i = 0; i < self->parts->len; i++)
    json_array_add_object_element (parts, part_to_object (self->parts->pdata[i]));
  json_object_set_array_member (object, "slides", parts);
  return json_to_string (root, FALSE);
}

static void
read_base (OcopJsonReader *reader,
           OcopSlidePart  *part)
{
  g_autofree char *json = ocop_json_reader_object (reader, "base");
  g_autoptr(GError) error = NULL;

  part->base = json != NULL ? ocop_query_from_json (json, &error) : NULL;
  if (error != NULL)
    ocop_json_reader_fail (reader, "base", error->message);
}

/* Of the set, or of one of its slides. */
static OcopDate
read_day (OcopJsonReader *reader)
{
  return ocop_json_reader_has (reader, "on") ? ocop_json_reader_day (reader, "on") : OCOP_DATE_UNKNOWN;
}

static OcopSlidePart *
read_part (OcopJsonReader *reader)
{
  OcopSlidePart *part = g_new0 (OcopSlidePart, 1);

  part->chart = ocop_json_reader_opt_text (reader, "chart");
  part->report = ocop_json_reader_opt_text (reader, "report");
  part->subject = ocop_json_reader_opt_text (reader, "subject");
  if (ocop_json_reader_has (reader, "base"))
    read_base (reader, part);
  part->place = ocop_json_reader_opt_text (reader, "place");
  part->sector = ocop_json_reader_opt_text (reader, "sector");
  part->against = ocop_json_reader_opt_text (reader, "against");
  part->on = read_day (reader);
  part->as_table = ocop_json_reader_flag (reader, "table");
  part->heading = ocop_json_reader_opt_text (reader, "heading");
  part->lines = ocop_json_reader_opt_text (reader, "lines");
  if (part->chart == NULL && part->report == NULL && part->heading == NULL && part->lines == NULL)
    ocop_json_reader_fail (reader, "chart", _("a slide says something"));
  return part;
}

static OcopSlideSet *
from_json (const char  *json,
           GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, _("Kept slides"));
  g_autoptr(OcopSlideSet) self = ocop_slide_set_new ();
  guint n;

  self->title = ocop_json_reader_opt_text (reader, "title");
  self->on = read_day (reader);
  n = ocop_json_reader_enter_array (reader, "slides");
  for (guint i = 0; i < n; i++)
    {
      ocop_json_reader_enter_element (reader, i);
      g_ptr_array_add (self->parts, read_part (reader));
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
  return ocop_json_reader_finish (reader, error) ? g_steal_pointer (&self) : NULL;
}

char **
ocop_slide_set_names (const OcopRecord *office)
{
  return ocop_office_kept_names (office, FIELD);
}

OcopSlideSet *
ocop_slide_set_find (const OcopRecord  *office,
                     const char        *name,
                     GError           **error)
{
  g_autofree char *json = ocop_office_kept_find (office, FIELD, name, error);

  return json != NULL ? from_json (json, error) : NULL;
}

OcopChange *
ocop_slide_set_keep (OcopReader          *reader,
                     const char          *name,
                     const OcopSlideSet  *set,
                     GError             **error)
{
  g_autofree char *json = set != NULL ? to_json (set) : NULL;
  /* Translators: a change, in the history; slides of a meeting that are kept under a name */
  g_autofree char *title = g_strdup_printf (_("Slides “%s”"), name);

  return ocop_office_kept_change (reader, FIELD, name, json, title, error);
}
