/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annex 1 of a plan: the products that are registered for its year. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "report/plan/ocop-plan-words.h"
#include "report/plan/ocop-report-year.h"

enum
{
  CELL_GROUP = 2,
};

/* What a line leaves out the product on record tells. */
static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "product", N_("Product"), OCOP_PAPER_COLUMN_TEXT, 26, "name" },
  { "group", N_("Sector – group – subgroup"), OCOP_PAPER_COLUMN_TEXT, 22, "criteria_set", .or_path = "product.criteria_set" },
  { "producer", N_("Producer"), OCOP_PAPER_COLUMN_TEXT, 24, "producer.name", .or_path = "product.producer.name" },
  { "producer-kind", N_("Kind of producer"), OCOP_PAPER_COLUMN_TEXT, 16, "producer.kind", .or_path = "product.producer.kind" },
  { "commune", N_("Commune"), OCOP_PAPER_COLUMN_TEXT, 15, "unit.name", .or_path = "product.locality.name" },
  { "phone", N_("Phone"), OCOP_PAPER_COLUMN_TEXT, 13, "producer.phone", .or_path = "product.producer.phone" },
  { "kind", N_("Kind of dossier"), OCOP_PAPER_COLUMN_TEXT, 11, "kind" },
  { "class", N_("Class aimed at"), OCOP_PAPER_COLUMN_STARS, 9, "expected_class" },
  { "round", N_("Round"), OCOP_PAPER_COLUMN_TEXT, 6, "round_number" },
  { "note", N_("Note"), OCOP_PAPER_COLUMN_TEXT, 12, "note" },
  { NULL }
};

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
  OcopPaperTable *table;
  g_autoptr(GHashTable) by_id = ocop_report_list_annex (reader, scope, "plan_product", columns, paper, &table, error);

  if (by_id == NULL)
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
