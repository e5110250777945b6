/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stored intervals of a product's recognitions, by the law, when one of them is written.
 *
 * term:  from_day … until_day, what the certificate says or the law computes;
 * reign: the days on which it is the product's latest decision, so that a product counts once;
 * force: the part of term and reign before it was revoked or withdrawn. */

#include "register/sqlite/ocop-sqlite.h"

#include "law/ocop-deadline.h"
#include "law/ocop-law.h"

/* One day lies before it: what reigns until that one never reigned. */
#define FIRST_DAY ((OcopDate) { 1, 1, 2 })
#define DAY_BEFORE_ALL ((OcopDate) { 1, 1, 1 })
#define LAST_DAY ((OcopDate) { 9999, 12, 31 })

typedef struct
{
  gint64 key;
  gboolean potential, ended, extended, estimated;
  OcopDate decided, ended_on;
  OcopDate from, until;             /* unknown where no term can be told */
  OcopDate reign_from, reign_until;
  OcopDate force_from, force_until; /* unknown where it is never in force */
} Term;

static OcopDate
column_date (OcopStatement *statement,
             int            column)
{
  OcopDate date;

  ocop_date_parse (ocop_sqlite_column_text (statement, column), &date);
  return date;
}

static OcopDate
first_day_of (OcopDate date)
{
  return ocop_date_is_known (date) && !ocop_date_is_day (date) ? ocop_date_new (date.year, 1, 1) : date;
}

static OcopDate
earlier (OcopDate a,
         OcopDate b)
{
  return ocop_date_compare (a, b) <= 0 ? a : b;
}

/* Article 12.3: a certificate runs on until there is a result. Its own last day stays what it was. */
static OcopDate
last_day_extended (const Term *term)
{
  OcopDate last = ocop_law_extension_day (ocop_law_book_on (ocop_law_get_default (), term->until), term->until);

  if (!ocop_date_is_day (last))
    last = term->until;
  return ocop_date_is_day (term->ended_on) ? earlier (last, term->ended_on) : last;
}

/* Article 4.3, but for what the certificate itself says. A result that waits for the centre has
 * no certificate and stands until the centre decides (article 6.3.a). */
static void
find_term (Term          *term,
           OcopStatement *statement)
{
  OcopDate from = column_date (statement, 5), until = column_date (statement, 6);

  if (term->potential)
    {
      term->force_from = first_day_of (term->decided);
      term->force_until = LAST_DAY;
      return;
    }
  if (ocop_law_certificate_validity (ocop_law_get_default (), ocop_date_is_known (from) ? from : term->decided,
                                     &term->from, &term->until, &term->estimated) && ocop_date_is_day (until))
    {
      term->until = until;
      term->estimated = FALSE;
    }
  term->force_from = term->from;
  term->force_until = term->extended ? last_day_extended (term) : term->until;
}

static Term
read_term (OcopStatement *statement)
{
  Term term = { sqlite3_column_int64 (statement, 0) };
  const char *ending = ocop_sqlite_column_text (statement, 2);

  term.potential = g_strcmp0 (ocop_sqlite_column_text (statement, 1), "potential5") == 0;
  term.extended = g_strcmp0 (ending, "extended") == 0;
  term.ended = ending != NULL && !term.extended;
  term.ended_on = first_day_of (column_date (statement, 3));
  term.decided = column_date (statement, 4);
  if (!ocop_date_is_known (term.decided) && sqlite3_column_type (statement, 7) == SQLITE_INTEGER)
    term.decided = ocop_date_new (sqlite3_column_int (statement, 7), 0, 0);
  find_term (&term, statement);
  term.reign_from = first_day_of (term.decided);
  if (ocop_date_compare (term.reign_from, FIRST_DAY) < 0)
    term.reign_from = FIRST_DAY;
  return term;
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const Term *first = a, *second = b;
  int order = ocop_date_compare (first->reign_from, second->reign_from);

  return order != 0 ? order : (first->key > second->key) - (first->key < second->key);
}

