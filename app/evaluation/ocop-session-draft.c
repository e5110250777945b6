/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new session begins with. */

#include "evaluation/ocop-session-changes.h"

#include "evaluation/ocop-council.h"
#include "law/ocop-deadline.h"

/* @last: (out): the highest round of a session of that year; 0 where there is none. */
static gboolean
find_last_round (OcopReader  *reader,
                 guint        year,
                 gint64      *last,
                 GError     **error)
{
  g_autoptr(OcopQuery) query = ocop_query_new ("session");
  g_autofree char *wanted = g_strdup_printf ("%u", year);
  g_auto(OcopValue) found = OCOP_VALUE_INIT;

  ocop_query_where (query, "round_year", OCOP_OPERATOR_IS, wanted, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_MAX, "round_number");
  if (!ocop_reader_value (reader, query, &found, error))
    return FALSE;
  *last = found.type == OCOP_VALUE_INTEGER ? found.integer : 0;
  return TRUE;
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
  guint n_rounds = count_rounds (ocop_law_book_on (law, on));
  g_autofree char *council = NULL;
  gint64 last;

  if (!ocop_council_find_only (reader, "council", on, &council, error) || !find_last_round (reader, (guint) on.year, &last, error))
    return NULL;
  ocop_record_set_text (record, "state", "planned");
  ocop_record_set_text (record, "manner", "meeting");
  ocop_record_set_text (record, "council", council);
  ocop_record_set_integer (record, "round_year", on.year);
  ocop_record_set_integer (record, "round_number", n_rounds > 0 ? MIN (last + 1, MAX (last, (gint64) n_rounds)) : last + 1);
  return g_steal_pointer (&record);
}
