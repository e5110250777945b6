/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Locality × class, with the producers behind the products by their kind. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-paint.h"
#include "report/chart/ocop-chart-data.h"
#include "report/ocop-statistics.h"
#include "report/plan/ocop-report-held.h"

#define CHART_ASPECT 2.0
#define PRODUCERS N_("Producers")

enum
{
  CELL_NUMBER,
  CELL_LOCALITY,
  CELL_TOTAL,
  CELL_STARS,
  CELL_PRODUCERS = CELL_STARS + OCOP_N_STARS,
  CELL_KINDS,
  CELL_WOMEN = CELL_KINDS + 6,
};

static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "locality", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 26 },
  { "total", N_("Total"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, N_("Products") },
  { "star3", N_("3 stars"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, N_("Products") },
  { "star4", N_("4 stars"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, N_("Products") },
  { "potential5", N_("Potential 5 stars"), OCOP_PAPER_COLUMN_INTEGER, 10, NULL, N_("Products") },
  { "star5", N_("5 stars"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, N_("Products") },
  { "producers", N_("Total"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, PRODUCERS },
  { "cooperatives", N_("Cooperatives"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, PRODUCERS },
  { "groups", N_("Cooperative groups"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, PRODUCERS },
  { "enterprises", N_("Enterprises"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, PRODUCERS },
  { "farms", N_("Farms"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, PRODUCERS },
  { "households", N_("Households and establishments"), OCOP_PAPER_COLUMN_INTEGER, 11, NULL, PRODUCERS },
  { "others", N_("Others"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, PRODUCERS },
  { "women", N_("Led by women"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, PRODUCERS },
  { NULL }
};

/* Which column a producer's kind is counted in; all other kinds, and unknown ones, in the last of the kinds. */
static const struct
{
  const char *kind;
  guint cell;
} kind_cells[] = {
  { "cooperative", CELL_KINDS },
  { "cooperative-group", CELL_KINDS + 1 },
  { "enterprise", CELL_KINDS + 2 },
  { "farm", CELL_KINDS + 3 },
  { "household", CELL_KINDS + 4 },
  { "workshop", CELL_KINDS + 4 },
};

static guint
cell_of_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_cells); i++)
    if (g_strcmp0 (kind, kind_cells[i].kind) == 0)
      return kind_cells[i].cell;
  return CELL_WOMEN - 1;
}

static void
set_zeros (OcopPaperRow *row)
{
  for (guint i = CELL_TOTAL; i <= CELL_WOMEN; i++)
    row->cells[i] = ocop_value_integer (0);
}

static void
add_products (OcopPaperRow            *row,
              const OcopStatisticsRow *counts)
{
  row->cells[CELL_TOTAL].integer = counts->total;
  for (guint i = 0; i < OCOP_N_STARS; i++)
    row->cells[CELL_STARS + i].integer = counts->stars[i];
}

static void
add_producers (OcopPaperRow *row,
               const char   *kind,
               gint64        number)
{
  row->cells[CELL_PRODUCERS].integer += number;
  row->cells[cell_of_kind (kind)].integer += number;
}

/* One row for each locality; @by_key finds them by its id, "" where it is unknown. */
static void
add_localities (OcopPaperTable       *table,
                const OcopStatistics *statistics,
                GHashTable           *by_key)
{
  for (guint i = 0; i < statistics->rows->len; i++)
    {
      const OcopStatisticsRow *counts = statistics->rows->pdata[i];
      OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

      set_zeros (row);
      row->cells[CELL_NUMBER] = ocop_value_integer (i + 1);
      row->cells[CELL_LOCALITY] = ocop_value_text (counts->label);
      add_products (row, counts);
      g_hash_table_insert (by_key, g_strdup (counts->key != NULL ? counts->key : ""), row);
    }
}

/* Distinct producers of the products of @scope: a query to be grouped. */
static OcopQuery *
query_producers (const OcopReportScope *scope,
                 gboolean               women)
{
  OcopQuery *query = ocop_report_query_valid (scope);

  ocop_query_where (query, "producer", OCOP_OPERATOR_KNOWN, NULL);
  if (women)
    ocop_query_where (query, "producer.representative_gender", OCOP_OPERATOR_IS, "female", NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT_DISTINCT, "producer");
  return query;
}

static gboolean
count_kinds_by_locality (OcopReader             *reader,
                         const OcopReportScope  *scope,
                         GHashTable             *by_key,
                         GError                **error)
{
  g_autoptr(OcopQuery) query = query_producers (scope, FALSE);
  g_autoptr(OcopRows) groups = NULL;

  ocop_query_group_by (query, "locality", "producer.kind");
  groups = ocop_reader_groups (reader, query, error);
  for (guint i = 0; groups != NULL && i < ocop_rows_get_n_rows (groups); i++)
    {
      const char *locality = ocop_rows_get_text (groups, i, 0);
      OcopPaperRow *row = g_hash_table_lookup (by_key, locality != NULL ? locality : "");

      if (row != NULL)
        add_producers (row, ocop_rows_get_text (groups, i, 2), ocop_rows_get_integer (groups, i, 4));
    }
  return groups != NULL;
}

static gboolean
count_women_by_locality (OcopReader             *reader,
                         const OcopReportScope  *scope,
                         GHashTable             *by_key,
                         GError                **error)
{
  g_autoptr(OcopQuery) query = query_producers (scope, TRUE);
  g_autoptr(OcopRows) groups = NULL;

  ocop_query_group_by (query, "locality", NULL);
  groups = ocop_reader_groups (reader, query, error);
  for (guint i = 0; groups != NULL && i < ocop_rows_get_n_rows (groups); i++)
    {
      const char *locality = ocop_rows_get_text (groups, i, 0);
      OcopPaperRow *row = g_hash_table_lookup (by_key, locality != NULL ? locality : "");

      if (row != NULL)
        row->cells[CELL_WOMEN].integer = ocop_rows_get_integer (groups, i, 2);
    }
  return groups != NULL;
}

/* Not the sum of the rows: a producer with products in two localities is one producer. */
static gboolean
add_total (OcopPaperTable        *table,
           OcopReader            *reader,
           const OcopReportScope *scope,
           const OcopStatistics  *statistics,
           GError               **error)
{
  g_autoptr(OcopQuery) by_kind = query_producers (scope, FALSE);
  g_autoptr(OcopQuery) women = query_producers (scope, TRUE);
  g_autoptr(OcopRows) groups = NULL;
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, _("Total"));

  set_zeros (row);
  add_products (row, statistics->total);
  ocop_query_group_by (by_kind, "producer.kind", NULL);
  groups = ocop_reader_groups (reader, by_kind, error);
  for (guint i = 0; groups != NULL && i < ocop_rows_get_n_rows (groups); i++)
    add_producers (row, ocop_rows_get_text (groups, i, 0), ocop_rows_get_integer (groups, i, 2));
  if (groups == NULL)
    return FALSE;
  row->cells[CELL_WOMEN].integer = ocop_reader_measure (reader, women, error);
  return row->cells[CELL_WOMEN].integer >= 0;
}

/* The same day a year before, by what is known now. */
static gboolean
add_year_before (OcopPaperTable         *table,
                 OcopReader             *reader,
                 const OcopReportScope  *scope,
                 GError                **error)
{
  OcopReportScope before = *scope;
  g_autoptr(OcopPaperTable) then = ocop_paper_table_new (NULL);
  g_autoptr(OcopStatistics) statistics = NULL;

  before.on = ocop_date_add_months (scope->on, -12);
  ocop_report_add_columns (then, columns);
  statistics = ocop_statistics_new (reader, scope->base, ocop_statistics_find_grouping ("locality"), before.on, OCOP_VALIDITY_VALID, error);
  if (statistics == NULL || !add_total (then, reader, &before, statistics, error))
    return FALSE;
  ocop_report_add_year_before (table, table->rows->pdata[table->rows->len - 1], then->rows->pdata[0], _("Same period last year"));
  return TRUE;
}

static void
paint_chart (cairo_t *cr,
             double   width,
             double   height,
             gpointer data)
{
  ocop_chart_geometry_free (ocop_chart_paint (data, cr, width, height,
                                              ocop_chart_theme_get (OCOP_CHART_THEME_PRINT_COLOUR),
                                              OCOP_CHART_PAINT_TRANSPARENT));
}

static gboolean
add_chart (OcopPaper              *paper,
           OcopReader             *reader,
           const OcopReportScope  *scope,
           const OcopStatistics   *statistics,
           GError                **error)
{
  const char *titles[OCOP_N_STARS + 1] = { NULL };
  const OcopChartScope charted = { statistics->query, scope->on };
  g_autoptr(OcopChart) chart = ocop_chart_data_new (reader, "star-distribution", &charted, error);
  OcopPaperChart *block;

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < OCOP_N_STARS; i++)
    titles[i] = ocop_statistics_star_title (i);
  block = ocop_paper_add_chart (paper, ocop_chart_get_text (chart, OCOP_CHART_TEXT_TITLE), CHART_ASPECT,
                                paint_chart, chart, (GDestroyNotify) ocop_chart_free);
  g_steal_pointer (&chart);
  ocop_paper_chart_set_categories (block, titles);
  ocop_paper_chart_add_series (block, _("Products"), statistics->total->stars);
  return TRUE;
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, _("Classes by locality"));
  g_autoptr(GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(OcopQuery) valid = ocop_report_query_valid (scope);
  g_autoptr(OcopStatistics) statistics =
    ocop_statistics_new (reader, scope->base, ocop_statistics_find_grouping ("locality"), scope->on,
                         OCOP_VALIDITY_VALID, error);

  if (statistics == NULL)
    return FALSE;
  ocop_report_add_columns (table, columns);
  add_localities (table, statistics, by_key);
  return count_kinds_by_locality (reader, scope, by_key, error) &&
         count_women_by_locality (reader, scope, by_key, error) &&
         add_total (table, reader, scope, statistics, error) &&
         add_year_before (table, reader, scope, error) &&
         ocop_report_note_estimated (reader, valid, paper, error) &&
         add_chart (paper, reader, scope, statistics, error);
}

const OcopReport ocop_report_distribution = {
  .name = "star-distribution",
  .title = N_("OCOP products by class and locality"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .build = build,
};
