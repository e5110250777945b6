/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-session-changes.h"

#include <string.h>

#include "base/ocop-error.h"
#include "evaluation/ocop-choices.h"
#include "evaluation/ocop-spread.h"
#include "register/fixture.h"

#define N_MEMBERS 4

/* A council of a chair and three members, a session, two products on its agenda. */
typedef struct
{
  Fixture fixture;
  char *council;
  char *members[N_MEMBERS];
  char *session;
  char *dossiers[2];
  char *products[2];   /* of the session */
} Council;

static const char * const member_names[N_MEMBERS] = { "Chủ tịch", "An", "Bình", "Cúc" };

/* What a use case is asked, for a reader thread. */
typedef struct _Asked Asked;
struct _Asked
{
  OcopChange *(*make) (OcopReader *reader, const Asked *asked, GError **error);
  const Council *council;
  guint product;
  guint member;
  const char *text;
  const char *reason;
  gint64 scoring;
  gint64 version;
  gboolean yes;
};

static gpointer
make_change (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Asked *asked = data;

  return asked->make (reader, asked, error);
}

static gboolean
carry_out (Council      *council,
           Asked         asked,
           GError      **error)
{
  g_autoptr(OcopChange) change = NULL;

  asked.council = council;
  change = ocop_register_read (council->fixture.reg, make_change, &asked, error);
  return change != NULL && ocop_register_commit (council->fixture.reg, change, error);
}

static void
done (Council *council,
      Asked    asked)
{
  g_autoptr(GError) error = NULL;

  carry_out (council, asked, &error);
  g_assert_no_error (error);
}

static void
refused (Council   *council,
         Asked      asked,
         OcopError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (carry_out (council, asked, &error));
  g_assert_error (error, OCOP_ERROR, (int) code);
}

static OcopChange *
set_state (OcopReader   *reader,
           const Asked  *asked,
           GError      **error)
{
  return ocop_session_set_state (reader, asked->council->session, asked->text, error);
}

static OcopChange *
add_dossiers (OcopReader   *reader,
              const Asked  *asked,
              GError      **error)
{
  const char * const dossiers[] = { asked->council->dossiers[0], asked->council->dossiers[1], NULL };

  return ocop_session_add_dossiers (reader, asked->council->session, dossiers, error);
}

static OcopChange *
take_off (OcopReader   *reader,
          const Asked  *asked,
          GError      **error)
{
  return ocop_session_remove (reader, asked->council->products[asked->product], error);
}

static OcopChange *
move_to_set (OcopReader   *reader,
             const Asked  *asked,
             GError      **error)
{
  return ocop_session_move_to_set (reader, asked->council->products[asked->product], asked->text, error);
}

static OcopChange *
attend_all (OcopReader   *reader,
            const Asked  *asked,
            GError      **error)
{
  return ocop_session_attend (reader, asked->council->session, NULL, TRUE, error);
}

static OcopChange *
attend (OcopReader   *reader,
        const Asked  *asked,
        GError      **error)
{
  return ocop_session_attend (reader, asked->council->session, asked->council->members[asked->member], asked->yes, error);
}

static OcopChange *
recuse (OcopReader   *reader,
        const Asked  *asked,
        GError      **error)
{
  return ocop_session_recuse (reader, asked->council->products[asked->product], asked->council->members[asked->member],
                              asked->text, asked->reason, error);
}

static OcopChange *
submit (OcopReader   *reader,
        const Asked  *asked,
        GError      **error)
{
  const OcopSheetEntry entry = {
    .product = asked->council->products[asked->product],
    .member = asked->council->members[asked->member],
    .scoring = asked->scoring != 0 ? asked->scoring : 1,
    .choices = asked->text,
    .source = "paper",
    .version = asked->version,
    .taken_on = ocop_date_new (2026, 11, 24),
  };

  return ocop_session_submit (reader, &entry, error);
}

