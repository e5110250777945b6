/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The courses of a period: when, where, who came, what they cost. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "report/plan/ocop-report-held.h"

enum
{
  CELL_FROM = 2,
  CELL_UNTIL = 3,
  CELL_DAYS = 4,
  CELL_TOTAL = 6,
  CELL_KINDS = 7,
  CELL_COST = 11,
};

#define ATTENDEES N_("Attendees")

static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "course", N_("Course"), OCOP_PAPER_COLUMN_TEXT, 34, "name" },
  { "from", N_("From"), OCOP_PAPER_COLUMN_DATE, 11, "held_on" },
  { "until", N_("Until"), OCOP_PAPER_COLUMN_DATE, 11, "held_until" },
  { "days", N_("Days"), OCOP_PAPER_COLUMN_INTEGER, 6 },
  { "venue", N_("Venue"), OCOP_PAPER_COLUMN_TEXT, 20, "venue" },
  { "attendees", N_("Total"), OCOP_PAPER_COLUMN_INTEGER, 7, NULL, ATTENDEES },
  { "officials", N_("Officials"), OCOP_PAPER_COLUMN_INTEGER, 7, NULL, ATTENDEES },
  { "producers", N_("Of producers"), OCOP_PAPER_COLUMN_INTEGER, 7, NULL, ATTENDEES },
  { "council", N_("Of councils and groups"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, ATTENDEES },
  { "others", N_("Others"), OCOP_PAPER_COLUMN_INTEGER, 7, NULL, ATTENDEES },
  { "cost", N_("Cost (đồng)"), OCOP_PAPER_COLUMN_MONEY, 14, "cost" },
  { "funding", N_("Source of funds"), OCOP_PAPER_COLUMN_TEXT, 16, "funding" },
  { NULL }
};

/* In the order of their columns; the others are the last. */
static const char * const kinds[] = { "official", "producer", "council", NULL };

static void
add_attendees (OcopPaperRow *row,
               const char   *kind,
               gint64        number)
{
  guint place = 0;

  while (kinds[place] != NULL && g_strcmp0 (kinds[place], kind) != 0)
    place++;
  row->cells[CELL_KINDS + place] = ocop_value_integer (row->cells[CELL_KINDS + place].integer + number);
  row->cells[CELL_TOTAL] = ocop_value_integer (row->cells[CELL_TOTAL].integer + number);
}

/* A course without a last day is of one day. */
static void
count_days (OcopPaperTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      OcopValue *cells = ((OcopPaperRow *) table->rows->pdata[i])->cells;
      OcopDate from = OCOP_DATE_UNKNOWN, until = OCOP_DATE_UNKNOWN;

      if (cells[CELL_FROM].text != NULL)
        ocop_date_parse (cells[CELL_FROM].text, &from);
      if (cells[CELL_UNTIL].text != NULL)
        ocop_date_parse (cells[CELL_UNTIL].text, &until);
      if (ocop_date_is_day (from))
        cells[CELL_DAYS] = ocop_value_integer (ocop_date_is_day (until) ? ocop_date_days_between (from, until) + 1 : 1);
    }
}

static gboolean
fill (const OcopReportYear  *year,
      OcopReader            *reader,
      OcopPaperTable        *table,
      GHashTable            *courses,
      GError               **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("trainee");
  g_autoptr(OcopRows) groups = NULL;

  ocop_report_year_where (year, query, "course.held_on");
  ocop_query_where (query, "absent", OCOP_OPERATOR_IS_NOT, "1", NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (query, "course", "kind");
  groups = ocop_reader_groups (reader, query, error);
  for (guint i = 0; groups != NULL && i < ocop_rows_get_n_rows (groups); i++)
    {
      OcopPaperRow *row = g_hash_table_lookup (courses, ocop_rows_get_text (groups, i, 0));

      if (row != NULL)
        add_attendees (row, ocop_rows_get_text (groups, i, 2), ocop_rows_get_integer (groups, i, 4));
    }
  count_days (table);
  return groups != NULL;
}

static void
where_held (OcopQuery *query)
{
  ocop_query_where (query, "state", OCOP_OPERATOR_IS, "held", NULL);
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  static const OcopReportHeld held = { "course", columns, CELL_DAYS, where_held, fill };

  return ocop_report_held_build (&held, reader, scope, paper, error);
}

const OcopReport ocop_report_courses = {
  .name = "training",
  .title = N_("Training of the period"),
  .heading = N_("Results of training"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
