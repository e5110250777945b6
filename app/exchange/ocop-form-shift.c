/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where rows, areas and references come to when a form gets new rows. */

#include "exchange/ocop-form-shift-private.h"

#include "exchange/ocop-form-formula-private.h"

OcopFormShift *
ocop_form_shift_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static int
compare_inserts (gconstpointer a,
                 gconstpointer b)
{
  return (int) ((const OcopFormInsert *) a)->at - (int) ((const OcopFormInsert *) b)->at;
}

void
ocop_form_shift_add (OcopFormShift        *self,
                     const char           *sheet,
                     const OcopFormInsert *insert)
{
  GArray *inserts = ocop_form_shift_find (self, sheet);

  if (inserts == NULL)
    {
      inserts = g_array_new (FALSE, FALSE, sizeof (OcopFormInsert));
      g_hash_table_insert (self, g_utf8_casefold (sheet, -1), inserts);
    }
  g_array_append_vals (inserts, insert, 1);
  g_array_sort (inserts, compare_inserts);
}

GArray *
ocop_form_shift_find (OcopFormShift *self,
                      const char    *sheet)
{
  g_autofree char *folded = g_utf8_casefold (sheet, -1);

  return g_hash_table_lookup (self, folded);
}

guint
ocop_form_shift_row (const GArray *inserts,
                     guint         row)
{
  guint shifted = row;

  for (guint i = 0; inserts != NULL && i < inserts->len; i++)
    if (g_array_index (inserts, OcopFormInsert, i).at <= row)
      shifted += g_array_index (inserts, OcopFormInsert, i).n;
  return shifted;
}

guint
ocop_form_shift_back (const GArray *inserts,
                      guint         row,
                      gboolean     *is_new)
{
  guint before = 0;

  *is_new = FALSE;
  for (guint i = 0; inserts != NULL && i < inserts->len; i++)
    {
      const OcopFormInsert *insert = &g_array_index (inserts, OcopFormInsert, i);

      if (row < insert->at + before)
        break;
      *is_new = row < insert->at + before + insert->n;
      if (*is_new)
        return insert->model;
      before += insert->n;
    }
  return row - before;
}

guint
ocop_form_shift_end (const GArray *inserts,
                     guint         row,
                     guint         own_row)
{
  guint shifted = ocop_form_shift_row (inserts, row);

  for (guint i = 0; inserts != NULL && i < inserts->len; i++)
    {
      const OcopFormInsert *insert = &g_array_index (inserts, OcopFormInsert, i);

      if (insert->extends && insert->model == row && own_row != row)
        shifted += insert->n;
    }
  return shifted;
}

static void
append_area (GString      *out,
             const GArray *inserts,
             const char   *text)
{
  g_auto(GStrv) ends = g_strsplit (text, ":", 2);
  guint row, column;
  char name[OCOP_FORM_NAME_SIZE];
  guint n = g_strv_length (ends);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_end = i == n - 1;

      g_string_append (out, i > 0 ? ":" : "");
      if (!ocop_form_cell_read_name (ends[i], &row, &column))
        g_string_append (out, ends[i]);
      else if (n == 1 && ocop_form_shift_end (inserts, row, 0) != ocop_form_shift_row (inserts, row))
        {
          g_string_append_printf (out, "%s:", ends[i]);
          g_string_append (out, ocop_form_cell_write_name (ocop_form_shift_end (inserts, row, 0), column, name));
        }
      else
        g_string_append (out, ocop_form_cell_write_name (is_end ? ocop_form_shift_end (inserts, row, 0) : ocop_form_shift_row (inserts, row),
                                                         column, name));
    }
}

char *
ocop_form_shift_areas (const GArray *inserts,
                       const char   *text)
{
  g_auto(GStrv) areas = g_strsplit (text, " ", -1);
  GString *out = g_string_new (NULL);

  for (char **area = areas; *area != NULL; area++)
    {
      g_string_append (out, area > areas ? " " : "");
      append_area (out, inserts, *area);
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  OcopFormShift *shift;
  const char *sheet;
  guint row;
} Place;

static void
shift_reference (const char        *sheet,
                 OcopFormReference *first,
                 OcopFormReference *last,
                 gpointer           user_data)
{
  const Place *place = user_data;
  const char *named = sheet != NULL ? sheet : place->sheet;
  GArray *inserts = named != NULL ? ocop_form_shift_find (place->shift, named) : NULL;

  if (inserts == NULL)
    return;
  if (last != NULL)
    last->row = ocop_form_shift_end (inserts, last->row, sheet == NULL || g_strcmp0 (sheet, place->sheet) == 0 ? place->row : 0);
  first->row = ocop_form_shift_row (inserts, first->row);
}

char *
ocop_form_shift_formula (OcopFormShift  *self,
                         const char     *formula,
                         const char     *sheet,
                         guint           row,
                         const char    **problem)
{
  Place place = { self, sheet, row };

  return ocop_form_formula_rewrite (formula, shift_reference, &place, problem);
}
