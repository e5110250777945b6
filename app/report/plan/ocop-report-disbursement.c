/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was planned, granted and paid, by the source of the funds. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "report/plan/ocop-plan-money.h"
#include "report/plan/ocop-report-year.h"

enum
{
  CELL_NUMBER,
  CELL_SOURCE,
  CELL_PLANNED,
  CELL_GRANTED,
  CELL_PAID,
  CELL_PERCENT,
  CELL_BEFORE,
  CELL_CHANGE,
};

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_SOURCE] = { "source", N_("Source of funds"), OCOP_PAPER_COLUMN_TEXT, 34 },
  [CELL_PLANNED] = { "planned", N_("Planned (đồng)"), OCOP_PAPER_COLUMN_MONEY, 16 },
  [CELL_GRANTED] = { "granted", N_("Granted (đồng)"), OCOP_PAPER_COLUMN_MONEY, 16 },
  [CELL_PAID] = { "paid", N_("Paid (đồng)"), OCOP_PAPER_COLUMN_MONEY, 16 },
  [CELL_PERCENT] = { "percent", N_("Paid (%)"), OCOP_PAPER_COLUMN_QUANTITY, 9 },
  [CELL_BEFORE] = { "before", N_("Paid, same period last year"), OCOP_PAPER_COLUMN_MONEY, 16 },
  [CELL_CHANGE] = { "change", N_("Percent of last year"), OCOP_PAPER_COLUMN_QUANTITY, 9 },
  { NULL }
};

static OcopPaperRow *
add_source (OcopPaperTable *table,
            const char     *source,
            guint           number)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

  row->cells[CELL_NUMBER] = ocop_value_integer (number);
  row->cells[CELL_SOURCE] = ocop_value_text (source);
  return row;
}

/* Of what was granted, or else of what was planned. */
static void
set_percent (OcopPaperRow *row)
{
  gint64 whole = row->cells[CELL_GRANTED].type == OCOP_VALUE_INTEGER ? row->cells[CELL_GRANTED].integer : row->cells[CELL_PLANNED].integer;

  if (whole > 0)
    row->cells[CELL_PERCENT] = ocop_value_integer (row->cells[CELL_PAID].integer * 10000 / whole);
}

static void
set_change (OcopPaperRow *row)
{
  row->cells[CELL_CHANGE] = ocop_report_percent_of (row->cells[CELL_PAID].integer, row->cells[CELL_BEFORE].integer);
}

/* What was paid of the plan of the year before, by source. Its lines bear no days: it is the same period of a whole year that
 * is over, and of no other. */
static gboolean
add_budget_before (OcopPaperTable        *table,
                   const OcopReportYear  *year,
                   OcopReader            *reader,
                   GError               **error)
{
  g_autofree char *last = NULL;
  g_autoptr(GPtrArray) all = NULL;

  if (year->period.span != OCOP_PERIOD_YEAR || ocop_date_compare (year->until, year->period.until) < 0)
    return TRUE;
  if (!ocop_plan_find_last (reader, year->plan, &last, error))
    return FALSE;
  all = last != NULL ? ocop_plan_money_read (reader, last, error) : NULL;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const OcopPlanMoney *money = all->pdata[i];

      for (guint j = 0; j < table->rows->len; j++)
        {
          OcopPaperRow *row = table->rows->pdata[j];

          if (g_strcmp0 (row->cells[CELL_SOURCE].text, money->source) != 0)
            continue;
          row->cells[CELL_BEFORE] = ocop_value_integer (money->paid);
          set_change (row);
        }
    }
  return last == NULL || all != NULL;
}