static OcopChange *
score_again (OcopReader   *reader,
             const Asked  *asked,
             GError      **error)
{
  return ocop_session_score_again (reader, asked->council->products[asked->product], error);
}

static OcopChange *
agree (OcopReader   *reader,
       const Asked  *asked,
       GError      **error)
{
  return ocop_session_agree (reader, asked->council->products[asked->product], asked->text, error);
}

static OcopChange *
reject (OcopReader   *reader,
        const Asked  *asked,
        GError      **error)
{
  return ocop_session_reject (reader, asked->council->products[asked->product], asked->text, asked->reason, error);
}

/* Reading */

static gpointer
read_session (OcopReader    *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return ocop_session_read (reader, data, NULL, error);
}

static OcopSession *
load (Council *council)
{
  g_autoptr(GError) error = NULL;
  OcopSession *session = ocop_register_read (council->fixture.reg, read_session, council->session, &error);

  g_assert_no_error (error);
  return session;
}

/* Setting up */

static char *
add_dossier (Council    *council,
             const char *name,
             const char *set,
             const char *producer)
{
  g_autofree char *product = fixture_add (&council->fixture, "product", "name", name, "producer", producer, "criteria_set", set, NULL);
  g_autofree char *title = g_strconcat (name, " 2026", NULL);

  return fixture_add (&council->fixture, "dossier", "name", title, "product", product, "kind", "first", "step", "council",
                      "story", "1", "self_choices", "1.1=1", NULL);
}

static void
council_set_up (Council       *council,
                gconstpointer  data)
{
  g_autofree char *producer = NULL;

  fixture_set_up (&council->fixture, NULL);
  producer = fixture_add (&council->fixture, "producer", "name", "HTX Bình An", "representative", "Cúc", NULL);
  council->council = fixture_add (&council->fixture, "council", "name", "Hội đồng", "kind", "council", NULL);
  for (guint i = 0; i < N_MEMBERS; i++)
    council->members[i] = fixture_add (&council->fixture, "council_member", "council", council->council, "name", member_names[i],
                                       "role", i == 0 ? "chair" : "member", NULL);
  council->session = fixture_add (&council->fixture, "session", "council", council->council, "name", "Đợt 2", "state", "planned",
                                  "held_on", "2026-11-24", NULL);
  /* Not in the order of the agenda. */
  council->dossiers[0] = add_dossier (council, "Rượu men lá", "QD26-13", producer);
  council->dossiers[1] = add_dossier (council, "Gạo sạch", "QD26-03", producer);
}

static void
council_tear_down (Council       *council,
                   gconstpointer  data)
{
  fixture_assert_sound (&council->fixture);
  g_free (council->council);
  g_free (council->session);
  for (guint i = 0; i < N_MEMBERS; i++)
    g_free (council->members[i]);
  for (guint i = 0; i < G_N_ELEMENTS (council->products); i++)
    {
      g_free (council->dossiers[i]);
      g_free (council->products[i]);
    }
  fixture_tear_down (&council->fixture, NULL);
}

/* The agenda made, the session under way, all there. Product 0 is of set 3, product 1 of set 13. */
static void
begin (Council *council)
{
  g_autoptr(OcopSession) session = NULL;

  done (council, (Asked) { add_dossiers });
  session = load (council);
  for (guint i = 0; i < 2; i++)
    council->products[i] = g_strdup (ocop_record_get_id (ocop_session_get_product (session, i)->record));
  done (council, (Asked) { set_state, .text = "open" });
  done (council, (Asked) { attend_all });
}

/* A sheet with the option at @place, or the best there is, for each criterion that is to be scored. */
static char *
fill (Council *council,
      guint    product,
      guint    place)
{
  g_autoptr(OcopSession) session = load (council);
  const OcopScoring *scoring = &ocop_session_get_product (session, product)->scoring;
  g_autofree guint8 *choices = ocop_choices_new (scoring->criteria);

  for (guint i = 0; i < scoring->criteria->leaves->len; i++)
    {
      const OcopCriterion *leaf = g_ptr_array_index (scoring->criteria->leaves, i);

      if (ocop_scoring_asks_for (scoring, choices, leaf))
        choices[i] = (guint8) MIN (place, leaf->options->len - 1);
    }
  return ocop_choices_format (scoring->criteria, choices);
}