static OcopDate
day_before (OcopDate day)
{
  return ocop_date_compare (day, FIRST_DAY) <= 0 ? DAY_BEFORE_ALL : ocop_date_add_days (day, -1);
}

static OcopDate
day_after (OcopDate day)
{
  return ocop_date_compare (day, LAST_DAY) >= 0 ? LAST_DAY : ocop_date_add_days (day, 1);
}

/* While a certificate is in force, a result that waits for the centre does not replace it. */
static void
wait_for_certificate (GArray *terms,
                      guint   i)
{
  Term *term = &g_array_index (terms, Term, i);
  const Term *previous = i > 0 ? &g_array_index (terms, Term, i - 1) : NULL;

  if (!term->potential || previous == NULL || previous->potential || !ocop_date_is_day (previous->force_until) ||
      previous->ended || ocop_date_compare (previous->force_until, term->reign_from) < 0)
    return;
  term->reign_from = day_after (previous->force_until);
}

/* The centre's answer came before it was the product's latest: what was before it goes on. */
static gboolean
never_reigns (const Term *term)
{
  return term->potential && term->ended && ocop_date_is_day (term->ended_on) &&
         ocop_date_compare (term->ended_on, term->reign_from) <= 0;
}

static void
divide (GArray *terms)
{
  g_array_sort (terms, compare_terms);
  for (guint i = 0; i < terms->len; i++)
    wait_for_certificate (terms, i);
  for (guint i = 0; i < terms->len; i++)
    {
      Term *term = &g_array_index (terms, Term, i);

      term->reign_until = never_reigns (term) ? DAY_BEFORE_ALL : LAST_DAY;
      for (guint j = i + 1; j < terms->len; j++)
        if (!never_reigns (&g_array_index (terms, Term, j)))
          term->reign_until = earlier (term->reign_until, day_before (g_array_index (terms, Term, j).reign_from));
      if (term->ended)
        term->force_until = ocop_date_is_day (term->ended_on) ? earlier (term->force_until, day_before (term->ended_on))
                                                              : OCOP_DATE_UNKNOWN;
      if (ocop_date_is_known (term->force_until))
        term->force_until = earlier (term->force_until, term->reign_until);
      else
        term->force_from = OCOP_DATE_UNKNOWN;
    }
}

static gboolean
write_term (OcopStore   *store,
            const Term  *term,
            GError     **error)
{
  const OcopDate dates[] = { term->from, term->until, term->force_from, term->force_until, term->reign_from, term->reign_until };
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "UPDATE recognition SET from_day = ?2, until_day = ?3, force_from = ?4,"
                                " force_until = ?5, reign_from = ?6, reign_until = ?7, estimated = ?8 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, term->key);
  for (int i = 0; i < (int) G_N_ELEMENTS (dates); i++)
    {
      char text[OCOP_DATE_TEXT_SIZE];

      ocop_sqlite_bind_text (statement, i + 2, ocop_date_to_text (dates[i], text));
    }
  sqlite3_bind_int (statement, 8, term->estimated);
  return ocop_sqlite_step_done (store, statement, error);
}

gboolean
ocop_sqlite_update_terms (OcopStore  *store,
                          gint64      product,
                          GError    **error)
{
  g_autoptr(OcopStatement) statement =
    ocop_sqlite_prepare (store, "SELECT id, outcome, ending, ended_on, decision_date, valid_from, valid_until, year"
                                " FROM recognition WHERE product = ?1 AND binned = 0", error);
  g_autoptr(GArray) terms = g_array_new (FALSE, TRUE, sizeof (Term));
  int result;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, product);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      Term term = read_term (statement);

      g_array_append_val (terms, term);
    }
  if (result != SQLITE_DONE)
    return ocop_sqlite_fail (store, error);
  divide (terms);
  for (guint i = 0; i < terms->len; i++)
    if (!write_term (store, &g_array_index (terms, Term, i), error))
      return FALSE;
  return TRUE;
}
