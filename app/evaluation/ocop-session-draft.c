/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new session begins with. */

#include "evaluation/ocop-session-changes.h"

#include "law/ocop-deadline.h"

/* (nullable): the id of the only council that is in office on @on. */
static char *
find_only_council (OcopReader  *reader,
                   OcopDate     on,
                   GError     **error)
{
  static const char * const columns[] = { "id", "term_until", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("council");
  g_autoptr(OcopRows) rows = NULL;
  g_autofree char *only = NULL;
  guint n = 0;

  ocop_query_where (query, "kind", OCOP_OPERATOR_IS, "council", NULL);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopDate until = OCOP_DATE_UNKNOWN;

      ocop_date_parse (ocop_rows_get_text (rows, i, 1), &until);
      if (ocop_date_is_day (until) && ocop_date_compare (until, on) < 0)
        continue;
      g_free (only);
      only = g_strdup (ocop_rows_get_text (rows, i, 0));
      n++;
    }
  return n == 1 ? g_steal_pointer (&only) : NULL;
}

/* The highest round of a session of that year; 0 where there is none. */
static gint64
find_last_round (OcopReader  *reader,
                 guint        year,
                 GError     **error)
{
  static const char * const columns[] = { "round_number", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("session");
  g_autoptr(OcopRows) rows = NULL;
  g_autofree char *wanted = g_strdup_printf ("%u", year);
  gint64 last = 0;

  ocop_query_where (query, "round_year", OCOP_OPERATOR_IS, wanted, NULL);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    last = MAX (last, ocop_rows_get_integer (rows, i, 0));
  return last;
}

/* How many rounds of the province a year has; 0 where the law does not say. */
static guint
count_rounds (const OcopRuleBook *book)
{
  guint n = 0;

  for (guint i = 0; book != NULL && i < book->rounds->len; i++)
    n += g_array_index (book->rounds, OcopRound, i).level == OCOP_LEVEL_PROVINCE;
  return n;
}

OcopRecord *
ocop_session_draft (OcopReader     *reader,
                    const OcopLaw  *law,
                    OcopDate        on,
                    GError        **error)
{
  g_autoptr(OcopRecord) record = ocop_record_new (ocop_kind_find ("session"), NULL);
  GError *local_error = NULL;
  g_autofree char *council = find_only_council (reader, on, &local_error);
  gint64 last = local_error == NULL ? find_last_round (reader, (guint) on.year, &local_error) : 0;
  guint n_rounds = count_rounds (ocop_law_book_on (law, on));

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  ocop_record_set_text (record, "state", "planned");
  ocop_record_set_text (record, "manner", "meeting");
  ocop_record_set_text (record, "council", council);
  ocop_record_set_integer (record, "round_year", on.year);
  ocop_record_set_integer (record, "round_number", n_rounds > 0 ? MIN (last + 1, MAX (last, (gint64) n_rounds)) : last + 1);
  return g_steal_pointer (&record);
}
