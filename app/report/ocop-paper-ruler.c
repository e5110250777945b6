/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-ruler.h"

#include <string.h>

#include "report/ocop-paper-fonts.h"

/* Latin, Vietnamese and general punctuation, up to the currency signs. */
#define N_KNOWN 0x2100

/* Letters are measured so large, then scaled. */
#define MEASURING_SIZE 100.0

#define LINE_SPACING 1.18

struct _OcopPaperRuler
{
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *description;
  GArray *lines;
  float ems[2][N_KNOWN];         /* plain and bold; negative until asked for */
};

/* The same glyph positions on screen, paper and in a file. */
static PangoContext *
create_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

OcopPaperRuler *
ocop_paper_ruler_new (void)
{
  OcopPaperRuler *ruler = g_new0 (OcopPaperRuler, 1);

  /* Of its own, by fontconfig on every system, and so not bound to one thread. */
  ruler->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  ruler->context = create_context (ruler->map);
  ruler->description = pango_font_description_from_string (ocop_paper_font_family ());
  ruler->layout = pango_layout_new (ruler->context);
  ruler->lines = g_array_new (FALSE, FALSE, sizeof (OcopPaperLine));
  for (guint i = 0; i < N_KNOWN; i++)
    ruler->ems[FALSE][i] = ruler->ems[TRUE][i] = -1;
  return ruler;
}

void
ocop_paper_ruler_free (OcopPaperRuler *ruler)
{
  g_array_unref (ruler->lines);
  g_object_unref (ruler->layout);
  pango_font_description_free (ruler->description);
  g_object_unref (ruler->context);
  g_object_unref (ruler->map);
  g_free (ruler);
}

PangoLayout *
ocop_paper_ruler_create_layout (OcopPaperRuler *ruler,
                                double          size)
{
  PangoLayout *layout = pango_layout_new (ruler->context);
  g_autoptr(PangoFontDescription) description = pango_font_description_from_string (ocop_paper_font_family ());

  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  return layout;
}

static void
set_font (OcopPaperRuler *ruler,
          double          size,
          gboolean        bold,
          gboolean        italic)
{
  pango_font_description_set_absolute_size (ruler->description, size * PANGO_SCALE);
  pango_font_description_set_weight (ruler->description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (ruler->description, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (ruler->layout, ruler->description);
}

static double
measure_letter (OcopPaperRuler *ruler,
                const char     *letter,
                gboolean        bold)
{
  int width;

  set_font (ruler, MEASURING_SIZE, bold, FALSE);
  pango_layout_set_text (ruler->layout, letter, (int) (g_utf8_next_char (letter) - letter));
  pango_layout_get_size (ruler->layout, &width, NULL);
  return width / (MEASURING_SIZE * PANGO_SCALE);
}

static double
get_letter_ems (OcopPaperRuler *ruler,
                const char     *letter,
                gboolean        bold)
{
  gunichar c = g_utf8_get_char (letter);

  if (c >= N_KNOWN)
    return measure_letter (ruler, letter, bold);
  if (ruler->ems[bold != FALSE][c] < 0)
    ruler->ems[bold != FALSE][c] = (float) measure_letter (ruler, letter, bold);
  return ruler->ems[bold != FALSE][c];
}

double
ocop_paper_ruler_get_ems (OcopPaperRuler *ruler,
                          const char     *text,
                          gsize           length,
                          gboolean        bold)
{
  double ems = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    ems += get_letter_ems (ruler, p, bold);
  return ems;
}

double
ocop_paper_ruler_get_word_ems (OcopPaperRuler *ruler,
                               const char     *text,
                               gboolean        bold)
{
  double widest = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, " \n");

      widest = MAX (widest, ocop_paper_ruler_get_ems (ruler, text, length, bold));
      text += length + strspn (text + length, " \n");
    }
  return widest;
}

/* Where the line that begins at @start ends, and where the next begins (%NULL after the last). */
static const char *
find_line_end (OcopPaperRuler  *ruler,
               const char      *start,
               gboolean         bold,
               double           width_ems,
               const char     **next)
{
  const char *word_end = NULL, *mark_end = NULL, *p;
  double ems = 0;

  for (p = start; *p != '\0' && *p != '\n'; p = g_utf8_next_char (p))
    {
      ems += get_letter_ems (ruler, p, bold);
      if (*p == ' ')
        word_end = p;
      else if (ems > width_ems && p > start)
        break;
      else if (*p == '-' || *p == '/')
        mark_end = p + 1;
    }
  if (*p == '\0' || *p == '\n')
    {
      *next = *p == '\n' ? p + 1 : NULL;
      return p;
    }
  if (word_end == NULL)
    word_end = mark_end != NULL ? mark_end : p;
  *next = word_end + strspn (word_end, " ");
  return word_end;
}

void
ocop_paper_ruler_wrap (OcopPaperRuler      *ruler,
                       const char          *text,
                       const OcopPaperFont *font,
                       double               width,
                       GArray              *lines)
{
  const char *start = text;

  g_array_set_size (lines, 0);
  do
    {
      const char *next;
      const char *end = find_line_end (ruler, start, font->bold, width / font->size, &next);
      OcopPaperLine line = { start, (gsize) (end - start) };

      g_array_append_val (lines, line);
      start = next;
    }
  while (start != NULL);
}

double
ocop_paper_font_get_line_height (const OcopPaperFont *font)
{
  return font->size * LINE_SPACING;
}

double
ocop_paper_ruler_get_height (OcopPaperRuler      *ruler,
                             const char          *text,
                             const OcopPaperFont *font,
                             double               width)
{
  ocop_paper_ruler_wrap (ruler, text, font, width, ruler->lines);
  return ruler->lines->len * ocop_paper_font_get_line_height (font);
}

static void
show_line (OcopPaperRuler      *ruler,
           cairo_t             *cr,
           const OcopPaperLine *line,
           OcopPaperAlign       align,
           double               x,
           double               y,
           double               width)
{
  int taken;
  double spare;

  if (line->length == 0)
    return;
  pango_layout_set_text (ruler->layout, line->start, (int) line->length);
  pango_layout_get_size (ruler->layout, &taken, NULL);
  spare = width - (double) taken / PANGO_SCALE;
  if (align == OCOP_PAPER_ALIGN_CENTRE)
    x += spare / 2;
  else if (align == OCOP_PAPER_ALIGN_RIGHT)
    x += spare;
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, ruler->layout);
}

double
ocop_paper_ruler_show (OcopPaperRuler      *ruler,
                       cairo_t             *cr,
                       const char          *text,
                       const OcopPaperFont *font,
                       double               x,
                       double               y,
                       double               width)
{
  double height = ocop_paper_font_get_line_height (font);

  ocop_paper_ruler_wrap (ruler, text, font, width, ruler->lines);
  set_font (ruler, font->size, font->bold, font->italic);
  for (guint i = 0; i < ruler->lines->len; i++)
    show_line (ruler, cr, &g_array_index (ruler->lines, OcopPaperLine, i), font->align, x, y + i * height, width);
  return ruler->lines->len * height;
}
