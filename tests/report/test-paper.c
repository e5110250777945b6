/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "base/ocop-error.h"
#include "report/ocop-paper-csv.h"
#include "report/ocop-paper.h"
#include "sample-paper.h"

static char *
list_columns (const OcopPaperTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (table, i);

      g_string_append_printf (text, "%s%s=%s@%u", i > 0 ? " " : "", column->name, column->title, column->cell);
    }
  return g_string_free (text, FALSE);
}

static OcopPaperTable *
new_small_table (void)
{
  OcopPaperTable *table = ocop_paper_table_new ("Small");
  OcopPaperRow *row;

  ocop_paper_table_add_column (table, "name", "Name", OCOP_PAPER_COLUMN_TEXT, 20);
  ocop_paper_table_add_column (table, "day", "Day", OCOP_PAPER_COLUMN_DATE, 10)->group = g_strdup ("Decision");
  ocop_paper_table_add_column (table, "points", "Points", OCOP_PAPER_COLUMN_HUNDREDTHS, 8)->group = g_strdup ("Decision");
  ocop_paper_table_add_column (table, "money", "Money", OCOP_PAPER_COLUMN_MONEY, 12);
  ocop_paper_table_add_row (table, OCOP_PAPER_ROW_GROUP, "I. Here");
  row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL);
  row->cells[0] = ocop_value_text ("a, \"b\"\nc\td <e>");
  row->cells[1] = ocop_value_text ("2026-05-22");
  row->cells[2] = ocop_value_integer (8705);
  row->cells[3] = ocop_value_integer (-1234567);
  row = ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, "Total");
  row->cells[3] = ocop_value_integer (-1234567);
  return table;
}

static void
test_layout (void)
{
  static const struct
  {
    const char *json;
    const char *columns;
  } cases[] = {
    { "[{\"name\":\"money\",\"title\":\"Đồng\"},{\"name\":\"name\"}]", "money=Đồng@3 name=Name@0" },
    { "[{\"name\":\"gone\"},{\"name\":\"day\"}]", "day=Day@1" },
    { "[{\"name\":\"gone\"}]", "name=Name@0 day=Day@1 points=Points@2 money=Money@3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopPaperTable) table = new_small_table ();
      g_autoptr(GError) error = NULL;
      g_autoptr(OcopPaperLayout) layout = ocop_paper_layout_from_json (cases[i].json, &error);
      g_autofree char *json = NULL;
      g_autofree char *columns = NULL;

      g_assert_no_error (error);
      json = ocop_paper_layout_to_json (layout);
      g_assert_cmpstr (json, ==, cases[i].json);
      ocop_paper_table_apply_layout (table, layout);
      columns = list_columns (table);
      g_assert_cmpstr (columns, ==, cases[i].columns);
    }
}

static void
test_layout_refuses (void)
{
  static const char * const wrong[] = {
    "", "{}", "[]", "[1]", "[{\"title\":\"x\"}]", "[{\"name\":3}]", "[{\"name\":\"a\"},{\"name\":\"a\"}]", "[{\"name\":\"a\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ocop_paper_layout_from_json (wrong[i], &error));
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE);
    }
}

