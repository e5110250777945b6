/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plan/ocop-report-year.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "report/ocop-report-private.h"
#include "report/plan/ocop-plan-words.h"

#define HUNDREDTHS_OF_PERCENT 10000

void
ocop_report_year_clear (OcopReportYear *year)
{
  g_clear_pointer (&year->plan, ocop_record_free);
}

/* Finding the plan */

enum
{
  PLAN_ID,
  PLAN_YEAR,
  PLAN_UNTIL,
  PLAN_UNIT,
  PLAN_AMENDS,
  PLAN_STATE,
  PLAN_LEVEL,
};

static const char * const plan_columns[] = { "id", "year", "until_year", "unit", "amends", "state", "level", NULL };

/* An amendment takes the place of its plan when it is issued. */
static gboolean
is_replaced (const OcopRows *plans,
             guint           place)
{
  const char *id = ocop_rows_get_text (plans, place, PLAN_ID);

  if (ocop_rows_get_text (plans, place, PLAN_AMENDS) != NULL && g_strcmp0 (ocop_rows_get_text (plans, place, PLAN_STATE), "issued") != 0)
    return TRUE;
  for (guint i = 0; i < ocop_rows_get_n_rows (plans); i++)
    if (g_strcmp0 (ocop_rows_get_text (plans, i, PLAN_AMENDS), id) == 0 &&
        g_strcmp0 (ocop_rows_get_text (plans, i, PLAN_STATE), "issued") == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_year (const OcopRows *plans,
            guint           place,
            guint           year)
{
  return MAX (ocop_rows_get_integer (plans, place, PLAN_YEAR), ocop_rows_get_integer (plans, place, PLAN_UNTIL)) >= (gint64) year;
}

/* Of the year alone before those of several years, of the office's own area before those of its parts. */
static char *
find_plan (OcopReader  *reader,
           guint        year,
           GError     **error)
{
  g_autofree char *text = g_strdup_printf ("%u", year);
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  g_autoptr(OcopQuery) query = ocop_query_new ("plan");
  g_autoptr(OcopRows) plans = NULL;
  const char *found = NULL;
  gboolean is_own = FALSE;

  ocop_query_where (query, "year", OCOP_OPERATOR_AT_MOST, text, NULL);
  ocop_query_order_by (query, "year", TRUE);
  plans = office != NULL ? ocop_reader_rows (reader, query, plan_columns, 0, -1, error) : NULL;
  for (guint i = 0; plans != NULL && i < ocop_rows_get_n_rows (plans) && !is_own; i++)
    {
      if (!is_of_year (plans, i, year) || is_replaced (plans, i))
        continue;
      is_own = ocop_plan_is_own (office, ocop_rows_get_text (plans, i, PLAN_UNIT), ocop_rows_get_text (plans, i, PLAN_LEVEL));
      if (found == NULL || is_own)
        found = ocop_rows_get_text (plans, i, PLAN_ID);
    }
  return g_strdup (found);
}

static gboolean
find_period (OcopReportYear         *self,
             const OcopReportScope  *scope,
             guint                   year,
             GError                **error)
{
  if (self->plan != NULL)
    self->period = ocop_plan_period (self->plan);
  else
    self->period = ocop_period_new (ocop_period_find_rule (NULL), OCOP_PERIOD_YEAR, year, 0);
  if (scope->period == NULL || ocop_period_find (self->period.rule, scope->year != 0 ? year : self->period.year, scope->period, &self->period))
    return TRUE;
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT,
               _("There is no period “%s”: half, nine-months, quarter-1 to quarter-4, month-1 to month-12 and two days as 2026-04-10..2026-08-20 are known"), scope->period);
  return FALSE;
}

gboolean
ocop_report_year_read (OcopReader             *reader,
                       const OcopReportScope  *scope,
                       OcopReportYear         *self,
                       GError                **error)
{
  guint year = scope->year != 0 ? scope->year : (guint) scope->on.year;
  g_autoptr(GError) problem = NULL;
  g_autofree char *id = scope->plan != NULL ? g_strdup (scope->plan) : find_plan (reader, year, &problem);

  *self = (OcopReportYear) { NULL };
  if (id != NULL)
    self->plan = ocop_reader_load (reader, ocop_kind_find ("plan"), id, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!find_period (self, scope, year, error))
    return FALSE;
  self->until = ocop_date_compare (scope->on, self->period.until) < 0 ? scope->on : self->period.until;
  return TRUE;
}

gboolean
ocop_report_year_read_planned (OcopReader             *reader,
                               const OcopReportScope  *scope,
                               OcopReportYear         *self,
                               GError                **error)
{
  if (!ocop_report_year_read (reader, scope, self, error))
    return FALSE;
  if (self->plan == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND, _("There is no plan of the year %u"), self->period.year);
  return self->plan != NULL;
}

OcopPlan *
ocop_report_year_read_plan (const OcopReportYear  *self,
                            OcopReader            *reader,
                            GError               **error)
{
  return ocop_plan_read (reader, ocop_record_get_id (self->plan), &self->period, self->until, error);
}

OcopReportYear
ocop_report_year_before (const OcopReportYear *self)
{
  OcopPeriod until_then = self->period;

  /* As the period itself, so that both end on the last day of a month where one does. */
  until_then.until = self->until;
  until_then = ocop_period_year_before (until_then);
  return (OcopReportYear) { NULL, until_then, until_then.until };
}

/* Saying it */

char *
ocop_report_year_dup_days (const OcopReportYear *self)
{
  return ocop_period_to_document (self->period, self->until);
}

void
ocop_report_year_write (const OcopReportYear *self,
                        OcopPaper            *paper)
{
  g_autofree char *period = ocop_period_to_people (self->period);

  ocop_paper_add_subtitle (paper, period);
  /* Of a period that has not begun there is only what there is on the day. */
  if (ocop_date_compare (self->until, self->period.from) >= 0)
    paper->since = self->period.from;
  paper->as_of = self->until;
}

void
ocop_report_year_where (const OcopReportYear *self,
                        OcopQuery            *query,
                        const char           *field)
{
  char from[OCOP_DATE_TEXT_SIZE], until[OCOP_DATE_TEXT_SIZE];

  ocop_query_where (query, field, OCOP_OPERATOR_BETWEEN, ocop_date_to_text (self->period.from, from),
                    ocop_date_to_text (self->until, until), NULL);
}

/* Lists */

static const OcopField *
find_field (const OcopKind *kind,
            const char     *path)
{
  g_auto(GStrv) steps = g_strsplit (path, ".", -1);
  const OcopField *field = NULL;

  for (char **step = steps; *step != NULL && kind != NULL; step++)
    {
      field = ocop_kind_find_field (kind, *step);
      kind = field != NULL && field->type == OCOP_FIELD_LINK ? ocop_kind_find (field->target) : NULL;
    }
  return field;
}

/* What paper shows of the field of @kind at @path, "unit.name": choices by their titles. */
static OcopValue
value_of (const OcopKind  *kind,
          const char      *path,
          const OcopValue *value)
{
  const OcopField *field = find_field (kind, path);

  if (field != NULL && field->type == OCOP_FIELD_CHOICE && value->text != NULL)
    return ocop_value_text (ocop_field_choice_title (field, value->text));
  return ocop_value_copy (value);
}

const char *
ocop_report_choice_title (const char *kind,
                          const char *field,
                          const char *key)
{
  return key != NULL ? ocop_field_choice_title (ocop_kind_find_field (ocop_kind_find (kind), field), key) : "";
}

/* What stands in the cell already stays. */
static void
take_value (OcopValue       *cell,
            const OcopQuery *query,
            const char      *path,
            const OcopValue *value)
{
  if (cell->type == OCOP_VALUE_UNKNOWN)
    *cell = value_of (ocop_query_get_kind (query), path, value);
}

GHashTable *
ocop_report_list_records (OcopReader              *reader,
                          const OcopQuery         *query,
                          const OcopReportColumn  *columns,
                          OcopPaperTable          *table,
                          GError                 **error)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) paths = g_ptr_array_new ();
  g_autoptr(OcopRows) rows = NULL;

  g_ptr_array_add (paths, (gpointer) "id");
  for (const OcopReportColumn *column = columns; column->name != NULL; column++)
    {
      if (column->path != NULL)
        g_ptr_array_add (paths, (gpointer) column->path);
      if (column->or_path != NULL)
        g_ptr_array_add (paths, (gpointer) column->or_path);
    }
  g_ptr_array_add (paths, NULL);
  rows = ocop_reader_rows (reader, query, (const char * const *) paths->pdata, 0, -1, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
      guint read = 1;

      row->cells[0] = ocop_value_integer (i + 1);
      for (guint cell = 1; columns[cell].name != NULL; cell++)
        {
          if (columns[cell].path != NULL)
            take_value (&row->cells[cell], query, columns[cell].path, ocop_rows_get (rows, i, read++));
          if (columns[cell].or_path != NULL)
            take_value (&row->cells[cell], query, columns[cell].or_path, ocop_rows_get (rows, i, read++));
        }
      g_hash_table_insert (by_id, g_strdup (ocop_rows_get_text (rows, i, 0)), row);
    }
  return g_steal_pointer (&by_id);
}

