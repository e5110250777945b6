/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who gets what, by rules as offices have them: each case is a line of a decision with what was before it. */

#include "work/ocop-reward.h"

#define MILLION 1000000

typedef struct
{
  const char *name;
  guint class;
  const char *occasion;
  gint64 amount;
  gboolean difference, once;
  gint64 cap;
  const char *from, *until;
} Rule;

/* A resolution of 2023 that was replaced in 2026: kept classes are paid since then only. */
static const Rule rules[] = {
  { "Nghị quyết cũ, 3 sao", 3, "first", 20 * MILLION, FALSE, TRUE, 0, "2023-01-01", "2025-12-31" },
  { "3 sao lần đầu", 3, "first", 30 * MILLION, FALSE, TRUE, 100 * MILLION, "2026-01-01", NULL },
  { "4 sao lần đầu", 4, "first", 50 * MILLION, FALSE, TRUE, 100 * MILLION, "2026-01-01", NULL },
  { "Lên 4 sao", 4, "raised", 50 * MILLION, TRUE, TRUE, 100 * MILLION, "2026-01-01", NULL },
  { "Giữ 3 sao", 3, "kept", 5 * MILLION, FALSE, FALSE, 0, "2026-01-01", NULL },
  { "Lên 5 sao", 5, "raised", 100 * MILLION, FALSE, FALSE, 0, "2026-01-01", NULL },
  { "Lên 5 sao, quỹ khác", 5, "raised", 80 * MILLION, FALSE, FALSE, 0, "2026-01-01", NULL },
};

typedef struct
{
  const char *name;
  const char *on;
  guint class, class_before;
  const char *kind;
  gint64 before, for_class, in_year;
  const char *producer;
  OcopRewardChoice choice;
  /* What comes of it. */
  OcopRewardResult result;
  gint64 amount;
  gboolean paid;
  const char *rule;
} Case;

static const Case cases[] = {
  { "first", "2026-06-30", 3, 0, "first", 0, 0, 0, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_PAYS, 30 * MILLION, TRUE, "3 sao lần đầu" },
  { "by-the-rule-of-the-day", "2025-12-31", 3, 0, "first", 0, 0, 0, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_PAYS, 20 * MILLION, TRUE, "Nghị quyết cũ, 3 sao" },
  { "before-any-rule", "2022-12-31", 3, 0, "first", 0, 0, 0, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_NOTHING, 0, FALSE, NULL },
  { "left-out", "2026-06-30", 3, 0, "first", 0, 0, 0, "a", OCOP_REWARD_LEFT_OUT,
    OCOP_REWARD_PAYS, 30 * MILLION, FALSE, "3 sao lần đầu" },
  /* 3 stars were paid with 30 million: 4 stars bring the other 20. */
  { "raised-by-the-difference", "2026-06-30", 4, 3, "upgrade", 30 * MILLION, 0, 0, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_PAYS, 20 * MILLION, TRUE, "Lên 4 sao" },
  { "raised-without-a-payment-before", "2026-06-30", 4, 3, "upgrade", 0, 0, 0, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_PAYS, 50 * MILLION, TRUE, "Lên 4 sao" },
  { "no-difference-left", "2026-06-30", 4, 3, "upgrade", 60 * MILLION, 0, 0, "a", OCOP_REWARD_WANTED,
    OCOP_REWARD_NOTHING, 0, FALSE, "Lên 4 sao" },
  /* The register does not know of the 3 stars, the decision does. */
  { "raised-by-the-decision-itself", "2026-06-30", 4, 0, "upgrade", 0, 0, 0, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_PAYS, 50 * MILLION, TRUE, "Lên 4 sao" },
  { "kept", "2026-06-30", 3, 3, "again", 0, 0, 0, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_PAYS, 5 * MILLION, TRUE, "Giữ 3 sao" },
  { "kept-before-that-was-paid", "2024-06-30", 3, 3, "again", 0, 0, 0, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_NOTHING, 0, FALSE, NULL },
  { "fallen", "2026-06-30", 3, 4, "again", 0, 0, 0, "a", OCOP_REWARD_WANTED,
    OCOP_REWARD_NOTHING, 0, FALSE, NULL },
  /* A second payment for the class needs a hand; where the rule pays once, no hand helps. */
  { "a-second-time", "2026-06-30", 3, 3, "again", 30 * MILLION, 30 * MILLION, 0, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_TWICE, 5 * MILLION, FALSE, "Giữ 3 sao" },
  { "a-second-time-wanted", "2026-06-30", 3, 3, "again", 30 * MILLION, 30 * MILLION, 0, "a", OCOP_REWARD_WANTED,
    OCOP_REWARD_TWICE, 5 * MILLION, TRUE, "Giữ 3 sao" },
  { "once-for-a-class", "2026-06-30", 3, 0, "first", 30 * MILLION, 30 * MILLION, 0, "a", OCOP_REWARD_WANTED,
    OCOP_REWARD_NOTHING, 0, FALSE, "3 sao lần đầu" },
  { "cap-cuts", "2026-06-30", 4, 0, "first", 0, 0, 80 * MILLION, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_PAYS, 20 * MILLION, TRUE, "4 sao lần đầu" },
  { "cap-reached", "2026-06-30", 4, 0, "first", 0, 0, 100 * MILLION, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_NOTHING, 0, FALSE, "4 sao lần đầu" },
  { "two-rules", "2026-06-30", 5, 4, "upgrade", 0, 0, 0, "a", OCOP_REWARD_WANTED,
    OCOP_REWARD_NOTHING, 0, FALSE, NULL },
  { "no-rule", "2026-06-30", 4, 4, "again", 0, 0, 0, "a", OCOP_REWARD_BY_RULE,
    OCOP_REWARD_NOTHING, 0, FALSE, NULL },
  { "no-producer", "2026-06-30", 3, 0, "first", 0, 0, 0, NULL, OCOP_REWARD_WANTED,
    OCOP_REWARD_NOTHING, 0, FALSE, NULL },
};

