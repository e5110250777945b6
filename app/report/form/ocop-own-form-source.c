/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go into the cells of another author's form: its names, and what is offered. */

#include "report/form/ocop-own-form-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"

const OcopOwnFormField ocop_own_form_target_fields[] = {
  { "actual", N_("Actual") },
  { "planned", N_("Number set") },
  { "percent", N_("Percent reached") },
  { "before", N_("Same period of the year before") },
  { "state", N_("State") },
  { "name", N_("Target") },
  { "unit", N_("Unit") },
  { "code", N_("Code") },
  { NULL }
};

const OcopOwnFormField ocop_own_form_count_fields[] = {
  { "total", N_("Total") },
  { "3", N_("3 stars") },
  { "4", N_("4 stars") },
  { "potential5", N_("Potential 5 stars") },
  { "5", N_("5 stars") },
  { NULL }
};

const OcopOwnFormField ocop_own_form_office_fields[] = {
  { "name", N_("Office") },
  { "superior", N_("Superior body") },
  { "place", N_("Place on documents") },
  { "address", N_("Address") },
  { "phone", N_("Phone") },
  { "email", N_("Email") },
  { "signatory_title", N_("Signatory's title") },
  { "signatory", N_("Signatory") },
  { NULL }
};

const OcopOwnFormField ocop_own_form_period_fields[] = {
  { "day", N_("Day of the figures") },
  { "from", N_("First day of the period") },
  { "until", N_("Last day that is counted") },
  { "title", N_("Name of the period") },
  { "line", N_("Line with both days of the period") },
  { "year", N_("Year") },
  { "today", N_("Today") },
  { NULL }
};

/* --- names --- */

static gboolean
is_field (const OcopOwnFormField *fields,
          const char             *name)
{
  while (fields->name != NULL && g_strcmp0 (fields->name, name) != 0)
    fields++;
  return fields->name != NULL;
}