GHashTable *
ocop_report_list_annex (OcopReader              *reader,
                        const OcopReportScope   *scope,
                        const char              *kind,
                        const OcopReportColumn  *columns,
                        OcopPaper               *paper,
                        OcopPaperTable         **table,
                        GError                 **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  g_auto(OcopReportYear) year = { NULL };

  *table = ocop_paper_add_table (paper, NULL);
  if (!ocop_report_year_read_planned (reader, scope, &year, error))
    return NULL;
  ocop_plan_words_make_annex (paper, year.plan);
  ocop_report_add_columns (*table, columns);
  /* Localities as they were. */
  ocop_query_set_on (query, year.until);
  ocop_query_where (query, "plan", OCOP_OPERATOR_IS, ocop_record_get_id (year.plan), NULL);
  ocop_query_order_by (query, "place", FALSE);
  ocop_query_order_by (query, "name", FALSE);
  return ocop_report_list_records (reader, query, columns, *table, error);
}

/* Totals and groups */

OcopValue
ocop_report_percent_of (gint64 part,
                        gint64 whole)
{
  return whole > 0 ? ocop_value_integer (part * HUNDREDTHS_OF_PERCENT / whole) : (OcopValue) OCOP_VALUE_INIT;
}

static gboolean
is_summed (OcopPaperColumnType type)
{
  return type == OCOP_PAPER_COLUMN_INTEGER || type == OCOP_PAPER_COLUMN_MONEY || type == OCOP_PAPER_COLUMN_QUANTITY;
}

