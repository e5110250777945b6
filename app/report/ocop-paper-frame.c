/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper-frame-private.h"

#include <string.h>

/* One word, a web address perhaps, may claim at most so many ems for its column. */
#define WIDEST_WORD 24.0

#define LARGEST_SIZE 11.0
#define SMALLEST_SIZE 9.0

/* Columns of nothing but their longest word make rows of many lines. */
#define SPARE 0.12

const OcopPaperRow *
ocop_paper_frame_get_row (const OcopPaperFrame *frame,
                          guint                 row)
{
  return g_ptr_array_index (frame->table->rows, row);
}

const OcopValue *
ocop_paper_frame_get_cell (const OcopPaperFrame *frame,
                           const OcopPaperRow   *row,
                           guint                 position)
{
  return &row->cells[ocop_paper_table_get_column (frame->table, position)->cell];
}

OcopPaperFont
ocop_paper_frame_get_heading_font (const OcopPaperFrame *frame)
{
  return (OcopPaperFont) { .size = frame->size, .bold = TRUE, .align = OCOP_PAPER_ALIGN_CENTRE };
}

OcopPaperFont
ocop_paper_frame_get_cell_font (const OcopPaperFrame *frame,
                                const OcopPaperRow   *row,
                                guint                 position)
{
  return (OcopPaperFont) {
    .size = frame->size,
    .bold = row->kind != OCOP_PAPER_ROW_DATA,
    .align = ocop_paper_column_get_align (ocop_paper_table_get_column (frame->table, position)),
  };
}

OcopPaperFont
ocop_paper_frame_get_label_font (const OcopPaperFrame *frame,
                                 const OcopPaperRow   *row)
{
  return (OcopPaperFont) {
    .size = frame->size,
    .bold = TRUE,
    .align = row->kind == OCOP_PAPER_ROW_TOTAL ? OCOP_PAPER_ALIGN_CENTRE : OCOP_PAPER_ALIGN_LEFT,
  };
}

double
ocop_paper_frame_get_inner_width (const OcopPaperFrame *frame,
                                  guint                 first,
                                  guint                 span)
{
  return frame->edges[first + span] - frame->edges[first] - 2 * OCOP_PAPER_CELL_PADDING_X;
}

guint
ocop_paper_frame_get_title_span (const OcopPaperFrame *frame,
                                 guint                 position)
{
  guint span = 1;

  while (position + span < frame->n_columns && ocop_paper_table_get_column (frame->table, position + span - 1)->leads)
    span++;
  return span;
}

/* A telephone or account number, in groups: one word. */
static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789 .+-()") == strlen (text);
}

/* How wide a column must be, in ems, for no word of its heading and cells to be broken; numbers and dates are one word. */
static double
get_needed_ems (const OcopPaperFrame *frame,
                guint                 position)
{
  const OcopPaperColumn *column = ocop_paper_table_get_column (frame->table, position);
  double needed = column->upright ? 1 : ocop_paper_ruler_get_word_ems (frame->ruler, column->title, TRUE);

  for (guint i = 0; i < frame->table->rows->len; i++)
    {
      const OcopPaperRow *row = ocop_paper_frame_get_row (frame, i);
      const OcopValue *value = ocop_paper_frame_get_cell (frame, row, position);
      gboolean bold = row->kind != OCOP_PAPER_ROW_DATA;

      if (column->type == OCOP_PAPER_COLUMN_BOX)
        needed = MAX (needed, 1);
      else if (value->type == OCOP_VALUE_TEXT && is_number (value->text))
        needed = MAX (needed, ocop_paper_ruler_get_ems (frame->ruler, value->text, strlen (value->text), bold));
      else if (value->type == OCOP_VALUE_TEXT && column->type != OCOP_PAPER_COLUMN_DATE)
        needed = MAX (needed, ocop_paper_ruler_get_word_ems (frame->ruler, value->text, bold));
      else if (value->type != OCOP_VALUE_UNKNOWN)
        {
          g_autofree char *text = ocop_paper_column_to_people (column, value);

          needed = MAX (needed, ocop_paper_ruler_get_word_ems (frame->ruler, text, bold));
        }
    }
  return MIN (needed, WIDEST_WORD);
}

/* A hair more than the words: letters are summed here and laid out there. */
static double
get_least_width (const OcopPaperFrame *frame,
                 guint                 position,
                 double                size)
{
  return frame->needed_ems[position] * size * 1.01 + 2 * OCOP_PAPER_CELL_PADDING_X;
}

static double
get_least_total (const OcopPaperFrame *frame,
                 double                size)
{
  double total = 0;

  for (guint i = 0; i < frame->n_columns; i++)
    total += get_least_width (frame, i, size);
  return total;
}

/* The largest size at which every column gets what it needs and something is left for those of long texts. */
static double
choose_size (const OcopPaperFrame *frame,
             double                width)
{
  double size = LARGEST_SIZE;

  while (size > SMALLEST_SIZE && get_least_total (frame, size) > width * (1 - SPARE))
    size -= 0.5;
  return size;
}

/* Shares @width out by @weights, but gives no column less than @least as long as there is enough for all. */
static void
share_out (double       *shares,
           const double *weights,
           const double *least,
           guint         n_columns,
           double        width)
{
  g_autofree gboolean *fixed = g_new0 (gboolean, n_columns);
  gboolean settled = FALSE;

  while (!settled)
    {
      double rest = width, weight = 0;

      settled = TRUE;
      for (guint i = 0; i < n_columns; i++)
        {
          rest -= fixed[i] ? least[i] : 0;
          weight += fixed[i] ? 0 : weights[i];
        }
      for (guint i = 0; i < n_columns; i++)
        {
          shares[i] = fixed[i] ? least[i] : rest * weights[i] / weight;
          if (!fixed[i] && shares[i] < least[i])
            {
              fixed[i] = TRUE;
              settled = FALSE;
            }
        }
    }
}