static void
score_all (Council *council,
           guint    product,
           gint64   scoring,
           guint    place)
{
  g_autofree char *choices = fill (council, product, place);

  for (guint i = 0; i < N_MEMBERS; i++)
    done (council, (Asked) { submit, .product = product, .member = i, .text = choices, .scoring = scoring });
}

/* Tests */

static void
test_agenda (Council       *council,
             gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  const OcopSessionProduct *first;

  begin (council);
  session = load (council);
  g_assert_cmpuint (session->products->len, ==, 2);
  first = ocop_session_get_product (session, 0);
  g_assert_cmpstr (first->product_name, ==, "Gạo sạch");
  g_assert_cmpstr (first->producer_name, ==, "HTX Bình An");
  g_assert_cmpstr (ocop_record_get_text (first->record, "criteria_set"), ==, "QD26-03");
  g_assert_cmpstr (ocop_record_get_text (first->record, "law_book"), ==, "26/2026/QĐ-TTg");
  g_assert_cmpint (ocop_record_get_integer (first->record, "place", 0), ==, 1);
  g_assert_cmpuint (first->self[0], ==, 1);
  g_assert_cmpuint (first->advised[0], ==, OCOP_NOT_SCORED);
  /* Twice is once too often. */
  refused (council, (Asked) { add_dossiers }, OCOP_ERROR_REFUSED);
  done (council, (Asked) { take_off, .product = 1 });
}

static void
test_whole (Council       *council,
            gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  const OcopSessionProduct *product;
  g_autoptr(GPtrArray) reasons = NULL;
  guint n_complete;

  begin (council);
  score_all (council, 0, 1, 99);
  session = load (council);
  product = ocop_session_get_product (session, 0);
  g_assert_cmpuint (ocop_mean_cut (product->verdict->mean), ==, 10000);
  g_assert_cmpuint (product->verdict->star, ==, 5);
  g_assert_true (product->verdict->is_final);
  g_assert_cmpuint (ocop_session_product_count (product, &n_complete), ==, N_MEMBERS);
  g_assert_cmpuint (n_complete, ==, N_MEMBERS);
  g_assert_cmpuint (ocop_session_member_count (session, 1, &n_complete), ==, 2);
  g_assert_cmpuint (n_complete, ==, 1);
  g_assert_false (ocop_session_get_product (session, 1)->verdict->is_complete);
  reasons = ocop_session_product_explain (product);
  g_assert_cmpuint (reasons->len, ==, 1);
}

static void
test_no_chair (Council       *council,
               gconstpointer  data)
{
  fixture_edit (&council->fixture, "council_member", council->members[0], "role", "deputy");
  refused (council, (Asked) { set_state, .text = "open" }, OCOP_ERROR_REFUSED);
  fixture_edit (&council->fixture, "council_member", council->members[0], "role", "chair");
  fixture_edit (&council->fixture, "council_member", council->members[1], "role", "chair");
  refused (council, (Asked) { set_state, .text = "open" }, OCOP_ERROR_REFUSED);
}

static void
test_member_twice (Council       *council,
                   gconstpointer  data)
{
  fixture_edit (&council->fixture, "council_member", council->members[2], "name", "an");
  refused (council, (Asked) { set_state, .text = "open" }, OCOP_ERROR_REFUSED);
  fixture_edit (&council->fixture, "council_member", council->members[2], "body_name", "Sở Y tế");
  done (council, (Asked) { set_state, .text = "open" });
}

