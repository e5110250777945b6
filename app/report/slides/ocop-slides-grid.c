/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a table is set on slides. */

#include "report/slides/ocop-slides-private.h"

/* Tried in turn: the first in which the table has room on one slide. */
static const double sizes[] = { 18, 16, 14, 12 };

/* From here on a long table takes more slides instead of smaller type. */
#define READABLE 14.0

/* A narrow table is not pulled over the whole slide: its figures would stand far from their names. With
 * more columns there is always one nearby. */
#define MOST_STRETCH 1.6
#define MOST_STRETCH_OF_MANY 3.0

/* Of a column of texts, how much it gives up at most where the table is too wide. */
#define MOST_NARROWED 0.6

static void
measure (const OcopSlidesLayout *layout,
         const char             *text,
         double                  size,
         double                  width,
         double                 *taken,
         double                 *height)
{
  g_autoptr(PangoLayout) set = ocop_slides_layout_set_text (layout, text, size, TRUE, width);
  int w, h;

  pango_layout_get_size (set, &w, &h);
  *taken = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

/* Of the whole heading, what each of its two lines takes at most. */
#define HEADING_SHARE 0.65

/* A heading may be broken between its words, but not into a column of them. */
static double
measure_heading (const OcopSlidesLayout *layout,
                 const char             *text,
                 double                  size)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  double widest, width, height;

  measure (layout, text, size, -1, &width, &height);
  widest = width * HEADING_SHARE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      measure (layout, words[i], size, -1, &width, &height);
      widest = MAX (widest, width);
    }
  return widest;
}

/* Returns: the sum */
static double
measure_columns (OcopSlideGrid          *self,
                 const OcopSlidesLayout *layout,
                 const OcopSlideTable   *table)
{
  double sum = 0;

  for (guint column = 0; column < table->n_columns; column++)
    {
      double widest = measure_heading (layout, ocop_slide_table_get (table, 0, column), self->size), width, height;

      for (guint row = 1; row <= table->n_rows; row++)
        {
          measure (layout, ocop_slide_table_get (table, row, column), self->size, -1, &width, &height);
          widest = MAX (widest, width);
        }
      /* A hair more, for faces that are a little wider than ours. */
      self->widths[column] = widest * 1.04 + 2 * OCOP_SLIDE_CELL_SIDE;
      sum += self->widths[column];
    }
  return sum;
}

/* Takes what @sum is more than @room from the texts, which can be broken, each by its part. Returns: what is left */
static double
narrow_texts (OcopSlideGrid        *self,
              const OcopSlideTable *table,
              double                sum,
              double                room)
{
  double texts = 0, share;

  for (guint column = 0; column < table->n_columns; column++)
    texts += ocop_slide_table_is_text (table, column) ? self->widths[column] : 0;
  share = texts > 0 ? MIN ((sum - room) / texts, MOST_NARROWED) : 0;
  for (guint column = 0; column < table->n_columns; column++)
    if (ocop_slide_table_is_text (table, column))
      self->widths[column] *= 1 - share;
  return sum - texts * share;
}

/* One with room to spare spreads. */
static void
spread (OcopSlideGrid        *self,
        const OcopSlideTable *table,
        double                sum,
        double                room)
{
  double stretch = MIN (room / sum, table->n_columns > 2 ? MOST_STRETCH_OF_MANY : MOST_STRETCH);

  if (sum > room)
    stretch = MIN (room / narrow_texts (self, table, sum, room), 1);
  for (guint column = 0; column < table->n_columns; column++)
    self->widths[column] *= stretch;
}

static void
measure_rows (OcopSlideGrid          *self,
              const OcopSlidesLayout *layout,
              const OcopSlideTable   *table)
{
  for (guint row = 0; row <= table->n_rows; row++)
    {
      double tallest = 0, width, height;

      for (guint column = 0; column < table->n_columns; column++)
        {
          measure (layout, ocop_slide_table_get (table, row, column), self->size,
                   self->widths[column] - 2 * OCOP_SLIDE_CELL_SIDE, &width, &height);
          tallest = MAX (tallest, height);
        }
      self->heights[row] = tallest + 2 * OCOP_SLIDE_CELL_TOP;
    }
}

double
ocop_slide_grid_get_height (const OcopSlideGrid *self,
                            guint                first,
                            guint                end)
{
  double height = self->heights[0];

  for (guint row = first; row < end; row++)
    height += self->heights[row];
  return height;
}

OcopSlideGrid *
ocop_slide_grid_new (const OcopSlidesLayout *layout,
                     const OcopSlideTable   *table)
{
  const OcopSlideBox *box = ocop_slide_box (OCOP_SLIDE_BOX_BODY);
  OcopSlideGrid *self = g_new0 (OcopSlideGrid, 1);

  self->widths = g_new (double, table->n_columns);
  self->heights = g_new (double, table->n_rows + 1);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double sum;

      self->size = sizes[i];
      sum = measure_columns (self, layout, table);
      spread (self, table, sum, box->width);
      measure_rows (self, layout, table);
      if (sum <= box->width &&
          (self->size <= READABLE || ocop_slide_grid_get_height (self, 1, table->n_rows + 1) <= box->height))
        break;
    }
  return self;
}

void
ocop_slide_grid_free (OcopSlideGrid *self)
{
  g_free (self->widths);
  g_free (self->heights);
  g_free (self);
}

/* For rows below the heading. */
static double
get_room (const OcopSlideGrid  *self,
          const OcopSlideTable *table)
{
  return ocop_slide_box (OCOP_SLIDE_BOX_BODY)->height - self->heights[0] - (table->rest != NULL ? OCOP_SLIDE_REST_HEIGHT : 0);
}

gboolean
ocop_slide_grid_find_rest (const OcopSlidePage *page,
                           OcopSlideBox        *box)
{
  double height = ocop_slide_grid_get_height (page->grid, page->first_row, page->end_row);

  *box = *ocop_slide_box (OCOP_SLIDE_BOX_BODY);
  box->y += height + OCOP_SLIDE_CELL_TOP;
  box->height = OCOP_SLIDE_REST_HEIGHT - OCOP_SLIDE_CELL_TOP;
  return page->slide->table->rest != NULL && page->end_row > page->slide->table->n_rows;
}

guint
ocop_slide_grid_find_end (const OcopSlideGrid  *self,
                          const OcopSlideTable *table,
                          guint                 first)
{
  double room = get_room (self, table);
  double left = ocop_slide_grid_get_height (self, first, table->n_rows + 1) - self->heights[0];
  guint n_pages = (guint) (left / room) + 1;
  double height = 0;
  guint row = first;

  /* The pages that are left share the rows, so that the last has not one alone. */
  if (n_pages > 1)
    room = MIN (room, left / n_pages + self->heights[first]);
  /* One row at least, however tall. */
  for (; row <= table->n_rows && (row == first || height + self->heights[row] <= room); row++)
    height += self->heights[row];
  /* What heads a group stands above the first of it. */
  while (row > first + 1 && row <= table->n_rows && ocop_slide_table_is_strong (table, row - 1))
    row--;
  return row;
}
