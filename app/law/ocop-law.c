/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-law.h"

#include "base/ocop-data.h"

struct _OcopLaw
{
  GPtrArray *books;   /* OcopRuleBook, oldest first */
  GPtrArray *sets;    /* OcopCriteriaSet, by number */
};

OcopLaw *
ocop_law_load (GBytes  *rules,
               GBytes  *classification,
               GError **error)
{
  g_autoptr(GPtrArray) books = ocop_rule_books_load (rules, error);
  g_autoptr(GPtrArray) sets = NULL;
  OcopLaw *self;

  if (books == NULL)
    return NULL;
  sets = ocop_law_classification_load (classification, error);
  if (sets == NULL)
    return NULL;

  self = g_new0 (OcopLaw, 1);
  self->books = g_steal_pointer (&books);
  self->sets = g_steal_pointer (&sets);
  return self;
}

void
ocop_law_free (OcopLaw *self)
{
  g_ptr_array_unref (self->books);
  g_ptr_array_unref (self->sets);
  g_free (self);
}

static OcopLaw *
load_shipped (GError **error)
{
  g_autoptr(GBytes) rules = ocop_data_lookup ("law/rules.json", error);
  g_autoptr(GBytes) classification = NULL;

  if (rules == NULL)
    return NULL;
  classification = ocop_data_lookup ("law/classification.json", error);
  if (classification == NULL)
    return NULL;
  return ocop_law_load (rules, classification, error);
}

const OcopLaw *
ocop_law_get_default (void)
{
  static OcopLaw *law;

  if (g_once_init_enter (&law))
    {
      g_autoptr(GError) error = NULL;
      OcopLaw *shipped = load_shipped (&error);

      if (shipped == NULL)
        g_error ("The shipped law cannot be read: %s", error->message);
      g_once_init_leave (&law, shipped);
    }
  return law;
}

static OcopDate
last_day (OcopDate date)
{
  return ocop_date_is_day (date) ? date : ocop_date_new (date.year, 12, 31);
}

const OcopRuleBook *
ocop_law_book_on (const OcopLaw *self,
                  OcopDate       day)
{
  for (guint i = self->books->len; i > 1; i--)
    {
      const OcopRuleBook *book = g_ptr_array_index (self->books, i - 1);

      if (ocop_date_compare (book->from, last_day (day)) <= 0)
        return book;
    }
  return g_ptr_array_index (self->books, 0);
}

gboolean
ocop_law_certificate_validity (const OcopLaw *self,
                               OcopDate       decided,
                               OcopDate      *from,
                               OcopDate      *until,
                               gboolean      *estimated)
{
  *from = OCOP_DATE_UNKNOWN;
  *until = OCOP_DATE_UNKNOWN;
  *estimated = FALSE;
  if (!ocop_date_is_known (decided))
    return FALSE;

  *estimated = !ocop_date_is_day (decided);
  *from = *estimated ? ocop_date_new (decided.year, 1, 1) : decided;
  *until = ocop_date_add_months (last_day (decided), (int) ocop_law_book_on (self, decided)->validity_months);
  return TRUE;
}

OcopLevel
ocop_law_recognised_by (const OcopLaw *self,
                        guint          stars,
                        OcopDate       day)
{
  const GArray *classes = ocop_law_book_on (self, day)->classes;

  for (guint i = 0; i < classes->len; i++)
    {
      const OcopStarClass *class = &g_array_index (classes, OcopStarClass, i);

      if (class->stars == stars)
        return class->recognised_by;
    }
  return OCOP_LEVEL_NONE;
}

void
ocop_law_reevaluation_window (const OcopLaw *self,
                              OcopDate       until,
                              OcopDate      *opens,
                              OcopDate      *closes)
{
  const OcopRuleBook *book = ocop_law_book_on (self, until);

  *opens = OCOP_DATE_UNKNOWN;
  *closes = OCOP_DATE_UNKNOWN;
  if (!ocop_date_is_day (until) || book->window_opens_days == 0)
    return;
  *opens = ocop_date_add_days (until, -(int) book->window_opens_days);
  *closes = ocop_date_add_days (until, -(int) book->window_closes_days);
}

guint
ocop_law_n_sets (const OcopLaw *self)
{
  return self->sets->len;
}

const OcopCriteriaSet *
ocop_law_get_set (const OcopLaw *self,
                  guint          index)
{
  return g_ptr_array_index (self->sets, index);
}

const OcopCriteriaSet *
ocop_law_find_set (const OcopLaw *self,
                   const char    *code)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      const OcopCriteriaSet *set = ocop_law_get_set (self, i);

      if (g_strcmp0 (set->code, code) == 0)
        return set;
    }
  return NULL;
}
