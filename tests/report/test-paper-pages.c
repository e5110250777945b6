/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "base/ocop-error.h"
#include "report/ocop-paper-fonts.h"
#include "report/ocop-paper-pages.h"
#include "report/ocop-paper-ruler.h"
#include "paper-file.h"
#include "sample-paper.h"

static void
set_up (PaperFile     *file,
        gconstpointer  data)
{
  paper_file_set_up (file, "báo cáo.pdf");
}

static OcopPaperPages *
lay_out (OcopPaper *paper)
{
  g_autoptr(GError) error = NULL;
  OcopPaperPages *pages = ocop_paper_pages_new (paper, &error);

  g_assert_no_error (error);
  return pages;
}

static void
write_pdf (OcopPaper  *paper,
           const char *path)
{
  g_autoptr(OcopPaperPages) pages = lay_out (paper);
  g_autoptr(GError) error = NULL;

  g_assert_true (ocop_paper_pages_write_pdf (pages, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_text (PaperFile     *file,
           gconstpointer  data)
{
  static const char * const in_order[] = {
    "VĂN PHÒNG ĐIỀU PHỐI OCOP", "Lam Giang, ngày 05 tháng 8 năm 2026", "BÁO CÁO", "Cơ cấu sản phẩm OCOP theo hạng sao",
    "01/08/2026", "I. KẾT QUẢ CHUNG", "98 sản phẩm OCOP còn hiệu", "Trong đó", "Mỹ Thuận Đông", "Tổng cộng",
    "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Lưu: VT, VPĐP.", "Người Ký Mẫu",
  };
  g_autoptr(OcopPaper) paper = sample_paper_new_distribution ();
  g_autofree char *text = NULL;
  const char *rest;

  write_pdf (paper, file->path);
  text = paper_file_ask ("pdftotext", "-layout", file->path);
  rest = text;
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (in_order); i++)
    {
      const char *found = strstr (rest, in_order[i]);

      if (found == NULL)
        g_error ("“%s” does not follow in\n%s", in_order[i], rest);
      rest = found;
    }
}

static void
test_one_family (PaperFile     *file,
                 gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_list (40);
  g_autofree char *answer = NULL;
  g_autofree char *family = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  write_pdf (paper, file->path);
  answer = paper_file_ask ("pdffonts", NULL, file->path);
  if (answer == NULL)
    return;
  lines = g_strsplit (answer, "\n", -1);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    {
      const char *name = strchr (lines[i], '+');
      g_autofree char *here = g_strndup (name + 1, strcspn (name + 1, "- "));

      if (family == NULL)
        family = g_strdup (here);
      g_assert_cmpstr (here, ==, family);
      g_assert_nonnull (strstr (lines[i], " yes yes yes "));
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_page_size (PaperFile     *file,
                gconstpointer  data)
{
  g_autoptr(OcopPaper) portrait = sample_paper_new_distribution ();
  g_autoptr(OcopPaper) landscape = sample_paper_new_list (5);
  g_autofree char *upright = NULL;
  g_autofree char *lying = NULL;

  write_pdf (portrait, file->path);
  upright = paper_file_ask ("pdfinfo", NULL, file->path);
  write_pdf (landscape, file->path);
  lying = paper_file_ask ("pdfinfo", NULL, file->path);
  if (upright == NULL || lying == NULL)
    return;
  g_assert_nonnull (strstr (upright, "595.276 x 841.89 pts (A4)"));
  g_assert_nonnull (strstr (lying, "841.89 x 595.276 pts (A4)"));
  g_assert_nonnull (strstr (upright, "Aug  1 00:00:00 2026"));
}

static void
test_same_bytes (PaperFile     *file,
                 gconstpointer  data)
{
  paper_file_assert_same_bytes (file, write_pdf);
}

/* Every row once and in order, each page under its heading, no group's heading the last on a page. */
static void
test_pages_of_list (PaperFile     *file,
                    gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_list (GPOINTER_TO_UINT (data));
  g_autoptr(OcopPaperPages) pages = lay_out (paper);
  const OcopPaperTable *table = ocop_paper_get_table (paper);
  guint n_pages = ocop_paper_pages_get_n_pages (pages);
  guint next_row = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr(GArray) items = ocop_paper_pages_dup_items (pages, page);
      const OcopPaperItem *last = &g_array_index (items, OcopPaperItem, items->len - 1);
      gboolean headed = FALSE;

      for (guint i = 0; i < items->len; i++)
        {
          const OcopPaperItem *item = &g_array_index (items, OcopPaperItem, i);

          g_assert_cmpfloat (item->y + item->height, <=, ocop_paper_pages_get_height (pages, page) - 56);
          headed = headed || item->kind == OCOP_PAPER_ITEM_HEADING;
          if (item->kind == OCOP_PAPER_ITEM_HEADING)
            g_assert_true (item->repeated == (page > 0));
          if (item->kind != OCOP_PAPER_ITEM_ROW)
            continue;
          g_assert_true (headed);
          g_assert_cmpuint (item->row, ==, next_row++);
        }
      if (last->kind == OCOP_PAPER_ITEM_ROW)
        g_assert_cmpint (((OcopPaperRow *) table->rows->pdata[last->row])->kind, !=, OCOP_PAPER_ROW_GROUP);
      if (page == n_pages - 1)
        g_assert_cmpint (last->kind, ==, OCOP_PAPER_ITEM_FOOT);
    }
  g_assert_cmpuint (next_row, ==, table->rows->len);
}

/* Words that lead to a table are not the last on a page, wherever it ends. */
static void
test_lead (PaperFile     *file,
           gconstpointer  data)
{
  for (guint n = 20; n < 60; n++)
    {
      g_autoptr(OcopPaper) paper = ocop_paper_new ("LEAD");
      g_autoptr(OcopPaperPages) pages = NULL;
      OcopPaperTable *table;

      for (guint i = 0; i < n; i++)
        ocop_paper_paragraph_add (ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_BODY), "Dòng", FALSE);
      table = ocop_paper_add_table (paper, NULL);
      ocop_paper_table_add_column (table, "text", "Text", OCOP_PAPER_COLUMN_TEXT, 30);
      for (guint i = 0; i < 4; i++)
        ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL)->cells[0] = ocop_value_text ("Ô");
      pages = lay_out (paper);
      for (guint page = 0; page + 1 < ocop_paper_pages_get_n_pages (pages); page++)
        {
          g_autoptr(GArray) items = ocop_paper_pages_dup_items (pages, page);
          g_autoptr(GArray) next = ocop_paper_pages_dup_items (pages, page + 1);

          g_assert_false (g_array_index (items, OcopPaperItem, items->len - 1).kind == OCOP_PAPER_ITEM_TEXT
                          && g_array_index (next, OcopPaperItem, 0).kind == OCOP_PAPER_ITEM_HEADING);
        }
    }
}

/* As many lines of text and rows as stand on the page above the signature. */
static double
measure_above_signature (const GArray *items)
{
  double height = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const OcopPaperItem *item = &g_array_index (items, OcopPaperItem, i);

      if (item->kind == OCOP_PAPER_ITEM_FOOT || item->kind == OCOP_PAPER_ITEM_SIGNATURES)
        return height;
      height += item->repeated || item->kind == OCOP_PAPER_ITEM_HEAD ? 0 : item->height;
    }
  return G_MAXDOUBLE;
}

