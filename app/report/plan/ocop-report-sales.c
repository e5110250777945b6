/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where valid products are sold, by locality. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "plan/ocop-localities.h"
#include "report/ocop-statistics.h"
#include "report/plan/ocop-report-year.h"

enum
{
  CELL_NUMBER,
  CELL_LOCALITY,
  /* Each of them with the same period of the year before and the percent of that. */
  CELL_PRODUCTS,
  CELL_PLATFORMS = CELL_PRODUCTS + 3,
  CELL_MODERN = CELL_PLATFORMS + 3,
  CELL_POINTS = CELL_MODERN + 3,
  N_CELLS = CELL_POINTS + 3,
};

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_LOCALITY] = { "locality", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 26 },
  OCOP_REPORT_COLUMNS_AGAINST ("products", N_("Valid products")),
  OCOP_REPORT_COLUMNS_AGAINST ("platforms", N_("On e-commerce platforms")),
  OCOP_REPORT_COLUMNS_AGAINST ("modern", N_("In supermarkets and convenience stores")),
  OCOP_REPORT_COLUMNS_AGAINST ("points", N_("OCOP points of sale")),
  { NULL }
};

typedef struct
{
  OcopPaperTable *table;
  GHashTable *rows;      /* by the id of the locality */
  OcopLocalities *localities;
} Fill;

/* What lay in a locality that is no more counts for the one that it became, where that has a row. */
static OcopPaperRow *
find_row (Fill       *fill,
          const char *key)
{
  OcopPaperRow *row = g_hash_table_lookup (fill->rows, key);
  guint place;

  if (row == NULL && ocop_localities_find (fill->localities, key, &place))
    row = g_hash_table_lookup (fill->rows, ocop_localities_get_id (fill->localities, place));
  return row;
}

/* Adds to the cell @cell of each locality the numbers in @groups, @sign times. */
static void
add_groups (Fill           *fill,
            const OcopRows *groups,
            guint           cell,
            gint64          sign)
{
  for (guint i = 0; i < ocop_rows_get_n_rows (groups); i++)
    {
      const char *id = ocop_rows_get_text (groups, i, 0);
      const char *key = id != NULL ? id : "";
      OcopPaperRow *row = find_row (fill, key);

      if (row == NULL)
        {
          row = ocop_paper_table_add_row (fill->table, OCOP_PAPER_ROW_DATA, NULL);
          row->cells[CELL_NUMBER] = ocop_value_integer (fill->table->rows->len);
          row->cells[CELL_LOCALITY] = ocop_value_text (id != NULL ? ocop_rows_get_text (groups, i, 1) : _("Locality unknown"));
          for (guint j = CELL_PRODUCTS; j < N_CELLS; j++)
            row->cells[j] = ocop_value_integer (0);
          g_hash_table_insert (fill->rows, g_strdup (key), row);
        }
      row->cells[cell].integer += sign * ocop_rows_get_integer (groups, i, 2);
    }
}

/* @channels: (nullable): of which the products have one in which they are sold now */
static gboolean
add_products (Fill                  *fill,
              OcopReader            *reader,
              OcopDate               on,
              guint                  cell,
              const char * const    *channels,
              GError               **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) groups = NULL;

  ocop_query_set_on (query, on);
  ocop_statistics_where_validity (query, OCOP_VALIDITY_VALID);
  if (channels != NULL)
    {
      OcopQuery *links = ocop_query_new ("sales_link");

      ocop_query_wherev (links, "channel", OCOP_OPERATOR_IS, channels);
      ocop_query_where (links, "active", OCOP_OPERATOR_IS, "1", NULL);
      ocop_query_has (query, TRUE, links);
    }
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (query, "locality", NULL);
  groups = ocop_reader_groups (reader, query, error);
  if (groups != NULL)
    add_groups (fill, groups, cell, 1);
  return groups != NULL;
}

/* Opened by then, or not known when, less those closed by then. */
static gboolean
add_points (Fill        *fill,
            OcopReader  *reader,
            OcopDate     on,
            guint        cell,
            GError     **error)
{
  static const struct
  {
    const char *field;
    OcopOperator op;
    gint64 sign;
  } parts[] = { { NULL, 0, 1 }, { "opened_on", OCOP_OPERATOR_AT_LEAST, -1 }, { "closed_on", OCOP_OPERATOR_AT_MOST, -1 } };
  char day[OCOP_DATE_TEXT_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(OcopQuery) query = ocop_query_new ("sales_point");
      g_autoptr(OcopRows) groups = NULL;

      if (parts[i].field != NULL)
        ocop_query_where (query, parts[i].field, parts[i].op,
                          ocop_date_to_text (parts[i].op == OCOP_OPERATOR_AT_LEAST ? ocop_date_add_days (on, 1) : on, day), NULL);
      ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
      ocop_query_group_by (query, "unit", NULL);
      groups = ocop_reader_groups (reader, query, error);
      if (groups == NULL)
        return FALSE;
      add_groups (fill, groups, cell, parts[i].sign);
    }
  return TRUE;
}

/* What there is on the day @on, in the columns that are @place behind those of the period. */
static gboolean
add_day (Fill        *fill,
         OcopReader  *reader,
         OcopDate     on,
         guint        place,
         GError     **error)
{
  static const char * const platforms[] = { "platform", NULL };
  static const char * const modern[] = { "supermarket", "convenience", NULL };

  return add_products (fill, reader, on, CELL_PRODUCTS + place, NULL, error) &&
         add_products (fill, reader, on, CELL_PLATFORMS + place, platforms, error) &&
         add_products (fill, reader, on, CELL_MODERN + place, modern, error) &&
         add_points (fill, reader, on, CELL_POINTS + place, error);
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(OcopLocalities) localities = NULL;
  Fill fill = { ocop_paper_add_table (paper, NULL), rows };
  g_auto(OcopReportYear) year = { NULL };

  if (!ocop_report_year_read (reader, scope, &year, error))
    return FALSE;
  localities = fill.localities = ocop_localities_read (reader, NULL, year.until, error);
  if (localities == NULL)
    return FALSE;
  paper->as_of = year.until;
  ocop_report_add_columns (fill.table, columns);
  if (!add_day (&fill, reader, year.until, 0, error) ||
      !add_day (&fill, reader, ocop_report_year_before (&year).until, 1, error))
    return FALSE;
  ocop_report_add_sums (fill.table, CELL_PRODUCTS);
  for (guint cell = CELL_PRODUCTS; cell < N_CELLS; cell += 3)
    ocop_report_add_changes (fill.table, cell);
  if (fill.table->rows->len > 0)
    ocop_paper_add_note (paper, _("Sales channels bear no days: those of last year are of the products that were valid then and are sold there now."));
  return TRUE;
}

const OcopReport ocop_report_sales = {
  .name = "sales",
  .title = N_("Sales channels by locality"),
  .heading = N_("Sales channels of OCOP products by locality"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