/* Where even the smallest type is too large, the columns share what there is in proportion to their needs. */
static void
squeeze (double *least,
         guint   n_columns,
         double  width)
{
  double total = 0;

  for (guint i = 0; i < n_columns; i++)
    total += least[i];
  for (guint i = 0; i < n_columns && total > width; i++)
    least[i] *= width / total;
}

static void
set_edges (OcopPaperFrame *frame,
           double          width)
{
  guint n = frame->n_columns;
  g_autofree double *least = g_new (double, n);
  g_autofree double *weights = g_new (double, n);
  g_autofree double *shares = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      double weight = ocop_paper_table_get_column (frame->table, i)->width;

      least[i] = get_least_width (frame, i, frame->size);
      weights[i] = weight > 0 ? weight : 10;
    }
  squeeze (least, n, width);
  share_out (shares, weights, least, n, width);
  for (guint i = 0; i < n; i++)
    frame->edges[i + 1] = frame->edges[i] + shares[i];
}

static double
measure_title (OcopPaperFrame *frame,
               const char     *title,
               guint           first,
               guint           span)
{
  OcopPaperFont font = ocop_paper_frame_get_heading_font (frame);

  if (span == 1 && ocop_paper_table_get_column (frame->table, first)->upright)
    return ocop_paper_ruler_get_ems (frame->ruler, title, strlen (title), TRUE) * font.size * 1.02 + 2 * OCOP_PAPER_CELL_PADDING_X;

  return ocop_paper_ruler_get_height (frame->ruler, title, &font, ocop_paper_frame_get_inner_width (frame, first, span)) + 2 * OCOP_PAPER_CELL_PADDING_Y;
}

static void
measure_heading (OcopPaperFrame *frame)
{
  double over_both = 0;
  guint span;

  for (guint i = 0; i < frame->n_columns; i += span)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (frame->table, i);

      span = ocop_paper_table_get_group_span (frame->table, i);
      if (column->group == NULL)
        {
          span = ocop_paper_frame_get_title_span (frame, i);
          over_both = MAX (over_both, measure_title (frame, ocop_paper_table_get_column (frame->table, i + span - 1)->title, i, span));
          continue;
        }
      frame->group_height = MAX (frame->group_height, measure_title (frame, column->group, i, span));
      for (guint j = i; j < i + span; j++)
        frame->title_height = MAX (frame->title_height,
                                   measure_title (frame, ocop_paper_table_get_column (frame->table, j)->title, j, 1));
    }
  frame->title_height = MAX (frame->title_height, over_both - frame->group_height);
}

OcopPaperFrame *
ocop_paper_frame_new (const OcopPaperTable *table,
                      OcopPaperRuler       *ruler)
{
  OcopPaperFrame *frame = g_new0 (OcopPaperFrame, 1);

  frame->table = table;
  frame->ruler = ruler;
  frame->n_columns = table->columns->len;
  frame->needed_ems = g_new (double, frame->n_columns);
  frame->edges = g_new0 (double, frame->n_columns + 1);
  for (guint i = 0; i < frame->n_columns; i++)
    frame->needed_ems[i] = get_needed_ems (frame, i);
  return frame;
}

void
ocop_paper_frame_free (OcopPaperFrame *frame)
{
  g_free (frame->edges);
  g_free (frame->needed_ems);
  g_free (frame);
}

double
ocop_paper_frame_get_least_width (const OcopPaperFrame *frame)
{
  return get_least_total (frame, SMALLEST_SIZE);
}

void
ocop_paper_frame_set_width (OcopPaperFrame *frame,
                            double          width)
{
  frame->size = choose_size (frame, width);
  set_edges (frame, width);
  measure_heading (frame);
}

double
ocop_paper_frame_get_line_height (const OcopPaperFrame *frame)
{
  OcopPaperFont font = ocop_paper_frame_get_heading_font (frame);

  return ocop_paper_font_get_line_height (&font);
}

double
ocop_paper_frame_get_padding (const OcopPaperFrame *frame)
{
  return OCOP_PAPER_CELL_PADDING_Y;
}

double
ocop_paper_frame_get_heading_height (OcopPaperFrame *frame)
{
  return frame->group_height + frame->title_height;
}

double
ocop_paper_frame_get_row_height (OcopPaperFrame *frame,
                                 guint           index)
{
  const OcopPaperRow *row = ocop_paper_frame_get_row (frame, index);
  guint span = ocop_paper_table_get_label_span (frame->table, row);
  double height = ocop_paper_frame_get_line_height (frame);

  if (span > 0 && row->label != NULL)
    {
      OcopPaperFont font = ocop_paper_frame_get_label_font (frame, row);

      height = ocop_paper_ruler_get_height (frame->ruler, row->label, &font, ocop_paper_frame_get_inner_width (frame, 0, span));
    }
  for (guint i = span; i < frame->n_columns; i++)
    {
      const OcopValue *value = ocop_paper_frame_get_cell (frame, row, i);
      OcopPaperFont font = ocop_paper_frame_get_cell_font (frame, row, i);
      g_autofree char *text = NULL;

      /* Numbers are never broken, so only texts can make a row taller. */
      if (value->type != OCOP_VALUE_TEXT)
        continue;
      text = ocop_paper_column_to_people (ocop_paper_table_get_column (frame->table, i), value);
      height = MAX (height, ocop_paper_ruler_get_height (frame->ruler, text, &font, ocop_paper_frame_get_inner_width (frame, i, 1)));
    }
  return height + 2 * OCOP_PAPER_CELL_PADDING_Y;
}
