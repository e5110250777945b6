/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many rows the lists lack that are to be filled into a form. */

#include "exchange/ocop-form-book-private.h"

#include <glib/gi18n.h>

#include "exchange/ocop-form-insert-private.h"

/* The columns of one list, which begin in one row of a sheet. */
typedef struct
{
  const OcopFormPart *part;
  const char *sheet;
  guint first;
  guint last;               /* that the form keeps for it; 0 until it is known */
  guint n;                  /* that are to be filled */
  GPtrArray *fills;         /* (element-type OcopFormFill) */
} List;

static void
list_free (List *list)
{
  g_ptr_array_unref (list->fills);
  g_free (list);
}

static List *
find_list (OcopFormBook       *book,
           GPtrArray          *lists,
           const OcopFormCell *cell)
{
  const OcopFormPart *part = ocop_form_book_find_part (book, cell->sheet);
  List *list;

  for (guint i = 0; i < lists->len; i++)
    if ((list = lists->pdata[i])->part == part && list->first == cell->row)
      return list;
  list = g_new0 (List, 1);
  list->part = part;
  list->sheet = cell->sheet;
  list->first = cell->row;
  list->fills = g_ptr_array_new ();
  g_ptr_array_add (lists, list);
  return list;
}

static void
add_fill (OcopFormBook       *book,
          GPtrArray          *lists,
          const OcopFormFill *fill)
{
  const OcopFormCell *cell = fill->cell;
  List *list = find_list (book, lists, cell);

  g_ptr_array_add (list->fills, (gpointer) fill);
  list->n = MAX (list->n, fill->values->len);
  if (cell->last_row > 0)
    list->last = list->last == 0 ? cell->last_row : MIN (list->last, cell->last_row);
}

static gboolean
is_taken (const List *list,
          guint       row,
          guint       column)
{
  const OcopFormPartCell *cell = ocop_form_part_find_cell (list->part, row, column);

  return (cell != NULL && cell->is_filled) || ocop_form_part_is_computed (list->part, row, column) ||
         ocop_form_part_find_merged (list->part, row, column) != NULL;
}

/* Whether the row ends the list, as one with a word in it does: "Tổng cộng". One with a number where the list goes is
 * rather one of those that the form has numbered ahead. */
static gboolean
ends_list (OcopFormBook *book,
           const List   *list,
           guint         number)
{
  const OcopFormPartRow *row = ocop_form_part_find_row (list->part, number);
  gboolean has_word = FALSE;

  for (guint i = 0; row != NULL && i < row->cells->len; i++)
    {
      const OcopFormPartCell *cell = &g_array_index (row->cells, OcopFormPartCell, i);
      const char *text = ocop_form_book_get_text (book, list->sheet, number, cell->column);

      has_word |= !cell->is_formula && ocop_form_book_is_words (text);
    }
  for (guint i = 0; i < list->fills->len; i++)
    {
      const OcopFormCell *cell = ((const OcopFormFill *) list->fills->pdata[i])->cell;
      const char *text = ocop_form_book_get_text (book, list->sheet, number, cell->column);

      if (text != NULL && !ocop_form_part_is_computed (list->part, number, cell->column) && !ocop_form_book_is_words (text))
        return FALSE;
    }
  return has_word;
}

/* Where the form is not said to end the list, it goes up to what stands below it. */
static void
find_last (OcopFormBook *book,
           List         *list)
{
  for (guint row = list->first + 1; list->last == 0 && row < list->first + list->n; row++)
    for (guint i = 0; i < list->fills->len; i++)
      if (is_taken (list, row, ((const OcopFormFill *) list->fills->pdata[i])->cell->column))
        {
          if (ends_list (book, list, row))
            list->last = row - 1;
          return;
        }
}

/* Before the last row of several, as people do it: what is summed or printed up to that row then goes on, and the last
 * one keeps how it looks. */
static void
add_insert (OcopFormShift *shift,
            const List    *list)
{
  gboolean several = list->last > list->first;
  OcopFormInsert insert = { list->first, several ? list->last : list->first + 1, list->n - (list->last - list->first + 1),
                            several ? list->last - 1 : list->first, !several };

  ocop_form_shift_add (shift, list->sheet, &insert);
}

static gboolean
lacks_rows (const List *list)
{
  return list->last >= list->first && list->n > list->last - list->first + 1;
}

/* Rows that are put into one list would tear another beside it. */
static gboolean
check_beside (const GPtrArray  *lists,
              const List       *list,
              GError          **error)
{
  for (guint i = 0; i < lists->len; i++)
    {
      const List *other = lists->pdata[i];
      guint last = MAX (other->last, other->first + MAX (other->n, 1) - 1);
      g_autofree char *place = NULL;

      if (other == list || other->part != list->part || other->first > list->last || last < list->first)
        continue;
      place = g_strdup_printf (_("sheet “%s”, rows %u and %u"), list->sheet, MIN (list->first, other->first), MAX (list->first, other->first));
      return ocop_form_insert_refuse (place, _("two lists stand beside each other and begin in different rows"), error);
    }
  return TRUE;
}

OcopFormShift *
ocop_form_book_find_room (OcopFormBook     *book,
                          const GPtrArray  *fills,
                          GError          **error)
{
  g_autoptr(GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) list_free);
  g_autoptr(GHashTable) shift = ocop_form_shift_new ();

  for (guint i = 0; i < fills->len; i++)
    {
      const OcopFormFill *fill = fills->pdata[i];

      if (fill->goes_down && fill->cell->labels_column == 0)
        add_fill (book, lists, fill);
    }
  for (guint i = 0; i < lists->len; i++)
    find_last (book, lists->pdata[i]);
  for (guint i = 0; i < lists->len; i++)
    {
      if (!lacks_rows (lists->pdata[i]))
        continue;
      if (!check_beside (lists, lists->pdata[i], error))
        return NULL;
      add_insert (shift, lists->pdata[i]);
    }
  return g_steal_pointer (&shift);
}