static gboolean
is_report_column (char  **steps,
                  guint   n)
{
  const OcopReport *report = n >= 3 ? ocop_report_list_find (steps[1]) : NULL;

  for (const OcopReportColumn *column = report != NULL ? report->columns : NULL; column != NULL && column->name != NULL; column++)
    if (g_str_equal (column->name, steps[2]) && column->width > 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_source (char  **steps,
           guint   n)
{
  if (n == 0)
    return FALSE;
  if (g_str_equal (steps[0], "target"))
    return n == 3 && *steps[1] != '\0' && is_field (ocop_own_form_target_fields, steps[2]);
  if (g_str_equal (steps[0], "targets"))
    return n == 2 && is_field (ocop_own_form_target_fields, steps[1]);
  if (g_str_equal (steps[0], "count"))
    return n >= 2 && is_field (ocop_own_form_count_fields, steps[1]);
  if (g_str_equal (steps[0], "office"))
    return n == 2 && is_field (ocop_own_form_office_fields, steps[1]);
  if (g_str_equal (steps[0], "period"))
    return n == 2 && is_field (ocop_own_form_period_fields, steps[1]);
  return g_str_equal (steps[0], "report") && is_report_column (steps, n);
}

gboolean
ocop_own_form_source_check (const char  *source,
                            GError     **error)
{
  g_auto(GStrv) steps = g_strsplit (source, ":", 4);

  if (is_source (steps, g_strv_length (steps)))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE,
               _("“%s” is nothing that can go into a form; give target:CODE:FIELD, targets:FIELD, count:CLASS, office:FIELD, "
                 "period:FIELD or report:NAME:COLUMN"), source);
  return FALSE;
}

gboolean
ocop_own_form_source_goes_down (const char *source)
{
  g_auto(GStrv) steps = g_strsplit (source, ":", 4);
  guint n = g_strv_length (steps);

  return (n == 2 && g_str_equal (steps[0], "targets")) || (n == 3 && g_str_equal (steps[0], "report"));
}

/* --- what is offered --- */

static void
source_free (OcopOwnFormSource *source)
{
  g_free (source->source);
  g_free (source->group);
  g_free (source->title);
  g_free (source);
}

/* @source: (transfer full) */
static void
offer (GPtrArray  *sources,
       char       *source,
       const char *group,
       const char *title)
{
  OcopOwnFormSource *offered = g_new0 (OcopOwnFormSource, 1);

  *offered = (OcopOwnFormSource) { source, g_strdup (group), g_strdup (title) };
  g_ptr_array_add (sources, offered);
}

static void
offer_fields (GPtrArray              *sources,
              const char             *kind,
              const char             *group,
              const OcopOwnFormField *fields)
{
  for (; fields->name != NULL; fields++)
    offer (sources, g_strconcat (kind, ":", fields->name, NULL), group, _(fields->title));
}

/* The code by which a target is found again in the plan of the next year. */
static const char *
code_of (const OcopProgress *progress)
{
  const char *code = ocop_record_get_text (progress->target, "code");

  return code != NULL ? code : ocop_record_get_text (progress->target, "indicator");
}

static void
offer_targets (GPtrArray      *sources,
               const OcopPlan *plan)
{
  for (const OcopOwnFormField *field = ocop_own_form_target_fields; field->name != NULL; field++)
    {
      g_autofree char *group = g_strdup_printf (_("Target: %s"), _(field->title));

      for (guint i = 0; i < plan->targets->len; i++)
        {
          const OcopProgress *progress = plan->targets->pdata[i];
          const char *code = code_of (progress);
          g_autofree char *title = g_strdup_printf ("%s · %s", code, ocop_record_get_text (progress->target, "name"));

          if (code != NULL && strchr (code, ':') == NULL)
            offer (sources, g_strdup_printf ("target:%s:%s", code, field->name), group, title);
        }
    }
  offer_fields (sources, "targets", _("All targets, a row for each"), ocop_own_form_target_fields);
}

static void
offer_counts (GPtrArray            *sources,
              const OcopStatistics *statistics)
{
  offer_fields (sources, "count", _("Products in force"), ocop_own_form_count_fields);
  for (const OcopOwnFormField *field = ocop_own_form_count_fields; field->name != NULL; field++)
    {
      g_autofree char *group = g_strdup_printf (_("Products of a locality: %s"), _(field->title));

      for (guint i = 0; i < statistics->rows->len; i++)
        {
          const OcopStatisticsRow *row = statistics->rows->pdata[i];

          offer (sources, g_strdup_printf ("count:%s:%s", field->name, row->label), group, row->label);
        }
    }
}

static void
offer_reports (GPtrArray *sources)
{
  for (const OcopReport * const *report = ocop_report_list_all (); *report != NULL; report++)
    for (const OcopReportColumn *column = (*report)->columns; column->name != NULL; column++)
      {
        g_autofree char *group = g_strdup_printf (_("Rows of “%s”"), _((*report)->title));
        g_autofree char *title = column->group != NULL ? g_strdup_printf ("%s – %s", _(column->group), _(column->title))
                                                       : g_strdup (_(column->title));

        if (column->width > 0)
          offer (sources, g_strdup_printf ("report:%s:%s", (*report)->name, column->name), group, title);
      }
}

GPtrArray *
ocop_own_form_sources (OcopReader              *reader,
                       const OcopOwnFormScope  *scope,
                       GError                 **error)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  g_autoptr(OcopOwnFormFacts) facts = ocop_own_form_facts_new (reader, scope, error);
  const OcopStatistics *statistics = facts != NULL ? ocop_own_form_facts_count (facts, error) : NULL;

  if (statistics == NULL)
    return NULL;
  if (facts->plan != NULL)
    offer_targets (sources, facts->plan);
  offer_counts (sources, statistics);
  offer_reports (sources);
  offer_fields (sources, "period", _("Period"), ocop_own_form_period_fields);
  offer_fields (sources, "office", _("Office"), ocop_own_form_office_fields);
  return g_steal_pointer (&sources);
}
