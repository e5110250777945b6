/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trade promotion of a period: events, who took part, what came of it. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "report/plan/ocop-report-held.h"

enum
{
  CELL_PARTICIPANTS = 6,
};

static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "event", N_("Event"), OCOP_PAPER_COLUMN_TEXT, 32, "name" },
  { "type", N_("Kind of event"), OCOP_PAPER_COLUMN_TEXT, 16, "type" },
  { "from", N_("From"), OCOP_PAPER_COLUMN_DATE, 11, "held_on" },
  { "until", N_("Until"), OCOP_PAPER_COLUMN_DATE, 11, "held_until" },
  { "venue", N_("Venue"), OCOP_PAPER_COLUMN_TEXT, 18, "venue" },
  { "participants", N_("Producers taking part"), OCOP_PAPER_COLUMN_INTEGER, 9 },
  { "memoranda", N_("Memoranda"), OCOP_PAPER_COLUMN_INTEGER, 9 },
  { "contracts", N_("Contracts"), OCOP_PAPER_COLUMN_INTEGER, 9 },
  { "value", N_("Value (đồng)"), OCOP_PAPER_COLUMN_MONEY, 15 },
  { "sales", N_("Sold on the spot (đồng)"), OCOP_PAPER_COLUMN_MONEY, 15 },
  { NULL }
};

/* What is counted of the participations of each event, in the order of the columns. */
static const struct
{
  OcopMeasure measure;
  const char *of;
  const char *dealing;
} counts[] = {
  { OCOP_MEASURE_COUNT_DISTINCT, "producer" },
  { OCOP_MEASURE_COUNT, NULL, "memorandum" },
  { OCOP_MEASURE_COUNT, NULL, "contract" },
  { OCOP_MEASURE_SUM, "value" },
  { OCOP_MEASURE_SUM, "sales" },
};

static gboolean
count_participations (const OcopReportYear  *year,
                      guint                  place,
                      OcopReader            *reader,
                      GHashTable            *events,
                      GError               **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("participation");
  g_autoptr(OcopRows) groups = NULL;

  ocop_report_year_where (year, query, "event.held_on");
  if (counts[place].dealing != NULL)
    ocop_query_where (query, "dealing", OCOP_OPERATOR_IS, counts[place].dealing, NULL);
  ocop_query_set_measure (query, counts[place].measure, counts[place].of);
  ocop_query_group_by (query, "event", NULL);
  groups = ocop_reader_groups (reader, query, error);
  for (guint i = 0; groups != NULL && i < ocop_rows_get_n_rows (groups); i++)
    {
      OcopPaperRow *row = g_hash_table_lookup (events, ocop_rows_get_text (groups, i, 0));

      if (row != NULL)
        row->cells[CELL_PARTICIPANTS + place] = ocop_value_integer (ocop_rows_get_integer (groups, i, 2));
    }
  return groups != NULL;
}

static gboolean
fill (const OcopReportYear  *year,
      OcopReader            *reader,
      OcopPaperTable        *table,
      GHashTable            *events,
      GError               **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (!count_participations (year, i, reader, events, error))
      return FALSE;
  return TRUE;
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  static const OcopReportHeld held = { "event", columns, CELL_PARTICIPANTS, NULL, fill };

  return ocop_report_held_build (&held, reader, scope, paper, error);
}

const OcopReport ocop_report_events = {
  .name = "promotion",
  .title = N_("Trade promotion of the period"),
  .heading = N_("Results of trade promotion"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
