/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/control/desk-known-values.h"

#include "form/control/desk-suggestion-list.h"

#define SUGGESTIONS 6

static int
compare_most_used_first (gconstpointer a,
                         gconstpointer b,
                         gpointer      rows)
{
  gint64 uses_a = ocop_rows_get_integer (rows, *(const guint *) a, 2);
  gint64 uses_b = ocop_rows_get_integer (rows, *(const guint *) b, 2);

  return uses_a == uses_b ? (int) *(const guint *) a - (int) *(const guint *) b : uses_a < uses_b ? 1 : -1;
}

/* The numbers of the rows, those of the values most used first. */
static GArray *
sort_by_use (OcopRows *rows)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_most_used_first, rows);
  return order;
}

static gpointer
find (OcopReader    *reader,
      gpointer       query,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(OcopRows) rows = ocop_reader_groups (reader, query, error);
  g_autoptr(GArray) order = NULL;
  GPtrArray *values;

  if (rows == NULL)
    return NULL;
  order = sort_by_use (rows);
  values = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_suggestion_free);
  for (guint i = 0; i < order->len && values->len < SUGGESTIONS; i++)
    {
      const char *text = ocop_rows_get_text (rows, g_array_index (order, guint, i), 0);

      if (text != NULL)
        g_ptr_array_add (values, desk_suggestion_new (NULL, text, NULL));
    }
  return values;
}

void
desk_known_values_find_async (OcopRegister        *reg,
                              const OcopField     *field,
                              const char          *typed,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  OcopQuery *query = ocop_query_new (ocop_field_get_kind (field)->name);

  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  ocop_query_group_by (query, field->name, NULL);
  if (*typed != '\0')
    ocop_query_where (query, field->name, OCOP_OPERATOR_CONTAINS, typed, NULL);
  else
    ocop_query_where (query, field->name, OCOP_OPERATOR_KNOWN, NULL);
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, find, query, (GDestroyNotify) ocop_query_free,
                            (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
desk_known_values_find_finish (OcopRegister  *reg,
                               GAsyncResult  *result,
                               GError       **error)
{
  return ocop_register_read_finish (reg, result, error);
}
