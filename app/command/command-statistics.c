/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ocop stats */

#include <glib/gi18n.h>

#include "commands.h"
#include "report/ocop-statistics.h"

typedef struct
{
  const OcopStatisticsGrouping *grouping;
  OcopValidity validity;
  OcopDate on;
} Job;

static gpointer
read_statistics (OcopReader    *reader,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const Job *job = data;

  return ocop_statistics_new (reader, NULL, job->grouping, job->on, job->validity, error);
}

static gboolean
parse_validity (const char   *text,
                OcopValidity *validity)
{
  *validity = g_strcmp0 (text, "recorded") == 0 ? OCOP_VALIDITY_RECORDED : OCOP_VALIDITY_VALID;
  if (text == NULL || g_str_equal (text, "valid") || g_str_equal (text, "recorded"))
    return TRUE;
  ocop_invocation_say (_("“%s” is neither “valid” nor “recorded”"), text);
  return FALSE;
}

static const OcopStatisticsGrouping *
parse_grouping (const char *name)
{
  const OcopStatisticsGrouping *grouping = ocop_statistics_find_grouping (name != NULL ? name : "star");
  g_autoptr(GString) names = g_string_new (NULL);

  if (grouping != NULL)
    return grouping;
  for (const OcopStatisticsGrouping *one = ocop_statistics_groupings (); one->name != NULL; one++)
    g_string_append_printf (names, " %s", one->name);
  ocop_invocation_say (_("Nothing is counted by “%s”. There are:%s"), name, names->str);
  return NULL;
}

static void
add_row (OcopOutput              *output,
         const OcopStatisticsRow *row,
         const char              *key)
{
  OcopValue values[OCOP_N_STARS + 3] = {
    { OCOP_VALUE_TEXT, 0, (char *) key },
    { OCOP_VALUE_TEXT, 0, row->label },
  };

  for (guint i = 0; i < OCOP_N_STARS; i++)
    values[i + 2] = ocop_value_integer (row->stars[i]);
  values[OCOP_N_STARS + 2] = ocop_value_integer (row->total);
  ocop_output_add_row (output, values);
}

static OcopOutput *
tabulate (const OcopStatistics *statistics,
          gboolean              with_total)
{
  OcopOutput *output = ocop_output_new ();

  ocop_output_add_column (output, "key", NULL, NULL);
  ocop_output_add_column (output, "label", _(statistics->grouping->title), NULL);
  for (guint i = 0; i < OCOP_N_STARS; i++)
    ocop_output_add_column (output, ocop_statistics_star_key (i), ocop_statistics_star_title (i), ocop_output_integer_field ());
  ocop_output_add_column (output, "total", _("Total"), ocop_output_integer_field ());
  for (guint i = 0; i < statistics->rows->len; i++)
    {
      const OcopStatisticsRow *row = statistics->rows->pdata[i];

      add_row (output, row, row->key != NULL ? row->key : "unknown");
    }
  if (with_total)
    add_row (output, statistics->total, "total");
  return output;
}

static void
print_json (const OcopStatistics *statistics,
            const OcopOutput     *rows,
            OcopValidity          validity)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  char on[OCOP_DATE_TEXT_SIZE];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "on");
  json_builder_add_string_value (builder, ocop_date_to_text (statistics->on, on));
  json_builder_set_member_name (builder, "by");
  json_builder_add_string_value (builder, statistics->grouping->name);
  json_builder_set_member_name (builder, "validity");
  json_builder_add_string_value (builder, validity == OCOP_VALIDITY_RECORDED ? "recorded" : "valid");
  json_builder_set_member_name (builder, "rows");
  ocop_output_build_json (rows, builder);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  for (guint i = 0; i < OCOP_N_STARS; i++)
    {
      json_builder_set_member_name (builder, ocop_statistics_star_key (i));
      json_builder_add_int_value (builder, statistics->total->stars[i]);
    }
  json_builder_set_member_name (builder, "total");
  json_builder_add_int_value (builder, statistics->total->total);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  ocop_output_print_json (builder);
}

static OcopStatus
print_statistics (OcopInvocation *invocation,
                  Job            *job)
{
  OcopStatus status;
  g_autoptr(OcopStatistics) statistics = ocop_invocation_read (invocation, read_statistics, job, &status);
  g_autoptr(OcopOutput) output = NULL;

  if (statistics == NULL)
    return status;
  output = tabulate (statistics, invocation->format == OCOP_OUTPUT_TABLE);
  if (invocation->format == OCOP_OUTPUT_JSON)
    print_json (statistics, output, job->validity);
  else
    ocop_output_print (output, invocation->format);
  return OCOP_STATUS_DONE;
}

OcopStatus
ocop_command_statistics (OcopInvocation *invocation)
{
  g_autofree char *by = NULL;
  g_autofree char *validity = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by,
      N_("star, locality, province, sector, group, set, kind, year or status (default: star)"), N_("WHAT") },
    { "validity", 0, 0, G_OPTION_ARG_STRING, &validity, N_("valid (default) or recorded"), N_("WHICH") },
    { NULL }
  };
  Job job = { NULL };

  if (!ocop_invocation_parse (invocation, entries) || !parse_validity (validity, &job.validity))
    return OCOP_STATUS_UNUSABLE;
  job.grouping = parse_grouping (by);
  job.on = invocation->on;
  return job.grouping != NULL ? print_statistics (invocation, &job) : OCOP_STATUS_UNUSABLE;
}
