/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-report-list.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "report/ocop-office-head.h"
#include "report/ocop-report-layout.h"
#include "report/ocop-report-private.h"
#include "report/ocop-report-scope.h"
#include "report/ocop-statistics.h"

void
ocop_report_scope_copy (const OcopReportScope *scope,
                        OcopReportScope       *copy)
{
  *copy = *scope;
  copy->base = scope->base != NULL ? ocop_query_copy (scope->base) : NULL;
  copy->locality = g_strdup (scope->locality);
  copy->sector = g_strdup (scope->sector);
  copy->plan = g_strdup (scope->plan);
  copy->period = g_strdup (scope->period);
  copy->beside = (const char * const *) g_strdupv ((char **) scope->beside);
  copy->frozen = g_strdup (scope->frozen);
  copy->received = (const char * const *) g_strdupv ((char **) scope->received);
}

void
ocop_report_scope_clear (OcopReportScope *copy)
{
  if (copy->base != NULL)
    ocop_query_free ((OcopQuery *) copy->base);
  g_free ((char *) copy->locality);
  g_free ((char *) copy->sector);
  g_free ((char *) copy->plan);
  g_free ((char *) copy->period);
  g_strfreev ((char **) copy->beside);
  g_free ((char *) copy->frozen);
  g_strfreev ((char **) copy->received);
  *copy = (OcopReportScope) { copy->on };
}

const OcopReport * const *
ocop_report_list_all (void)
{
  static const OcopReport * const reports[] = {
    &ocop_report_quick,
    &ocop_report_products,
    &ocop_report_workbook,
    &ocop_report_producers,
    &ocop_report_distribution,
    &ocop_report_expiring,
    &ocop_report_dossiers,
    &ocop_report_progress,
    &ocop_report_annex_products,
    &ocop_report_annex_shares,
    &ocop_report_annex_budget,
    &ocop_report_tasks,
    &ocop_report_schedule,
    &ocop_report_inspections,
    &ocop_report_courses,
    &ocop_report_events,
    &ocop_report_sales,
    &ocop_report_disbursement,
    &ocop_report_rounds,
    &ocop_report_years,
    &ocop_report_plans,
    &ocop_report_frozen,
    &ocop_report_not_sent,
    NULL
  };

  return reports;
}

const OcopReport *
ocop_report_list_find (const char *name)
{
  const OcopReport * const *report = ocop_report_list_all ();

  while (*report != NULL && g_strcmp0 ((*report)->name, name) != 0)
    report++;
  return *report;
}

void
ocop_report_add_columns (OcopPaperTable         *table,
                         const OcopReportColumn *columns)
{
  for (; columns->name != NULL && columns->width > 0; columns++)
    {
      OcopPaperColumn *column = ocop_paper_table_add_column (table, columns->name, _(columns->title),
                                                             columns->type, columns->width);

      if (columns->group != NULL)
        column->group = g_strdup (_(columns->group));
      /* Running numbers: they are counted by, not with. */
      if (g_str_equal (columns->name, "number"))
        column->align = OCOP_PAPER_ALIGN_CENTRE;
    }
}

OcopQuery *
ocop_report_query_valid (const OcopReportScope *scope)
{
  OcopQuery *query = scope->base != NULL ? ocop_query_copy (scope->base) : ocop_query_new ("product");

  ocop_query_set_on (query, scope->on);
  ocop_statistics_where_validity (query, OCOP_VALIDITY_VALID);
  ocop_query_clear_order (query);
  ocop_query_order_by (query, "locality", FALSE);
  ocop_query_order_by (query, "name", FALSE);
  return query;
}

OcopValue
ocop_report_star_value (const char *star)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("product"), "star");

  if (star == NULL)
    return (OcopValue) OCOP_VALUE_INIT;
  if (g_ascii_isdigit (*star))
    return ocop_value_integer (*star - '0');
  return ocop_value_text (ocop_field_choice_title (field, star));
}

const OcopField *
ocop_report_find_field (const char *path)
{
  const OcopKind *kind = ocop_kind_find ("product");
  const char *dot = strchr (path, '.');
  g_autofree char *first = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : g_strdup (path);
  const OcopField *field = ocop_kind_find_field (kind, first);

  if (dot == NULL || field == NULL)
    return field;
  return ocop_kind_find_field (ocop_kind_find (field->target), dot + 1);
}

