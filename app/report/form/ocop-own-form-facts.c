/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes into another author's form is taken from here: a plan, counts, reports, the office. */

#include "report/form/ocop-own-form-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "report/ocop-office-area.h"

void
ocop_own_form_facts_free (OcopOwnFormFacts *facts)
{
  g_clear_pointer (&facts->office, ocop_record_free);
  g_clear_pointer (&facts->plan, ocop_plan_free);
  g_clear_pointer (&facts->area, ocop_query_free);
  g_clear_pointer (&facts->statistics, ocop_statistics_free);
  g_hash_table_unref (facts->papers);
  g_free (facts);
}

/* Of the plans of the year the one that was issued last: it may amend the others. A plan of several years comes
 * after those of the year alone, a draft after all that were issued, and a plan of another office after all. */
static gboolean
find_plan (OcopReader  *reader,
           guint        year,
           char       **id,
           GError     **error)
{
  static const char * const columns[] = { "id", "year", "until_year", "state", "unit", "level", NULL };
  g_autofree char *text = g_strdup_printf ("%u", year);
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(OcopRows) rows = NULL;
  guint best = 0;

  *id = NULL;
  ocop_query_where (query, "year", OCOP_OPERATOR_AT_MOST, text, NULL);
  ocop_query_order_by (query, "issued_on", TRUE);
  rows = office != NULL ? ocop_reader_rows (reader, query, columns, 0, -1, error) : NULL;
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      gboolean own = ocop_plan_is_own (office, ocop_rows_get_text (rows, i, 4), ocop_rows_get_text (rows, i, 5));
      guint first = (guint) ocop_rows_get_integer (rows, i, 1);
      guint last = MAX (first, (guint) ocop_rows_get_integer (rows, i, 2));
      guint rank = (first == year && last == year ? 2 : 1) + (g_strcmp0 (ocop_rows_get_text (rows, i, 3), "issued") == 0 ? 2 : 0) + (own ? 4 : 0);

      if (last < year || rank <= best)
        continue;
      best = rank;
      g_free (*id);
      *id = g_strdup (ocop_rows_get_text (rows, i, 0));
    }
  return rows != NULL;
}

/* By the rule of the plan, of which @id (nullable) is known. */
static gboolean
find_period (OcopOwnFormFacts        *facts,
             const OcopOwnFormScope  *scope,
             const char              *id,
             GError                 **error)
{
  g_autoptr(OcopRecord) plan = id != NULL ? ocop_reader_load (facts->reader, ocop_kind_find ("plan"), id, error) : NULL;
  const OcopPeriodRule *rule = plan != NULL ? ocop_plan_period (plan).rule : ocop_period_find_rule (NULL);

  if (id != NULL && plan == NULL)
    return FALSE;
  if (ocop_period_find (rule, scope->year, scope->period, &facts->period))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
               _("There is no period “%s”: half, nine-months, quarter-1 to quarter-4, month-1 to month-12 and two days as 2026-04-10..2026-08-20 are known"), scope->period);
  return FALSE;
}

static gboolean
read_plan (OcopOwnFormFacts        *facts,
           const OcopOwnFormScope  *scope,
           GError                 **error)
{
  g_autofree char *id = g_strdup (scope->plan);

  if (id == NULL && !find_plan (facts->reader, scope->year, &id, error))
    return FALSE;
  if (!find_period (facts, scope, id, error))
    return FALSE;
  if (id == NULL)
    return TRUE;
  facts->plan = ocop_plan_read (facts->reader, id, scope->period != NULL ? &facts->period : NULL, scope->on, error);
  if (facts->plan != NULL)
    facts->period = facts->plan->period;
  return facts->plan != NULL;
}

/* Products of other provinces are none of the office's. */
static gboolean
read_area (OcopOwnFormFacts  *facts,
           GError           **error)
{
  g_autoptr(OcopQuery) area = ocop_query_new ("product");
  g_auto(GStrv) others = NULL;

  if (!ocop_office_area_narrow (facts->reader, facts->on, area, &others, error))
    return FALSE;
  if (others != NULL)
    facts->area = g_steal_pointer (&area);
  return TRUE;
}

OcopOwnFormFacts *
ocop_own_form_facts_new (OcopReader              *reader,
                         const OcopOwnFormScope  *scope,
                         GError                 **error)
{
  g_autoptr(OcopOwnFormFacts) facts = g_new0 (OcopOwnFormFacts, 1);

  facts->reader = reader;
  facts->papers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ocop_paper_unref);
  facts->office = ocop_reader_office (reader, error);
  if (facts->office == NULL || !read_plan (facts, scope, error))
    return NULL;
  facts->on = ocop_date_compare (scope->on, facts->period.until) < 0 ? scope->on : facts->period.until;
  return read_area (facts, error) ? g_steal_pointer (&facts) : NULL;
}

const OcopStatistics *
ocop_own_form_facts_count (OcopOwnFormFacts  *facts,
                           GError           **error)
{
  if (facts->statistics == NULL)
    facts->statistics = ocop_statistics_new (facts->reader, facts->area, ocop_statistics_find_grouping ("locality"), facts->on,
                                             OCOP_VALIDITY_VALID, error);
  return facts->statistics;
}

/* Whatever columns the office hides in its own papers. */
static OcopPaperLayout *
make_layout (const OcopReport *report)
{
  OcopPaperLayout *layout = ocop_paper_layout_new ();

  for (const OcopReportColumn *column = report->columns; column->name != NULL; column++)
    ocop_paper_layout_add (layout, column->name, NULL);
  return layout;
}

const OcopPaperTable *
ocop_own_form_facts_report (OcopOwnFormFacts  *facts,
                            const OcopReport  *report,
                            GError           **error)
{
  OcopPaper *paper = g_hash_table_lookup (facts->papers, report->name);

  if (paper == NULL)
    {
      g_autofree char *period = ocop_period_dup_key (facts->period);
      const OcopReportScope scope = {
        .on = facts->on, .base = report->of_year ? NULL : facts->area, .from = facts->period.from,
        .plan = facts->plan != NULL ? ocop_record_get_id (facts->plan->record) : NULL, .year = facts->period.year, .period = period,
      };
      g_autoptr(OcopPaperLayout) layout = make_layout (report);

      paper = ocop_report_build (report, facts->reader, &scope, layout, error);
      if (paper == NULL)
        return NULL;
      g_hash_table_insert (facts->papers, (gpointer) report->name, paper);
    }
  return ocop_paper_table_load (ocop_paper_get_table (paper), error) ? ocop_paper_get_table (paper) : NULL;
}