static void
test_cells (void)
{
  static const struct
  {
    OcopPaperColumnType type;
    OcopValue value;
    const char *people;
    const char *file;
  } cases[] = {
    { OCOP_PAPER_COLUMN_TEXT, { OCOP_VALUE_INTEGER, 2026, NULL }, "2026", "2026" },
    { OCOP_PAPER_COLUMN_INTEGER, { OCOP_VALUE_INTEGER, 12345, NULL }, "12.345", "12345" },
    { OCOP_PAPER_COLUMN_INTEGER, { OCOP_VALUE_UNKNOWN, 0, NULL }, "", "" },
    { OCOP_PAPER_COLUMN_HUNDREDTHS, { OCOP_VALUE_INTEGER, -5, NULL }, "-0,05", "-0.05" },
    { OCOP_PAPER_COLUMN_HUNDREDTHS, { OCOP_VALUE_INTEGER, 123456, NULL }, "1.234,56", "1234.56" },
    { OCOP_PAPER_COLUMN_DATE, { OCOP_VALUE_TEXT, 0, (char *) "2026-02-01" }, "01/02/2026", "2026-02-01" },
    { OCOP_PAPER_COLUMN_DATE, { OCOP_VALUE_TEXT, 0, (char *) "2026" }, "2026", "2026" },
    { OCOP_PAPER_COLUMN_DATE, { OCOP_VALUE_TEXT, 0, (char *) "chưa rõ" }, "chưa rõ", "chưa rõ" },
    { OCOP_PAPER_COLUMN_STARS, { OCOP_VALUE_INTEGER, 4, NULL }, "4 stars", "4" },
    { OCOP_PAPER_COLUMN_STARS, { OCOP_VALUE_TEXT, 0, (char *) "tiềm năng 5 sao" }, "tiềm năng 5 sao", "tiềm năng 5 sao" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopPaperColumn column = { .type = cases[i].type };
      g_autofree char *people = ocop_paper_column_to_people (&column, &cases[i].value);
      g_autofree char *file = ocop_paper_column_to_file (&column, &cases[i].value);

      g_assert_cmpstr (people, ==, cases[i].people);
      g_assert_cmpstr (file, ==, cases[i].file);
    }
}

static void
test_csv (void)
{
  g_autoptr(OcopPaperTable) table = new_small_table ();
  g_autofree char *folder = g_dir_make_tmp ("ocop-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "danh sách.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (ocop_paper_csv_write (table, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbfName,Decision – Day,Decision – Points,Money\r\n"
                   "I. Here,,,\r\n"
                   "\"a, \"\"b\"\"\nc\td <e>\",2026-05-22,87.05,-1234567\r\n"
                   "Total,,,-1234567\r\n");
  g_remove (path);
  g_rmdir (folder);
}

static void
test_clipboard (void)
{
  g_autoptr(OcopPaperTable) table = new_small_table ();
  g_autofree char *tsv = ocop_paper_table_to_tsv (table, NULL);
  g_autofree char *html = ocop_paper_table_to_html (table, NULL);

  g_assert_cmpstr (tsv, ==,
                   "Name\tDecision – Day\tDecision – Points\tMoney\n"
                   "I. Here\t\t\t\n"
                   "a, \"b\" c d <e>\t22/05/2026\t87.05\t-1234567\n"
                   "Total\t\t\t-1234567\n");
  g_assert_nonnull (strstr (html, "<th rowspan=\"2\">Name</th><th colspan=\"2\">Decision</th><th rowspan=\"2\">Money</th>"
                                  "</tr><tr><th>Day</th><th>Points</th></tr></thead>"));
  g_assert_nonnull (strstr (html, "<tr><th colspan=\"4\" align=\"left\">I. Here</th></tr>"));
  g_assert_nonnull (strstr (html, "<td>a, &quot;b&quot;<br>c\td &lt;e&gt;</td><td align=\"center\">22/05/2026</td>"
                                  "<td align=\"right\" sdval=\"87.05\" x:num=\"87.05\">87,05</td>"));
  g_assert_nonnull (strstr (html, "<tr><th colspan=\"3\" align=\"left\">Total</th>"
                                  "<th align=\"right\" sdval=\"-1234567\" x:num=\"-1234567\">-1.234.567</th></tr>"));
}

static void
cancel_soon (gsize    done,
             gsize    total,
             gpointer user_data)
{
  g_assert_cmpuint (total, ==, 5000);
  if (done == 2000)
    g_cancellable_cancel (user_data);
}

/* What stood under the name before stays when writing is cancelled. */
static void
test_csv_cancelled (void)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_pulled (5000);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = g_dir_make_tmp ("ocop-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;

  g_file_set_contents (path, "before", -1, NULL);
  g_assert_false (ocop_paper_csv_write (ocop_paper_get_table (paper), path, cancel_soon, cancellable, cancellable, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_CANCELLED);
  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "before");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "list.csv");
  g_assert_null (g_dir_read_name (dir));
  g_remove (path);

  g_cancellable_reset (cancellable);
  g_assert_false (ocop_paper_csv_write (ocop_paper_get_table (paper), path, cancel_soon, cancellable, cancellable, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_no_such_folder (void)
{
  g_autoptr(OcopPaperTable) table = new_small_table ();
  g_autoptr(GError) error = NULL;

  g_assert_false (ocop_paper_csv_write (table, "/nowhere/at/all.csv", NULL, NULL, NULL, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all.csv"));
}

static gboolean
fail_at_third (OcopPaperRow  *row,
               gpointer       user_data,
               GError       **error)
{
  guint *n = user_data;

  if (++*n < 3)
    return TRUE;
  g_set_error_literal (error, OCOP_ERROR, OCOP_ERROR_VANISHED, "gone");
  return FALSE;
}

static void
test_source_fails (void)
{
  g_autoptr(OcopPaperTable) table = ocop_paper_table_new (NULL);
  g_autoptr(GError) error = NULL;
  guint n = 0;

  ocop_paper_table_add_column (table, "name", "Name", OCOP_PAPER_COLUMN_TEXT, 20);
  ocop_paper_table_set_source (table, fail_at_third, 10, &n, NULL);
  g_assert_null (ocop_paper_table_to_tsv (table, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_VANISHED);
}

static void
test_lines (void)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_distribution ();
  g_autofree char *place = ocop_paper_dup_place_and_date (paper);
  g_autofree char *source = ocop_paper_dup_source_line (paper);

  g_assert_cmpstr (place, ==, "Lam Giang, ngày 05 tháng 8 năm 2026");
  g_assert_cmpstr (source, ==, "Figures as of 01/08/2026");
  g_assert_cmpstr (paper->authorities->pdata[0], ==, "KT. CHÁNH VĂN PHÒNG");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/paper/layout", test_layout);
  g_test_add_func ("/report/paper/layout-refuses", test_layout_refuses);
  g_test_add_func ("/report/paper/cells", test_cells);
  g_test_add_func ("/report/paper/lines", test_lines);
  g_test_add_func ("/report/paper/csv", test_csv);
  g_test_add_func ("/report/paper/csv-cancelled", test_csv_cancelled);
  g_test_add_func ("/report/paper/clipboard", test_clipboard);
  g_test_add_func ("/report/paper/no-such-folder", test_no_such_folder);
  g_test_add_func ("/report/paper/source-fails", test_source_fails);
  return g_test_run ();
}
