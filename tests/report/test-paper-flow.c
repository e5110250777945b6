/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-flow.h"

/*
 * Boxes are written as words: a height, then "+" to keep with the next, "h" for
 * a heading that the following "r" repeat, "/n" for lines of n. Pages are
 * written as the numbers of their boxes: "(0)" is a repeated heading, "3:10" a
 * part of 3 from 10 on, pages are parted by " | ".
 */
static const struct
{
  const char *name;
  const char *boxes;
  double page_height;
  const char *pages;
} cases[] = {
  { "nothing", "", 100, "" },
  { "all on one", "40 60", 100, "0 1" },
  { "rounding", "33.34 33.33 33.33", 100, "0 1 2" },
  { "next page", "40 61 10", 100, "0 | 1 2" },
  { "kept together", "50 30+ 40", 100, "0 | 1 2" },
  { "a chain of three", "50 20+ 20+ 20 50", 100, "0 | 1 2 3 | 4" },
  { "too long a chain is broken", "50 60+ 60", 100, "0 | 1 | 2" },
  { "too long a chain keeps its end", "20+ 30+ 30+ 20+ 50", 100, "0 1 | 2 3 4" },
  { "as much of its end as a page holds", "20+ 60+ 40+ 50", 100, "0 1 | 2 3" },
  { "the end of a chain begins no page for nothing", "80+ 60+ 10+ 20", 100, "0 | 1 2 3" },
  { "two lines go with what a tall row leads to", "10h 180r+/20 50", 100, "0 1 | (0) 1:80 | (0) 1:140 2" },
  { "heading repeated", "10h 50r 40r 40r 40r", 100, "0 1 2 | (0) 3 4" },
  { "heading never alone", "85 10h 50r", 100, "0 | 1 2" },
  { "group with its first row", "10h 40r 30r 15r+ 40r 40r", 100, "0 1 2 | (0) 3 4 | (0) 5" },
  { "chain counts the heading", "10h 85r 46r+ 46r", 100, "0 1 | (0) 2 | (0) 3" },
  { "tall row cut at lines", "10h 250r/20", 100, "0 1 | (0) 1:80 | (0) 1:160" },
  { "tall box without lines", "250", 100, "0 | 0:100 | 0:200" },
  { "tall begins where two lines go in", "40 150/30 20", 100, "0 1 | 1:60 | 2" },
  { "tall begins a page where they do not", "50 150/30 20", 100, "0 | 1 | 1:90 2" },
};

static GArray *
read_boxes (const char *text)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (OcopPaperBox));
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  int heading = -1;

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      char *rest;
      OcopPaperBox box = { .height = g_ascii_strtod (words[i], &rest), .heading = -1 };

      for (; *rest != '\0' && *rest != '/'; rest++)
        {
          if (*rest == '+' || *rest == 'h')
            box.keep_with_next = TRUE;
          if (*rest == 'h')
            heading = (int) i;
          if (*rest == 'r')
            box.heading = heading;
        }
      if (*rest == '/')
        box.line = g_ascii_strtod (rest + 1, NULL);
      g_array_append_val (boxes, box);
    }
  return boxes;
}

static void
append_place (GString              *text,
              const OcopPaperPlace *place)
{
  if (place->repeated)
    g_string_append_printf (text, "(%u)", place->box);
  else if (place->offset > 0)
    g_string_append_printf (text, "%u:%d", place->box, (int) (place->offset + 0.5));
  else
    g_string_append_printf (text, "%u", place->box);
}

static char *
write_pages (const OcopPaperFlow *flow)
{
  GString *text = g_string_new (NULL);

  for (guint page = 0; page < ocop_paper_flow_get_n_pages (flow); page++)
    {
      guint n;
      const OcopPaperPlace *places = ocop_paper_flow_get_page (flow, page, &n);

      g_string_append (text, page > 0 ? " | " : "");
      for (guint i = 0; i < n; i++)
        {
          g_string_append (text, i > 0 ? " " : "");
          append_place (text, &places[i]);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) boxes = read_boxes (cases[i].boxes);
      g_autoptr(OcopPaperFlow) flow = ocop_paper_flow_new ((OcopPaperBox *) boxes->data, boxes->len, cases[i].page_height);
      g_autofree char *pages = write_pages (flow);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (pages, ==, cases[i].pages);
    }
}

/* Space before a box counts, except at the top of a page. */
static void
test_space (void)
{
  static const OcopPaperBox boxes[] = {
    { .height = 40, .space_before = 30, .heading = -1 },
    { .height = 40, .space_before = 20, .heading = -1 },
    { .height = 40, .space_before = 20, .heading = -1 },
  };
  g_autoptr(OcopPaperFlow) flow = ocop_paper_flow_new (boxes, G_N_ELEMENTS (boxes), 100);
  const OcopPaperPlace *places;
  guint n;

  g_assert_cmpuint (ocop_paper_flow_get_n_pages (flow), ==, 2);
  places = ocop_paper_flow_get_page (flow, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (places[0].y, ==, 0);
  g_assert_cmpfloat (places[1].y, ==, 60);
  places = ocop_paper_flow_get_page (flow, 1, &n);
  g_assert_cmpfloat (places[0].y, ==, 0);
}

/* Whatever the boxes: all of each is placed once, in order, within the page. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint n_boxes = (guint) g_test_rand_int_range (1, 40);
      g_autofree OcopPaperBox *boxes = g_new0 (OcopPaperBox, n_boxes);
      g_autofree double *placed = g_new0 (double, n_boxes);
      g_autoptr(OcopPaperFlow) flow = NULL;

      for (guint i = 0; i < n_boxes; i++)
        boxes[i] = (OcopPaperBox) {
          .height = g_test_rand_double_range (1, 160),
          .space_before = g_test_rand_double_range (0, 10),
          .keep_with_next = g_test_rand_bit (),
          .heading = -1,
          .line = g_test_rand_bit () ? 13 : 0,
        };
      flow = ocop_paper_flow_new (boxes, n_boxes, 100);
      for (guint page = 0; page < ocop_paper_flow_get_n_pages (flow); page++)
        {
          guint n;
          const OcopPaperPlace *places = ocop_paper_flow_get_page (flow, page, &n);

          g_assert_cmpuint (n, >, 0);
          for (guint i = 0; i < n; i++)
            {
              g_assert_cmpfloat (places[i].y + places[i].height, <=, 100.02);
              g_assert_cmpfloat_with_epsilon (places[i].offset, placed[places[i].box], 0.001);
              placed[places[i].box] += places[i].height;
            }
        }
      for (guint i = 0; i < n_boxes; i++)
        g_assert_cmpfloat_with_epsilon (placed[i], boxes[i].height, 0.02);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/paper-flow/cases", test_cases);
  g_test_add_func ("/report/paper-flow/space", test_space);
  g_test_add_func ("/report/paper-flow/random", test_random);
  return g_test_run ();
}
