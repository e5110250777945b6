/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop brief */

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "command-fields.h"
#include "commands.h"
#include "report/ocop-brief.h"

typedef struct
{
  OcopDate on;
  char *from;
  char *locality;
  char *sector;
} Job;

static void
job_clear (Job *job)
{
  g_free (job->from);
  g_free (job->locality);
  g_free (job->sector);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static gpointer
read_brief (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Job *job = data;
  OcopBriefScope scope = { .on = job->on, .sector = job->sector };
  g_autofree char *locality = NULL;

  if (job->from != NULL && (!ocop_date_parse (job->from, &scope.from) || !ocop_date_is_day (scope.from) ||
                            ocop_date_compare (scope.from, job->on) > 0))
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("“%s” is not a day before the report's"), job->from);
      return NULL;
    }
  if (job->locality != NULL)
    {
      locality = ocop_command_find_record (reader, ocop_kind_find ("unit"), job->locality, error);
      if (locality == NULL)
        return NULL;
      scope.locality = locality;
    }
  return ocop_brief_new (reader, &scope, error);
}

static void
add_figures (const OcopBrief *brief,
             JsonBuilder     *builder)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < brief->figures->len; i++)
    {
      const OcopBriefFigure *figure = brief->figures->pdata[i];
      g_autofree char *query = ocop_query_to_json (figure->query);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, figure->name);
      json_builder_set_member_name (builder, "title");
      json_builder_add_string_value (builder, figure->title);
      json_builder_set_member_name (builder, "number");
      json_builder_add_int_value (builder, figure->number);
      json_builder_set_member_name (builder, "query");
      json_builder_add_value (builder, json_from_string (query, NULL));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const OcopBrief *brief)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  char on[OCOP_DATE_TEXT_SIZE], from[OCOP_DATE_TEXT_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "on");
  json_builder_add_string_value (builder, ocop_date_to_text (brief->on, on));
  json_builder_set_member_name (builder, "from");
  json_builder_add_string_value (builder, ocop_date_to_text (brief->from, from));
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, brief->text);
  json_builder_set_member_name (builder, "figures");
  add_figures (brief, builder);
  json_builder_end_object (builder);
  ocop_output_print_json (builder);
}

static void
print_csv (const OcopBrief *brief)
{
  g_autoptr(OcopOutput) output = ocop_output_new ();

  ocop_output_add_column (output, "name", NULL, NULL);
  ocop_output_add_column (output, "title", NULL, NULL);
  ocop_output_add_column (output, "number", NULL, ocop_output_integer_field ());
  for (guint i = 0; i < brief->figures->len; i++)
    {
      const OcopBriefFigure *figure = brief->figures->pdata[i];
      const OcopValue row[] = {
        { OCOP_VALUE_TEXT, 0, (char *) figure->name },
        { OCOP_VALUE_TEXT, 0, (char *) figure->title },
        ocop_value_integer (figure->number),
      };

      ocop_output_add_row (output, row);
    }
  ocop_output_print (output, OCOP_OUTPUT_CSV);
}

OcopStatus
ocop_command_brief (OcopInvocation *invocation)
{
  g_auto(Job) job = { OCOP_DATE_UNKNOWN };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &job.from, N_("First day of the period (default: 1 January)"), N_("DATE") },
    { "locality", 0, 0, G_OPTION_ARG_STRING, &job.locality, N_("Of one administrative unit: its code or name"), N_("CODE") },
    { "sector", 0, 0, G_OPTION_ARG_STRING, &job.sector, N_("Of one sector of products: I to VI"), N_("SECTOR") },
    { NULL }
  };
  g_autoptr(OcopBrief) brief = NULL;
  OcopStatus status;

  if (!ocop_invocation_parse (invocation, entries))
    return OCOP_STATUS_UNUSABLE;
  job.on = invocation->on;
  brief = ocop_invocation_read (invocation, read_brief, &job, &status);
  if (brief == NULL)
    return status;
  if (invocation->format == OCOP_OUTPUT_JSON)
    print_json (brief);
  else if (invocation->format == OCOP_OUTPUT_CSV)
    print_csv (brief);
  else
    g_print ("%s\n", brief->text);
  return OCOP_STATUS_DONE;
}