static void
test_recused (Council       *council,
              gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  begin (council);
  session = load (council);
  /* The producer's representative sits in the council. */
  g_assert_cmpstr (ocop_session_get_product (session, 0)->sheets[3].suggestion, ==, "producer");
  g_assert_null (ocop_session_get_product (session, 0)->sheets[1].suggestion);

  done (council, (Asked) { recuse, .member = 3, .text = "producer", .reason = "Đại diện chủ thể" });
  refused (council, (Asked) { submit, .member = 3, .text = "1.1=1" }, OCOP_ERROR_REFUSED);
  /* Only for that product. */
  done (council, (Asked) { submit, .product = 1, .member = 3, .text = "1.1=0" });
  /* Taken back, and said again. */
  done (council, (Asked) { recuse, .member = 3 });
  done (council, (Asked) { submit, .member = 3, .text = "1.1=1" });
  done (council, (Asked) { recuse, .member = 3, .text = "family", .reason = "Em ruột" });
  g_clear_pointer (&session, ocop_session_free);
  session = load (council);
  g_assert_cmpstr (ocop_record_get_text (ocop_session_get_product (session, 0)->sheets[3].recusal, "reason"), ==, "Em ruột");
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->n_counted, ==, 3);
}

static void
test_absent (Council       *council,
             gconstpointer  data)
{
  begin (council);
  done (council, (Asked) { attend, .member = 1, .yes = FALSE });
  refused (council, (Asked) { submit, .member = 1, .text = "1.1=1" }, OCOP_ERROR_REFUSED);
  done (council, (Asked) { attend, .member = 1, .yes = TRUE });
  done (council, (Asked) { submit, .member = 1, .text = "1.1=1" });
  refused (council, (Asked) { attend, .member = 1, .yes = FALSE }, OCOP_ERROR_REFUSED);
}

static void
test_sheet_once (Council       *council,
                 gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(GError) error = NULL;

  begin (council);
  done (council, (Asked) { submit, .member = 1, .text = "1.1=1" });
  refused (council, (Asked) { submit, .member = 1, .text = "1.1=2" }, OCOP_ERROR_REFUSED);
  refused (council, (Asked) { submit, .member = 1, .text = "1.1=2", .version = 9 }, OCOP_ERROR_CONFLICT);
  done (council, (Asked) { submit, .member = 1, .text = "1.1=2 1.2=0", .version = 1 });
  session = load (council);
  g_assert_cmpstr (ocop_record_get_text (ocop_session_get_product (session, 0)->sheets[1].record, "choices"), ==, "1.1=2 1.2=0");
  /* Taken back and given anew. */
  g_assert_true (ocop_register_undo (council->fixture.reg, NULL, &error));
  g_assert_true (ocop_register_undo (council->fixture.reg, NULL, &error));
  g_assert_no_error (error);
  done (council, (Asked) { submit, .member = 1, .text = "1.1=0" });
  g_assert_cmpint (fixture_count (&council->fixture, "sheet"), ==, 1);
}

