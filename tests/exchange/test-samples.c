/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists that the program ships are what they claim to be, and name no real person. */

#include "exchange/ocop-workbook.h"

#include "base/ocop-data.h"
#include "base/ocop-text.h"
#include "law/ocop-law.h"
#include "model/ocop-kind.h"

/* Each file of the practice province, the kind of its records, and the column by which others link to them. */
static const struct { const char *file, *kind, *key; } files[] = {
  { "units", "unit", "code" },
  { "office", "office", NULL },
  { "producers", "producer", "key" },
  { "products", "product", "key" },
  { "recognitions", "recognition", "key" },
  { "certificates", "certificate", NULL },
  { "sales_links", "sales_link", NULL },
  { "product_years", "product_year", NULL },
  { "producer_years", "producer_year", NULL },
  { "councils", "council", "key" },
  { "council_members", "council_member", "key" },
  { "dossiers", "dossier", "key" },
  { "dossier_moves", "dossier_move", NULL },
  { "dossier_documents", "dossier_document", NULL },
  { "assignments", "assignment", NULL },
  { "visits", "visit", "key" },
  { "visit_products", "visit_product", NULL },
  { "extra_tests", "extra_test", NULL },
  { "sessions", "session", "key" },
  { "session_moves", "session_move", NULL },
  { "attendances", "attendance", NULL },
  { "session_products", "session_product", "key" },
  { "recusals", "recusal", NULL },
  { "sheets", "sheet", NULL },
  { "decisions", "decision", "key" },
  { "decision_lines", "decision_line", NULL },
  { "plans", "plan", "key" },
  { "targets", "target", NULL },
  { "inspections", "inspection", "key" },
  { "inspection_points", "inspection_point", NULL },
  { "courses", "course", "key" },
  { "trainees", "trainee", NULL },
  { "events", "event", "key" },
  { "participations", "participation", NULL },
  { "supports", "support", NULL },
  { "consultations", "consultation", NULL },
  { "communications", "communication", NULL },
  { "sales_points", "sales_point", NULL },
  { "support_programmes", "support_programme", NULL },
  { "value_chains", "value_chain", "key" },
  { "value_chain_members", "value_chain_member", NULL },
  { "tourism_sites", "tourism_site", NULL },
};

static OcopWorkbook *
load (const char *file)
{
  g_autofree char *path = g_strdup_printf ("sample/practice/%s.csv", file);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ocop_data_lookup (path, &error);
  g_autofree char *text = NULL;
  OcopWorkbook *workbook;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  workbook = ocop_workbook_new_from_text (text, file, &error);
  g_assert_no_error (error);
  return workbook;
}

static guint
find_column (const OcopSheet *sheet,
             const char      *heading)
{
  for (guint i = 0; i < ocop_sheet_get_n_columns (sheet); i++)
    if (g_strcmp0 (ocop_sheet_get_text (sheet, 0, i), heading) == 0)
      return i;
  g_error ("%s has no column %s", ocop_sheet_get_name (sheet), heading);
}

/* The texts of a column; fails when one is empty or occurs twice. */
static GHashTable *
collect_keys (const char *file,
              const char *heading,
              gboolean    folded)
{
  g_autoptr(OcopWorkbook) workbook = load (file);
  const OcopSheet *sheet = ocop_workbook_get_sheet (workbook, 0);
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint column = find_column (sheet, heading);

  for (guint row = 1; row < ocop_sheet_get_n_rows (sheet); row++)
    {
      const char *text = ocop_sheet_get_text (sheet, row, column);

      g_assert_nonnull (text);
      g_assert_true (g_hash_table_add (keys, folded ? ocop_text_fold (text) : g_strdup (text)));
    }
  return keys;
}

static gboolean
is_whole_number (const char *text)
{
  return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL);
}

static void
assert_choice (const OcopField *field,
               const char      *text)
{
  for (const OcopChoice *choice = field->choices; choice->key != NULL; choice++)
    if (g_str_equal (choice->key, text))
      return;
  g_error ("%s is no choice of %s", text, field->name);
}

static void
assert_value (const OcopField *field,
              const char      *text,
              GHashTable      *keys)
{
  switch (field->type)
    {
    case OCOP_FIELD_CHOICE:
      assert_choice (field, text);
      break;
    case OCOP_FIELD_SET:
      g_assert_nonnull (ocop_law_find_set (ocop_law_get_default (), text));
      break;
    case OCOP_FIELD_LINK:
      g_assert_true (g_hash_table_contains (g_hash_table_lookup (keys, field->target), text));
      break;
    case OCOP_FIELD_INTEGER:
    case OCOP_FIELD_MONEY:
    case OCOP_FIELD_DATE: /* counted from the day on which the register is made */
      g_assert_true (is_whole_number (text));
      break;
    case OCOP_FIELD_BOOLEAN:
      g_assert_true (g_str_equal (text, "0") || g_str_equal (text, "1"));
      break;
    default:
      break;
    }
}

/* The columns of days and years that are no fields. */
static gboolean
is_time_column (const char *heading)
{
  return g_str_equal (heading, "years_ago") || g_str_equal (heading, "on") || g_str_equal (heading, "round_on");
}

static gboolean
is_helper_column (const char *heading)
{
  return g_str_equal (heading, "key") || g_str_equal (heading, "former_district") || is_time_column (heading);
}

