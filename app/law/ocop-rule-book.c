/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-rule-book.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/ocop-json-reader.h"

/* Limits of what the fields can sensibly hold, to catch slips in the data. */
#define MAX_MONTHS 1200
#define MAX_DAYS 3660
#define MAX_STARS 5
#define MAX_POINTS 100
#define MAX_ROUNDS 12

/* In the order of OcopLevel. */
static const char * const level_names[] = { "none", "district", "province", "centre", NULL };

/* In the order of OcopPart. */
static const char * const part_names[] = { "A", "B", "C", NULL };

/* In the order of OcopDeadlineStep. */
static const char * const step_names[] = {
  "commune-check",
  "reevaluation",
  "revocation",
  "transition-first-or-upgrade",
  "transition-reevaluation",
  "completion",
  NULL
};

/* In the order of OcopCouncilBody. */
static const char * const body_names[] = {
  "peoples-committee",
  "agriculture",
  "industry",
  "health",
  "science",
  "culture",
  "food-safety",
  "ocop-office",
  NULL
};

static const char * const day_units[] = { "day", "working-day", NULL };

static void
ocop_rule_book_free (OcopRuleBook *book)
{
  g_free (book->decision);
  g_free (book->title);
  g_free (book->criteria);
  g_array_unref (book->classes);
  g_array_unref (book->deadlines);
  g_array_unref (book->rounds);
  g_ptr_array_unref (book->procedures);
  g_ptr_array_unref (book->documents);
  g_free (book->commune_receipt);
  g_free (book->province_receipt);
  g_free (book);
}

/* Articles are few and the same everywhere, so nobody owns them. */
static const char *
read_article (OcopJsonReader *reader)
{
  g_autofree char *article = ocop_json_reader_opt_text (reader, "article");

  return g_intern_string (article);
}

static void
read_parts (OcopJsonReader *reader,
            OcopRuleBook   *book)
{
  guint sum = 0;

  ocop_json_reader_enter (reader, "parts");
  for (guint i = 0; i < OCOP_N_PARTS; i++)
    {
      book->part_points[i] = ocop_json_reader_number (reader, part_names[i], 1, MAX_POINTS) * 100;
      sum += book->part_points[i];
    }
  if (sum != MAX_POINTS * 100)
    ocop_json_reader_fail (reader, part_names[0], _("the parts do not add up to 100 points"));
  ocop_json_reader_leave (reader);
}

static void
read_validity (OcopJsonReader *reader,
               OcopRuleBook   *book)
{
  ocop_json_reader_enter (reader, "validity");
  book->validity_article = read_article (reader);
  book->validity_months = ocop_json_reader_number (reader, "months", 1, MAX_MONTHS);
  ocop_json_reader_leave (reader);
}

static void
read_reevaluation (OcopJsonReader *reader,
                   OcopRuleBook   *book)
{
  if (!ocop_json_reader_has (reader, "reevaluation"))
    return;

  ocop_json_reader_enter (reader, "reevaluation");
  book->window_article = read_article (reader);
  book->window_opens_days = ocop_json_reader_number (reader, "opens_days_before", 1, MAX_DAYS);
  book->window_closes_days = ocop_json_reader_number (reader, "closes_days_before", 0, MAX_DAYS);
  if (book->window_closes_days > book->window_opens_days)
    ocop_json_reader_fail (reader, "closes_days_before", _("the window closes before it opens"));
  ocop_json_reader_leave (reader);
}

static void
read_extension (OcopJsonReader *reader,
                OcopRuleBook   *book)
{
  if (!ocop_json_reader_has (reader, "extension"))
    return;

  ocop_json_reader_enter (reader, "extension");
  book->extension_article = read_article (reader);
  book->extension_from = ocop_json_reader_day (reader, "expires_from");
  book->extension_until = ocop_json_reader_day (reader, "expires_until");
  book->extension_days = ocop_json_reader_number (reader, "days", 1, MAX_DAYS);
  if (ocop_date_compare (book->extension_until, book->extension_from) < 0)
    ocop_json_reader_fail (reader, "expires_until", _("is earlier than the first day"));
  ocop_json_reader_leave (reader);
}