/* Two programs that have both seen no sheet. */
static void
test_sheet_at_once (Council       *council,
                    gconstpointer  data)
{
  Asked asked = { submit, .council = council, .member = 1, .text = "1.1=1" };
  g_autoptr(OcopChange) first = NULL;
  g_autoptr(OcopChange) second = NULL;
  g_autoptr(GError) error = NULL;

  begin (council);
  first = ocop_register_read (council->fixture.reg, make_change, &asked, &error);
  second = ocop_register_read (council->fixture.reg, make_change, &asked, &error);
  g_assert_no_error (error);
  g_assert_true (ocop_register_commit (council->fixture.reg, first, &error));
  g_assert_false (ocop_register_commit (council->fixture.reg, second, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (fixture_count (&council->fixture, "sheet"), ==, 1);
}

static void
test_no_such_points (Council       *council,
                     gconstpointer  data)
{
  begin (council);
  refused (council, (Asked) { submit, .member = 1, .text = "1.1=7" }, OCOP_ERROR_INVALID_VALUE);
  refused (council, (Asked) { submit, .member = 1, .text = "77=1" }, OCOP_ERROR_INVALID_VALUE);
  refused (council, (Asked) { agree, .text = "1.1=7" }, OCOP_ERROR_INVALID_VALUE);
}

static void
test_second_scoring (Council       *council,
                     gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(OcopSession) again = NULL;

  begin (council);
  refused (council, (Asked) { score_again }, OCOP_ERROR_REFUSED);
  score_all (council, 0, 1, 0);
  done (council, (Asked) { score_again });
  session = load (council);
  g_assert_null (ocop_session_get_product (session, 0)->sheets[0].record);
  g_assert_cmpuint (ocop_session_get_product (session, 0)->n_all_sheets, ==, N_MEMBERS);
  refused (council, (Asked) { submit, .member = 1, .text = "1.1=1", .scoring = 1 }, OCOP_ERROR_REFUSED);
  score_all (council, 0, 2, 99);
  again = load (council);
  g_assert_cmpuint (ocop_session_get_product (again, 0)->n_all_sheets, ==, 2 * N_MEMBERS);
  g_assert_cmpuint (ocop_mean_cut (ocop_session_get_product (again, 0)->verdict->mean), ==, 10000);
}

static void
test_moved_set (Council       *council,
                gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(GPtrArray) reasons = NULL;

  begin (council);
  done (council, (Asked) { move_to_set, .text = "QD26-02" });
  refused (council, (Asked) { move_to_set, .text = "QD26-99" }, OCOP_ERROR_NOT_FOUND);
  done (council, (Asked) { move_to_set, .text = "QD26-03" });
  done (council, (Asked) { submit, .member = 1, .text = "1.1=1" });
  refused (council, (Asked) { move_to_set, .text = "QD26-02" }, OCOP_ERROR_REFUSED);
  refused (council, (Asked) { take_off }, OCOP_ERROR_REFUSED);
  /* Moved in its dossier: the session goes on as it began, and says so. */
  fixture_edit (&council->fixture, "dossier", council->dossiers[1], "criteria_set", "QD26-02");
  session = load (council);
  g_assert_cmpstr (ocop_session_get_product (session, 0)->scoring.criteria->code, ==, "QD26-03");
  reasons = ocop_session_product_explain (ocop_session_get_product (session, 0));
  g_assert_nonnull (strstr (g_ptr_array_index (reasons, 0), "QD26-02"));
}

static void
test_closed (Council       *council,
             gconstpointer  data)
{
  g_autofree char *decision = NULL;

  begin (council);
  done (council, (Asked) { set_state, .text = "closed" });
  refused (council, (Asked) { submit, .member = 1, .text = "1.1=1" }, OCOP_ERROR_REFUSED);
  refused (council, (Asked) { attend, .member = 1, .yes = FALSE }, OCOP_ERROR_REFUSED);
  refused (council, (Asked) { recuse, .member = 1, .text = "other" }, OCOP_ERROR_REFUSED);
  refused (council, (Asked) { agree, .text = NULL }, OCOP_ERROR_REFUSED);
  refused (council, (Asked) { reject, .text = "Hồ sơ giả mạo", .reason = "Sở Y tế" }, OCOP_ERROR_REFUSED);
  refused (council, (Asked) { move_to_set, .text = "QD26-02" }, OCOP_ERROR_REFUSED);
  refused (council, (Asked) { take_off }, OCOP_ERROR_REFUSED);
  done (council, (Asked) { set_state, .text = "open" });
  done (council, (Asked) { submit, .member = 1, .text = "1.1=1" });
  done (council, (Asked) { set_state, .text = "closed" });
  decision = fixture_add (&council->fixture, "decision", "kind", "recognition", "state", "draft", "session", council->session, NULL);
  refused (council, (Asked) { set_state, .text = "open" }, OCOP_ERROR_REFUSED);
}

static void
test_rejection (Council       *council,
                gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  begin (council);
  refused (council, (Asked) { reject, .text = "Hồ sơ giả mạo" }, OCOP_ERROR_REFUSED);
  done (council, (Asked) { reject, .text = "Hồ sơ giả mạo", .reason = "Sở Y tế, biên bản 12" });
  session = load (council);
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->star, ==, 0);
  done (council, (Asked) { reject });
  g_clear_pointer (&session, ocop_session_free);
  session = load (council);
  g_assert_false (ocop_session_get_product (session, 0)->scoring.disqualified);
}

/* What nobody has begun does not draw the mean down, and keeps it from being final. */
static void
test_begun (Council       *council,
            gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(OcopVerdict) begun = NULL;
  g_autofree char *best = NULL;

  begin (council);
  best = fill (council, 0, 99);
  done (council, (Asked) { submit, .member = 1, .text = best });
  session = load (council);
  begun = ocop_session_judge_begun (&ocop_session_get_product (session, 0)->scoring);
  g_assert_cmpuint (begun->n_counted, ==, 1);
  g_assert_cmpuint (ocop_mean_cut (begun->mean), ==, 10000);
  g_assert_true (begun->has_quorum);
  g_assert_false (begun->is_complete);
  g_assert_false (begun->is_final);
}

/* 1.5 of set 3 asks class 4 for its third option, 1.1 asks for nothing. */
static void
test_agreed (Council       *council,
             gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;

  begin (council);
  refused (council, (Asked) { agree, .text = "1.1=1" }, OCOP_ERROR_REFUSED);
  score_all (council, 0, 1, 99);
  done (council, (Asked) { agree, .text = "1.5=1" });
  session = load (council);
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->star_by_mean, ==, 5);
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->star, ==, 3);
}

