/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which cells of a form are filled: those that are mapped, and the rows below them. */

#include "exchange/ocop-form-book-private.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"

/* Where a form does not say how far its rows go, its labels are looked for this far down. */
#define MOST_LABELS 10000

typedef struct
{
  OcopFormBook *book;
  const OcopFormPart *part;
  const OcopFormFill *fill;
  GArray *edits;
  GPtrArray *warnings;
} Layout;

static void
add_edit (const Layout        *layout,
          guint                row,
          const OcopFormValue *value)
{
  OcopFormPartEdit edit = { row, layout->fill->cell->column, value, layout->fill->cell->row };

  g_array_append_val (layout->edits, edit);
}

static gboolean
refuse_at (const Layout  *layout,
           guint          row,
           const char    *what,
           GError       **error)
{
  OcopFormCell place = *layout->fill->cell;

  place.row = row;
  return ocop_form_book_refuse (&place, what, error);
}

static void
warn_at (const Layout *layout,
         guint         row,
         const char   *what)
{
  g_autoptr(GError) warning = NULL;

  refuse_at (layout, row, what, &warning);
  g_ptr_array_add (layout->warnings, g_strdup (warning->message));
}

/* --- one cell --- */

static gboolean
lay_out_cell (const Layout  *layout,
              GError       **error)
{
  const OcopFormCell *cell = layout->fill->cell;

  if (ocop_form_part_is_computed (layout->part, cell->row, cell->column))
    warn_at (layout, cell->row, _("the form computes it by a formula; it was left as it is"));
  else if (layout->fill->values->len > 0)
    add_edit (layout, cell->row, layout->fill->values->pdata[0]);
  return TRUE;
}

/* --- rows that follow each other --- */

static gboolean
check_row (const Layout  *layout,
           guint          row,
           GError       **error)
{
  const OcopFormCell *cell = layout->fill->cell;
  const OcopFormPartCell *there = ocop_form_part_find_cell (layout->part, row, cell->column);
  const char *text = ocop_form_book_get_text (layout->book, cell->sheet, row, cell->column);
  g_autofree char *what = NULL;

  if (ocop_form_part_is_computed (layout->part, row, cell->column))
    return refuse_at (layout, row, _("the rows reach a cell that the form computes by a formula; make room for them in the form"), error);
  if (ocop_form_part_find_merged (layout->part, row, cell->column) != NULL)
    return refuse_at (layout, row, _("the rows reach cells that are merged; make room for them in the form"), error);
  if (cell->last_row > 0 || row == cell->row || there == NULL || !there->is_filled)
    return TRUE;
  what = g_strdup_printf (_("the rows reach a cell in which “%s” stands; say which row of the form is the last for them, or make room"),
                          text != NULL ? text : "");
  return refuse_at (layout, row, what, error);
}

/* What the form's author, or a former filling, left in the rows that are not needed. */
static void
empty_rest (const Layout *layout,
            guint         row)
{
  const OcopFormCell *cell = layout->fill->cell;

  for (; row <= cell->last_row; row++)
    {
      const OcopFormPartCell *there = ocop_form_part_find_cell (layout->part, row, cell->column);

      if (there != NULL && there->is_filled && !ocop_form_part_is_computed (layout->part, row, cell->column))
        add_edit (layout, row, NULL);
    }
}

static gboolean
lay_out_rows (const Layout  *layout,
              GError       **error)
{
  const OcopFormCell *cell = layout->fill->cell;
  guint n = layout->fill->values->len;

  for (guint i = 0; i < n; i++)
    {
      if (!check_row (layout, cell->row + i, error))
        return FALSE;
      add_edit (layout, cell->row + i, layout->fill->values->pdata[i]);
    }
  empty_rest (layout, cell->row + n);
  return TRUE;
}

/* --- rows that the form names --- */

/* (transfer full): folded text of the form -> its row; of two alike the first */
static GHashTable *
read_labels (const Layout *layout)
{
  const OcopFormCell *cell = layout->fill->cell;
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint last = cell->last_row > 0 ? cell->last_row : cell->row + MOST_LABELS;

  for (guint row = cell->row; row <= last; row++)
    {
      const char *text = ocop_form_book_get_text (layout->book, cell->sheet, row, cell->labels_column);
      g_autofree char *folded = text != NULL ? ocop_text_fold (text) : NULL;

      if (folded != NULL && !g_hash_table_contains (rows, folded))
        g_hash_table_insert (rows, g_steal_pointer (&folded), GUINT_TO_POINTER (row));
    }
  return rows;
}

static gboolean
lay_out_label (const Layout  *layout,
               GHashTable    *rows,
               guint          i,
               GError       **error)
{
  const OcopFormCell *cell = layout->fill->cell;
  const char *label = layout->fill->labels->pdata[i];
  g_autofree char *folded = ocop_text_fold (label);
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, folded));

  if (row == 0)
    {
      g_autofree char *what = g_strdup_printf (_("the form has no row for “%s”"), label);

      warn_at (layout, cell->row, what);
    }
  else if (ocop_form_part_is_computed (layout->part, row, cell->column))
    warn_at (layout, row, _("the form computes it by a formula; it was left as it is"));
  else if (ocop_form_part_find_merged (layout->part, row, cell->column) != NULL)
    return refuse_at (layout, row, _("it is merged with others"), error);
  else
    add_edit (layout, row, layout->fill->values->pdata[i]);
  return TRUE;
}

static gboolean
lay_out_labels (const Layout  *layout,
                GError       **error)
{
  g_autoptr(GHashTable) rows = read_labels (layout);

  for (guint i = 0; i < layout->fill->values->len; i++)
    if (!lay_out_label (layout, rows, i, error))
      return FALSE;
  return TRUE;
}

gboolean
ocop_form_book_lay_out (OcopFormBook        *book,
                        const OcopFormFill  *fill,
                        GArray              *edits,
                        GPtrArray           *warnings,
                        GError             **error)
{
  const Layout layout = { book, ocop_form_book_find_part (book, fill->cell->sheet), fill, edits, warnings };
  g_autoptr(GError) problem = NULL;

  if (!ocop_form_book_can_take (book, fill->cell, &problem) &&
      (layout.part == NULL || !ocop_form_part_is_computed (layout.part, fill->cell->row, fill->cell->column)))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!fill->goes_down)
    return lay_out_cell (&layout, error);
  return fill->cell->labels_column > 0 ? lay_out_labels (&layout, error) : lay_out_rows (&layout, error);
}
