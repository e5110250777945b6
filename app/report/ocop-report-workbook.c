/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of valid products in the 22 columns that offices keep in their own workbooks: for
 * the office itself, with phones and names. */

#include "report/ocop-report-private.h"

#include <string.h>

#include <glib/gi18n.h>

enum
{
  CELL_NUMBER,
  CELL_UNTIL = 10,
  CELL_FIRST_TIME = 11,
  CELL_SECOND_TIME = 16,
  CELL_NOTE = 21,
  N_TIME_CELLS = CELL_SECOND_TIME - CELL_FIRST_TIME,
};

#define FIRST N_("First time")
#define SECOND N_("Second time or upgrade")

/* The columns of the two recognitions stand in no field of the product. */
static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "product", N_("Product"), OCOP_PAPER_COLUMN_TEXT, 26, "name" },
  { "group", N_("Product group"), OCOP_PAPER_COLUMN_TEXT, 18, "group" },
  { "kind", N_("Kind of producer"), OCOP_PAPER_COLUMN_TEXT, 14, "producer.kind" },
  { "producer", N_("Producer"), OCOP_PAPER_COLUMN_TEXT, 26, "producer.name" },
  { "locality", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 15, "locality.name" },
  { "address", N_("Address"), OCOP_PAPER_COLUMN_TEXT, 16, "producer.address" },
  { "representative", N_("Representative"), OCOP_PAPER_COLUMN_TEXT, 18, "producer.representative" },
  { "phone", N_("Phone"), OCOP_PAPER_COLUMN_TEXT, 14, "producer.phone" },
  { "class", N_("Class now"), OCOP_PAPER_COLUMN_STARS, 9, "star" },
  { "until", N_("Valid until"), OCOP_PAPER_COLUMN_DATE, 13, "valid_until" },
  { "class1", N_("Class"), OCOP_PAPER_COLUMN_STARS, 9, NULL, FIRST },
  { "decided1", N_("Decision date"), OCOP_PAPER_COLUMN_DATE, 11, NULL, FIRST },
  { "year1", N_("Year"), OCOP_PAPER_COLUMN_TEXT, 9, NULL, FIRST },
  { "decision1", N_("Decision"), OCOP_PAPER_COLUMN_TEXT, 12, NULL, FIRST },
  { "issuer1", N_("Issued by"), OCOP_PAPER_COLUMN_TEXT, 20, NULL, FIRST },
  { "class2", N_("Class"), OCOP_PAPER_COLUMN_STARS, 9, NULL, SECOND },
  { "decided2", N_("Decision date"), OCOP_PAPER_COLUMN_DATE, 11, NULL, SECOND },
  { "year2", N_("Year"), OCOP_PAPER_COLUMN_TEXT, 9, NULL, SECOND },
  { "decision2", N_("Decision"), OCOP_PAPER_COLUMN_TEXT, 12, NULL, SECOND },
  { "issuer2", N_("Issued by"), OCOP_PAPER_COLUMN_TEXT, 20, NULL, SECOND },
  { "note", N_("Note"), OCOP_PAPER_COLUMN_TEXT, 16, "note" },
  { NULL }
};

/* What a recognition fills into its cells, in their order; then what it is found by. */
enum
{
  TIME_STAR,
  TIME_DATE,
  TIME_YEAR,
  TIME_NUMBER,
  TIME_ISSUER,
  TIME_PRODUCT,
};

static const char * const time_paths[] = {
  [TIME_STAR] = "star",
  [TIME_DATE] = "decision_date",
  [TIME_YEAR] = "year",
  [TIME_NUMBER] = "decision_number",
  [TIME_ISSUER] = "issuer",
  [TIME_PRODUCT] = "product",
  NULL
};

typedef struct
{
  OcopPaperTable *table;
  GHashTable *times;     /* id of a product → rows of @recognitions, oldest first */
  OcopRows *recognitions;
  OcopDate on;
  gint64 number;
} Fill;

/* Rows of a product's recognitions may come undated: those have their year, or nothing. */
static char *
dup_time (const OcopRows *recognitions,
          guint           row)
{
  const char *date = ocop_rows_get_text (recognitions, row, TIME_DATE);

  if (date != NULL)
    return g_strdup (date);
  return g_strdup_printf ("%04d", (int) ocop_rows_get_integer (recognitions, row, TIME_YEAR));
}

static void
insert_by_time (GArray         *rows,
                const OcopRows *recognitions,
                guint           row)
{
  g_autofree char *time = dup_time (recognitions, row);
  guint position = rows->len;

  for (; position > 0; position--)
    {
      g_autofree char *earlier = dup_time (recognitions, g_array_index (rows, guint, position - 1));

      if (g_strcmp0 (earlier, time) <= 0)
        break;
    }
  g_array_insert_val (rows, position, row);
}

