/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "generate-private.h"

#include "evaluation/ocop-choices.h"

#define N_MEMBERS 9
/* A session judges some 70 products; the first one of a year many more, which is the worst that a chart of one has to hold. */
#define AGENDA 70
#define LONGEST_AGENDA 250
/* So many come before the council once more in the next session. */
#define AGAIN 3

typedef struct
{
  char *id;
  char *set;
  int year;
  gboolean story;
} Judged;

typedef struct
{
  char *id;
  char *members[N_MEMBERS];
} Council;

/* A session, and who is there. */
typedef struct
{
  char *id;
  const Council *council;
  char day[OCOP_DATE_TEXT_SIZE];
  const OcopRuleBook *book;
  gboolean present[N_MEMBERS];
} Session;

/* What was judged */

static void
judged_clear (Judged *judged)
{
  g_free (judged->id);
  g_free (judged->set);
}

static gboolean
take_dossier (const OcopValue *values,
              gpointer         data)
{
  const Judged judged = { g_strdup (values[0].text), g_strdup (values[1].text), (int) values[2].integer, values[3].integer != 0 };

  g_array_append_val ((GArray *) data, judged);
  return TRUE;
}

static gpointer
read_judged (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  static const char * const columns[] = { "id", "criteria_set", "round_year", "story", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("dossier");

  ocop_query_where (query, "step", OCOP_OPERATOR_IS, "council", "scored", "forwarded", NULL);
  ocop_query_order_by (query, "round_year", FALSE);
  return ocop_reader_each (reader, query, columns, take_dossier, data, error) ? data : NULL;
}

/* Sheets */

/* Most options are good ones; who differs from @others does so in one criterion of six. */
static guint8 *
choose (Work              *work,
        const OcopScoring *scoring,
        const guint8      *others)
{
  guint8 *choices = ocop_choices_new (scoring->criteria);

  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = scoring->criteria->leaves->pdata[i];

      if (!ocop_scoring_asks_for (scoring, choices, leaf))
        continue;
      choices[i] = (guint8) MAX (pick (work, leaf->options->len), pick (work, leaf->options->len));
      if (others != NULL && pick (work, 6) > 0)
        choices[i] = others[i];
    }
  return choices;
}

static void
add_sheet (Work              *work,
           const char        *product,
           const char        *member,
           const char        *number,
           const OcopScoring *scoring,
           const guint8      *others)
{
  g_autofree guint8 *choices = choose (work, scoring, others);
  g_autofree char *text = ocop_choices_format (scoring->criteria, choices);

  g_free (add (work, "sheet", "session_product", product, "member", member, "scoring", number, "choices", text, "source", "paper", NULL));
}

/* The council agrees on nothing but minima. */
static char *
agree (const OcopScoring *scoring,
       const guint8      *others)
{
  g_autofree guint8 *choices = ocop_choices_new (scoring->criteria);

  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    if (ocop_criterion_is_marked (scoring->criteria->leaves->pdata[i]))
      choices[i] = others[i];
  return ocop_choices_format (scoring->criteria, choices);
}

/* One in twenty is scored once more; what was given first stays. */
static void
judge (Work          *work,
       const Session *session,
       const Judged  *judged,
       guint          place)
{
  const OcopLaw *law = ocop_law_get_default ();
  const OcopRuleBook *latest = ocop_law_get_latest_book (law);
  const OcopScoring scoring = {
    .criteria = ocop_law_get_criteria (law, latest, judged->set, &work->error), .has_story = judged->story,
  };
  guint n_scorings = pick (work, 20) == 0 ? 2 : 1;
  g_autofree guint8 *others = choose (work, &scoring, NULL);
  g_autofree char *agreed = agree (&scoring, others);
  g_autofree char *place_text = g_strdup_printf ("%u", place + 1), *last = g_strdup_printf ("%u", n_scorings);
  g_autofree char *name = g_strdup_printf ("Sản phẩm %u", place + 1);
  g_autofree char *product = add (work, "session_product", "session", session->id, "dossier", judged->id, "name", name, "place", place_text,
                                  "criteria_set", judged->set, "law_book", session->book == latest ? ocop_law_get_id (law) : latest->decision,
                                  "scoring", last, "agreed_choices", pick (work, 2) == 0 ? agreed : "", NULL);

  for (guint i = 0; i < N_MEMBERS; i++)
    if (session->present[i] && pick (work, 50) == 0)
      g_free (add (work, "recusal", "session_product", product, "member", session->council->members[i], "kind", "advised", NULL));
    else
      for (guint scored = 1; session->present[i] && scored <= n_scorings; scored++)
        add_sheet (work, product, session->council->members[i], scored < n_scorings ? "1" : last, &scoring, others);
}

/* Sessions */

static void
appoint (Work    *work,
         Council *council)
{
  council->id = add (work, "council", "name", "Hội đồng tỉnh", "kind", "council", "level", "province", NULL);
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Thành viên %u", i + 1), *place = g_strdup_printf ("%u", i + 1);

      council->members[i] = add (work, "council_member", "council", council->id, "name", name, "place", place,
                                 "role", i == 0 ? "chair" : "member", NULL);
    }
}

static void
dismiss (Council *council)
{
  g_free (council->id);
  for (guint i = 0; i < N_MEMBERS; i++)
    g_free (council->members[i]);
}

/* Of nine members one or the other is missing, but never the chair. */
static void
open_session (Work          *work,
              Session       *session,
              const Council *council,
              int            year)
{
  OcopDate held_on;

  day_in (work, year, 9, 10, session->day);
  ocop_date_parse (session->day, &held_on);
  session->council = council;
  session->book = ocop_law_book_on (ocop_law_get_default (), held_on);
  session->id = add (work, "session", "council", council->id, "name", "Kỳ họp chấm điểm", "state", "closed",
                     "held_on", session->day, NULL);
  g_free (add (work, "session_move", "session", session->id, "state", "open", "moved_on", session->day, NULL));
  g_free (add (work, "session_move", "session", session->id, "state", "closed", "moved_on", session->day, NULL));
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      session->present[i] = i == 0 || pick (work, 8) > 0;
      g_free (add (work, "attendance", "session", session->id, "member", council->members[i], "present", session->present[i] ? "1" : "0", NULL));
    }
}

/* All of one year. */
static void
hold_sessions (Work         *work,
               const Judged *judged,
               guint         n)
{
  Council council;
  guint size = LONGEST_AGENDA;

  appoint (work, &council);
  for (guint first = 0; first < n; first += size - AGAIN, size = AGENDA)
    {
      Session session;

      open_session (work, &session, &council, judged->year);
      for (guint i = first; i < MIN (first + size, n); i++)
        judge (work, &session, &judged[i], i - first);
      g_free (session.id);
    }
  dismiss (&council);
}

void
generate_sheets (Work *work)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Judged));
  const Judged *judged;

  g_array_set_clear_func (all, (GDestroyNotify) judged_clear);
  if (ocop_register_read (work->reg, read_judged, all, &work->error) == NULL)
    return;
  judged = (const Judged *) (gpointer) all->data;
  for (guint first = 0, until; first < all->len; first = until)
    {
      for (until = first + 1; until < all->len && judged[until].year == judged[first].year;)
        until++;
      hold_sessions (work, judged + first, until - first);
    }
}
