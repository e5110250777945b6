/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was held in a period, a row for each, and how much it is against the same period of the year before. */

#include "report/plan/ocop-report-held.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "report/ocop-report-private.h"

/* The rows of @year. */
static gboolean
list (const OcopReportHeld  *self,
      const OcopReportYear  *year,
      OcopReader            *reader,
      OcopPaperTable        *table,
      GError               **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new (self->kind);
  g_autoptr(GHashTable) by_id = NULL;

  if (self->where != NULL)
    self->where (query);
  ocop_report_year_where (year, query, "held_on");
  ocop_query_order_by (query, "held_on", FALSE);
  ocop_report_add_columns (table, self->columns);
  by_id = ocop_report_list_records (reader, query, self->columns, table, error);
  return by_id != NULL && self->fill (year, reader, table, by_id, error);
}

static const OcopPaperRow *
get_total (const OcopPaperTable *table)
{
  const OcopPaperRow *last = table->rows->len > 0 ? table->rows->pdata[table->rows->len - 1] : NULL;

  return last != NULL && last->kind == OCOP_PAPER_ROW_TOTAL ? last : NULL;
}

/* The sums of the year before below those of the year; zeros where nothing was held then. */
static void
add_sums_before (OcopPaperTable     *table,
                 const OcopPaperRow *total,
                 const OcopPaperRow *before,
                 const char         *label)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, label);

  for (guint cell = 0; cell < row->n_cells; cell++)
    if (total->cells[cell].type == OCOP_VALUE_INTEGER)
      row->cells[cell] = ocop_value_integer (before != NULL ? before->cells[cell].integer : 0);
}

static void
add_percents (OcopPaperTable     *table,
              const OcopPaperRow *total,
              const OcopPaperRow *before)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, _("Percent of last year"));

  for (guint cell = 0; cell < row->n_cells; cell++)
    if (total->cells[cell].type == OCOP_VALUE_INTEGER)
      {
        OcopValue percent = ocop_report_percent_of (total->cells[cell].integer, before->cells[cell].integer);
        g_autofree char *number = percent.type == OCOP_VALUE_INTEGER ? ocop_quantity_to_people (percent.integer) : NULL;
        g_autofree char *text = number != NULL ? g_strconcat (number, "%", NULL) : NULL;

        /* A dash: the label ends before the first value. */
        row->cells[cell] = ocop_value_text (text != NULL ? text : "–");
      }
}

void
ocop_report_add_year_before (OcopPaperTable     *table,
                             const OcopPaperRow *total,
                             const OcopPaperRow *before,
                             const char         *label)
{
  add_sums_before (table, total, before, label);
  if (before != NULL)
    add_percents (table, total, before);
}

/* Nothing to hold them against in the table. */
static void
note_before (OcopPaper *paper,
             guint      n_before)
{
  g_autofree char *number = ocop_number_to_people (n_before);
  g_autofree char *note = g_strdup_printf (_("The same period of the year before: %s."), number);

  ocop_paper_add_note (paper, note);
}

gboolean
ocop_report_held_build (const OcopReportHeld   *self,
                        OcopReader             *reader,
                        const OcopReportScope  *scope,
                        OcopPaper              *paper,
                        GError                **error)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_autoptr(OcopPaperTable) then = ocop_paper_table_new (NULL);
  g_auto(OcopReportYear) year = { NULL };
  OcopReportYear before;
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;
  guint n_now, n_before;

  if (!ocop_report_year_read (reader, scope, &year, error))
    return FALSE;
  before = ocop_report_year_before (&year);
  ocop_report_year_write (&year, paper);
  if (!list (self, &year, reader, table, error) || !list (self, &before, reader, then, error))
    return FALSE;
  n_now = table->rows->len;
  n_before = then->rows->len;
  ocop_report_add_sums (table, self->first_sum);
  ocop_report_add_sums (then, self->first_sum);
  number = ocop_number_to_people (n_before);
  /* Translators: as many as the table has rows, a year before */
  label = g_strdup_printf (_("Same period last year (%s)"), number);
  if (n_now > 0)
    ocop_report_add_year_before (table, get_total (table), get_total (then), label);
  else
    note_before (paper, n_before);
  return TRUE;
}
