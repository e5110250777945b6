/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The result of the rounds of a year: by locality who took part with what, why some were not classed, and which classes
 * came of it. */

#include "report/ocop-report-private.h"

#include <glib/gi18n.h>

#include "report/plan/ocop-report-round-classes.h"
#include "report/plan/ocop-report-year.h"

enum
{
  CELL_NUMBER,
  CELL_LOCALITY,
  CELL_ALL,
  CELL_FIRST,
  CELL_UPGRADE,
  CELL_AGAIN,
  CELL_FORWARDED,
  CELL_FAILED,
  CELL_OPEN,
  CELL_BEFORE,
  CELL_RECOGNISED_BEFORE,
  CELL_CHANGE,
  CELL_RECOGNISED_CHANGE,
};

#define RECOGNISED N_("Recognised")
#define BEFORE N_("Same period last year")
#define CHANGE N_("Percent of last year")

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_LOCALITY] = { "locality", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 28 },
  [CELL_ALL] = { "all", N_("Products taking part"), OCOP_PAPER_COLUMN_INTEGER, 10 },
  [CELL_FIRST] = { "first", N_("New"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, RECOGNISED },
  [CELL_UPGRADE] = { "upgrade", N_("Upgrade"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, RECOGNISED },
  [CELL_AGAIN] = { "again", N_("Re-evaluation"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, RECOGNISED },
  [CELL_FORWARDED] = { "forwarded", N_("Forwarded to the centre"), OCOP_PAPER_COLUMN_INTEGER, 10 },
  [CELL_FAILED] = { "failed", N_("Not classed"), OCOP_PAPER_COLUMN_INTEGER, 9 },
  [CELL_OPEN] = { "open", N_("No result yet"), OCOP_PAPER_COLUMN_INTEGER, 9 },
  [CELL_BEFORE] = { "all-before", N_("Taking part"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, BEFORE },
  [CELL_RECOGNISED_BEFORE] = { "recognised-before", RECOGNISED, OCOP_PAPER_COLUMN_INTEGER, 9, NULL, BEFORE },
  [CELL_CHANGE] = { "all-change", N_("Taking part"), OCOP_PAPER_COLUMN_QUANTITY, 9, NULL, CHANGE },
  [CELL_RECOGNISED_CHANGE] = { "recognised-change", RECOGNISED, OCOP_PAPER_COLUMN_QUANTITY, 9, NULL, CHANGE },
  { NULL }
};

static const OcopReportColumn failed_columns[] = {
  { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  { "product", N_("Product"), OCOP_PAPER_COLUMN_TEXT, 30 },
  { "producer", N_("Producer"), OCOP_PAPER_COLUMN_TEXT, 30 },
  { "locality", N_("Locality"), OCOP_PAPER_COLUMN_TEXT, 18 },
  { "reason", N_("Reason"), OCOP_PAPER_COLUMN_TEXT, 40 },
  { NULL }
};

enum
{
  PATH_LOCALITY,
  PATH_LOCALITY_NAME,
  PATH_KIND,
  PATH_STEP,
  PATH_PRODUCT,
  PATH_PRODUCER,
  PATH_NOTE,
};

static const char * const paths[] = {
  "product.locality", "product.locality.name", "kind", "step", "product.name", "product.producer.name", "note", NULL
};

/* What lay before a council in a session of the rounds of @year. @until: (nullable): held by this day, or it is not known when */
static OcopRows *
read_dossiers (OcopReader      *reader,
               guint            year,
               const OcopDate  *until,
               GError         **error)
{
  g_autofree char *text = g_strdup_printf ("%u", year);
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");
  OcopQuery *agenda = ocop_query_new ("session_product");
  char day[OCOP_DATE_TEXT_SIZE];

  ocop_query_where (agenda, "session.round_year", OCOP_OPERATOR_IS, text, NULL);
  if (until != NULL)
    ocop_query_where (agenda, "session.held_on", OCOP_OPERATOR_AT_MOST, ocop_date_to_text (*until, day), NULL);
  ocop_query_has (query, TRUE, agenda);
  ocop_query_order_by (query, "product.locality", FALSE);
  ocop_query_order_by (query, "name", FALSE);
  return ocop_reader_rows (reader, query, paths, 0, -1, error);
}

static gboolean
has_failed (const char *step)
{
  return g_strcmp0 (step, "not-classed") == 0 || g_strcmp0 (step, "rejected") == 0 || g_strcmp0 (step, "withdrawn") == 0;
}

static guint
cell_of (const char *step,
         const char *kind)
{
  if (g_strcmp0 (step, "recognised") == 0)
    return g_strcmp0 (kind, "upgrade") == 0 ? CELL_UPGRADE : g_strcmp0 (kind, "again") == 0 ? CELL_AGAIN : CELL_FIRST;
  if (g_strcmp0 (step, "forwarded") == 0)
    return CELL_FORWARDED;
  return has_failed (step) ? CELL_FAILED : CELL_OPEN;
}

static OcopPaperRow *
find_locality (OcopPaperTable *table,
               GHashTable     *by_locality,
               const OcopRows *dossiers,
               guint           dossier)
{
  const char *id = ocop_rows_get_text (dossiers, dossier, PATH_LOCALITY);
  const char *key = id != NULL ? id : "";
  OcopPaperRow *row = g_hash_table_lookup (by_locality, key);

  if (row != NULL)
    return row;
  row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  row->cells[CELL_NUMBER] = ocop_value_integer (table->rows->len);
  row->cells[CELL_LOCALITY] = ocop_value_text (id != NULL ? ocop_rows_get_text (dossiers, dossier, PATH_LOCALITY_NAME) : _("Locality unknown"));
  for (guint i = CELL_ALL; i < CELL_CHANGE; i++)
    row->cells[i] = ocop_value_integer (0);
  g_hash_table_insert (by_locality, g_strdup (key), row);
  return row;
}

/* How much it is against the year before: of those that took part, and of all that were recognised. */
static void
add_changes (OcopPaperTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      OcopValue *cells = ((OcopPaperRow *) table->rows->pdata[i])->cells;
      gint64 recognised = cells[CELL_FIRST].integer + cells[CELL_UPGRADE].integer + cells[CELL_AGAIN].integer;

      cells[CELL_CHANGE] = ocop_report_percent_of (cells[CELL_ALL].integer, cells[CELL_BEFORE].integer);
      cells[CELL_RECOGNISED_CHANGE] = ocop_report_percent_of (recognised, cells[CELL_RECOGNISED_BEFORE].integer);
    }
}

static void
add_localities (OcopPaper      *paper,
                const OcopRows *dossiers,
                const OcopRows *before)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_autoptr(GHashTable) by_locality = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  ocop_report_add_columns (table, columns);
  for (guint i = 0; i < ocop_rows_get_n_rows (dossiers); i++)
    {
      OcopPaperRow *row = find_locality (table, by_locality, dossiers, i);

      row->cells[CELL_ALL].integer++;
      row->cells[cell_of (ocop_rows_get_text (dossiers, i, PATH_STEP), ocop_rows_get_text (dossiers, i, PATH_KIND))].integer++;
    }
  for (guint i = 0; i < ocop_rows_get_n_rows (before); i++)
    {
      OcopPaperRow *row = find_locality (table, by_locality, before, i);

      row->cells[CELL_BEFORE].integer++;
      row->cells[CELL_RECOGNISED_BEFORE].integer += g_strcmp0 (ocop_rows_get_text (before, i, PATH_STEP), "recognised") == 0;
    }
  ocop_report_add_sums (table, CELL_ALL);
  add_changes (table);
}

static void
add_failed (OcopPaper      *paper,
            const OcopRows *dossiers)
{
  OcopPaperTable *table = NULL;

  for (guint i = 0; i < ocop_rows_get_n_rows (dossiers); i++)
    {
      const char *step = ocop_rows_get_text (dossiers, i, PATH_STEP);
      const char *note = ocop_rows_get_text (dossiers, i, PATH_NOTE);
      OcopPaperRow *row;

      if (!has_failed (step))
        continue;
      if (table == NULL)
        ocop_report_add_columns (table = ocop_paper_add_table (paper, _("Not classed, with the reason")), failed_columns);
      row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
      row->cells[0] = ocop_value_integer (table->rows->len);
      row->cells[1] = ocop_value_text (ocop_rows_get_text (dossiers, i, PATH_PRODUCT));
      row->cells[2] = ocop_value_text (ocop_rows_get_text (dossiers, i, PATH_PRODUCER));
      row->cells[3] = ocop_value_text (ocop_rows_get_text (dossiers, i, PATH_LOCALITY_NAME));
      row->cells[4] = ocop_value_text (note != NULL ? note : ocop_report_choice_title ("dossier", "step", step));
    }
}

static gboolean
build (OcopReader             *reader,
       const OcopReportScope  *scope,
       OcopPaper              *paper,
       GError                **error)
{
  g_auto(OcopReportYear) year = { NULL };
  g_autoptr(OcopRows) dossiers = NULL;
  g_autoptr(OcopRows) before = NULL;
  g_autofree char *title = NULL;
  OcopDate then;
  gboolean is_over;

  if (!ocop_report_year_read (reader, scope, &year, error))
    return FALSE;
  /* Rounds under way are held against what had come of those of the year before by the same day; over ones, against all of it. */
  then = ocop_report_year_before (&year).until;
  is_over = ocop_date_compare (year.until, year.period.until) >= 0;
  dossiers = read_dossiers (reader, year.period.year, NULL, error);
  before = dossiers != NULL ? read_dossiers (reader, year.period.year - 1, is_over ? NULL : &then, error) : NULL;
  if (before == NULL)
    return FALSE;
  title = g_strdup_printf (_("Rounds of %u"), year.period.year);
  ocop_paper_add_subtitle (paper, title);
  add_localities (paper, dossiers, before);
  add_failed (paper, dossiers);
  return ocop_report_add_round_classes (reader, year.period.year, paper, error);
}

const OcopReport ocop_report_rounds = {
  .name = "rounds",
  .title = N_("Result of the year's rounds"),
  .heading = N_("Result of evaluating and classifying products"),
  .orientation = OCOP_PAPER_LANDSCAPE,
  .columns = columns,
  .count = { "", "" },
  .of_year = TRUE,
  .build = build,
};