void
ocop_report_add_sums (OcopPaperTable *table,
                      guint           first)
{
  guint n = table->rows->len;
  OcopPaperRow *total = n > 0 ? ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, _("Total")) : NULL;

  for (guint cell = first; total != NULL && cell < total->n_cells; cell++)
    {
      if (!is_summed (ocop_paper_table_get_column (table, cell)->type))
        continue;
      total->cells[cell] = ocop_value_integer (0);
      for (guint i = 0; i < n; i++)
        {
          const OcopPaperRow *row = table->rows->pdata[i];

          if (row->kind == OCOP_PAPER_ROW_DATA && row->cells[cell].type == OCOP_VALUE_INTEGER)
            total->cells[cell].integer += row->cells[cell].integer;
        }
    }
}

void
ocop_report_add_changes (OcopPaperTable *table,
                         guint           first)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      OcopValue *cells = ((OcopPaperRow *) table->rows->pdata[i])->cells + first;

      if (cells[0].type == OCOP_VALUE_INTEGER && cells[1].type == OCOP_VALUE_INTEGER)
        cells[2] = ocop_report_percent_of (cells[0].integer, cells[1].integer);
    }
}

char *
ocop_report_dup_roman (guint number)
{
  static const struct
  {
    guint value;
    const char *letters;
  } signs[] = {
    { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" },
  };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (text, signs[i].letters);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
ocop_report_add_group (OcopPaperTable *table,
                       const char     *title,
                       guint          *number)
{
  g_autofree char *roman = ocop_report_dup_roman (++*number);
  g_autofree char *label = g_strdup_printf ("%s. %s", roman, title);

  ocop_paper_table_add_row (table, OCOP_PAPER_ROW_GROUP, label);
}
