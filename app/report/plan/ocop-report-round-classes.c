/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plan/ocop-report-round-classes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-alphabet.h"
#include "report/ocop-report-private.h"
#include "report/ocop-report-scope.h"
#include "report/plan/ocop-report-year.h"

enum
{
  CELL_NUMBER,
  CELL_NAME,
  CELL_ALL,
  CELL_THREE,
  CELL_FOUR,
  CELL_FIVE,
  CELL_FORWARDED,
  CELL_FAILED,
  CELL_OPEN,
};

#define CLASSES N_("Class reached")

/* Follows all that have a number. */
#define NO_SECTOR "–"

static const OcopReportColumn columns[] = {
  [CELL_NUMBER] = { "number", N_("No."), OCOP_PAPER_COLUMN_INTEGER, 5 },
  [CELL_NAME] = { "name", NULL, OCOP_PAPER_COLUMN_TEXT, 34 },
  [CELL_ALL] = { "all", N_("Products taking part"), OCOP_PAPER_COLUMN_INTEGER, 10 },
  [CELL_THREE] = { "three", N_("3 stars"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, CLASSES },
  [CELL_FOUR] = { "four", N_("4 stars"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, CLASSES },
  [CELL_FIVE] = { "five", N_("5 stars"), OCOP_PAPER_COLUMN_INTEGER, 9, NULL, CLASSES },
  [CELL_FORWARDED] = { "forwarded", N_("Potential 5 stars"), OCOP_PAPER_COLUMN_INTEGER, 10, NULL, CLASSES },
  [CELL_FAILED] = { "failed", N_("Not classed"), OCOP_PAPER_COLUMN_INTEGER, 9 },
  [CELL_OPEN] = { "open", N_("No result yet"), OCOP_PAPER_COLUMN_INTEGER, 9 },
  { NULL }
};

/* The product of a dossier, and which of the cells counts it. */
typedef struct
{
  char *place;      /* the id of the locality; "" of none */
  char *locality;
  char *sector;     /* "I" to "VI"; "–" of none */
  char *trades;
  guint cell;
} Result;

static void
result_clear (gpointer data)
{
  Result *result = data;

  g_free (result->place);
  g_free (result->locality);
  g_free (result->sector);
  g_free (result->trades);
}

/* --- reading --- */

static gboolean
note_class (const OcopValue *values,
            gpointer         classes)
{
  if (values[0].text != NULL)
    g_hash_table_insert (classes, g_strdup (values[0].text), GUINT_TO_POINTER ((guint) values[1].integer));
  return TRUE;
}

/* Returns: (nullable): the class that each dossier reached, by the decisions that were issued. */
static GHashTable *
read_classes (OcopReader  *reader,
              const char  *year,
              GError     **error)
{
  static const char * const paths[] = { "session_product.dossier", "class", NULL };
  g_autoptr(GHashTable) classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(OcopQuery) query = ocop_query_new ("decision_line");

  ocop_query_where (query, "session_product.session.round_year", OCOP_OPERATOR_IS, year, NULL);
  ocop_query_where (query, "decision.state", OCOP_OPERATOR_IS, "issued", NULL);
  ocop_query_where (query, "struck", OCOP_OPERATOR_IS_NOT, "1", NULL);
  ocop_query_order_by (query, "decision.decided_on", FALSE);
  return ocop_reader_each (reader, query, paths, note_class, classes, error) ? g_steal_pointer (&classes) : NULL;
}

/* A recognition that was brought in without the decision's lines has the class that the product holds. */
static guint
cell_of (const char *step,
         guint       class,
         const char *star)
{
  if (g_strcmp0 (step, "forwarded") == 0)
    return CELL_FORWARDED;
  if (g_strcmp0 (step, "not-classed") == 0 || g_strcmp0 (step, "rejected") == 0 || g_strcmp0 (step, "withdrawn") == 0)
    return CELL_FAILED;
  if (g_strcmp0 (step, "recognised") != 0)
    return CELL_OPEN;
  if (class == 0 && star != NULL)
    class = (guint) g_ascii_strtoull (star, NULL, 10);
  return CELL_THREE + CLAMP (class, 3, 5) - 3;
}

/* In the order of localities, then of sectors. */
static GArray *
read_results (OcopReader  *reader,
              const char  *year,
              GHashTable  *classes,
              GError     **error)
{
  enum { ID, STEP, PLACE, LOCALITY, SECTOR, TRADES, STAR };
  static const char * const paths[] = {
    "id", "step", "product.locality", "product.locality.name", "product.sector", "product.key_trades", "product.star", NULL
  };
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");
  OcopQuery *agenda = ocop_query_new ("session_product");
  g_autoptr(OcopRows) rows = NULL;
  GArray *results = g_array_new (FALSE, FALSE, sizeof (Result));

  g_array_set_clear_func (results, result_clear);
  ocop_query_where (agenda, "session.round_year", OCOP_OPERATOR_IS, year, NULL);
  ocop_query_has (query, TRUE, agenda);
  ocop_query_order_by (query, "product.locality", FALSE);
  ocop_query_order_by (query, "product.sector", FALSE);
  rows = ocop_reader_rows (reader, query, paths, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      guint class = GPOINTER_TO_UINT (g_hash_table_lookup (classes, ocop_rows_get_text (rows, i, ID)));
      const char *locality = ocop_rows_get_text (rows, i, LOCALITY);
      const char *sector = ocop_rows_get_text (rows, i, SECTOR);
      const char *place = ocop_rows_get_text (rows, i, PLACE);
      Result result = {
        .place = g_strdup (place != NULL ? place : ""),
        .locality = g_strdup (locality != NULL ? locality : _("Locality unknown")),
        .sector = g_strdup (sector != NULL ? sector : NO_SECTOR),
        .trades = g_strdup (ocop_rows_get_text (rows, i, TRADES)),
        .cell = cell_of (ocop_rows_get_text (rows, i, STEP), class, ocop_rows_get_text (rows, i, STAR)),
      };

      g_array_append_val (results, result);
    }
  if (rows == NULL)
    g_clear_pointer (&results, g_array_unref);
  return results;
}

/* --- tables --- */

static OcopPaperTable *
add_table (OcopPaper  *paper,
           const char *title,
           const char *heading)
{
  OcopPaperTable *table = ocop_paper_add_table (paper, title);
  OcopReportColumn here[G_N_ELEMENTS (columns)];

  memcpy (here, columns, sizeof columns);
  here[CELL_NAME].title = heading;
  ocop_report_add_columns (table, here);
  return table;
}

static OcopPaperRow *
add_row (OcopPaperTable *table,
         guint           number,
         const char     *name)
{
  OcopPaperRow *row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);

  row->cells[CELL_NUMBER] = ocop_value_integer (number);
  row->cells[CELL_NAME] = ocop_value_text (name);
  for (guint i = CELL_ALL; i <= CELL_OPEN; i++)
    row->cells[i] = ocop_value_integer (0);
  return row;
}

static void
count (OcopPaperRow *row,
       const Result *result)
{
  row->cells[CELL_ALL].integer++;
  row->cells[result->cell].integer++;
}

static const char *
sector_title (const char *sector)
{
  return g_str_equal (sector, NO_SECTOR) ? _("Sector unknown") : ocop_report_sector_title (sector);
}

static void
add_localities (OcopPaper    *paper,
                const GArray *results)
{
  OcopPaperTable *table = add_table (paper, _("Class by locality and sector"), N_("Sector"));
  OcopPaperRow *row = NULL;
  const Result *former = NULL;
  guint number = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const Result *result = &g_array_index (results, Result, i);
      gboolean begins = former == NULL || !g_str_equal (former->place, result->place);

      if (begins)
        {
          ocop_paper_table_add_row (table, OCOP_PAPER_ROW_GROUP, result->locality);
          number = 0;
        }
      if (begins || !g_str_equal (former->sector, result->sector))
        row = add_row (table, ++number, sector_title (result->sector));
      count (row, result);
      former = result;
    }
  ocop_report_add_sums (table, CELL_ALL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return ocop_alphabet_compare (*(const char * const *) a, *(const char * const *) b);
}

static int
compare_sectors (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
add_name (GPtrArray  *names,
          GHashTable *counted,
          const char *name)
{
  if (!g_hash_table_contains (counted, name))
    {
      char *copy = g_strdup (name);

      g_ptr_array_add (names, copy);
      g_hash_table_insert (counted, copy, NULL);
    }
}

/* The names under which @result counts: its sector, or each of its key trades. */
static char **
dup_names (const Result *result,
           gboolean      by_trade)
{
  g_auto(GStrv) trades = by_trade && result->trades != NULL ? g_strsplit_set (result->trades, ",;\n", -1) : NULL;
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; trades != NULL && trades[i] != NULL; i++)
    if (*g_strstrip (trades[i]) != '\0')
      g_strv_builder_add (names, trades[i]);
  if (!by_trade)
    g_strv_builder_add (names, result->sector);
  return g_strv_builder_end (names);
}

static gboolean
add_by_name (OcopPaper    *paper,
             const GArray *results,
             const char   *title,
             const char   *heading,
             gboolean      by_trade)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  OcopPaperTable *table;

  for (guint i = 0; i < results->len; i++)
    {
      g_auto(GStrv) own = dup_names (&g_array_index (results, Result, i), by_trade);

      for (guint j = 0; own[j] != NULL; j++)
        add_name (names, rows, own[j]);
    }
  if (names->len == 0)
    return FALSE;
  g_ptr_array_sort (names, by_trade ? compare_names : compare_sectors);
  table = add_table (paper, title, heading);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_insert (rows, names->pdata[i],
                         add_row (table, i + 1, by_trade ? names->pdata[i] : sector_title (names->pdata[i])));
  for (guint i = 0; i < results->len; i++)
    {
      const Result *result = &g_array_index (results, Result, i);
      g_auto(GStrv) own = dup_names (result, by_trade);

      for (guint j = 0; own[j] != NULL; j++)
        count (g_hash_table_lookup (rows, own[j]), result);
    }
  if (!by_trade)
    ocop_report_add_sums (table, CELL_ALL);
  return TRUE;
}

gboolean
ocop_report_add_round_classes (OcopReader  *reader,
                               guint        year,
                               OcopPaper   *paper,
                               GError     **error)
{
  g_autofree char *text = g_strdup_printf ("%u", year);
  g_autoptr(GHashTable) classes = read_classes (reader, text, error);
  g_autoptr(GArray) results = classes != NULL ? read_results (reader, text, classes, error) : NULL;

  if (results == NULL)
    return FALSE;
  if (results->len == 0)
    return TRUE;
  add_localities (paper, results);
  add_by_name (paper, results, _("Class by sector"), N_("Sector"), FALSE);
  if (add_by_name (paper, results, _("Class by key trade"), N_("Key trade"), TRUE))
    ocop_paper_add_note (paper, _("A product of several key trades counts in each of them; one of none counts in no line of that table."));
  return TRUE;
}
