/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-due.h"

#include "register/fixture.h"

static const struct
{
  const char *on;
  const char *until;
  const char *opens;
  const char *closes;
  const char *state;
} states[] = {
  { "2026-01-01", "2027-01-01", "2026-07-05", "2026-09-03", "upcoming" },
  { "2026-07-04", "2027-01-01", "2026-07-05", "2026-09-03", "upcoming" },
  { "2026-07-05", "2027-01-01", "2026-07-05", "2026-09-03", "open" },
  { "2026-08-19", "2027-01-01", "2026-07-05", "2026-09-03", "open" },
  { "2026-08-20", "2027-01-01", "2026-07-05", "2026-09-03", "closing" },
  { "2026-09-03", "2027-01-01", "2026-07-05", "2026-09-03", "closing" },
  { "2026-09-04", "2027-01-01", "2026-07-05", "2026-09-03", "over" },
  { "2027-01-01", "2027-01-01", "2026-07-05", "2026-09-03", "over" },
  { "2027-01-02", "2027-01-01", "2026-07-05", "2026-09-03", "expired" },
  { "2025-01-01", "2025-05-01", "", "", "no-window" },
};

static OcopDate
parse (const char *text)
{
  OcopDate date;

  g_assert_true (ocop_date_parse (text, &date));
  return date;
}

static void
test_states (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_assert_cmpstr (ocop_due_state_name (ocop_due_state (parse (states[i].on), parse (states[i].until),
                                                          parse (states[i].opens), parse (states[i].closes))),
                     ==, states[i].state);
}

/* The day of the list is 1 August 2026. */
static const struct
{
  const char *product;
  const char *decided;
  const char *ending;
  const char *ended_on;
} certificates[] = {
  { "A hết hạn", "2023-07-01", NULL },
  { "B hết hạn lâu", "2022-07-01", NULL },
  { "C quá hạn nộp", "2023-10-01", NULL },
  { "D sắp hết hạn nộp", "2023-12-09", NULL },
  { "E đang nộp", "2024-01-15", NULL },
  { "F chưa đến hạn", "2024-03-01", NULL },
  { "G còn lâu", "2025-03-01", NULL },
  { "I thu hồi", "2024-01-15", "revoked", "2026-01-01" },
};

static void
fill (Fixture *fixture)
{
  g_autofree char *producer = fixture_add (fixture, "producer", "name", "HTX Thử", "phone", "0900 000 111", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (certificates); i++)
    {
      const char *ending = certificates[i].ending != NULL ? certificates[i].ending : "";
      const char *ended_on = certificates[i].ended_on != NULL ? certificates[i].ended_on : "";
      g_autofree char *product = fixture_add (fixture, "product", "name", certificates[i].product, "producer", producer, NULL);
      g_autofree char *recognition =
        fixture_add (fixture, "recognition", "product", product, "outcome", "recognised", "class", "3",
                     "decision_date", certificates[i].decided, "ending", ending, "ended_on", ended_on, NULL);
    }
}

static gpointer
find_by_name (OcopReader    *reader,
              gpointer       name,
              GCancellable  *cancellable,
              GError       **error)
{
  static const char * const columns[] = { "id", "name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = ocop_reader_rows (reader, query, columns, 0, -1, error);

  for (guint i = 0; i < ocop_rows_get_n_rows (rows); i++)
    if (g_str_has_prefix (ocop_rows_get_text (rows, i, 1), name))
      return g_strdup (ocop_rows_get_text (rows, i, 0));
  return NULL;
}

/* Free with g_free(). */
static char *
find_product (Fixture    *fixture,
              const char *name)
{
  return ocop_register_read (fixture->reg, find_by_name, (gpointer) name, NULL);
}

static gpointer
read_dues (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const guint *within = data;

  return ocop_due_list (reader, NULL, ocop_date_new (2026, 8, 1), *within, error);
}

static char *
describe (Fixture *fixture,
          guint    within)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) dues = ocop_register_read (fixture->reg, read_dues, &within, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < dues->len; i++)
    {
      const OcopDue *due = dues->pdata[i];
      char day[OCOP_DATE_TEXT_SIZE];

      g_string_append_printf (text, "%.1s %s %s\n", due->product_name, ocop_date_to_text (due->day, day),
                              ocop_due_state_name (due->state));
    }
  return g_string_free (text, FALSE);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *long_ahead = NULL;
  g_autofree char *short_ahead = NULL;

  fill (fixture);
  long_ahead = describe (fixture, 180);
  g_assert_cmpstr (long_ahead, ==,
                   "A 2026-07-01 expired\n"
                   "D 2026-08-11 closing\n"
                   "F 2026-09-02 upcoming\n"
                   "E 2026-09-17 open\n"
                   "C 2026-10-01 over\n");
  short_ahead = describe (fixture, 20);
  g_assert_cmpstr (short_ahead, ==,
                   "D 2026-08-11 closing\n");
}

/* Handed in, be it late: no more is asked of its producer before it ends. An idea, or a dossier of another kind or one
 * that came to its end, is none. */
static void
test_filed (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *product, *kind, *step, *received; } dossiers[] = {
    { "D", "again", "commune-received", "2026-07-31" },
    { "C", "again", "council", NULL },
    { "E", "upgrade", "council", "2026-07-01" },
    { "F", "again", "commune-received", "2026-08-02" },
    { "E", "again", "idea", NULL },
    { "E", "again", "withdrawn", "2026-07-01" },
  };
  g_autofree char *text = NULL;

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (dossiers); i++)
    {
      g_autofree char *product = find_product (fixture, dossiers[i].product);
      g_autofree char *dossier = fixture_add (fixture, "dossier", "name", "Hồ sơ", "product", product, "kind", dossiers[i].kind, "step", dossiers[i].step,
                                              "commune_received_on", dossiers[i].received != NULL ? dossiers[i].received : "", NULL);
    }
  text = describe (fixture, 180);
  g_assert_cmpstr (text, ==,
                   "A 2026-07-01 expired\n"
                   "F 2026-09-02 upcoming\n"
                   "E 2026-09-17 open\n"
                   "C 2026-10-01 filed\n"
                   "D 2026-12-09 filed\n");
}

static void
test_particulars (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) dues = NULL;
  guint within = 180;
  const OcopDue *due;

  fill (fixture);
  dues = ocop_register_read (fixture->reg, read_dues, &within, &error);
  g_assert_no_error (error);
  due = dues->pdata[0];
  g_assert_cmpstr (due->producer_name, ==, "HTX Thử");
  g_assert_cmpstr (due->phone, ==, "0900 000 111");
  g_assert_cmpstr (due->star, ==, "3");
  g_assert_null (due->locality);
  g_assert_false (due->estimated);
  g_assert_cmpint (ocop_date_compare (due->decision_date, ocop_date_new (2023, 7, 1)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/states", test_states);
  g_test_add ("/due/list", Fixture, NULL, fixture_set_up, test_list, fixture_tear_down);
  g_test_add ("/due/filed", Fixture, NULL, fixture_set_up, test_filed, fixture_tear_down);
  g_test_add ("/due/particulars", Fixture, NULL, fixture_set_up, test_particulars, fixture_tear_down);
  return g_test_run ();
}
