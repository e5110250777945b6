/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "report/ocop-paper-pages-private.h"

#define RULE_WIDTH 0.6
#define RULE_GAP 1.5

/* Room for the hand and the seal. */
#define SIGNATURE_ROOM 62

/* The two halves of a head are at least so far apart. */
#define GUTTER 10

static const OcopPaperFont plain = { .size = 12, .align = OCOP_PAPER_ALIGN_CENTRE };
static const OcopPaperFont bold = { .size = 12, .bold = TRUE, .align = OCOP_PAPER_ALIGN_CENTRE };
static const OcopPaperFont motto = { .size = 13, .bold = TRUE, .align = OCOP_PAPER_ALIGN_CENTRE };
static const OcopPaperFont number = { .size = 13, .align = OCOP_PAPER_ALIGN_CENTRE };
static const OcopPaperFont italic = { .size = 13, .italic = TRUE, .align = OCOP_PAPER_ALIGN_CENTRE };
static const OcopPaperFont recipients = { .size = 12, .bold = TRUE, .italic = TRUE, .align = OCOP_PAPER_ALIGN_LEFT };
static const OcopPaperFont recipient = { .size = 11, .align = OCOP_PAPER_ALIGN_LEFT };
static const OcopPaperFont signature = { .size = 13, .bold = TRUE, .align = OCOP_PAPER_ALIGN_CENTRE };

/* A column of lines that grows downwards. */
typedef struct
{
  OcopPaperRuler *ruler;
  cairo_t *cr;                   /* NULL to measure */
  double x;
  double y;
  double width;
} Stack;

/* The least width at which @text takes no more lines than at the full one: lines of about one length. */
static double
get_balanced_width (const Stack         *stack,
                    const char          *text,
                    const OcopPaperFont *font,
                    double               height)
{
  double width = stack->width;

  if (height < 1.5 * ocop_paper_font_get_line_height (font))
    return width;
  while (ocop_paper_ruler_get_height (stack->ruler, text, font, width * 0.95) <= height)
    width *= 0.95;
  return width;
}

static void
stack_add (Stack               *stack,
           const char          *text,
           const OcopPaperFont *font)
{
  double height;

  if (text == NULL)
    return;
  height = ocop_paper_ruler_get_height (stack->ruler, text, font, stack->width);
  if (stack->cr != NULL)
    {
      double width = font->align == OCOP_PAPER_ALIGN_CENTRE ? get_balanced_width (stack, text, font, height) : stack->width;

      ocop_paper_ruler_show (stack->ruler, stack->cr, text, font, stack->x + (stack->width - width) / 2, stack->y, width);
    }
  stack->y += height;
}

/* The rule under the last line: as long as @part of @text, but no longer than one line. */
static void
stack_add_rule (Stack               *stack,
                const char          *text,
                const OcopPaperFont *font,
                double               part)
{
  double length = MIN (ocop_paper_ruler_get_ems (stack->ruler, text, strlen (text), font->bold) * font->size, stack->width)
                  * part;

  stack->y += RULE_GAP;
  if (stack->cr == NULL)
    return;
  cairo_set_line_width (stack->cr, RULE_WIDTH);
  cairo_move_to (stack->cr, stack->x + (stack->width - length) / 2, stack->y);
  cairo_rel_line_to (stack->cr, length, 0);
  cairo_stroke (stack->cr);
}

static double
get_text_width (OcopPaperRuler      *ruler,
                const char          *text,
                const OcopPaperFont *font)
{
  return text != NULL ? ocop_paper_ruler_get_ems (ruler, text, strlen (text), font->bold) * font->size * 1.02 : 0;
}

double
ocop_paper_paint_head (const OcopPaper *paper,
                       OcopPaperRuler  *ruler,
                       cairo_t         *cr,
                       double           width)
{
  const char *nation = paper->national_head ? _("SOCIALIST REPUBLIC OF VIET NAM") : NULL;
  const char *words = paper->national_head ? _("Independence - Freedom - Happiness") : NULL;
  g_autofree char *place_and_date = paper->dated_below ? NULL : ocop_paper_dup_place_and_date (paper);
  double right_width = MAX (MAX (get_text_width (ruler, nation, &bold), get_text_width (ruler, words, &motto)),
                            MAX (get_text_width (ruler, place_and_date, &italic), width / 2));
  Stack left = { ruler, cr, 0, 0, width - right_width - GUTTER };
  Stack right = { ruler, cr, width - right_width, 0, right_width };

  stack_add (&left, paper->superior, &plain);
  stack_add (&left, paper->body, &bold);
  if (paper->body != NULL)
    stack_add_rule (&left, paper->body, &bold, 0.4);
  stack_add (&right, nation, &bold);
  stack_add (&right, words, &motto);
  if (words != NULL)
    stack_add_rule (&right, words, &motto, 1);
  if (left.y <= 0 && right.y <= 0 && paper->number == NULL && place_and_date == NULL)
    return 0;
  /* The number and the date stand on one line. */
  left.y = right.y = MAX (left.y, right.y) + 5;
  stack_add (&left, paper->number, &number);
  stack_add (&right, place_and_date, &italic);
  return MAX (left.y, right.y);
}

static void
add_recipients (Stack           *stack,
                const OcopPaper *paper)
{
  guint n = paper->recipients->len;

  if (n > 0)
    stack_add (stack, _("Recipients:"), &recipients);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("- %s%s", (char *) paper->recipients->pdata[i], i + 1 < n ? ";" : ".");

      stack_add (stack, line, &recipient);
    }
}

/* Who signs, with room for the hand over a name that is to be written by hand as well. */
static void
add_signature (Stack      *stack,
               const char *title,
               const char *hint,
               const char *name)
{
  if (title == NULL && name == NULL)
    return;
  stack_add (stack, title, &signature);
  stack_add (stack, hint, &italic);
  stack->y += SIGNATURE_ROOM;
  stack_add (stack, name, &signature);
}

double
ocop_paper_paint_foot (const OcopPaper *paper,
                       OcopPaperRuler  *ruler,
                       cairo_t         *cr,
                       double           width)
{
  g_autofree char *place_and_date = paper->dated_below ? ocop_paper_dup_place_and_date (paper) : NULL;
  Stack left = { ruler, cr, 0, 0, width * 0.45 };
  Stack right = { ruler, cr, width * 0.5, 0, width * 0.5 };

  stack_add (&right, place_and_date, &italic);
  if (paper->left_signer_title != NULL)
    left.y = right.y;
  add_recipients (&left, paper);
  add_signature (&left, paper->left_signer_title, paper->signer_hint, paper->left_signer_name);
  for (guint i = 0; i < paper->authorities->len; i++)
    stack_add (&right, paper->authorities->pdata[i], &signature);
  if (paper->signer_title == NULL && paper->signer_name == NULL && paper->authorities->len > 0)
    right.y += SIGNATURE_ROOM;
  add_signature (&right, paper->signer_title, paper->signer_hint, paper->signer_name);
  return MAX (left.y, right.y);
}

double
ocop_paper_paint_signatures (const GPtrArray *signatures,
                             OcopPaperRuler  *ruler,
                             cairo_t         *cr,
                             double           width)
{
  guint n_places = MAX (signatures->len, 2);
  double height = 0;

  for (guint i = 0; i < signatures->len; i++)
    {
      const OcopPaperSignature *signer = signatures->pdata[i];
      Stack stack = { ruler, cr, width / n_places * (n_places - signatures->len + i), 0, width / n_places };

      add_signature (&stack, signer->title, signer->hint, NULL);
      height = MAX (height, stack.y);
    }
  return height;
}
