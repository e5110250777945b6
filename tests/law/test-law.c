/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "law/ocop-law.h"

#include "base/ocop-data.h"
#include "base/ocop-error.h"

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

/* Article 3.3, and who recognises three stars under each decision. */
static void
test_classes (void)
{
  static const struct { const char *day; OcopLevel three_stars; } cases[] = {
    { "2020-01-01", OCOP_LEVEL_PROVINCE },
    { "2024-01-01", OCOP_LEVEL_DISTRICT },
    { "2025-08-01", OCOP_LEVEL_PROVINCE },
    { "2026-06-01", OCOP_LEVEL_PROVINCE },
  };
  static const guint least_points[] = { 9000, 7000, 5000, 3000, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OcopRuleBook *book = ocop_law_book_on (ocop_law_get_default (), date_of (cases[i].day));

      g_assert_cmpuint (book->classes->len, ==, 5);
      for (guint j = 0; j < book->classes->len; j++)
        {
          const OcopStarClass *class = &g_array_index (book->classes, OcopStarClass, j);

          g_assert_cmpuint (class->stars, ==, 5 - j);
          g_assert_cmpuint (class->least_points, ==, least_points[j]);
        }
      g_assert_cmpint (g_array_index (book->classes, OcopStarClass, 2).recognised_by, ==, cases[i].three_stars);
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

/* The shipped file with the first @good text in it changed to @bad. */
static GBytes *
damage (const char *name,
        const char *good,
        const char *bad)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ocop_data_lookup (name, &error);
  g_autoptr(GString) text = NULL;

  g_assert_no_error (error);
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  if (good != NULL)
    g_assert_cmpuint (g_string_replace (text, good, bad, 1), ==, 1);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
test_refused (void)
{
  static const struct { const char *good, *bad, *place; } rules[] = {
    { "{", "", "$:" },
    { "\"books\"", "\"book\"", "$.books:" },
    { "\"from\": \"2019-08-21\"", "\"from\": \"21/08/2019\"", "$.books[0].from:" },
    { "\"from\": \"2023-02-24\"", "\"from\": \"2019-02-24\"", "$.books[1].from:" },
    { "\"months\": 36", "\"months\": \"36\"", "$.books[0].validity.months:" },
    { "\"months\": 36", "\"months\": 0", "$.books[0].validity.months:" },
    { "\"points\": 70", "\"points\": 90", "$.books[0].classes[1].points:" },
    { "\"stars\": 3", "\"stars\": 4", "$.books[0].classes[2].stars:" },
    { "\"recognised_by\": \"district\"", "\"recognised_by\": \"village\"", "$.books[1].classes[2].recognised_by:" },
    { "\"closes_days_before\": 120", "\"closes_days_before\": 190", "$.books[3].reevaluation.closes_days_before:" },
    { "\"expires_until\": \"2026-09-18\"", "\"expires_until\": \"2026-05-18\"", "$.books[3].extension.expires_until:" },
    { "\"decision\": \"148/QĐ-TTg\"", "\"decision\": \"\"", "$.books[1].decision:" },
  };
  static const struct { const char *good, *bad, *place; } classifications[] = {
    { "\"sectors\": [", "\"sectors\": [ 1,", "$.sectors[0]:" },
    { "\"code\": \"QD26-02\"", "\"code\": \"QD26-01\"", "$.sectors[0].groups[0].sets[1].code:" },
    { "\"number\": 3", "\"number\": 4", "$.sectors[0].groups[1].sets[0].number:" },
    { "\"ministry\": \"Bộ Y tế\"", "\"ministry\": null", "$.sectors[1].groups[1].sets[0].ministry:" },
  };
  g_autoptr(GBytes) sound_rules = damage ("law/rules.json", NULL, NULL);
  g_autoptr(GBytes) sound_classification = damage ("law/classification.json", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr(GBytes) broken = damage ("law/rules.json", rules[i].good, rules[i].bad);
      g_autoptr(GError) error = NULL;

      g_assert_null (ocop_law_load (broken, sound_classification, &error));
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
      g_assert_nonnull (g_strstr_len (error->message, -1, rules[i].place));
      g_assert_true (g_str_has_prefix (error->message, "law/rules.json: "));
    }
  for (guint i = 0; i < G_N_ELEMENTS (classifications); i++)
    {
      g_autoptr(GBytes) broken = damage ("law/classification.json", classifications[i].good, classifications[i].bad);
      g_autoptr(GError) error = NULL;

      g_assert_null (ocop_law_load (sound_rules, broken, &error));
      g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
      g_assert_nonnull (g_strstr_len (error->message, -1, classifications[i].place));
    }
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
  g_test_add_func ("/law/extension/article-12.3", test_extension);
  g_test_add_func ("/law/classification", test_classification);
  g_test_add_func ("/law/refused", test_refused);
  return g_test_run ();
}