static void
test_spread (Council       *council,
             gconstpointer  data)
{
  g_autoptr(OcopSession) session = NULL;
  g_autoptr(OcopSpread) spread = NULL;
  g_autofree char *high = NULL;
  g_autofree char *low = NULL;
  guint settled = 0;

  begin (council);
  high = fill (council, 0, 99);
  low = fill (council, 0, 1);
  for (guint i = 0; i < N_MEMBERS; i++)
    done (council, (Asked) { submit, .member = i, .text = i == 2 ? low : high });
  session = load (council);
  g_assert_true (ocop_session_get_product (session, 0)->verdict->spread_exceeded);
  spread = ocop_spread_new (&ocop_session_get_product (session, 0)->scoring);
  g_assert_cmpuint (spread->lowest, ==, 2);
  g_assert_cmpuint (spread->far->len, ==, 1);
  g_assert_cmpuint (g_array_index (spread->far, guint, 0), ==, 2);
  for (guint i = 0; i < spread->causes->len; i++)
    {
      const OcopSpreadCause *cause = &g_array_index (spread->causes, OcopSpreadCause, i);

      g_assert_true (i == 0 || cause->points <= (cause - 1)->points);
      settled += cause->points;
    }
  g_assert_cmpuint (ocop_session_get_product (session, 0)->verdict->spread - settled, <=, 1000);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Council *, gconstpointer);
  } tests[] = {
    { "/session/agenda", test_agenda },
    { "/session/whole", test_whole },
    { "/session/no-chair", test_no_chair },
    { "/session/member-twice", test_member_twice },
    { "/session/recused", test_recused },
    { "/session/absent", test_absent },
    { "/session/sheet-once", test_sheet_once },
    { "/session/sheet-at-once", test_sheet_at_once },
    { "/session/no-such-points", test_no_such_points },
    { "/session/second-scoring", test_second_scoring },
    { "/session/moved-set", test_moved_set },
    { "/session/closed", test_closed },
    { "/session/rejection", test_rejection },
    { "/session/agreed", test_agreed },
    { "/session/spread", test_spread },
    { "/session/begun", test_begun },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Council, NULL, council_set_up, tests[i].test, council_tear_down);
  return g_test_run ();
}
