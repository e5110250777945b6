/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dossiers received and not yet decided on: what an office keeps week by week during a round. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "evaluation/ocop-dossier-moves.h"
#include "register/ocop-records.h"
#include "law/ocop-deadline.h"

enum
{
  CELL_NUMBER,
  CELL_COMMUNE,
  CELL_PRODUCT,
  CELL_PRODUCER,
  CELL_KIND,
  CELL_RECEIVED,
  CELL_STEP,
  CELL_MISSING,
  CELL_LIMIT,
  CELL_OFFICER,
};

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_COMMUNE] = { "commune", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 18 },
  [CELL_PRODUCT] = { "product", N_("Product"), OCOP_PAPER_COLUMN_TEXT, 30 },
  [CELL_PRODUCER] = { "producer", N_("Producer"), OCOP_PAPER_COLUMN_TEXT, 30 },
  [CELL_KIND] = { "kind", N_("Kind"), OCOP_PAPER_COLUMN_TEXT, 11 },
  [CELL_RECEIVED] = { "received", N_("Received on"), OCOP_PAPER_COLUMN_DATE, 13 },
  [CELL_STEP] = { "step", N_("Step"), OCOP_PAPER_COLUMN_TEXT, 18 },
  [CELL_MISSING] = { "missing", N_("What is missing"), OCOP_PAPER_COLUMN_TEXT, 46 },
  [CELL_LIMIT] = { "limit", N_("The commune's limit"), OCOP_PAPER_COLUMN_DATE, 13 },
  [CELL_OFFICER] = { "officer", N_("Officer"), OCOP_PAPER_COLUMN_TEXT, 16 },
  { NULL }
};

static const char * const paths[] = {
  "id", "product", "product.locality.name", "product.name", "product.producer.name", "kind", "commune_received_on", "step",
  "step_on", "officer", NULL
};

enum
{
  PATH_ID,
  PATH_PRODUCT,
  PATH_COMMUNE,
  PATH_NAME,
  PATH_PRODUCER,
  PATH_KIND,
  PATH_RECEIVED,
  PATH_STEP,
  PATH_STEP_ON,
  PATH_OFFICER,
};

static gboolean
keep_product (const OcopValue *values,
              gpointer         products)
{
  g_hash_table_add (products, g_strdup (values[0].text));
  return TRUE;
}

/* The ids of the products that the report is of; NULL for all, or with @error set. */
static GHashTable *
find_products (OcopReader             *reader,
               const OcopReportScope  *scope,
               GError                **error)
{
  static const char * const id[] = { "id", NULL };
  g_autoptr(GHashTable) products = NULL;
  g_autoptr(OcopQuery) query = NULL;

  if (scope->base == NULL)
    return NULL;
  products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  query = ocop_query_copy (scope->base);
  ocop_query_set_on (query, scope->on);
  return ocop_reader_each (reader, query, id, keep_product, products, error) ? g_steal_pointer (&products) : NULL;
}

static OcopRows *
read_dossiers (OcopReader             *reader,
               const OcopReportScope  *scope,
               GError                **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");
  char day[OCOP_DATE_TEXT_SIZE];

  ocop_query_set_on (query, scope->on);
  ocop_query_where (query, "commune_received_on", OCOP_OPERATOR_AT_MOST, ocop_date_to_text (scope->on, day), NULL);
  ocop_records_where_under_way (query);
  ocop_query_order_by (query, "product.locality", FALSE);
  ocop_query_order_by (query, "commune_received_on", FALSE);
  return ocop_reader_rows (reader, query, paths, 0, -1, error);
}

/* Article 7.2, counted anew when it is handed in again; only while the commune has it in hand. */
static OcopValue
limit_value (const OcopRows *rows,
             guint           row)
{
  const OcopLaw *law = ocop_law_get_default ();
  char text[OCOP_DATE_TEXT_SIZE];
  OcopDate received;

  if (g_strcmp0 (ocop_rows_get_text (rows, row, PATH_STEP), "commune-received") != 0 ||
      !ocop_date_parse (ocop_rows_get_text (rows, row, PATH_STEP_ON), &received) || !ocop_date_is_day (received))
    return (OcopValue) OCOP_VALUE_INIT;
  return ocop_value_text (ocop_date_to_text (ocop_law_deadline_day (ocop_law_book_on (law, received), OCOP_DEADLINE_COMMUNE_CHECK,
                                                                    received, NULL), text));
}

static const char *
choice_title (const OcopRows *rows,
              guint           row,
              guint           column)
{
  const OcopField *field = ocop_kind_find_field (ocop_kind_find ("dossier"), paths[column]);

  return ocop_field_choice_title (field, ocop_rows_get_text (rows, row, column));
}

static gboolean
add_dossier (OcopReader      *reader,
             OcopPaperTable  *table,
             const OcopRows  *rows,
             guint            row,
             guint            number,
             OcopDate         on,
             GError         **error)
{
  g_autoptr(OcopDossier) dossier = ocop_dossier_load (reader, ocop_rows_get_text (rows, row, PATH_ID), on, error);
  g_autoptr(GPtrArray) lacks = dossier != NULL ? ocop_dossier_missing_documents (dossier, ocop_law_get_default (), on) : NULL;
  g_autofree char *missing = NULL;
  OcopPaperRow *cells;

  if (dossier == NULL)
    return FALSE;
  missing = ocop_lacks_to_text (lacks);
  cells = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  cells->cells[CELL_NUMBER] = ocop_value_integer (number);
  cells->cells[CELL_COMMUNE] = ocop_value_text (ocop_rows_get_text (rows, row, PATH_COMMUNE));
  cells->cells[CELL_PRODUCT] = ocop_value_text (ocop_rows_get_text (rows, row, PATH_NAME));
  cells->cells[CELL_PRODUCER] = ocop_value_text (ocop_rows_get_text (rows, row, PATH_PRODUCER));
  cells->cells[CELL_KIND] = ocop_value_text (choice_title (rows, row, PATH_KIND));
  cells->cells[CELL_RECEIVED] = ocop_value_text (ocop_rows_get_text (rows, row, PATH_RECEIVED));
  cells->cells[CELL_STEP] = ocop_value_text (choice_title (rows, row, PATH_STEP));
  cells->cells[CELL_MISSING] = ocop_value_text (lacks->len > 0 ? missing : _("complete"));
  cells->cells[CELL_LIMIT] = limit_value (rows, row);
  cells->cells[CELL_OFFICER] = ocop_value_text (ocop_rows_get_text (rows, row, PATH_OFFICER));
  return TRUE;
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  g_autoptr(GHashTable) products = find_products (reader, scope, error);
  g_autoptr(OcopRows) rows = NULL;
  OcopPaperTable *table;
  guint number = 0;

  if (products == NULL && scope->base != NULL)
    return FALSE;
  rows = read_dossiers (reader, scope, error);
  if (rows == NULL)
    return FALSE;
  table = ocop_paper_add_table (paper, _("Dossiers"));
  ocop_report_add_columns (table, columns);
  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    if ((products == NULL || g_hash_table_contains (products, ocop_rows_get_text (rows, i, PATH_PRODUCT))) &&
        !add_dossier (reader, table, rows, i, ++number, scope->on, error))
      return FALSE;
  return TRUE;
}

const OcopReport ocop_report_dossiers = {
  .name = "dossiers",
  .title = N_("Dossiers received"),
  .heading = N_("Dossiers of OCOP products received"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { N_("(The list names %s dossier.)"), N_("(The list names %s dossiers.)") },
  .build = build,
};
