/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/ocop-locale.h"
#include "council.h"
#include "report/chart/ocop-chart-data.h"
#include "report/slides/ocop-slides-private.h"
#include "report/slides/ocop-slides-read.h"

static gpointer
read_slides (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return ocop_slides_read (reader, data, error);
}

/* All that a slide gives of @chart, as a picture's words and as a table. */
static char *
read_texts (Council    *council,
            const char *chart,
            gboolean    named)
{
  g_autoptr(OcopSlideSet) set = ocop_slide_set_new ();
  /* After the session, which no chart of an earlier day shows. */
  const OcopSlidesAsked asked = { set, ocop_date_new (2026, 11, 30), named };
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopSlides) slides = NULL;
  g_autoptr(GString) texts = g_string_new (NULL);
  const OcopSlide *picture, *table;

  g_ptr_array_add (set->parts, ocop_slide_part_new (chart, NULL, FALSE));
  g_ptr_array_add (set->parts, ocop_slide_part_new (chart, NULL, TRUE));
  slides = ocop_register_read (council->fixture.reg, read_slides, (gpointer) &asked, &error);
  g_assert_no_error (error);
  g_assert_cmpint (slides->of_people, ==, ocop_chart_data_find_name (chart)->of_people);
  picture = slides->slides->pdata[0];
  table = slides->slides->pdata[1];
  g_string_append_printf (texts, "%s\n%s\n%s\n", picture->subtitle, picture->words, table->words);
  for (guint i = 0; i < ocop_chart_n_series (picture->picture); i++)
    g_string_append_printf (texts, "%s\n", ocop_chart_get_series (picture->picture, i)->name);
  for (guint i = 0; i < ocop_chart_n_categories (picture->picture); i++)
    g_string_append_printf (texts, "%s\n", ocop_chart_get_category (picture->picture, i)->label);
  for (guint i = 0; i < table->table->cells->len; i++)
    g_string_append_printf (texts, "%s\n", (const char *) table->table->cells->pdata[i]);
  return g_string_free (g_steal_pointer (&texts), FALSE);
}

/* As a name of its own, or before a figure: “An” is part of other words too. */
static gboolean
names (const char *texts,
       const char *person)
{
  g_autofree char *escaped = g_regex_escape_string (person, -1);
  g_autofree char *pattern = g_strdup_printf ("^%s$|(^|[ (])%s [0-9]", escaped, escaped);

  return g_regex_match_simple (pattern, texts, G_REGEX_MULTILINE, G_REGEX_MATCH_DEFAULT);
}

/* Masked, no chart names a member; otherwise those do that are said to. */
static void
test_masked (Council       *council,
             gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  council_begin (council);
  council_score_all (council, 0, 1, 99);
  session = council_load (council);
  for (guint i = 0; i < ocop_chart_data_n_names (); i++)
    {
      const OcopChartName *chart = ocop_chart_data_get_name (i);
      g_autofree char *open = read_texts (council, chart->name, TRUE);
      g_autofree char *masked = read_texts (council, chart->name, FALSE);

      for (guint j = 0; j < session->members->len; j++)
        {
          const OcopSessionMember *member = session->members->pdata[j];

          if (names (masked, member->name) || names (open, member->name) != chart->of_people)
            g_error ("%s: %s", chart->name, member->name);
        }
      g_assert_cmpint (g_str_equal (open, masked), !=, chart->of_people);
    }
}

/* Slides of the letters in @what: a small one is a chart, a capital one a table of 30 rows, or of 3 before a "-". */
static OcopSlides *
make_slides (const char *what)
{
  OcopSlides *slides = ocop_slides_new ();

  slides->title = g_strdup ("All");
  for (; *what != '\0'; what++)
    {
      char title[] = { *what, '\0' };
      g_autoptr(OcopChart) chart = ocop_chart_new (OCOP_CHART_BARS, title);
      guint n = what[1] == '-' ? 3 : 30;

      ocop_chart_add_series (chart, "n", OCOP_CHART_ROLE_INHERIT);
      for (guint i = 0; i < n; i++)
        ocop_chart_set_value (chart, 0, ocop_chart_add_category (chart, "c", "c", OCOP_CHART_ROLE_INHERIT), i + 1);
      if (g_ascii_isupper (*what))
        ocop_slides_add_table (slides, chart);
      else
        ocop_slides_add_chart (slides, chart);
      if (what[1] == '-')
        what++;
    }
  return slides;
}

