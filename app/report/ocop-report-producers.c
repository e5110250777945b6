/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The producers of valid products, each with how many of each class: for the office itself, with phones and names. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "report/ocop-statistics.h"
#include "report/plan/ocop-report-year.h"

#define GROUP N_("Products")

enum
{
  CELL_NUMBER,
  CELL_NAME,
  CELL_KIND,
  CELL_PHONE = 6,
  CELL_TOTAL,
  CELL_FIRST_STAR,
};

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_NAME] = { "producer", N_("Producer"), OCOP_PAPER_COLUMN_TEXT, 34, "producer.name" },
  [CELL_KIND] = { "kind", N_("Kind of producer"), OCOP_PAPER_COLUMN_TEXT, 16, "producer.kind" },
  { "locality", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 16, "locality.name" },
  { "address", N_("Address"), OCOP_PAPER_COLUMN_TEXT, 22, "producer.address" },
  { "representative", N_("Representative"), OCOP_PAPER_COLUMN_TEXT, 20, "producer.representative" },
  [CELL_PHONE] = { "phone", N_("Phone"), OCOP_PAPER_COLUMN_TEXT, 14, "producer.phone" },
  [CELL_TOTAL] = { "total", N_("Total"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, GROUP },
  [CELL_FIRST_STAR] = { "star3", N_("3 stars"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, GROUP },
  { "star4", N_("4 stars"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, GROUP },
  { "potential5", N_("Potential 5 stars"), OCOP_PAPER_COLUMN_INTEGER, 10, NULL, GROUP },
  { "star5", N_("5 stars"), OCOP_PAPER_COLUMN_INTEGER, 8, NULL, GROUP },
  { NULL }
};

/* Read of each product: by what its producer is known, its class, and what the columns show of the producer. */
enum
{
  PATH_PRODUCER,
  PATH_STAR,
  PATH_FIRST,
  N_PATHS = PATH_FIRST + CELL_PHONE,
};

typedef struct
{
  OcopPaperTable *table;
  GHashTable *rows;     /* id of a producer -> OcopPaperRow */
  guint n_unknown;
} Fill;

static OcopPaperRow *
find_row (Fill            *fill,
          const OcopValue *values)
{
  const char *id = values[PATH_PRODUCER].text;
  OcopPaperRow *row = g_hash_table_lookup (fill->rows, id);

  if (row != NULL)
    return row;
  row = ocop_paper_table_add_row (fill->table, OCOP_PAPER_ROW_DATA, NULL);
  row->cells[CELL_NUMBER] = ocop_value_integer (fill->table->rows->len);
  for (guint i = CELL_NAME; i <= CELL_PHONE; i++)
    row->cells[i] = ocop_report_field_value (columns[i].path, &values[PATH_FIRST + i - CELL_NAME]);
  for (guint i = 0; i <= OCOP_N_STARS; i++)
    row->cells[CELL_TOTAL + i] = ocop_value_integer (0);
  g_hash_table_insert (fill->rows, g_strdup (id), row);
  return row;
}

static gboolean
add_product (const OcopValue *values,
             gpointer         data)
{
  Fill *fill = data;
  OcopPaperRow *row;

  if (values[PATH_PRODUCER].text == NULL)
    {
      fill->n_unknown++;
      return TRUE;
    }
  row = find_row (fill, values);
  row->cells[CELL_TOTAL].integer++;
  for (guint i = 0; i < OCOP_N_STARS; i++)
    if (g_strcmp0 (values[PATH_STAR].text, ocop_statistics_star_key (i)) == 0)
      row->cells[CELL_FIRST_STAR + i].integer++;
  return TRUE;
}

static void
note_unknown (OcopPaper *paper,
              guint      n)
{
  g_autofree char *number = ocop_number_to_document (n);
  g_autofree char *note = g_strdup_printf (_("Valid products whose producer is not known, not counted here: %s."), number);

  ocop_paper_add_note (paper, note);
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  g_autoptr(OcopQuery) query = ocop_report_query_valid (scope);
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *paths[N_PATHS + 1] = { [PATH_PRODUCER] = "producer", [PATH_STAR] = "star" };
  Fill fill = { ocop_paper_add_table (paper, NULL), rows };

  ocop_report_add_columns (fill.table, columns);
  for (guint i = CELL_NAME; i <= CELL_PHONE; i++)
    paths[PATH_FIRST + i - CELL_NAME] = columns[i].path;
  if (!ocop_reader_each (reader, query, paths, add_product, &fill, error))
    return FALSE;
  ocop_report_add_sums (fill.table, CELL_TOTAL);
  if (fill.n_unknown > 0)
    note_unknown (paper, fill.n_unknown);
  return TRUE;
}

const OcopReport ocop_report_producers = {
  .name = "producers",
  .title = N_("Producers of valid OCOP products"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .build = build,
};
