/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The communes that have not sent their report of a year, with what they have to report of. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "plan/ocop-localities.h"

enum
{
  CELL_NUMBER,
  CELL_COMMUNE,
  CELL_PRODUCERS,
  CELL_PRODUCTS,
  CELL_LAST,
};

static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 6 },
  { "commune", N_("Commune"), OCOP_PAPER_COLUMN_TEXT, 34 },
  { "producers", N_("Producers"), OCOP_PAPER_COLUMN_INTEGER, 10 },
  { "products", N_("Products"), OCOP_PAPER_COLUMN_INTEGER, 10 },
  { "last", N_("Last report received on"), OCOP_PAPER_COLUMN_DATE, 16 },
  { "note", N_("Note"), OCOP_PAPER_COLUMN_TEXT, 20 },
  { NULL }
};

/* What is known of each commune, by its place.
 * @last: "" where it never reported */
typedef struct
{
  OcopLocalities *localities;
  gboolean *sent;
  char **last;
  gint64 *n_producers;
  gint64 *n_products;
} Communes;

static void
communes_clear (Communes *self)
{
  g_clear_pointer (&self->localities, ocop_localities_free);
  g_clear_pointer (&self->sent, g_free);
  g_clear_pointer (&self->last, g_strfreev);
  g_clear_pointer (&self->n_producers, g_free);
  g_clear_pointer (&self->n_products, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Communes, communes_clear)

/* The latest of a commune comes last. */
static gboolean
read_reports (Communes    *communes,
              OcopReader  *reader,
              guint        year,
              GError     **error)
{
  static const char * const paths[] = { "unit", "year", "received_on", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("commune_report");
  g_autoptr(OcopRows) rows = NULL;
  guint place;

  ocop_query_order_by (query, "received_on", FALSE);
  rows = ocop_reader_rows (reader, query, paths, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (ocop_localities_find (communes->localities, ocop_rows_get_text (rows, i, 0), &place))
      {
        g_free (communes->last[place]);
        communes->last[place] = g_strdup (ocop_rows_get_text (rows, i, 2) != NULL ? ocop_rows_get_text (rows, i, 2) : "");
        communes->sent[place] |= ocop_rows_get_integer (rows, i, 1) == (gint64) year;
      }
  return rows != NULL;
}

static gboolean
count (const Communes  *communes,
       OcopReader      *reader,
       const char      *kind,
       OcopDate         on,
       gint64          *n,
       GError         **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  g_autoptr(OcopRows) rows = NULL;
  guint place;

  ocop_query_set_on (query, on);
  ocop_query_group_by (query, "locality", NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  rows = ocop_reader_groups (reader, query, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    if (ocop_rows_get_text (rows, i, 0) != NULL && ocop_localities_find (communes->localities, ocop_rows_get_text (rows, i, 0), &place))
      n[place] += ocop_rows_get_integer (rows, i, 2);
  return rows != NULL;
}

static gboolean
read_communes (Communes               *communes,
               OcopReader             *reader,
               const OcopReportScope  *scope,
               guint                   year,
               GError                **error)
{
  guint n, place;

  communes->localities = ocop_localities_read (reader, NULL, scope->on, error);
  if (communes->localities == NULL)
    return FALSE;
  n = ocop_localities_get_n (communes->localities);
  communes->sent = g_new0 (gboolean, n + 1);
  communes->n_producers = g_new0 (gint64, n + 1);
  communes->n_products = g_new0 (gint64, n + 1);
  communes->last = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    communes->last[i] = g_strdup ("");
  for (const char * const *unit = scope->received; unit != NULL && *unit != NULL; unit++)
    if (ocop_localities_find (communes->localities, *unit, &place))
      communes->sent[place] = TRUE;
  return read_reports (communes, reader, year, error) &&
         count (communes, reader, "producer", scope->on, communes->n_producers, error) &&
         count (communes, reader, "product", scope->on, communes->n_products, error);
}

static void
write_rows (const Communes *communes,
            OcopPaperTable *table)
{
  for (guint i = 0; i < ocop_localities_get_n (communes->localities); i++)
    {
      OcopPaperRow *row;

      if (communes->sent[i])
        continue;
      row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
      row->cells[CELL_NUMBER] = ocop_value_integer (table->rows->len);
      row->cells[CELL_COMMUNE] = ocop_value_text (ocop_localities_get_name (communes->localities, i));
      row->cells[CELL_PRODUCERS] = ocop_value_integer (communes->n_producers[i]);
      row->cells[CELL_PRODUCTS] = ocop_value_integer (communes->n_products[i]);
      row->cells[CELL_LAST] = ocop_value_text (communes->last[i]);
    }
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  guint year = scope->year != 0 ? scope->year : (guint) scope->on.year;
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_autofree char *subtitle = g_strdup_printf (_("Reports for %u"), year);
  g_auto(Communes) communes = { NULL };

  if (!read_communes (&communes, reader, scope, year, error))
    return FALSE;
  ocop_paper_add_subtitle (paper, subtitle);
  ocop_report_add_columns (table, columns);
  write_rows (&communes, table);
  return TRUE;
}

const OcopReport ocop_report_not_sent = {
  .name = "not-sent",
  .title = N_("Communes that have not sent their report"),
  .orientation = OCOP_PAPER_PORTRAIT,
  .columns = columns,
  .count = { N_("(The list names %s commune.)"), N_("(The list names %s communes.)") },
  .of_year = TRUE,
  .build = build,
};
