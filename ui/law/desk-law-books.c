/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/desk-law-books.h"

#include <glib/gi18n.h>

/* Of ocop_reader_laws(). */
enum
{
  COLUMN_ID,
  COLUMN_ADDED_ON,
  COLUMN_PERSON,
  COLUMN_LOADED,
};

void
desk_law_books_free (DeskLawBooks *books)
{
  g_ptr_array_unref (books->laws);
  g_strfreev (books->titles);
  g_free (books);
}

static void
add (DeskLawBooks  *books,
     GPtrArray     *titles,
     const OcopLaw *law,
     char          *title)
{
  g_ptr_array_add (books->laws, (gpointer) law);
  g_ptr_array_add (titles, title);
}

static char *
dup_shipped_title (void)
{
  return g_strdup_printf (_("%s, as shipped"), ocop_law_get_latest_book (ocop_law_get_default ())->decision);
}

static char *
dup_loaded_title (const OcopLaw *law,
                  OcopRows      *rows,
                  guint          row)
{
  OcopDate added = OCOP_DATE_UNKNOWN;
  g_autofree char *day = NULL;

  ocop_date_parse (ocop_rows_get_text (rows, row, COLUMN_ADDED_ON), &added);
  day = ocop_date_to_people (added);
  /* Translators: a decision, a day, a person */
  return g_strdup_printf (_("%s, loaded on %s by %s"), ocop_law_get_latest_book (law)->decision, day, ocop_rows_get_text (rows, row, COLUMN_PERSON));
}

static gboolean
add_held (DeskLawBooks   *books,
          GPtrArray      *titles,
          OcopReader     *reader,
          const OcopLaw  *in_force,
          GError        **error)
{
  g_autoptr(OcopRows) rows = ocop_reader_laws (reader, error);

  for (guint i = rows != NULL ? ocop_rows_get_n_rows (rows) : 0; i > 0; i--)
    {
      const OcopLaw *law = ocop_reader_law (reader, ocop_rows_get_text (rows, i - 1, COLUMN_ID), error);

      if (law == NULL)
        return FALSE;
      if (law == ocop_law_get_default ())
        continue;
      add (books, titles, law, dup_loaded_title (law, rows, i - 1));
      if (law == in_force)
        {
          g_ptr_array_insert (books->laws, 0, g_ptr_array_steal_index (books->laws, books->laws->len - 1));
          g_ptr_array_insert (titles, 0, g_ptr_array_steal_index (titles, titles->len - 1));
        }
    }
  return rows != NULL;
}

DeskLawBooks *
desk_law_books_read (OcopReader  *reader,
                     GError     **error)
{
  const OcopLaw *in_force = ocop_reader_law_in_force (reader, error);
  g_autoptr(DeskLawBooks) books = g_new0 (DeskLawBooks, 1);
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  books->laws = g_ptr_array_new ();
  if (in_force == NULL)
    return NULL;
  if (in_force == ocop_law_get_default ())
    add (books, titles, in_force, dup_shipped_title ());
  if (!add_held (books, titles, reader, in_force, error))
    return NULL;
  if (in_force != ocop_law_get_default ())
    add (books, titles, ocop_law_get_default (), dup_shipped_title ());
  g_ptr_array_add (titles, NULL);
  books->titles = (char **) g_ptr_array_free (g_steal_pointer (&titles), FALSE);
  return g_steal_pointer (&books);
}
