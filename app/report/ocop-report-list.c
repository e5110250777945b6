/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-report-list.h"

#include <string.h>

#include <glib/gi18n.h>

#include "report/ocop-report-private.h"
#include "report/ocop-statistics.h"

const OcopReport *
ocop_report_list_all (void)
{
  static const OcopReport reports[] = {
    { "valid-products", N_("List of valid OCOP products"), OCOP_PAPER_LANDSCAPE, ocop_report_build_products },
    { "valid-products-22", N_("List of valid OCOP products (22 columns)"), OCOP_PAPER_LANDSCAPE, ocop_report_build_workbook },
    { "star-distribution", N_("OCOP products by class and locality"), OCOP_PAPER_LANDSCAPE, ocop_report_build_distribution },
    { "expiring", N_("OCOP products soon to expire"), OCOP_PAPER_LANDSCAPE, ocop_report_build_expiring },
    { NULL }
  };

  return reports;
}

const OcopReport *
ocop_report_list_find (const char *name)
{
  const OcopReport *report = ocop_report_list_all ();

  while (report->name != NULL && g_strcmp0 (report->name, name) != 0)
    report++;
  return report->name != NULL ? report : NULL;
}

void
ocop_report_add_columns (OcopPaperTable         *table,
                         const OcopReportColumn *columns)
{
  for (; columns->name != NULL; columns++)
    {
      OcopPaperColumn *column = ocop_paper_table_add_column (table, columns->name, _(columns->title),
                                                             columns->type, columns->width);

      if (columns->group != NULL)
        column->group = g_strdup (_(columns->group));
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

/* The heads of decree 30/2020/NĐ-CP, from the office's settings. */
static void
write_head (OcopPaper        *paper,
            const OcopRecord *office,
            OcopDate          on)
{
  const char *name = ocop_record_get_text (office, "name");

  paper->superior = g_strdup (ocop_record_get_text (office, "superior"));
  paper->body = g_strdup (name);
  paper->national_head = name != NULL;
  paper->place = g_strdup (ocop_record_get_text (office, "place"));
  paper->practice = ocop_record_get_integer (office, "practice", 0) != 0;
  paper->as_of = on;
  paper->source = g_strdup (name);
  paper->signer_title = g_strdup (ocop_record_get_text (office, "signatory_title"));
  paper->signer_name = g_strdup (ocop_record_get_text (office, "signatory"));
}

OcopPaper *
ocop_report_build (const OcopReport       *report,
                   OcopReader             *reader,
                   const OcopReportScope  *scope,
                   const OcopPaperLayout  *layout,
                   GError                **error)
{
  g_autoptr(OcopPaper) paper = ocop_paper_new (_(report->title));
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);

  g_return_val_if_fail (ocop_date_is_day (scope->on), NULL);

  if (office == NULL)
    return NULL;
  write_head (paper, office, scope->on);
  paper->orientation = report->orientation;
  if (!report->build (reader, scope, paper, error))
    return NULL;
  if (layout != NULL)
    ocop_paper_table_apply_layout (ocop_paper_get_table (paper), layout);
  return g_steal_pointer (&paper);
}