/* Slides that are read again leave the speaker on the page that he speaks of. */
static void
test_find_again (void)
{
  static const struct
  {
    const char *former, *now;
    const char *title; /* of the page that is shown */
    guint wanted;
  } cases[] = {
    { "ab", "ab", "All", 0 },
    { "ab", "ab", "b", 2 },
    { "ab", "cab", "b", 3 },
    { "abc", "ac", "c", 2 },
    { "abc", "ab", "c", 2 },  /* gone: the nearest */
    { "abc", "", "c", 0 },
    { "aA", "bA", "A (2/3)", 3 },
    { "aA", "abA", "A (2/3)", 4 },
    { "aA", "aA-", "A (2/3)", 2 },
    { "aA-", "baA", "A", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopSlides) former = make_slides (cases[i].former);
      g_autoptr(OcopSlides) now = make_slides (cases[i].now);
      g_autoptr(OcopSlidesLayout) before = ocop_slides_layout_new (former, OCOP_CHART_THEME_PROJECTOR);
      g_autoptr(OcopSlidesLayout) after = ocop_slides_layout_new (now, OCOP_CHART_THEME_PROJECTOR);
      guint page = 0;

      while (!g_str_equal (ocop_slides_layout_get_title (before, page), cases[i].title))
        g_assert_cmpuint (++page, <, ocop_slides_layout_n_pages (before));
      g_assert_cmpuint (ocop_slides_layout_find_again (after, before, page), ==, cases[i].wanted);
    }
}

/* Slides of a report of @n_rows rows; @text: a letter for each of its rows that is none of data: "g" of a group before them,
 * "t" of a sum behind them */
static OcopSlides *
make_report (guint       n_rows,
             const char *text)
{
  g_autoptr(OcopPaper) paper = ocop_paper_new ("Expiring");
  OcopPaperTable *table = ocop_paper_add_table (paper, NULL);
  OcopSlides *slides = ocop_slides_new ();
  g_autoptr(GError) error = NULL;

  slides->title = g_strdup ("All");
  ocop_paper_table_add_column (table, "product", "Product", OCOP_PAPER_COLUMN_TEXT, 20);
  if (strchr (text, 'g') != NULL)
    ocop_paper_table_add_row (table, OCOP_PAPER_ROW_GROUP, "Group");
  for (guint i = 0; i < n_rows; i++)
    ocop_paper_table_add_row (table, OCOP_PAPER_ROW_DATA, NULL)->cells[0] = ocop_value_text ("Rice");
  if (strchr (text, 't') != NULL)
    ocop_paper_table_add_row (table, OCOP_PAPER_ROW_TOTAL, "Sum");
  ocop_slides_add_paper (slides, "Expiring", paper, &error);
  g_assert_no_error (error);
  return slides;
}

/* The beginning of a long report, with its sum, and how much of it is elsewhere: said below its last row, and only there. */
static void
test_long (void)
{
  static const struct
  {
    guint n_rows;
    const char *text;
    guint wanted;
    const char *rest;
  } cases[] = {
    { 0, "", 0, NULL },
    { 180, "", 180, NULL },
    { 180, "t", 181, NULL },
    { 181, "", 180, "1 more row is not on the slides; it stands in the report “Expiring”" },
    { 3000, "t", 181, "2.820 more rows are not on the slides; they stand in the report “Expiring”" },
    { 3000, "gt", 181, "2.821 more rows are not on the slides; they stand in the report “Expiring”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(OcopSlides) slides = make_report (cases[i].n_rows, cases[i].text);
      const OcopSlide *slide = slides->slides->pdata[0];
      g_autoptr(OcopSlidesLayout) layout = ocop_slides_layout_new (slides, OCOP_CHART_THEME_PROJECTOR);
      OcopSlideBox below;
      guint n_said = 0;

      g_assert_cmpuint (slide->table->n_rows, ==, cases[i].wanted);
      g_assert_cmpstr (slide->table->rest, ==, cases[i].rest);
      g_assert_cmpuint (ocop_slides_layout_n_pages (layout), <=, 18);
      for (guint page = 1; page < layout->pages->len; page++)
        if (ocop_slide_grid_find_rest (layout->pages->pdata[page], &below))
          {
            n_said++;
            g_assert_cmpuint (page, ==, layout->pages->len - 1);
            g_assert_cmpfloat (below.y + below.height, <=, ocop_slide_box (OCOP_SLIDE_BOX_SOURCE)->y);
          }
      g_assert_cmpuint (n_said, ==, cases[i].rest != NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  ocop_locale_start ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/slides/masked", Council, NULL, council_set_up, test_masked, council_tear_down);
  g_test_add_func ("/slides/find-again", test_find_again);
  g_test_add_func ("/slides/long", test_long);
  return g_test_run ();
}