static OcopStarClass
read_class (OcopJsonReader *reader)
{
  OcopStarClass class = {
    .stars = ocop_json_reader_number (reader, "stars", 1, MAX_STARS),
    .least_points = ocop_json_reader_number (reader, "points", 0, MAX_POINTS) * 100,
    .article = read_article (reader),
  };

  if (ocop_json_reader_has (reader, "recognised_by"))
    class.recognised_by = ocop_json_reader_choice (reader, "recognised_by", level_names);
  return class;
}

static void
read_classes (OcopJsonReader *reader,
              OcopRuleBook   *book)
{
  guint n_classes = ocop_json_reader_enter_array (reader, "classes");

  for (guint i = 0; i < n_classes; i++)
    {
      OcopStarClass class;

      ocop_json_reader_enter_element (reader, i);
      class = read_class (reader);
      if (class.stars != MAX_STARS - i)
        ocop_json_reader_fail (reader, "stars", _("the classes do not go down one by one from five stars"));
      if (i > 0 && class.least_points >= g_array_index (book->classes, OcopStarClass, i - 1).least_points)
        ocop_json_reader_fail (reader, "points", _("not less than the class above"));
      g_array_append_val (book->classes, class);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

static OcopDeadline
read_deadline (OcopJsonReader *reader)
{
  return (OcopDeadline) {
    .step = ocop_json_reader_choice (reader, "step", step_names),
    .days = ocop_json_reader_number (reader, "days", 1, MAX_DAYS),
    .working_days = ocop_json_reader_choice (reader, "unit", day_units) == 1,
    .article = read_article (reader),
    .is_custom = ocop_json_reader_flag (reader, "custom"),
  };
}

static void
read_deadlines (OcopJsonReader *reader,
                OcopRuleBook   *book)
{
  guint n_deadlines;

  if (!ocop_json_reader_has (reader, "deadlines"))
    return;

  n_deadlines = ocop_json_reader_enter_array (reader, "deadlines");
  for (guint i = 0; i < n_deadlines; i++)
    {
      OcopDeadline deadline;

      ocop_json_reader_enter_element (reader, i);
      deadline = read_deadline (reader);
      if (deadline.is_custom && deadline.article != NULL)
        ocop_json_reader_fail (reader, "custom", _("what an article rules is no custom"));
      g_array_append_val (book->deadlines, deadline);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

/* "MM-DD" */
static OcopDayOfYear
read_day_of_year (OcopJsonReader *reader,
                  const char     *member)
{
  g_autofree char *text = ocop_json_reader_text (reader, member);
  g_autofree char *in_a_leap_year = g_strconcat ("2024-", text, NULL);
  OcopDate date;

  if (!ocop_date_parse (in_a_leap_year, &date) || !ocop_date_is_day (date))
    ocop_json_reader_fail (reader, member, _("expected a day of the year as MM-DD"));
  return (OcopDayOfYear) { date.month, date.day };
}

static OcopRound
read_round (OcopJsonReader *reader)
{
  return (OcopRound) {
    .level = ocop_json_reader_choice (reader, "level", level_names),
    .number = ocop_json_reader_number (reader, "number", 1, MAX_ROUNDS),
    .proposed_before = read_day_of_year (reader, "proposed_before"),
    .finished_before = read_day_of_year (reader, "finished_before"),
    .article = read_article (reader),
  };
}

static void
read_rounds (OcopJsonReader *reader,
             OcopRuleBook   *book)
{
  guint n_rounds;

  if (!ocop_json_reader_has (reader, "rounds"))
    return;

  n_rounds = ocop_json_reader_enter_array (reader, "rounds");
  for (guint i = 0; i < n_rounds; i++)
    {
      OcopRound held;

      ocop_json_reader_enter_element (reader, i);
      held = read_round (reader);
      g_array_append_val (book->rounds, held);
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);
}

static char *
read_pattern (OcopJsonReader *reader,
              const char     *member)
{
  char *pattern = ocop_json_reader_text (reader, member);

  if (pattern != NULL && strstr (pattern, "{number}") == NULL)
    ocop_json_reader_fail (reader, member, _("has no place for the {number}"));
  return pattern;
}

static void
read_receipt (OcopJsonReader *reader,
              OcopRuleBook   *book)
{
  if (!ocop_json_reader_has (reader, "receipt"))
    return;

  ocop_json_reader_enter (reader, "receipt");
  book->receipt_article = read_article (reader);
  book->commune_receipt = read_pattern (reader, "commune");
  book->province_receipt = read_pattern (reader, "province");
  ocop_json_reader_leave (reader);
}

static void
read_council (OcopJsonReader *reader,
              OcopRuleBook   *book)
{
  if (!ocop_json_reader_has (reader, "council"))
    return;

  ocop_json_reader_enter (reader, "council");
  book->council_article = read_article (reader);
  book->council_bodies = ocop_json_reader_choices (reader, "bodies", body_names);
  book->council_bodies_if_any = ocop_json_reader_choices (reader, "if_any", body_names);
  ocop_json_reader_leave (reader);
}

const char *
ocop_council_body_to_key (OcopCouncilBody body)
{
  return body_names[body];
}

OcopLevel
ocop_rule_book_recognised_by (const OcopRuleBook *self,
                              guint               stars)
{
  for (guint i = 0; i < self->classes->len; i++)
    {
      const OcopStarClass *class = &g_array_index (self->classes, OcopStarClass, i);

      if (class->stars == stars)
        return class->recognised_by;
    }
  return OCOP_LEVEL_NONE;
}

static OcopRuleBook *
read_book (OcopJsonReader *reader)
{
  OcopRuleBook *book = g_new0 (OcopRuleBook, 1);

  book->classes = g_array_new (FALSE, TRUE, sizeof (OcopStarClass));
  book->deadlines = g_array_new (FALSE, TRUE, sizeof (OcopDeadline));
  book->rounds = g_array_new (FALSE, TRUE, sizeof (OcopRound));
  book->decision = ocop_json_reader_text (reader, "decision");
  book->title = ocop_json_reader_text (reader, "title");
  book->from = ocop_json_reader_day (reader, "from");
  book->criteria = ocop_json_reader_opt_text (reader, "criteria");
  read_parts (reader, book);
  read_validity (reader, book);
  read_reevaluation (reader, book);
  read_extension (reader, book);
  read_classes (reader, book);
  read_deadlines (reader, book);
  read_rounds (reader, book);
  read_receipt (reader, book);
  read_council (reader, book);
  book->procedures = ocop_procedures_read (reader);
  book->documents = ocop_documents_read (reader, book->procedures);
  return book;
}

GPtrArray *
ocop_rule_books_load (GBytes  *bytes,
                      GError **error)
{
  g_autoptr(OcopJsonReader) reader = ocop_json_reader_new (bytes, "rules.json");
  g_autoptr(GPtrArray) books = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_rule_book_free);
  OcopDate before = OCOP_DATE_UNKNOWN;
  guint n_books = ocop_json_reader_enter_array (reader, "books");

  for (guint i = 0; i < n_books; i++)
    {
      OcopRuleBook *book;

      ocop_json_reader_enter_element (reader, i);
      book = read_book (reader);
      g_ptr_array_add (books, book);
      if (ocop_date_compare (book->from, before) <= 0)
        ocop_json_reader_fail (reader, "from", _("the books are not in the order of their days"));
      before = book->from;
      ocop_json_reader_leave (reader);
    }
  ocop_json_reader_leave (reader);

  if (!ocop_json_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&books);
}
