/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-rule-book.h"

#include <glib/gi18n.h>

#include "law/ocop-law-reader.h"

/* Limits of what the fields can sensibly hold, to catch slips in the data. */
#define MAX_MONTHS 1200
#define MAX_DAYS 3660
#define MAX_STARS 5
#define MAX_POINTS 100

/* In the order of OcopLevel. */
static const char * const level_names[] = { "none", "district", "province", "centre", NULL };

static void
ocop_rule_book_free (OcopRuleBook *book)
{
  g_free (book->decision);
  g_free (book->title);
  g_array_unref (book->classes);
  g_free (book);
}

static void
read_validity (OcopLawReader *reader,
               OcopRuleBook  *book)
{
  ocop_law_reader_enter (reader, "validity");
  book->validity_months = ocop_law_reader_number (reader, "months", 1, MAX_MONTHS);
  ocop_law_reader_leave (reader);
}

static void
read_reevaluation (OcopLawReader *reader,
                   OcopRuleBook  *book)
{
  if (!ocop_law_reader_has (reader, "reevaluation"))
    return;

  ocop_law_reader_enter (reader, "reevaluation");
  book->window_opens_days = ocop_law_reader_number (reader, "opens_days_before", 1, MAX_DAYS);
  book->window_closes_days = ocop_law_reader_number (reader, "closes_days_before", 0, MAX_DAYS);
  if (book->window_closes_days > book->window_opens_days)
    ocop_law_reader_fail (reader, "closes_days_before", _("the window closes before it opens"));
  ocop_law_reader_leave (reader);
}

static void
read_extension (OcopLawReader *reader,
                OcopRuleBook  *book)
{
  if (!ocop_law_reader_has (reader, "extension"))
    return;

  ocop_law_reader_enter (reader, "extension");
  book->extension_from = ocop_law_reader_day (reader, "expires_from");
  book->extension_until = ocop_law_reader_day (reader, "expires_until");
  book->extension_days = ocop_law_reader_number (reader, "days", 1, MAX_DAYS);
  if (ocop_date_compare (book->extension_until, book->extension_from) < 0)
    ocop_law_reader_fail (reader, "expires_until", _("is earlier than the first day"));
  ocop_law_reader_leave (reader);
}

static OcopStarClass
read_class (OcopLawReader *reader)
{
  OcopStarClass class = {
    .stars = ocop_law_reader_number (reader, "stars", 1, MAX_STARS),
    .least_points = ocop_law_reader_number (reader, "points", 0, MAX_POINTS) * 100,
  };

  if (ocop_law_reader_has (reader, "recognised_by"))
    class.recognised_by = ocop_law_reader_choice (reader, "recognised_by", level_names);
  return class;
}

static void
read_classes (OcopLawReader *reader,
              OcopRuleBook  *book)
{
  guint n_classes = ocop_law_reader_enter_array (reader, "classes");

  for (guint i = 0; i < n_classes; i++)
    {
      OcopStarClass class;

      ocop_law_reader_enter_element (reader, i);
      class = read_class (reader);
      if (class.stars != MAX_STARS - i)
        ocop_law_reader_fail (reader, "stars", _("the classes do not go down one by one from five stars"));
      if (i > 0 && class.least_points >= g_array_index (book->classes, OcopStarClass, i - 1).least_points)
        ocop_law_reader_fail (reader, "points", _("not less than the class above"));
      g_array_append_val (book->classes, class);
      ocop_law_reader_leave (reader);
    }
  ocop_law_reader_leave (reader);
}

static OcopRuleBook *
read_book (OcopLawReader *reader)
{
  OcopRuleBook *book = g_new0 (OcopRuleBook, 1);

  book->classes = g_array_new (FALSE, TRUE, sizeof (OcopStarClass));
  book->decision = ocop_law_reader_text (reader, "decision");
  book->title = ocop_law_reader_text (reader, "title");
  book->from = ocop_law_reader_day (reader, "from");
  read_validity (reader, book);
  read_reevaluation (reader, book);
  read_extension (reader, book);
  read_classes (reader, book);
  return book;
}

GPtrArray *
ocop_rule_books_load (GBytes  *bytes,
                      GError **error)
{
  g_autoptr(OcopLawReader) reader = ocop_law_reader_new (bytes, "law/rules.json");
  g_autoptr(GPtrArray) books = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_rule_book_free);
  OcopDate before = OCOP_DATE_UNKNOWN;
  guint n_books = ocop_law_reader_enter_array (reader, "books");

  for (guint i = 0; i < n_books; i++)
    {
      OcopRuleBook *book;

      ocop_law_reader_enter_element (reader, i);
      book = read_book (reader);
      g_ptr_array_add (books, book);
      if (ocop_date_compare (book->from, before) <= 0)
        ocop_law_reader_fail (reader, "from", _("the books are not in the order of their days"));
      before = book->from;
      ocop_law_reader_leave (reader);
    }
  ocop_law_reader_leave (reader);

  if (!ocop_law_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&books);
}
