/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ownform/desk-own-form-data.h"

typedef struct
{
  OcopRegister *reg;
  char *form;
  guint year;
  char *period;
  OcopDate on;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->reg);
  g_free (wish->form);
  g_free (wish->period);
  g_free (wish);
}

void
desk_own_form_data_free (DeskOwnFormData *data)
{
  g_clear_pointer (&data->names, g_ptr_array_unref);
  g_clear_pointer (&data->ids, g_ptr_array_unref);
  g_clear_pointer (&data->sources, g_ptr_array_unref);
  g_clear_pointer (&data->form, ocop_record_free);
  g_clear_pointer (&data->cells, g_ptr_array_unref);
  g_clear_pointer (&data->book, ocop_form_book_free);
  g_clear_pointer (&data->filled, ocop_form_book_free);
  g_clear_pointer (&data->bytes, g_bytes_unref);
  g_clear_pointer (&data->notes, g_ptr_array_unref);
  g_free (data);
}

static gboolean
read_names (DeskOwnFormData  *data,
            OcopReader       *reader,
            GError          **error)
{
  static const char * const columns[] = { "id", "name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("own_form");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_order_by (query, "name", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      g_ptr_array_add (data->ids, g_strdup (ocop_rows_get_text (rows, i, 0)));
      g_ptr_array_add (data->names, g_strdup (ocop_rows_get_text (rows, i, 1)));
    }
  return rows != NULL;
}

/* The one that is asked for, by its id or name, where it is still there. */
static const char *
choose (const DeskOwnFormData *data,
        const char            *form)
{
  for (guint i = 0; i < data->ids->len; i++)
    if (g_strcmp0 (data->ids->pdata[i], form) == 0 || g_strcmp0 (data->names->pdata[i], form) == 0)
      return data->ids->pdata[i];
  return data->ids->len > 0 ? data->ids->pdata[0] : NULL;
}

/* Figures that do not fit into the form are said; the form is looked at all the same. */
static void
fill (DeskOwnFormData        *data,
      OcopReader             *reader,
      const OcopOwnFormScope *scope)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GPtrArray) fills = ocop_own_form_fills (reader, data->cells, scope, data->notes, &problem);

  if (fills != NULL)
    data->bytes = ocop_form_book_fill (data->book, fills, &left, &problem);
  if (data->bytes != NULL)
    data->filled = ocop_form_book_open (data->bytes, &problem);
  for (guint i = 0; left != NULL && i < left->len; i++)
    g_ptr_array_add (data->notes, g_strdup (left->pdata[i]));
  if (problem != NULL)
    g_ptr_array_add (data->notes, g_strdup (problem->message));
}

static gboolean
read_form (DeskOwnFormData         *data,
           OcopReader              *reader,
           const Wish              *wish,
           const OcopOwnFormScope  *scope,
           GError                 **error)
{
  const char *id = choose (data, wish->form);
  g_autoptr(GError) problem = NULL;

  if (id == NULL)
    return TRUE;
  data->form = ocop_reader_load (reader, ocop_kind_find ("own_form"), id, error);
  data->cells = data->form != NULL ? ocop_own_form_read_cells (data->form, error) : NULL;
  if (data->cells == NULL)
    return FALSE;
  data->book = ocop_own_form_open (wish->reg, data->form, &problem);
  if (data->book == NULL)
    {
      g_ptr_array_add (data->notes, g_strdup (problem->message));
      return TRUE;
    }
  g_ptr_array_unref (data->notes);
  data->notes = ocop_form_book_compare (data->book, data->cells);
  fill (data, reader, scope);
  return TRUE;
}

static gpointer
read_data (OcopReader    *reader,
           gpointer       user_data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Wish *wish = user_data;
  const OcopOwnFormScope scope = { .year = wish->year, .period = wish->period, .on = wish->on };
  g_autoptr(DeskOwnFormData) data = g_new0 (DeskOwnFormData, 1);

  data->names = g_ptr_array_new_with_free_func (g_free);
  data->ids = g_ptr_array_new_with_free_func (g_free);
  data->notes = g_ptr_array_new_with_free_func (g_free);
  data->sources = ocop_own_form_sources (reader, &scope, error);
  if (data->sources == NULL || !read_names (data, reader, error) || !read_form (data, reader, wish, &scope, error))
    return NULL;
  return g_steal_pointer (&data);
}

void
desk_own_form_data_read_async (OcopRegister        *reg,
                               const char          *form,
                               guint                year,
                               const char          *period,
                               OcopDate             on,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish) { g_object_ref (reg), g_strdup (form), year, g_strdup (period), on };
  ocop_register_read_async (reg, OCOP_LANE_LONG, read_data, wish, wish_free, (GDestroyNotify) desk_own_form_data_free, cancellable,
                            callback, user_data);
}

guint
desk_own_form_data_get_row (const DeskOwnFormData *data,
                            const char            *sheet,
                            guint                  row,
                            gboolean              *is_new)
{
  *is_new = FALSE;
  return data->filled != NULL ? ocop_form_book_find_form_row (data->book, sheet, row, is_new) : row;
}

guint
desk_own_form_data_find_row (const DeskOwnFormData *data,
                             const char            *sheet,
                             guint                  row)
{
  return data->filled != NULL ? ocop_form_book_find_filled_row (data->book, sheet, row) : row;
}

const char *
desk_own_form_data_get_text (const DeskOwnFormData *data,
                             const char            *sheet,
                             guint                  row,
                             guint                  column)
{
  OcopFormBook *book = data->filled != NULL ? data->filled : data->book;

  if (book == NULL || ocop_form_book_is_covered (book, sheet, row, column))
    return NULL;
  return ocop_form_book_get_text (book, sheet, row, column);
}

gboolean
desk_own_form_data_is_filled (const DeskOwnFormData *data,
                              const char            *sheet,
                              guint                  row,
                              guint                  column)
{
  gboolean is_new;
  guint form_row = desk_own_form_data_get_row (data, sheet, row, &is_new);
  const char *before = is_new ? NULL : ocop_form_book_get_text (data->book, sheet, form_row, column);
  const char *now = desk_own_form_data_get_text (data, sheet, row, column);
  gboolean computed = before != NULL && *before == '=';

  if (ocop_form_book_is_covered (data->book, sheet, form_row, column))
    return FALSE;
  return (!is_new && ocop_form_cells_find (data->cells, sheet, form_row, column) != NULL) ||
         (!computed && now != NULL && *now != '=' && g_strcmp0 (before, now) != 0);
}