/* @n_words: in each of the cells of @n_rows rows, after @n_lines paragraphs and before @n_notes notes */
static OcopPaper *
new_signed (guint    n_lines,
            guint    n_rows,
            guint    n_words,
            guint    n_notes,
            gboolean by_two)
{
  OcopPaper *paper = ocop_paper_new ("SIGNED");
  OcopPaperTable *table = NULL;
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append (words, "từ ngữ ");
  for (guint i = 0; i < n_lines; i++)
    ocop_paper_paragraph_add (ocop_paper_add_paragraph (paper, OCOP_PAPER_PARAGRAPH_BODY), "Dòng", FALSE);
  if (n_rows > 0)
    {
      table = ocop_paper_add_table (paper, NULL);
      ocop_paper_table_add_column (table, "number", "TT", OCOP_PAPER_COLUMN_INTEGER, 10);
      ocop_paper_table_add_column (table, "text", "Nội dung", OCOP_PAPER_COLUMN_TEXT, 10);
    }
  for (guint i = 0; i < n_rows; i++)
    ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL)->cells[1] = ocop_value_text (words->str);
  for (guint i = 0; i < n_notes; i++)
    ocop_paper_add_note (paper, "Ghi chú");
  if (by_two)
    ocop_paper_signatures_add (ocop_paper_add_signatures (paper), "THƯ KÝ", NULL);
  else
    paper->signer_title = g_strdup ("CHỦ TỊCH HỘI ĐỒNG");
  return paper;
}

static void
assert_not_alone (OcopPaper *paper)
{
  g_autoptr(OcopPaperPages) pages = lay_out (paper);

  for (guint page = 0; page < ocop_paper_pages_get_n_pages (pages); page++)
    {
      g_autoptr(GArray) items = ocop_paper_pages_dup_items (pages, page);

      g_assert_cmpfloat (measure_above_signature (items), >=, 2 * 11);
    }
  ocop_paper_unref (paper);
}

/* Two lines of what is signed stand above the signature, wherever the page ends: of paragraphs, of notes below a table,
 * of rows that fill pages. */
static void
test_signature (PaperFile     *file,
                gconstpointer  data)
{
  for (guint n = 2; n < 50; n++)
    {
      assert_not_alone (new_signed (n, 0, 0, 0, FALSE));
      assert_not_alone (new_signed (n, 0, 0, 0, TRUE));
      assert_not_alone (new_signed (0, n, 3, n % 4, FALSE));
    }
  for (guint n_words = 20; n_words < 500; n_words += 20)
    for (guint n_rows = 1; n_rows < 4; n_rows++)
      {
        assert_not_alone (new_signed (0, n_rows, n_words, 3, FALSE));
        assert_not_alone (new_signed (1, n_rows, n_words, 0, FALSE));
      }
}

