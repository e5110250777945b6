/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-law.h"

#include "base/ocop-data.h"
#include "base/ocop-error.h"
#include "law/ocop-deadline.h"

static OcopDate
date_of (const char *text)
{
  OcopDate date;

  g_assert_true (ocop_date_parse (text, &date));
  return date;
}

static void
assert_date (OcopDate    date,
             const char *expected)
{
  char text[OCOP_DATE_TEXT_SIZE];

  g_assert_cmpstr (ocop_date_to_text (date, text), ==, expected);
}

/* Each decision's own first day, the day before it, and dates that are less than a day. */
static void
test_book_on (void)
{
  static const struct { const char *day, *decision; } cases[] = {
    { "2018-01-01", "1048/QĐ-TTg" },
    { "2019-08-21", "1048/QĐ-TTg" },
    { "2023-02-23", "1048/QĐ-TTg" },
    { "2023-02-24", "148/QĐ-TTg" },
    { "2025-07-05", "148/QĐ-TTg" },
    { "2025-07-06", "1489/QĐ-TTg" },
    { "2026-05-21", "1489/QĐ-TTg" },
    { "2026-05-22", "26/2026/QĐ-TTg" },
    { "2030-01-01", "26/2026/QĐ-TTg" },
    { "2022", "1048/QĐ-TTg" },
    { "2023", "148/QĐ-TTg" },
    { "", "1048/QĐ-TTg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ocop_law_book_on (ocop_law_get_default (), date_of (cases[i].day))->decision, ==,
                     cases[i].decision);
}

/* Article 4.3: 36 months from the day of issue. */
static void
test_validity (void)
{
  static const struct { const char *decided, *from, *until; gboolean known, estimated; } cases[] = {
    { "2024-05-31", "2024-05-31", "2027-05-31", TRUE, FALSE },
    { "2024-08-31", "2024-08-31", "2027-08-31", TRUE, FALSE },
    { "2024-02-29", "2024-02-29", "2027-02-28", TRUE, FALSE },
    { "2021-02-28", "2021-02-28", "2024-02-28", TRUE, FALSE },
    { "2026-05-22", "2026-05-22", "2029-05-22", TRUE, FALSE },
    { "2017-01-01", "2017-01-01", "2020-01-01", TRUE, FALSE },
    { "2023", "2023-01-01", "2026-12-31", TRUE, TRUE },
    { "", "", "", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopDate from, until;
      gboolean estimated;

      g_assert_cmpint (ocop_law_certificate_validity (ocop_law_get_default (), date_of (cases[i].decided),
                                                      &from, &until, &estimated), ==, cases[i].known);
      assert_date (from, cases[i].from);
      assert_date (until, cases[i].until);
      g_assert_cmpint (estimated, ==, cases[i].estimated);
    }
}

/* Article 7.6.a: from the 180th to the 120th day before expiry; no such rule before 26/2026. */
static void
test_window (void)
{
  static const struct { const char *until, *opens, *closes; } cases[] = {
    { "2027-05-31", "2026-12-02", "2027-01-31" },
    { "2028-03-01", "2027-09-03", "2027-11-02" },
    { "2026-05-22", "2025-11-23", "2026-01-22" },
    { "2026-05-21", "", "" },
    { "2027", "", "" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OcopDate opens, closes;

      ocop_law_reevaluation_window (ocop_law_get_default (), date_of (cases[i].until), &opens, &closes);
      assert_date (opens, cases[i].opens);
      assert_date (closes, cases[i].closes);
    }
}

/* Article 3.3: 5 stars from 90 points, 4 from 70, 3 from 50, 2 from 30. */
static void
test_classes (void)
{
  static const guint least_points[] = { 9000, 7000, 5000, 3000, 0 };
  const OcopRuleBook *book = ocop_law_book_on (ocop_law_get_default (), date_of ("2026-05-22"));

  g_assert_cmpuint (book->classes->len, ==, G_N_ELEMENTS (least_points));
  for (guint i = 0; i < book->classes->len; i++)
    {
      const OcopStarClass *class = &g_array_index (book->classes, OcopStarClass, i);

      g_assert_cmpuint (class->stars, ==, 5 - i);
      g_assert_cmpuint (class->least_points, ==, least_points[i]);
      g_assert_cmpstr (class->article, ==, "Điều 3.3");
    }
}

/* Three stars went to the district with 148/QĐ-TTg and came back to the province with 1489/QĐ-TTg. */
static void
test_recognised_by (void)
{
  static const struct { const char *day; guint stars; OcopLevel level; } cases[] = {
    { "2020-01-01", 3, OCOP_LEVEL_PROVINCE },
    { "2024-01-01", 3, OCOP_LEVEL_DISTRICT },
    { "2024-01-01", 4, OCOP_LEVEL_PROVINCE },
    { "2025-07-06", 3, OCOP_LEVEL_PROVINCE },
    { "2026-06-01", 4, OCOP_LEVEL_PROVINCE },
    { "2026-06-01", 5, OCOP_LEVEL_CENTRE },
    { "2026-06-01", 2, OCOP_LEVEL_NONE },
    { "2026-06-01", 6, OCOP_LEVEL_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ocop_law_recognised_by (ocop_law_get_default (), cases[i].stars, date_of (cases[i].day)), ==,
                     cases[i].level);
}

/* Parts A, B and C of a sheet under each decision. */
static void
test_parts (void)
{
  static const struct { const char *day; guint points[OCOP_N_PARTS]; } cases[] = {
    { "2020-01-01", { 3500, 2500, 4000 } },
    { "2024-01-01", { 4000, 2500, 3500 } },
    { "2026-06-01", { 4000, 2500, 3500 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint part = 0; part < OCOP_N_PARTS; part++)
      g_assert_cmpuint (ocop_law_book_on (ocop_law_get_default (), date_of (cases[i].day))->part_points[part], ==,
                        cases[i].points[part]);
}

/* Articles 7.2, 7.6.g and 8.4. */
static void
test_deadlines (void)
{
  static const OcopDeadline expected[] = {
    { OCOP_DEADLINE_COMMUNE_CHECK, 15, TRUE, "Điều 7.2" },
    { OCOP_DEADLINE_REEVALUATION, 45, FALSE, "Điều 7.6.g" },
    { OCOP_DEADLINE_REVOCATION, 15, FALSE, "Điều 8.4" },
  };
  const GArray *deadlines = ocop_law_book_on (ocop_law_get_default (), date_of ("2026-05-22"))->deadlines;

  g_assert_cmpuint (deadlines->len, ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const OcopDeadline *deadline = &g_array_index (deadlines, OcopDeadline, i);

      g_assert_cmpint (deadline->step, ==, expected[i].step);
      g_assert_cmpuint (deadline->days, ==, expected[i].days);
      g_assert_cmpint (deadline->working_days, ==, expected[i].working_days);
      g_assert_cmpstr (deadline->article, ==, expected[i].article);
    }
}

/* Article 5: two rounds a year, of the province and of the centre. */
static void
test_rounds (void)
{
  static const OcopRound expected[] = {
    { OCOP_LEVEL_PROVINCE, 1, { 4, 30 }, { 6, 30 }, "Điều 5.1" },
    { OCOP_LEVEL_PROVINCE, 2, { 10, 30 }, { 12, 30 }, "Điều 5.1" },
    { OCOP_LEVEL_CENTRE, 1, { 7, 30 }, { 9, 30 }, "Điều 5.2" },
    { OCOP_LEVEL_CENTRE, 2, { 1, 30 }, { 3, 30 }, "Điều 5.2" },
  };
  const GArray *rounds = ocop_law_book_on (ocop_law_get_default (), date_of ("2026-05-22"))->rounds;

  g_assert_cmpuint (rounds->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rounds->len; i++)
    {
      const OcopRound *held = &g_array_index (rounds, OcopRound, i);

      g_assert_cmpint (held->level, ==, expected[i].level);
      g_assert_cmpuint (held->number, ==, expected[i].number);
      g_assert_cmpuint (held->proposed_before.month * 100 + held->proposed_before.day, ==,
                        expected[i].proposed_before.month * 100 + expected[i].proposed_before.day);
      g_assert_cmpuint (held->finished_before.month * 100 + held->finished_before.day, ==,
                        expected[i].finished_before.month * 100 + expected[i].finished_before.day);
      g_assert_cmpstr (held->article, ==, expected[i].article);
    }
}

/* Article 12.3. */
static void
test_extension (void)
{
  const OcopRuleBook *book = ocop_law_book_on (ocop_law_get_default (), date_of ("2026-05-22"));

  assert_date (book->extension_from, "2026-05-22");
  assert_date (book->extension_until, "2026-09-18");
  g_assert_cmpuint (book->extension_days, ==, 180);
  assert_date (ocop_law_book_on (ocop_law_get_default (), date_of ("2026-05-21"))->extension_from, "");
}

static void
test_classification (void)
{
  const OcopLaw *law = ocop_law_get_default ();
  g_autoptr(GHashTable) sectors = g_hash_table_new (g_str_hash, g_str_equal);
  const OcopCriteriaSet *set = ocop_law_find_set (law, "QD26-04");

  g_assert_cmpuint (ocop_law_n_sets (law), ==, 26);
  for (guint i = 0; i < ocop_law_n_sets (law); i++)
    {
      const OcopCriteriaSet *other = ocop_law_get_set (law, i);
      g_autofree char *code = g_strdup_printf ("QD26-%02u", i + 1);

      g_assert_cmpstr (other->code, ==, code);
      g_assert_true (ocop_law_find_set (law, code) == other);
      g_hash_table_insert (sectors, other->sector, other->sector_title);
    }
  g_assert_cmpuint (g_hash_table_size (sectors), ==, 6);
  g_assert_cmpstr (g_hash_table_lookup (sectors, "IV"), ==, "Hàng thủ công mỹ nghệ");

  g_assert_cmpuint (set->number, ==, 4);
  g_assert_cmpstr (set->sector_title, ==, "Thực phẩm");
  g_assert_cmpstr (set->group_title, ==, "Thực phẩm thô, sơ chế");
  g_assert_cmpstr (set->ministry, ==, "Bộ Nông nghiệp và Môi trường");
  g_assert_null (ocop_law_find_set (law, "QD26-13")->subgroup_title);
  g_assert_null (ocop_law_find_set (law, "QD26-27"));
}

/* The shipped files, the one at @path with the first @good text in it changed to @bad. */
static GHashTable *
damage (const char *path,
        const char *good,
        const char *bad)
{
  g_autoptr(GError) error = NULL;
  GHashTable *files = ocop_data_lookup_folder ("law", &error);
  GBytes *bytes;
  GString *text;

  g_assert_no_error (error);
  bytes = g_hash_table_lookup (files, path);
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_assert_cmpuint (g_string_replace (text, good, bad, 1), ==, 1);
  g_hash_table_insert (files, g_strdup (path), g_string_free_to_bytes (text));
  return files;
}

typedef struct
{
  const char *good;
  const char *bad;
  const char *place;    /* that the message has to name */
} Damage;

static void
assert_refused (const char   *path,
                const Damage *damaged)
{
  g_autoptr(GHashTable) files = damage (path, damaged->good, damaged->bad);
  g_autofree char *start = g_strconcat (path, ": ", damaged->place, ": ", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopLaw) law = ocop_law_load (files, &error);

  g_assert_true (law == NULL || !ocop_law_check (law, &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  if (!g_str_has_prefix (error->message, start))
    g_error ("“%s” does not name %s", error->message, start);
}

/* Registers hold books from before there were customs in them. */
static void
test_book_without_custom (void)
{
  g_autoptr(GHashTable) files = damage ("rules.json", ",\n        { \"custom\": true, \"step\": \"completion\", \"days\": 10, \"unit\": \"working-day\" }", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopLaw) law = ocop_law_load (files, &error);
  const OcopRuleBook *book;

  g_assert_no_error (error);
  book = ocop_law_book_on (law, date_of ("2026-06-01"));
  g_assert_null (ocop_law_find_deadline (book, OCOP_DEADLINE_COMPLETION));
  g_assert_false (ocop_date_is_known (ocop_law_deadline_day (book, OCOP_DEADLINE_COMPLETION, date_of ("2026-06-01"), NULL)));
  g_assert_true (ocop_law_find_deadline (ocop_law_book_on (ocop_law_get_default (), date_of ("2026-06-01")), OCOP_DEADLINE_COMPLETION)->is_custom);
}

static void
test_refused_rules (void)
{
  static const Damage cases[] = {
    { "{", "", "$" },
    { "{", "[", "$" },
    { "\"books\"", "\"book\"", "$.books" },
    { "\"from\": \"2019-08-21\"", "\"from\": \"21/08/2019\"", "$.books[0].from" },
    { "\"from\": \"2019-08-21\"", "\"from\": \"2019-02-30\"", "$.books[0].from" },
    { "\"from\": \"2023-02-24\"", "\"from\": \"2019-02-24\"", "$.books[1].from" },
    { "\"decision\": \"148/QĐ-TTg\"", "\"decision\": \"\"", "$.books[1].decision" },
    { "\"A\": 35", "\"A\": 40", "$.books[0].parts.A" },
    { "\"months\": 36", "\"months\": \"36\"", "$.books[0].validity.months" },
    { "\"months\": 36", "\"months\": 0", "$.books[0].validity.months" },
    { "\"points\": 70", "\"points\": 90", "$.books[0].classes[1].points" },
    { "\"stars\": 3", "\"stars\": 4", "$.books[0].classes[2].stars" },
    { "\"recognised_by\": \"district\"", "\"recognised_by\": \"village\"", "$.books[1].classes[2].recognised_by" },
    { "\"reevaluation\"", "\"reevalution\"", "$.books[3].reevalution" },
    { "\"closes_days_before\": 120", "\"closes_days_before\": 190", "$.books[3].reevaluation.closes_days_before" },
    { "\"expires_until\": \"2026-09-18\"", "\"expires_until\": \"2026-05-18\"", "$.books[3].extension.expires_until" },
    { "\"article\": \"Điều 12.3\"", "\"article\": 12", "$.books[3].extension.article" },
    { "\"unit\": \"working-day\"", "\"unit\": \"week\"", "$.books[3].deadlines[0].unit" },
    { "\"custom\": true", "\"custom\": 1", "$.books[3].deadlines[5].custom" },
    { "\"custom\": true", "\"custom\": true, \"article\": \"Điều 7.3\"", "$.books[3].deadlines[5].custom" },
    { "\"proposed_before\": \"04-30\"", "\"proposed_before\": \"04-31\"", "$.books[3].rounds[0].proposed_before" },
    { "\"kinds\": [\"first\", \"upgrade\"]", "\"kinds\": [\"first\", \"second\"]", "$.books[3].procedures[0].kinds[1]" },
    { "\"kinds\": [\"again\"]", "\"kinds\": [\"first\"]", "$.books[3].procedures[1].kinds" },
    { "\"step\": \"advisory\"", "\"step\": \"complete\"", "$.books[3].procedures[0].steps[7].step" },
    { "\"after\": [\"advisory\", \"forwarded\"]", "\"after\": []", "$.books[3].procedures[0].steps" },
    { "\"need\": \"always\"", "\"need\": \"never\"", "$.books[3].documents[0].need" },
    { "\"document\": \"form-03\"", "\"document\": \"form-01\"", "$.books[3].documents[20].document" },
    { "\"step\": \"proposed\",\n", "\"step\": \"idea\",\n", "$.books[3].documents[0].articles.again" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused ("rules.json", &cases[i]);
}

static void
test_refused_classification (void)
{
  static const Damage cases[] = {
    { "\"sectors\": [", "\"sectors\": [ 1,", "$.sectors[0]" },
    { "\"groups\": [", "\"groups\": [], \"all\": [", "$.sectors[0].groups" },
    { "\"code\": \"QD26-02\"", "\"code\": \"QD26-01\"", "$.sectors[0].groups[0].sets[1].code" },
    { "\"number\": 3", "\"number\": 4", "$.sectors[0].groups[1].sets[0].number" },
    { "\"ministry\": \"Bộ Y tế\"", "\"ministry\": null", "$.sectors[1].groups[1].sets[0].ministry" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused ("classification.json", &cases[i]);
}

/* Annex II: a sheet that says something else than it can be scored by. */
static void
test_refused_criteria (void)
{
  static const Damage cases[] = {
    { "\"code\": \"QD26-01\"", "\"code\": \"QD26-02\"", "$.code" },
    { "\"max_points\": 100", "\"max_points\": 99", "$.max_points" },
    { "\"code\": \"A\"", "\"code\": \"D\"", "$.parts[0].code" },
    { "\"max_points\": 40", "\"max_points\": 41", "$.parts[0].max_points" },
    { "\"max_points\": 18", "\"max_points\": 17", "$.parts[0].criteria[0].max_points" },
    { "\"code\": \"1.2\"", "\"code\": \"1.1\"", "$.parts[0].criteria[0].criteria[1].code" },
    { "\"effect\": \"entry\"", "\"effect\": \"exit\"", "$.parts[0].criteria[0].criteria[0].rules[0].effect" },
    { "\"points\": 1", "\"points\": 3", "$.parts[0].criteria[0].criteria[0].options[1].points" },
    { "\"points\": 3", "\"points\": 4", "$.parts[0].criteria[0].criteria[0].max_points" },
    { "\"min_star\": 5", "\"min_star\": 6", "$.parts[0].criteria[0].criteria[2].options[2].min_star" },
    { "\"only_with_story\": true", "\"only_with_story\": 1", "$.parts[1].criteria[1].criteria[1].only_with_story" },
    { "\"text\": \"Trồng", "\"words\": \"Trồng", "$.parts[0].criteria[0].criteria[0].options[0].text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused ("26-2026/QD26-01.json", &cases[i]);
}

/* Annex II: 26 sheets; what they hold together. */
static void
test_criteria (void)
{
  const OcopLaw *law = ocop_law_get_default ();
  const OcopRuleBook *book = ocop_law_book_on (law, date_of ("2026-05-22"));
  g_autoptr(GError) error = NULL;
  guint n_leaves = 0, n_options = 0;

  g_assert_true (ocop_law_check (law, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < ocop_law_n_sets (law); i++)
    {
      const OcopCriteria *criteria = ocop_law_get_criteria (law, book, ocop_law_get_set (law, i)->code, NULL);

      n_leaves += criteria->leaves->len;
      for (guint place = 0; place < criteria->leaves->len; place++)
        {
          const OcopCriterion *leaf = g_ptr_array_index (criteria->leaves, place);

          g_assert_cmpuint (leaf->place, ==, place);
          g_assert_true (ocop_criteria_find (criteria, leaf->code) == leaf);
          n_options += leaf->options->len;
        }
    }
  g_assert_cmpuint (n_leaves, ==, 790);
  g_assert_cmpuint (n_options, ==, 2579);
}

static void
test_no_criteria (void)
{
  const OcopLaw *law = ocop_law_get_default ();
  g_autoptr(GError) error = NULL;

  g_assert_null (ocop_law_get_criteria (law, ocop_law_book_on (law, date_of ("2026-05-21")), "QD26-01", &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (ocop_law_get_criteria (law, ocop_law_book_on (law, date_of ("2026-05-22")), "QD26-27", &error));
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/book-on", test_book_on);
  g_test_add_func ("/law/certificate-validity/article-4.3", test_validity);
  g_test_add_func ("/law/reevaluation-window/article-7.6.a", test_window);
  g_test_add_func ("/law/star-classes/article-3.3", test_classes);
  g_test_add_func ("/law/recognised-by", test_recognised_by);
  g_test_add_func ("/law/parts", test_parts);
  g_test_add_func ("/law/deadlines", test_deadlines);
  g_test_add_func ("/law/book-without-custom", test_book_without_custom);
  g_test_add_func ("/law/rounds/article-5", test_rounds);
  g_test_add_func ("/law/extension/article-12.3", test_extension);
  g_test_add_func ("/law/classification", test_classification);
  g_test_add_func ("/law/refused/rules", test_refused_rules);
  g_test_add_func ("/law/refused/classification", test_refused_classification);
  g_test_add_func ("/law/refused/criteria", test_refused_criteria);
  g_test_add_func ("/law/criteria/annex-II", test_criteria);
  g_test_add_func ("/law/criteria/none", test_no_criteria);
  return g_test_run ();
}