static GArray *
find_or_add_times (Fill       *fill,
                   const char *product)
{
  GArray *rows = g_hash_table_lookup (fill->times, product);

  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (fill->times, (char *) product, rows);
    }
  return rows;
}

/* What was decided after the day of the figures is not known on it. */
static void
sort_recognitions (Fill *fill)
{
  char on[OCOP_DATE_TEXT_SIZE];

  ocop_date_to_text (fill->on, on);
  fill->times = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < ocop_rows_get_n_rows (fill->recognitions); i++)
    {
      g_autofree char *time = dup_time (fill->recognitions, i);
      const char *product = ocop_rows_get_text (fill->recognitions, i, TIME_PRODUCT);

      if (strcmp (time, on) <= 0)
        insert_by_time (find_or_add_times (fill, product), fill->recognitions, i);
    }
}

/* The year of evaluation, else that of the decision. */
static OcopValue
year_value (const OcopValue *year,
            const OcopValue *decided)
{
  OcopDate date;

  if (year->type != OCOP_VALUE_UNKNOWN || !ocop_date_parse (decided->text, &date) || !ocop_date_is_known (date))
    return ocop_value_copy (year);
  return ocop_value_integer (date.year);
}

static void
fill_time (const Fill *fill,
           OcopValue  *cells,
           guint       recognition)
{
  for (guint i = 0; i < N_TIME_CELLS; i++)
    {
      const OcopValue *value = ocop_rows_get (fill->recognitions, recognition, i);

      if (i == TIME_STAR)
        cells[i] = ocop_report_star_value (value->text);
      else if (i == TIME_YEAR)
        cells[i] = year_value (value, ocop_rows_get (fill->recognitions, recognition, TIME_DATE));
      else
        cells[i] = ocop_value_copy (value);
    }
}

static gboolean
add_product (const OcopValue *values,
             gpointer         data)
{
  Fill *fill = data;
  OcopPaperRow *row = ocop_paper_table_add_row (fill->table, OCOP_PAPER_ROW_DATA, NULL);
  const GArray *times = g_hash_table_lookup (fill->times, values[0].text);
  guint field = 2;

  row->cells[CELL_NUMBER] = ocop_value_integer (++fill->number);
  for (guint i = 0; columns[i].name != NULL; i++)
    if (i == CELL_UNTIL)
      row->cells[i] = ocop_report_day_value (&values[field++], values[1].integer != 0);
    else if (columns[i].path != NULL)
      row->cells[i] = ocop_report_field_value (columns[i].path, &values[field++]);
  if (times != NULL)
    fill_time (fill, row->cells + CELL_FIRST_TIME, g_array_index (times, guint, 0));
  if (times != NULL && times->len > 1)
    fill_time (fill, row->cells + CELL_SECOND_TIME, g_array_index (times, guint, times->len - 1));
  return TRUE;
}

static gboolean
fill_table (Fill             *fill,
            OcopReader       *reader,
            const OcopQuery  *query,
            GError          **error)
{
  const char *paths[G_N_ELEMENTS (columns) + 2] = { "id", "estimated" };
  guint n = 2;

  for (guint i = 0; columns[i].name != NULL; i++)
    if (columns[i].path != NULL)
      paths[n++] = columns[i].path;
  return ocop_reader_each (reader, query, paths, add_product, fill, error);
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  g_autoptr(OcopQuery) query = ocop_report_query_valid (scope);
  g_autoptr(OcopQuery) recognitions = ocop_query_new ("recognition");
  Fill fill = { ocop_paper_add_table (paper, _("Valid products")) };
  gboolean filled;

  fill.on = scope->on;
  ocop_query_set_on (recognitions, scope->on);
  fill.recognitions = ocop_reader_rows (reader, recognitions, time_paths, 0, -1, error);
  if (fill.recognitions == NULL)
    return FALSE;
  sort_recognitions (&fill);
  ocop_report_add_columns (fill.table, columns);
  filled = fill_table (&fill, reader, query, error) && ocop_report_note_estimated (reader, query, paper, error);
  g_hash_table_unref (fill.times);
  ocop_rows_unref (fill.recognitions);
  return filled;
}

const OcopReport ocop_report_workbook = {
  .name = "valid-products-22",
  .title = N_("List of valid OCOP products (22 columns)"),
  .heading = N_("List of valid OCOP products"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .build = build,
};
