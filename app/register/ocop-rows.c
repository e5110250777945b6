/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-rows.h"

struct _OcopRows
{
  gatomicrefcount references;
  guint n_columns;
  GArray *keys;
  GArray *values;
};

OcopRows *
ocop_rows_new (guint n_columns)
{
  OcopRows *rows = g_new0 (OcopRows, 1);

  g_atomic_ref_count_init (&rows->references);
  rows->n_columns = n_columns;
  rows->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows->values = g_array_new (FALSE, TRUE, sizeof (OcopValue));
  g_array_set_clear_func (rows->values, (GDestroyNotify) ocop_value_clear);
  return rows;
}

OcopRows *
ocop_rows_ref (OcopRows *rows)
{
  g_atomic_ref_count_inc (&rows->references);
  return rows;
}

void
ocop_rows_unref (OcopRows *rows)
{
  if (rows == NULL || !g_atomic_ref_count_dec (&rows->references))
    return;
  g_array_unref (rows->keys);
  g_array_unref (rows->values);
  g_free (rows);
}

OcopValue *
ocop_rows_append (OcopRows *rows,
                  gint64    key)
{
  guint first = rows->values->len;

  g_array_append_val (rows->keys, key);
  g_array_set_size (rows->values, first + rows->n_columns);
  return &g_array_index (rows->values, OcopValue, first);
}

guint
ocop_rows_get_n_rows (const OcopRows *rows)
{
  return rows->keys->len;
}

guint
ocop_rows_get_n_columns (const OcopRows *rows)
{
  return rows->n_columns;
}

gint64
ocop_rows_get_key (const OcopRows *rows,
                   guint           row)
{
  return g_array_index (rows->keys, gint64, row);
}

const OcopValue *
ocop_rows_get (const OcopRows *rows,
               guint           row,
               guint           column)
{
  return &g_array_index (rows->values, OcopValue, row * rows->n_columns + column);
}

const char *
ocop_rows_get_text (const OcopRows *rows,
                    guint           row,
                    guint           column)
{
  return ocop_rows_get (rows, row, column)->text;
}

gint64
ocop_rows_get_integer (const OcopRows *rows,
                       guint           row,
                       guint           column)
{
  return ocop_rows_get (rows, row, column)->integer;
}
