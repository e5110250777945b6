/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The practice register as whoever opens it first finds it: every page has something to show, and what
 * was decided is what the law makes of the sheets. */

#include "exchange/ocop-sample.h"

#include "evaluation/ocop-session-changes.h"
#include "register/fixture.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture_set_up (fixture, data);
  ocop_sample_fill (fixture->reg, &error);
  g_assert_no_error (error);
}

static gint64
count_where (Fixture    *fixture,
             const char *kind,
             const char *field,
             const char *value)
{
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  if (field != NULL)
    ocop_query_where (query, field, OCOP_OPERATOR_IS, value, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  return fixture_measure (fixture, query);
}

static void
test_fills_every_page (Fixture       *fixture,
                       gconstpointer  data)
{
  static const struct { const char *kind, *field, *value; gint64 least; } expected[] = {
    { "product", NULL, NULL, 150 },
    { "dossier", "step", "idea", 2 },
    { "dossier", "step", "commune-received", 2 },
    { "dossier", "step", "commune-returned", 1 },
    { "dossier", "step", "province-returned", 1 },
    { "dossier", "step", "advisory", 3 },
    { "dossier", "step", "council", 6 },
    { "dossier", "step", "forwarded", 1 },
    { "dossier", "step", "not-classed", 1 },
    { "dossier", "kind", "again", 2 },
    { "dossier_document", "state", "missing", 4 },
    { "dossier_document", "state", "renew", 1 },
    { "council", "kind", "council", 1 },
    { "council", "kind", "advisory", 1 },
    { "session", "state", "open", 1 },
    { "session", "state", "closed", 1 },
    { "recusal", NULL, NULL, 1 },
    { "decision", "state", "issued", 3 },
    { "visit", NULL, NULL, 2 },
    { "extra_test", NULL, NULL, 2 },
    { "target", NULL, NULL, 15 },
    { "inspection", "conclusion", "repair", 2 },
    { "inspection_point", "result", "fault", 4 },
    { "trainee", "kind", "official", 10 },
    { "participation", "dealing", "contract", 3 },
    { "support", NULL, NULL, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (count_where (fixture, expected[i].kind, expected[i].field, expected[i].value), >=, expected[i].least);
  fixture_assert_sound (fixture);
}

typedef struct
{
  const char *state;
  GPtrArray *sessions;  /* OcopSession */
} Sessions;

static gboolean
collect_id (const OcopValue *values,
            gpointer         data)
{
  g_ptr_array_add (data, g_strdup (values[0].text));
  return TRUE;
}

static gpointer
read_sessions (OcopReader    *reader,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  static const char * const columns[] = { "id", NULL };
  Sessions *asked = data;
  g_autoptr(OcopQuery) query = ocop_query_new ("session");
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  ocop_query_where (query, "state", OCOP_OPERATOR_IS, asked->state, NULL);
  ocop_reader_each (reader, query, columns, collect_id, ids, error);
  asked->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_session_free);
  for (guint i = 0; i < ids->len; i++)
    {
      OcopSession *session = ocop_session_read (reader, g_ptr_array_index (ids, i), NULL, error);

      g_assert_nonnull (session);
      g_ptr_array_add (asked->sessions, session);
    }
  return GINT_TO_POINTER (TRUE);
}

/* The one session in that state. */
static OcopSession *
load_session (Fixture    *fixture,
              const char *state)
{
  Sessions asked = { .state = state };
  g_autoptr(GError) error = NULL;
  OcopSession *session;

  ocop_register_read (fixture->reg, read_sessions, &asked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (asked.sessions->len, ==, 1);
  session = g_ptr_array_steal_index (asked.sessions, 0);
  g_ptr_array_unref (asked.sessions);
  return session;
}

static void
assert_decided (Fixture                  *fixture,
                const OcopSessionProduct *product)
{
  static const char * const columns[] = { "score", "class", "outcome", "decision.state", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("decision_line");
  g_autoptr(OcopRows) rows = NULL;
  const char *step = ocop_record_get_text (product->dossier, "step");

  ocop_query_where (query, "session_product", OCOP_OPERATOR_IS, ocop_record_get_id (product->record), NULL);
  rows = fixture_rows (fixture, query, columns);
  g_test_message ("%s", product->product_name);
  g_assert_cmpuint (ocop_rows_get_n_rows (rows), ==, 1);
  g_assert_cmpint (ocop_rows_get_integer (rows, 0, 0), ==, ocop_mean_cut (product->verdict->mean));
  g_assert_cmpint (ocop_rows_get_integer (rows, 0, 1), ==, product->verdict->star);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 2), ==, step);
  g_assert_cmpstr (ocop_rows_get_text (rows, 0, 3), ==, "issued");
}

/* The session that is closed: nothing stood against it, and each product was decided on as its sheets say. */
static void
test_decided_as_scored (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(OcopSession) session = load_session (fixture, "closed");
  g_autoptr(GPtrArray) lacks = ocop_session_lacks (session, "closed");

  g_assert_cmpuint (lacks->len, ==, 0);
  g_assert_cmpuint (session->products->len, ==, 5);
  for (guint i = 0; i < session->products->len; i++)
    assert_decided (fixture, ocop_session_get_product (session, i));
}

/* The session under way has a product scored, one to be scored again, one begun and one not yet begun. */
static void
test_session_under_way (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(OcopSession) session = load_session (fixture, "open");
  guint n_final = 0, n_again = 0, n_begun = 0, n_new = 0;

  g_assert_true (ocop_session_has_quorum (session));
  for (guint i = 0; i < session->products->len; i++)
    {
      const OcopSessionProduct *product = ocop_session_get_product (session, i);
      g_autoptr(GPtrArray) problems = ocop_session_product_problems (product);

      n_final += product->verdict->is_final;
      n_again += ocop_session_product_needs_second_pass (product);
      n_begun += !product->verdict->is_complete && product->n_all_sheets > 0;
      n_new += product->n_all_sheets == 0;
      g_assert_cmpuint (problems->len, ==, 0);
    }
  g_assert_cmpuint (n_final, ==, 1);
  g_assert_cmpuint (n_again, ==, 1);
  g_assert_cmpuint (n_begun, ==, 2);
  g_assert_cmpuint (n_new, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sample/fills-every-page", Fixture, NULL, set_up, test_fills_every_page, fixture_tear_down);
  g_test_add ("/sample/decided-as-scored", Fixture, NULL, set_up, test_decided_as_scored, fixture_tear_down);
  g_test_add ("/sample/session-under-way", Fixture, NULL, set_up, test_session_under_way, fixture_tear_down);
  return g_test_run ();
}
