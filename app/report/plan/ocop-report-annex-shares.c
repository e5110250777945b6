/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annex 2 of a plan: its targets as they are shared out to localities, a column for each target. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "register/ocop-records.h"
#include "report/plan/ocop-plan-words.h"
#include "report/plan/ocop-report-year.h"

#define TARGETS "targets"
#define FIRST_TARGET 2

static const OcopReportColumn columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "locality", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 24 },
  [FIRST_TARGET] = { TARGETS, N_("The targets that are shared out"), OCOP_PAPER_COLUMN_QUANTITY, 0 },
  { "note", N_("Note"), OCOP_PAPER_COLUMN_TEXT, 16 },
  { NULL }
};

enum
{
  SHARE_TARGET,
  SHARE_UNIT,
  SHARE_NAME,
  SHARE_VALUE,
  SHARE_NOTE,
};

static const char * const share_columns[] = { "target", "unit", "unit.name", "value", "note", NULL };

static OcopRows *
read_shares (OcopReader        *reader,
             const OcopRecord  *plan,
             GError           **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("target_share");

  ocop_query_where (query, "target.plan", OCOP_OPERATOR_IS, ocop_record_get_id (plan), NULL);
  ocop_query_order_by (query, "unit", FALSE);
  return ocop_reader_rows (reader, query, share_columns, 0, -1, error);
}

/* Those that are shared out: id → place of its column. */
static GHashTable *
add_target_columns (OcopPaperTable  *table,
                    const GPtrArray *targets,
                    const OcopRows  *shares)
{
  g_autoptr(GHashTable) shared = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ocop_rows_get_n_rows (shares); i++)
    g_hash_table_add (shared, (gpointer) ocop_rows_get_text (shares, i, SHARE_TARGET));
  for (guint i = 0; i < targets->len; i++)
    {
      const OcopRecord *target = targets->pdata[i];
      const char *id = ocop_record_get_id (target);
      g_autofree char *name = g_strconcat (TARGETS ":", id, NULL);

      if (!g_hash_table_contains (shared, id))
        continue;
      g_hash_table_insert (places, g_strdup (id), GUINT_TO_POINTER (table->columns->len));
      ocop_paper_table_add_column (table, name, ocop_record_get_text (target, "name"), OCOP_PAPER_COLUMN_QUANTITY, 12);
    }
  return places;
}

static OcopPaperRow *
find_row (OcopPaperTable *table,
          GHashTable     *by_unit,
          const OcopRows *shares,
          guint           share)
{
  const char *unit = ocop_rows_get_text (shares, share, SHARE_UNIT);
  OcopPaperRow *row = unit != NULL ? g_hash_table_lookup (by_unit, unit) : NULL;

  if (row != NULL || unit == NULL)
    return row;
  row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  row->cells[0] = ocop_value_integer (table->rows->len);
  row->cells[1] = ocop_value_text (ocop_rows_get_text (shares, share, SHARE_NAME));
  g_hash_table_insert (by_unit, (gpointer) unit, row);
  return row;
}

static void
add_note (OcopValue  *cell,
          const char *note)
{
  g_autofree char *both = cell->text != NULL && note != NULL ? g_strconcat (cell->text, "; ", note, NULL) : NULL;

  if (note == NULL)
    return;
  ocop_value_clear (cell);
  *cell = ocop_value_text (both != NULL ? both : note);
}

static void
add_shares (OcopPaperTable *table,
            GHashTable     *places,
            const OcopRows *shares)
{
  g_autoptr(GHashTable) by_unit = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ocop_rows_get_n_rows (shares); i++)
    {
      gpointer place = g_hash_table_lookup (places, ocop_rows_get_text (shares, i, SHARE_TARGET));
      OcopPaperRow *row = place != NULL ? find_row (table, by_unit, shares, i) : NULL;

      if (row == NULL)
        continue;
      row->cells[GPOINTER_TO_UINT (place)] = ocop_value_copy (ocop_rows_get (shares, i, SHARE_VALUE));
      add_note (&row->cells[row->n_cells - 1], ocop_rows_get_text (shares, i, SHARE_NOTE));
    }
}

/* What the sum of the shares is held against. */
static void
add_set_row (OcopPaperTable  *table,
             const GPtrArray *targets,
             GHashTable      *places)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, _("Set by the plan"));

  for (guint i = 0; i < targets->len; i++)
    {
      OcopGoal goal = ocop_goal_of (targets->pdata[i]);
      gpointer place = g_hash_table_lookup (places, ocop_record_get_id (targets->pdata[i]));

      if (place != NULL)
        row->cells[GPOINTER_TO_UINT (place)] = ocop_plan_words_goal (&goal);
    }
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(GPtrArray) targets = NULL;
  g_autoptr(GHashTable) places = NULL;
  g_autoptr(OcopRows) shares = NULL;

  if (!ocop_report_year_read_planned (reader, scope, &year, error))
    return FALSE;
  targets = ocop_records_load (reader, "target", "plan", ocop_record_get_id (year.plan), "place", error);
  shares = targets != NULL ? read_shares (reader, year.plan, error) : NULL;
  if (shares == NULL)
    return FALSE;
  ocop_plan_words_make_annex (paper, year.plan);
  ocop_report_add_columns (table, columns);
  places = add_target_columns (table, targets, shares);
  ocop_report_add_columns (table, columns + FIRST_TARGET + 1);
  add_shares (table, places, shares);
  ocop_report_add_sums (table, FIRST_TARGET);
  if (table->rows->len > 0)
    add_set_row (table, targets, places);
  return TRUE;
}

const OcopReport ocop_report_annex_shares = {
  .name = "plan-shares",
  .title = N_("Annex 2: targets by commune"),
  .heading = N_("Annex 2\nTargets shared out to localities"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
