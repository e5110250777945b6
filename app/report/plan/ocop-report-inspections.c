/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspections of a period: where, with how many faults of which topic, and what came of them. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "report/plan/ocop-report-held.h"

enum
{
  CELL_FIRST_FAULT = 5,
  CELL_REPAIR_BY = 11,
  CELL_OPEN = 12,
};

#define FAULTS N_("Faults")

static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "producer", N_("Producer"), OCOP_PAPER_COLUMN_TEXT, 26, "producer.name" },
  { "commune", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 15, "producer.locality.name" },
  { "held", N_("Held on"), OCOP_PAPER_COLUMN_DATE, 11, "held_on" },
  { "manner", N_("How it comes"), OCOP_PAPER_COLUMN_TEXT, 10, "manner" },
  { "criteria", N_("Criteria"), OCOP_PAPER_COLUMN_INTEGER, 7, NULL, FAULTS },
  { "food-safety", N_("Food safety"), OCOP_PAPER_COLUMN_INTEGER, 7, NULL, FAULTS },
  { "label", N_("Label, packaging"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, FAULTS },
  { "mark", N_("OCOP mark"), OCOP_PAPER_COLUMN_INTEGER, 7, NULL, FAULTS },
  { "advertising", N_("Advertising"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, FAULTS },
  { "other", N_("Other"), OCOP_PAPER_COLUMN_INTEGER, 7, NULL, FAULTS },
  { "repair-by", N_("To be repaired by"), OCOP_PAPER_COLUMN_DATE, 11 },
  { "open", N_("Not repaired yet"), OCOP_PAPER_COLUMN_INTEGER, 8 },
  { "conclusion", N_("Conclusion"), OCOP_PAPER_COLUMN_TEXT, 14, "conclusion" },
  { NULL }
};

/* By topic: its place among the columns of faults; all others in the last. */
static const struct
{
  const char *topic;
  guint place;
} topics[] = {
  { "criteria", 0 }, { "food-safety", 1 }, { "label", 2 }, { "packaging", 2 }, { "mark", 3 }, { "advertising", 4 },
};

static guint
cell_of_topic (const char *topic)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_strcmp0 (topics[i].topic, topic) == 0)
      return CELL_FIRST_FAULT + topics[i].place;
  return CELL_REPAIR_BY - 1;
}

static void
increase (OcopValue *cell)
{
  *cell = ocop_value_integer (cell->integer + 1);
}

/* The last day is the one that all faults must be repaired by. */
static void
add_fault (OcopPaperRow   *row,
           const OcopRows *faults,
           guint           fault)
{
  const char *by = ocop_rows_get_text (faults, fault, 2);
  OcopValue *cell = &row->cells[CELL_REPAIR_BY];

  increase (&row->cells[cell_of_topic (ocop_rows_get_text (faults, fault, 1))]);
  if (ocop_rows_get (faults, fault, 3)->type == OCOP_VALUE_UNKNOWN)
    increase (&row->cells[CELL_OPEN]);
  if (by != NULL && g_strcmp0 (by, cell->text) > 0)
    {
      ocop_value_clear (cell);
      *cell = ocop_value_text (by);
    }
}

static gboolean
add_faults (const OcopReportYear  *year,
            OcopReader            *reader,
            OcopPaperTable        *table,
            GHashTable            *inspections,
            GError               **error)
{
  static const char * const paths[] = { "inspection", "topic", "repair_by", "repaired_on", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("inspection_point");
  g_autoptr(OcopRows) faults = NULL;

  ocop_query_where (query, "result", OCOP_OPERATOR_IS, "fault", NULL);
  ocop_report_year_where (year, query, "inspection.held_on");
  faults = ocop_reader_rows (reader, query, paths, 0, -1, error);
  for (guint i = 0; faults != NULL && i < ocop_rows_get_n_rows (faults); i++)
    {
      OcopPaperRow *row = g_hash_table_lookup (inspections, ocop_rows_get_text (faults, i, 0));

      if (row != NULL)
        add_fault (row, faults, i);
    }
  return faults != NULL;
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  static const OcopReportHeld held = { "inspection", columns, CELL_FIRST_FAULT, NULL, add_faults };

  return ocop_report_held_build (&held, reader, scope, paper, error);
}

const OcopReport ocop_report_inspections = {
  .name = "inspections",
  .title = N_("Inspections of the period"),
  .heading = N_("Results of inspections"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
