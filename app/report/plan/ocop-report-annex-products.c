/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annex 1 of a plan: the products that are registered for its year. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "report/plan/ocop-plan-words.h"
#include "report/plan/ocop-report-year.h"

enum
{
  CELL_NUMBER,
  CELL_PRODUCT,
  CELL_GROUP,
  CELL_PRODUCER,
  CELL_PRODUCER_KIND,
  CELL_COMMUNE,
  CELL_PHONE,
  CELL_KIND,
  CELL_CLASS,
  CELL_ROUND,
  CELL_NOTE,
};

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_PRODUCT] = { "product", N_("Product"), OCOP_PAPER_COLUMN_TEXT, 26, "name" },
  [CELL_GROUP] = { "group", N_("Sector – group – subgroup"), OCOP_PAPER_COLUMN_TEXT, 22, "criteria_set" },
  [CELL_PRODUCER] = { "producer", N_("Producer"), OCOP_PAPER_COLUMN_TEXT, 24, "producer.name" },
  [CELL_PRODUCER_KIND] = { "producer-kind", N_("Kind of producer"), OCOP_PAPER_COLUMN_TEXT, 16, "producer.kind" },
  [CELL_COMMUNE] = { "commune", N_("Commune"), OCOP_PAPER_COLUMN_TEXT, 15, "unit.name" },
  [CELL_PHONE] = { "phone", N_("Phone"), OCOP_PAPER_COLUMN_TEXT, 13, "producer.phone" },
  [CELL_KIND] = { "kind", N_("Kind of dossier"), OCOP_PAPER_COLUMN_TEXT, 11, "kind" },
  [CELL_CLASS] = { "class", N_("Class aimed at"), OCOP_PAPER_COLUMN_STARS, 9, "expected_class" },
  [CELL_ROUND] = { "round", N_("Round"), OCOP_PAPER_COLUMN_TEXT, 6, "round_number" },
  [CELL_NOTE] = { "note", N_("Note"), OCOP_PAPER_COLUMN_TEXT, 12, "note" },
  { NULL }
};

/* What a line leaves out the product on record tells. */
static const struct
{
  guint cell;
  const char *path;
} told_by_product[] = {
  { CELL_GROUP, "product.criteria_set" },
  { CELL_PRODUCER, "product.producer.name" },
  { CELL_PRODUCER_KIND, "product.producer.kind" },
  { CELL_COMMUNE, "product.locality.name" },
  { CELL_PHONE, "product.producer.phone" },
};

#define N_TOLD (G_N_ELEMENTS (told_by_product))

static gboolean
fill_from_products (OcopReader       *reader,
                    const OcopQuery  *query,
                    GHashTable       *by_id,
                    GError          **error)
{
  const char *paths[N_TOLD + 2] = { "id" };
  g_autoptr(OcopRows) rows = NULL;

  for (guint i = 0; i < N_TOLD; i++)
    paths[i + 1] = told_by_product[i].path;
  rows = ocop_reader_rows (reader, query, paths, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopPaperRow *row = g_hash_table_lookup (by_id, ocop_rows_get_text (rows, i, 0));

      for (guint j = 0; row != NULL && j < N_TOLD; j++)
        if (row->cells[told_by_product[j].cell].type == OCOP_VALUE_UNKNOWN)
          row->cells[told_by_product[j].cell] = ocop_report_value_of (ocop_query_get_kind (query), told_by_product[j].path,
                                                                      ocop_rows_get (rows, i, j + 1));
    }
  return rows != NULL;
}

/* A set by its place in annex I of the decision. */
static void
name_groups (OcopPaperTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      OcopValue *cell = &((OcopPaperRow *) table->rows->pdata[i])->cells[CELL_GROUP];
      g_autofree char *name = cell->text != NULL ? ocop_plan_words_dup_group (cell->text) : NULL;

      ocop_value_clear (cell);
      *cell = ocop_value_text (name);
    }
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_autoptr(OcopQuery) query = ocop_query_new ("plan_product");
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(GHashTable) by_id = NULL;

  if (!ocop_report_year_read_planned (reader, scope, &year, error))
    return FALSE;
  ocop_plan_words_make_annex (paper, year.plan);
  ocop_report_add_columns (table, columns);
  ocop_query_where (query, "plan", OCOP_OPERATOR_IS, ocop_record_get_id (year.plan), NULL);
  ocop_query_order_by (query, "place", FALSE);
  ocop_query_order_by (query, "name", FALSE);
  by_id = ocop_report_list_records (reader, query, columns, table, error);
  if (by_id == NULL || !fill_from_products (reader, query, by_id, error))
    return FALSE;
  name_groups (table);
  return TRUE;
}

const OcopReport ocop_report_annex_products = {
  .name = "plan-products",
  .title = N_("Annex 1: registered products"),
  .heading = N_("Annex 1\nProducts registered for evaluation"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .of_year = TRUE,
  .build = build,
};