OcopValue
ocop_report_field_value (const char      *path,
                         const OcopValue *value)
{
  const OcopField *field = ocop_report_find_field (path);

  if (g_str_equal (path, "star"))
    return ocop_report_star_value (value->text);
  if (field != NULL && field->type == OCOP_FIELD_CHOICE && value->text != NULL)
    return ocop_value_text (ocop_field_choice_title (field, value->text));
  return ocop_value_copy (value);
}

static void
write_head (OcopPaper        *paper,
            const OcopRecord *office,
            OcopDate          on)
{
  ocop_office_head_write (paper, office);
  paper->as_of = on;
  paper->source = g_strdup (ocop_record_get_text (office, "name"));
}

/* A paper of some of the products must not pass for one of all. */
static void
write_scope (OcopPaper             *paper,
             const OcopReport      *report,
             OcopReader            *reader,
             const OcopReportScope *scope)
{
  g_autoptr(OcopQuery) base = scope->base != NULL ? ocop_query_copy (scope->base) : NULL;
  g_autofree char *text = NULL;

  if (base != NULL && report->said != NULL)
    ocop_query_unwhere (base, report->said);
  text = ocop_report_describe_scope (reader, base);
  if (text != NULL)
    ocop_paper_add_subtitle (paper, text);
}

/* A list ends with how many it names, unless a row of totals says it or it names nothing; one that is empty says so. */
static void
write_count (OcopPaper        *paper,
             const OcopReport *report)
{
  static const char * const products[] = { N_("(The list names %s product.)"), N_("(The list names %s products.)") };
  const char * const *count = report->count[0] != NULL ? report->count : products;

  const OcopPaperTable *table = ocop_paper_get_table (paper);
  g_auto(GStrv) around = NULL;
  g_autofree char *note = NULL;
  g_autofree char *number = NULL;
  guint n = 0;

  if (*count[0] == '\0')
    {
      if (table->rows->len == 0)
        ocop_paper_add_note (paper, _("(There is nothing to list.)"));
      return;
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      const OcopPaperRow *row = table->rows->pdata[i];

      if (row->kind == OCOP_PAPER_ROW_TOTAL)
        return;
      n += row->kind == OCOP_PAPER_ROW_DATA;
    }
  number = ocop_number_to_document (n);
  around = g_strsplit (_(count[n != 1]), "%s", 2);
  note = g_strjoinv (number, around);
  ocop_paper_add_note (paper, note);
}

/* Shows the columns of @layout, or else those that @office keeps. */
static gboolean
lay_out (OcopPaper              *paper,
         const OcopReport       *report,
         const OcopRecord       *office,
         const OcopPaperLayout  *layout,
         GError                **error)
{
  g_autoptr(OcopPaperLayout) kept = NULL;

  if (layout == NULL && !ocop_report_layout_read (office, report, &kept, error))
    return FALSE;
  if (layout != NULL || kept != NULL)
    ocop_paper_table_apply_layout (ocop_paper_get_table (paper), layout != NULL ? layout : kept);
  return TRUE;
}

OcopPaper *
ocop_report_build (const OcopReport       *report,
                   OcopReader             *reader,
                   const OcopReportScope  *scope,
                   const OcopPaperLayout  *layout,
                   GError                **error)
{
  g_autofree char *title = g_utf8_strup (_(report->heading != NULL ? report->heading : report->title), -1);
  g_autoptr(OcopPaper) paper = ocop_paper_new (title);
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);

  g_return_val_if_fail (ocop_date_is_day (scope->on), NULL);

  if (office == NULL)
    return NULL;
  write_head (paper, office, scope->on);
  ocop_office_foot_write (paper, office);
  if (!report->of_year)
    write_scope (paper, report, reader, scope);
  paper->orientation = report->orientation;
  if (!report->build (reader, scope, paper, error) || !lay_out (paper, report, office, layout, error))
    return NULL;
  write_count (paper, report);
  return g_steal_pointer (&paper);
}