static void
test_source (PaperFile     *file,
             gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_pulled (500);
  g_autoptr(OcopPaperPages) pages = lay_out (paper);

  g_assert_cmpuint (ocop_paper_get_table (paper)->rows->len, ==, 500);
  g_assert_cmpuint (ocop_paper_pages_get_n_pages (pages), >, 10);
}

/* A cell taller than a page goes on over the next ones. */
static void
test_tall_cell (PaperFile     *file,
                gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = ocop_paper_new ("TALL");
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(OcopPaperPages) pages = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (words, "từ%u ", i);
  ocop_paper_table_add_column (table, "text", "Text", OCOP_PAPER_COLUMN_TEXT, 30);
  ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL)->cells[0] = ocop_value_text (words->str);
  pages = lay_out (paper);
  g_assert_cmpuint (ocop_paper_pages_get_n_pages (pages), >, 2);
  write_pdf (paper, file->path);
  text = paper_file_ask ("pdftotext", "-layout", file->path);
  if (text == NULL)
    return;
  for (guint i = 0; i < 3000; i += 7)
    {
      g_autofree char *word = g_strdup_printf ("từ%u", i);

      g_assert_nonnull (strstr (text, word));
    }
}

static void
test_wrap (PaperFile     *file,
           gconstpointer  data)
{
  static const struct
  {
    const char *text;
    double ems;
    const char *lines;
  } cases[] = {
    { "", 10, "" },
    { "một hai", 10, "một hai" },
    { "một hai ba bốn", 4, "một hai|ba bốn" },
    { "một\nhai", 10, "một|hai" },
    { "1100/QĐ-UBND", 4.5, "1100/QĐ-|UBND" },
    { "mmmmmmmmmm", 4, "mmmmm|mmmmm" },
    { "m", 0.1, "m" },
  };
  g_autoptr(OcopPaperRuler) ruler = ocop_paper_ruler_new ();
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (OcopPaperLine));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopPaperFont font = { .size = 10 };
      g_autoptr(GString) joined = g_string_new (NULL);

      ocop_paper_ruler_wrap (ruler, cases[i].text, &font, cases[i].ems * 10, lines);
      for (guint j = 0; j < lines->len; j++)
        {
          OcopPaperLine *line = &g_array_index (lines, OcopPaperLine, j);

          g_string_append (joined, j > 0 ? "|" : "");
          g_string_append_len (joined, line->start, (gssize) line->length);
        }
      g_assert_cmpstr (joined->str, ==, cases[i].lines);
    }
}

static void
test_font (PaperFile     *file,
           gconstpointer  data)
{
  g_assert_true (ocop_paper_font_covers (ocop_paper_font_family ()));
  g_assert_false (ocop_paper_font_covers ("No Such Face"));
}

static void
cancel_soon (gsize    done,
             gsize    total,
             gpointer user_data)
{
  if (done == 2)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (PaperFile     *file,
                gconstpointer  data)
{
  g_autoptr(OcopPaper) paper = sample_paper_new_list (200);
  g_autoptr(OcopPaperPages) pages = lay_out (paper);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (file->path, "before", -1, NULL);
  g_assert_false (ocop_paper_pages_write_pdf (pages, file->path, cancel_soon, cancellable, cancellable, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_CANCELLED);
  g_file_get_contents (file->path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "before");

  g_remove (file->path);
  g_cancellable_reset (cancellable);
  g_assert_false (ocop_paper_pages_write_pdf (pages, file->path, cancel_soon, cancellable, cancellable, NULL));
  g_assert_false (g_file_test (file->path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (PaperFile *, gconstpointer);
    guint data;
  } tests[] = {
    { "/report/paper-pages/font", test_font },
    { "/report/paper-pages/wrap", test_wrap },
    { "/report/paper-pages/text", test_text },
    { "/report/paper-pages/one-family", test_one_family },
    { "/report/paper-pages/page-size", test_page_size },
    { "/report/paper-pages/same-bytes", test_same_bytes },
    { "/report/paper-pages/list-of-3", test_pages_of_list, 3 },
    { "/report/paper-pages/list-of-60", test_pages_of_list, 60 },
    { "/report/paper-pages/list-of-20000", test_pages_of_list, 20000 },
    { "/report/paper-pages/lead", test_lead },
    { "/report/paper-pages/signature", test_signature },
    { "/report/paper-pages/source", test_source },
    { "/report/paper-pages/tall-cell", test_tall_cell },
    { "/report/paper-pages/cancelled", test_cancelled },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, PaperFile, GUINT_TO_POINTER (tests[i].data), set_up, tests[i].test, paper_file_tear_down);
  return g_test_run ();
}