static gboolean
add_budget (OcopPaperTable        *table,
            const OcopReportYear  *year,
            OcopReader            *reader,
            guint                 *n_groups,
            GError               **error)
{
  g_autoptr(GPtrArray) all = NULL;

  if (year->plan == NULL)
    return TRUE;
  all = ocop_plan_money_read (reader, ocop_record_get_id (year->plan), error);
  if (all != NULL && all->len > 0)
    ocop_report_add_group (table, _("Budget of the plan"), n_groups);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const OcopPlanMoney *money = all->pdata[i];
      OcopPaperRow *row = add_source (table, money->source, i + 1);

      row->cells[CELL_PLANNED] = ocop_value_integer (money->planned);
      row->cells[CELL_PAID] = ocop_value_integer (money->paid);
      set_percent (row);
    }
  return all != NULL && add_budget_before (table, year, reader, error);
}

/* The sums of @field over what was granted in the days of @year, by source: its own, or, where it names none
 * (@of_programme), that of its programme. */
static OcopRows *
sum_supports (const OcopReportYear  *year,
              OcopReader            *reader,
              const char            *field,
              gboolean               of_programme,
              GError               **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("support");

  ocop_report_year_where (year, query, "granted_on");
  ocop_query_where (query, "funding", of_programme ? OCOP_OPERATOR_UNKNOWN : OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_SUM, field);
  ocop_query_group_by (query, of_programme ? "programme.funding" : "funding", NULL);
  return ocop_reader_groups (reader, query, error);
}

static OcopPaperRow *
find_source (OcopPaperTable *table,
             GHashTable     *by_source,
             const char     *key)
{
  const char *known = key != NULL ? key : "";
  OcopPaperRow *row = g_hash_table_lookup (by_source, known);

  if (row == NULL)
    {
      row = add_source (table, key != NULL ? ocop_report_choice_title ("support", "funding", key) : _("Source not named"),
                        g_hash_table_size (by_source) + 1);
      g_hash_table_insert (by_source, g_strdup (known), row);
    }
  return row;
}

static void
add_sums (OcopPaperTable *table,
          GHashTable     *by_source,
          const OcopRows *groups,
          guint           cell,
          guint          *n_groups)
{
  if (ocop_rows_get_n_rows (groups) > 0 && g_hash_table_size (by_source) == 0)
    ocop_report_add_group (table, _("Support to producers"), n_groups);
  for (guint i = 0; i < ocop_rows_get_n_rows (groups); i++)
    {
      OcopPaperRow *row = find_source (table, by_source, ocop_rows_get_text (groups, i, 0));
      gint64 sum = row->cells[cell].type == OCOP_VALUE_INTEGER ? row->cells[cell].integer : 0;

      row->cells[cell] = ocop_value_integer (sum + ocop_rows_get_integer (groups, i, 2));
      set_percent (row);
      set_change (row);
    }
}

static gboolean
add_supports (OcopPaperTable        *table,
              const OcopReportYear  *year,
              OcopReader            *reader,
              guint                 *n_groups,
              GError               **error)
{
  static const struct
  {
    guint cell;
    const char *field;
  } sums[] = { { CELL_PLANNED, "planned" }, { CELL_GRANTED, "granted" }, { CELL_PAID, "paid" }, { CELL_BEFORE, "paid" } };
  g_autoptr(GHashTable) by_source = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  OcopReportYear before = ocop_report_year_before (year);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sums); i++)
    {
      guint cell = sums[i / 2].cell;
      g_autoptr(OcopRows) groups = sum_supports (cell == CELL_BEFORE ? &before : year, reader, sums[i / 2].field, i % 2 == 1, error);

      if (groups == NULL)
        return FALSE;
      add_sums (table, by_source, groups, cell, n_groups);
    }
  return TRUE;
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_auto(OcopReportYear) year = { NULL };
  guint n_groups = 0;

  if (!ocop_report_year_read (reader, scope, &year, error))
    return FALSE;
  ocop_report_year_write (&year, paper);
  ocop_report_add_columns (table, columns);
  return add_budget (table, &year, reader, &n_groups, error) && add_supports (table, &year, reader, &n_groups, error);
}

const OcopReport ocop_report_disbursement = {
  .name = "disbursement",
  .title = N_("Disbursement of the period"),
  .heading = N_("Disbursement by source of funds"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
