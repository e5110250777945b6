/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of valid products as it may be published: no phones, no names of people. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

/* The first one, the running number, stands in no field. */
static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "product", N_("Product"), OCOP_PAPER_COLUMN_TEXT, 32, "name" },
  { "group", N_("Product group"), OCOP_PAPER_COLUMN_TEXT, 18, "group" },
  { "producer", N_("Producer"), OCOP_PAPER_COLUMN_TEXT, 30, "producer.name" },
  { "kind", N_("Kind of producer"), OCOP_PAPER_COLUMN_TEXT, 15, "producer.kind" },
  { "locality", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 14, "locality.name" },
  { "class", N_("Class"), OCOP_PAPER_COLUMN_STARS, 10, "star" },
  { "decision", N_("Decision"), OCOP_PAPER_COLUMN_TEXT, 16, "decision_number" },
  { "decided", N_("Decision date"), OCOP_PAPER_COLUMN_DATE, 12, "decision_date" },
  { "issuer", N_("Issued by"), OCOP_PAPER_COLUMN_TEXT, 24, "issuer" },
  { "until", N_("Valid until"), OCOP_PAPER_COLUMN_DATE, 13, "valid_until" },
  { NULL }
};

/* Read of each product: what the columns show, in their order, and whether its last day, the last of them, is estimated. */
#define N_FIELDS (G_N_ELEMENTS (columns) - 2)

typedef struct
{
  OcopPaperTable *table;
  gint64 number;
} Fill;

static gboolean
add_product (const OcopValue *values,
             gpointer         data)
{
  Fill *fill = data;
  OcopPaperRow *row = ocop_paper_table_add_row (fill->table, OCOP_PAPER_ROW_DATA, NULL);

  row->cells[0] = ocop_value_integer (++fill->number);
  for (guint i = 0; i + 1 < N_FIELDS; i++)
    row->cells[i + 1] = ocop_report_field_value (columns[i + 1].path, &values[i]);
  row->cells[N_FIELDS] = ocop_report_day_value (&values[N_FIELDS - 1], values[N_FIELDS].integer != 0);
  return TRUE;
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  g_autoptr(OcopQuery) query = ocop_report_query_valid (scope);
  const char *paths[N_FIELDS + 2] = { NULL };
  Fill fill = { ocop_paper_add_table (paper, _("Valid products")) };

  ocop_query_set_masked (query, TRUE);
  ocop_report_add_columns (fill.table, columns);
  for (guint i = 0; i < N_FIELDS; i++)
    paths[i] = columns[i + 1].path;
  paths[N_FIELDS] = "estimated";
  return ocop_reader_each (reader, query, paths, add_product, &fill, error) && ocop_report_note_estimated (reader, query, paper, error);
}

const OcopReport ocop_report_products = {
  .name = "valid-products",
  .title = N_("List of valid OCOP products"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .build = build,
};