static OcopDate
day (const char *text)
{
  OcopDate date = OCOP_DATE_UNKNOWN;

  if (text != NULL)
    g_assert_true (ocop_date_parse (text, &date));
  return date;
}

static GPtrArray *
make_rules (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      OcopRecord *record = ocop_record_new (ocop_kind_find ("reward_rule"), NULL);

      ocop_record_set_text (record, "name", rules[i].name);
      ocop_record_set_integer (record, "class", rules[i].class);
      ocop_record_set_text (record, "occasion", rules[i].occasion);
      ocop_record_set_integer (record, "amount", rules[i].amount);
      ocop_record_set_integer (record, "difference", rules[i].difference);
      ocop_record_set_integer (record, "once", rules[i].once);
      if (rules[i].cap > 0)
        ocop_record_set_integer (record, "cap", rules[i].cap);
      ocop_record_set_date (record, "valid_from", day (rules[i].from));
      ocop_record_set_date (record, "valid_until", day (rules[i].until));
      g_ptr_array_add (records, record);
    }
  return records;
}

static OcopRewardLine *
make_line (const Case *test)
{
  g_autoptr(OcopRecord) recognition = ocop_record_new (ocop_kind_find ("recognition"), NULL);
  OcopRewardLine *line;

  ocop_record_set_text (recognition, "product", test->name);
  ocop_record_set_text (recognition, "outcome", "recognised");
  ocop_record_set_integer (recognition, "class", test->class);
  ocop_record_set_text (recognition, "kind", test->kind);
  line = ocop_reward_line_new (recognition);
  line->producer = g_strdup (test->producer);
  line->class_before = test->class_before;
  line->paid_before = test->before;
  line->paid_for_class = test->for_class;
  line->paid_in_year = test->in_year;
  line->choice = test->choice;
  return line;
}

static GPtrArray *
make_lines (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_reward_line_free);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GPtrArray) records = make_rules ();
  g_autoptr(GPtrArray) lines = make_lines ();
  OcopRewardLine *line = make_line (test);

  g_ptr_array_add (lines, line);
  ocop_reward_work_out (records, lines, day (test->on));
  g_assert_cmpint (line->result, ==, test->result);
  g_assert_cmpint (line->amount, ==, test->amount);
  g_assert_cmpint (ocop_reward_line_is_paid (line), ==, test->paid);
  g_assert_cmpstr (line->rule != NULL ? ocop_record_get_text (line->rule, "name") : NULL, ==, test->rule);
  g_assert_nonnull (line->why);
}

/* Three products of a producer that may have 100 million: 50, 50 and nothing; with the first left out, the last gets 50. */
static void
test_cap_in_a_list (void)
{
  static const Case one = { "4", "2026-06-30", 4, 0, "first", 0, 0, 0, "a", OCOP_REWARD_BY_RULE };
  g_autoptr(GPtrArray) records = make_rules ();
  g_autoptr(GPtrArray) lines = make_lines ();
  OcopRewardLine *first = make_line (&one), *last = make_line (&one);

  g_ptr_array_add (lines, first);
  g_ptr_array_add (lines, make_line (&one));
  g_ptr_array_add (lines, last);
  ocop_reward_work_out (records, lines, day (one.on));
  g_assert_cmpint (first->amount, ==, 50 * MILLION);
  g_assert_cmpint (last->amount, ==, 0);
  first->choice = OCOP_REWARD_LEFT_OUT;
  ocop_reward_work_out (records, lines, day (one.on));
  g_assert_cmpint (last->amount, ==, 50 * MILLION);
}

/* Until the centre decides there is no certificate; and none that was revoked is rewarded. */
static void
test_not_recognised (void)
{
  static const Case one = { "4", "2026-06-30", 4, 0, "first", 0, 0, 0, "a", OCOP_REWARD_WANTED };
  g_autoptr(GPtrArray) records = make_rules ();
  g_autoptr(GPtrArray) lines = make_lines ();
  OcopRewardLine *forwarded = make_line (&one), *revoked = make_line (&one);

  ocop_record_set_text (forwarded->recognition, "outcome", "potential5");
  ocop_record_set_text (revoked->recognition, "ending", "revoked");
  g_ptr_array_add (lines, forwarded);
  g_ptr_array_add (lines, revoked);
  ocop_reward_work_out (records, lines, day (one.on));
  g_assert_cmpint (forwarded->result, ==, OCOP_REWARD_NOTHING);
  g_assert_cmpint (revoked->result, ==, OCOP_REWARD_NOTHING);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reward/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/reward/cap-in-a-list", test_cap_in_a_list);
  g_test_add_func ("/reward/not-recognised", test_not_recognised);
  return g_test_run ();
}