static void
assert_column (const OcopSheet *sheet,
               const OcopKind  *kind,
               guint            column,
               GHashTable      *keys)
{
  const char *heading = ocop_sheet_get_text (sheet, 0, column);
  const OcopField *field = ocop_kind_find_field (kind, heading);

  g_assert_true (is_helper_column (heading) || (field != NULL && ocop_field_is_stored (field)));
  for (guint row = 1; row < ocop_sheet_get_n_rows (sheet); row++)
    {
      const char *text = ocop_sheet_get_text (sheet, row, column);

      if (text != NULL && field != NULL)
        assert_value (field, text, keys);
      if (text != NULL && is_time_column (heading))
        g_assert_true (is_whole_number (text));
    }
}

static void
test_practice_fits_the_fields (void)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (files[i].key != NULL)
      g_hash_table_insert (keys, (gpointer) files[i].kind, collect_keys (files[i].file, files[i].key, FALSE));

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(OcopWorkbook) workbook = load (files[i].file);
      const OcopSheet *sheet = ocop_workbook_get_sheet (workbook, 0);

      g_assert_cmpuint (ocop_sheet_get_n_rows (sheet), >, 1);
      for (guint column = 0; column < ocop_sheet_get_n_columns (sheet); column++)
        assert_column (sheet, ocop_kind_find (files[i].kind), column, keys);
    }
}

static void
test_practice_has_everything (void)
{
  g_autoptr(GHashTable) products = collect_keys ("products", "name", TRUE);
  g_autoptr(GHashTable) producers = collect_keys ("producers", "name", TRUE);
  g_autoptr(GHashTable) communes = collect_keys ("units", "name", TRUE);
  g_autoptr(GHashTable) sets = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(OcopWorkbook) workbook = load ("products");
  const OcopSheet *sheet = ocop_workbook_get_sheet (workbook, 0);
  guint column = find_column (sheet, "criteria_set");

  g_assert_cmpuint (g_hash_table_size (products), >=, 150);
  g_assert_cmpuint (g_hash_table_size (producers), ==, 100);
  g_assert_cmpuint (g_hash_table_size (communes), ==, 46);
  for (guint row = 1; row < ocop_sheet_get_n_rows (sheet); row++)
    if (ocop_sheet_get_text (sheet, row, column) != NULL)
      g_hash_table_add (sets, (gpointer) ocop_sheet_get_text (sheet, row, column));
  g_assert_cmpuint (g_hash_table_size (sets), ==, ocop_law_n_sets (ocop_law_get_default ()));
}

/* Article 3.3: a class is never above what its score reaches, at any time since the first decision. */
static void
test_practice_scores (void)
{
  g_autoptr(OcopWorkbook) workbook = load ("recognitions");
  const OcopSheet *sheet = ocop_workbook_get_sheet (workbook, 0);
  const OcopRuleBook *book = ocop_law_book_on (ocop_law_get_default (), ocop_date_new (2026, 5, 22));
  guint score_column = find_column (sheet, "score");
  guint class_column = find_column (sheet, "class");

  for (guint row = 1; row < ocop_sheet_get_n_rows (sheet); row++)
    {
      const char *score = ocop_sheet_get_text (sheet, row, score_column);
      guint stars = (guint) g_ascii_strtoull (ocop_sheet_get_text (sheet, row, class_column), NULL, 10);
      const OcopStarClass *class = &g_array_index (book->classes, OcopStarClass, 5 - stars);

      g_assert_cmpuint (class->stars, ==, stars);
      if (score != NULL)
        g_assert_cmpfloat (g_ascii_strtod (score, NULL) * 100, >=, class->least_points);
    }
}

#define FAMILY_NAMES \
  "Bùi|Cao|Chu|Đặng|Đào|Đinh|Đỗ|Đoàn|Dương|Hà|Hồ|Hoàng|Huỳnh|Lâm|Lê|Lưu|Lương|Lý|Mai|Ngô|Nguyễn|Phạm|" \
  "Phan|Phùng|Tạ|Thái|Tô|Trần|Triệu|Trịnh|Trương|Võ|Vũ|Vương"

/* A sole trader trades under his own name; "Thị" and "Văn" stand in full names only. */
static void
test_no_person_in_the_recognised_list (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", "recognised-products.csv", NULL);
  g_autoptr(GRegex) person = g_regex_new ("(Hộ (gia đình|kinh doanh|sản xuất)( và kinh doanh)?|Cơ sở( sản xuất)?) "
                                          "(ông |bà )?(" FAMILY_NAMES ") \\w+( |\"|,|$)"
                                          "|(" FAMILY_NAMES ") (Thị|Văn) ",
                                          G_REGEX_MULTILINE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_regex_match (person, "1,Cao,Hộ kinh doanh Lê Thị Mẫu,", 0, NULL));
  g_assert_true (g_regex_match (person, "1,Cao,Hộ kinh doanh Trần Mẫu,", 0, NULL));
  g_assert_false (g_regex_match (person, "1,Cao,Hộ kinh doanh Đồi Chè,", 0, NULL));

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "STT,Tên sản phẩm,Chủ thể,"));
  if (g_regex_match (person, text, 0, &match))
    g_error ("A person's name: %s", g_match_info_fetch (match, 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/samples/practice-fits-the-fields", test_practice_fits_the_fields);
  g_test_add_func ("/samples/practice-has-everything", test_practice_has_everything);
  g_test_add_func ("/samples/practice-scores", test_practice_scores);
  g_test_add_func ("/samples/no-person-in-the-recognised-list", test_no_person_in_the_recognised_list);
  return g_test_run ();
}
