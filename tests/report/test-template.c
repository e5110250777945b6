/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "../exchange/fixture-cases.h"
#include "document-fixture.h"

#define TABLE(rows) "<w:tbl>" rows "</w:tbl>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"
#define CELL(inside) "<w:tc>" inside "</w:tc>"
#define TEXT_CELL(text) CELL (PARAGRAPH (text))

static OcopTemplateData *
make_data (void)
{
  OcopTemplateData *data = ocop_template_data_new ();

  ocop_template_data_set (data, "so_quyet_dinh", "12/QĐ-UBND");
  ocop_template_data_set (data, "Tên tỉnh", "tỉnh Đồng Mẫu");
  ocop_template_data_set (data, "trong", NULL);
  return data;
}

static OcopTemplateData *
make_products (guint n_products)
{
  OcopTemplateData *data = make_data ();

  ocop_template_data_add_list (data, "san_pham");
  for (guint i = 1; i <= n_products; i++)
    {
      OcopTemplateData *row = ocop_template_data_add_row (data, "san_pham");
      g_autofree char *number = g_strdup_printf ("%u", i);

      ocop_template_data_set (row, "tt", number);
      ocop_template_data_set (row, "ten_san_pham", i % 2 == 0 ? "Chè" : "Gạo");
    }
  return data;
}

static void
assert_filled (const char             *body,
               const OcopTemplateData *data,
               const char             *expected)
{
  g_autofree char *text = fixture_fill (body, data);

  g_assert_cmpstr (text, ==, expected);
}

typedef struct
{
  const char *name, *body, *expected;
} TextCase;

static const TextCase text_cases[] = {
  { "plain", PARAGRAPH ("Số: «so_quyet_dinh», «ten_tinh»"), "Số: 12/QĐ-UBND, tỉnh Đồng Mẫu\n" },
  { "other spelling", PARAGRAPH ("« Số Quyết Định » «SO_QUYET_DINH»"), "12/QĐ-UBND 12/QĐ-UBND\n" },
  { "twice side by side", PARAGRAPH ("«ten_tinh»«ten_tinh»"), "tỉnh Đồng Mẫutỉnh Đồng Mẫu\n" },
  { "known and empty", PARAGRAPH ("a«trong»b"), "ab\n" },
  { "nothing but empty", PARAGRAPH ("«trong»"), "\n" },
  { "guillemets around no name", PARAGRAPH ("«» «…» » a"), "«» «…» » a\n" },
  { "entities", PARAGRAPH ("&#171;ten&#95;tinh&#xBB; &amp; &lt;"), "tỉnh Đồng Mẫu & <\n" },
  { "character data", "<w:p><w:r><w:t><![CDATA[<«ten_tinh»>]]></w:t></w:r></w:p>", "<tỉnh Đồng Mẫu>\n" },
  { "unknown", PARAGRAPH ("a «ten_tinhh» b"), "a «ten_tinhh» b\n! «ten_tinhh» is not known as a field here (body: “a «ten_tinhh» b”)\n" },
  { "unclosed", PARAGRAPH ("a «ten_tinh b"), "a «ten_tinh b\n! “«ten_tinh b” is not closed by » (body: “a «ten_tinh b”)\n" },
  { "unclosed before another", PARAGRAPH ("a «b «ten_tinh»"), "a «b tỉnh Đồng Mẫu\n! “«b «ten_tinh»” is not closed by » (body: “a «b «ten_tinh»”)\n" },
  { "not over a break", "<w:p><w:r><w:t>«ten</w:t><w:br/><w:t>tinh»</w:t></w:r></w:p>",
    "«ten/tinh»\n! “«ten” is not closed by » (body: “«ten tinh»”)\n" },
  { "not over paragraphs", PARAGRAPH ("«ten_") PARAGRAPH ("tinh»"), "«ten_\ntinh»\n! “«ten_” is not closed by » (body: “«ten_”)\n" },
  { "deleted text", "<w:p><w:del><w:r><w:delText>«gone»</w:delText></w:r></w:del></w:p>", "\n" },
  { "text of a formula", "<w:p><m:t xmlns:m=\"urn:math\">«x»</m:t></w:p>", "\n" },
  { "box within a paragraph",
    "<w:p><w:r><w:t>«ten</w:t></w:r><w:r><w:pict><w:txbxContent>" PARAGRAPH ("[«so_quyet_dinh»]") "</w:txbxContent></w:pict></w:r>"
    "<w:r><w:t>_tinh»</w:t></w:r></w:p>", "tỉnh Đồng Mẫu[12/QĐ-UBND]\n\n" },
  { "list outside of a table", PARAGRAPH ("«#san_pham»"),
    "«#san_pham»\n! «#san_pham» repeats a table row, but stands in none (body: “«#san_pham»”)\n" },
  { "unknown list", TABLE (ROW (TEXT_CELL ("«#hang_hoa» «ten»"))),
    "«#hang_hoa» «ten»\n! «#hang_hoa» is not known as a list (body: “«#hang_hoa» «ten»”)\n" },
  { "two lists in a row", TABLE (ROW (TEXT_CELL ("«#san_pham»") TEXT_CELL ("«#san_pham»"))),
    "\n«#san_pham»\n\n«#san_pham»\n! «#san_pham» is the second list of its table row (body: “«#san_pham»”)\n" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *text_case = data;
  g_autoptr(OcopTemplateData) values = make_products (2);

  assert_filled (text_case->body, values, text_case->expected);
}

/* Every way to split a paragraph into runs, with what Word puts between them. */
static void
test_split (void)
{
  static const char * const letters[] = { "a", "«", "t", "ê", "n", "_", "t", "ỉ", "n", "h", "»", "b" };
  static const char * const between[] = {
    "", "<w:proofErr w:type=\"spellStart\"/>", "<w:bookmarkStart w:id=\"1\" w:name=\"x\"/><w:bookmarkEnd w:id=\"1\"/>",
  };
  const guint n = G_N_ELEMENTS (letters);
  g_autoptr(OcopTemplateData) data = make_data ();

  for (guint split = 0; split < (1u << (n - 1)); split++)
    {
      g_autoptr(GString) body = g_string_new ("<w:p><w:r w:rsidR=\"00A1\"><w:t>");

      for (guint i = 0; i < n; i++)
        {
          g_string_append (body, letters[i]);
          if (i + 1 < n && (split & (1u << i)) != 0)
            g_string_append_printf (body, "</w:t></w:r>%s<w:r w:rsidRPr=\"00B%u\"><w:t>", between[split % 3], i);
        }
      g_string_append (body, "</w:t></w:r></w:p>");
      assert_filled (body->str, data, "atỉnh Đồng Mẫub\n");
    }
}

/* The text stands in the run where the field began; what is not text stays byte for byte. */
static void
test_formatting (void)
{
  const FixtureDocument fixture = {
    .body = "<w:p w:rsidR='00AA'><w:pPr><w:jc  w:val=\"both\"/></w:pPr><w:r><w:t>Số </w:t></w:r>"
            "<w:r><w:rPr><w:b/></w:rPr><w:t>«so</w:t></w:r><!-- kept --><w:r><w:rPr><w:i/></w:rPr><w:t>_quyet_dinh» a</w:t></w:r>"
            "<w:r><w:t>&#xE9;&#160;</w:t></w:r></w:p >",
  };
  g_autoptr(GBytes) template = fixture_document (&fixture);
  g_autoptr(OcopTemplateData) data = make_data ();
  g_autoptr(GBytes) filled = ocop_template_fill (template, data, NULL, NULL);
  g_autofree char *part = fixture_part (filled, "word/document.xml");

  g_assert_cmpstr (part, ==,
                   "<?xml version=\"1.0\"?><w:document xmlns:w=\"" WORD_SPACE "\"><w:body>"
                   "<w:p w:rsidR='00AA'><w:pPr><w:jc  w:val=\"both\"/></w:pPr><w:r><w:t>Số </w:t></w:r>"
                   "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">12/QĐ-UBND</w:t></w:r><!-- kept -->"
                   "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> a</w:t></w:r>"
                   "<w:r><w:t>&#xE9;&#160;</w:t></w:r></w:p ></w:body></w:document>");
}

#define INDENTED(text) \
  "<w:p><w:pPr><w:ind w:firstLine=\"567\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r></w:p>"

/* Each line of a list is a paragraph with the indent of the first. */
static void
test_lines (void)
{
  const FixtureDocument fixture = { .body = INDENTED ("Gồm: «ds»") };
  g_autoptr(GBytes) template = fixture_document (&fixture);
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();
  g_autoptr(GBytes) filled = NULL;
  g_autofree char *part = NULL;

  ocop_template_data_set (data, "ds", "- một;\n- hai.");
  filled = ocop_template_fill (template, data, NULL, NULL);
  part = fixture_part (filled, "word/document.xml");
  g_assert_cmpstr (part, ==, "<?xml version=\"1.0\"?><w:document xmlns:w=\"" WORD_SPACE "\"><w:body>"
                             INDENTED ("Gồm: - một;") INDENTED ("- hai.") "</w:body></w:document>");
}

/* Where a paragraph is there once, or in a cell, lines stay in it. */
static void
test_lines_that_stay (void)
{
  static const char * const bodies[] = {
    TABLE (ROW (TEXT_CELL ("«ds»"))),
    "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>«ds»</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>Gồm:</w:t><w:br/><w:t>«ds»</w:t></w:r></w:p>",
    "<w:p><w:hyperlink><w:r><w:t>«ds»</w:t></w:r></w:hyperlink></w:p>",
    "<w:p><w:r><w:pict><w:txbxContent>" PARAGRAPH ("«ds»") "</w:txbxContent></w:pict></w:r></w:p>",
  };
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();

  ocop_template_data_set (data, "ds", "a\nb");
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *text = fixture_fill (bodies[i], data);

      g_assert_nonnull (strstr (text, "a/b"));
    }
}

typedef struct
{
  const char *name, *value, *expected;
} ValueCase;

static const ValueCase values[] = {
  { "markup", "<b>&amp;</b> \"x\" 'y' ]]>", "<b>&amp;</b> \"x\" 'y' ]]>\n" },
  { "emoji", "🌾 Đặc sản 👩‍🌾", "🌾 Đặc sản 👩‍🌾\n" },
  { "lines", "- Như trên;\n\n- Lưu: VT.", "- Như trên;\n\n- Lưu: VT.\n" },
  { "lines of Windows", "a\r\nb", "a\nb\n" },
  { "tab", "a\tb", "a\tb\n" },
  { "blanks at the ends", "  a  ", "  a  \n" },
  { "control characters", "a\001b\033c\xef\xbf\xbf", "abc\n" },
  { "broken letters", "a\377b", "a\xef\xbf\xbd" "b\n" },
  { "a field in a value", "«ten_tinh»", "«ten_tinh»\n" },
};

static void
test_value (gconstpointer data)
{
  const ValueCase *value = data;
  g_autoptr(OcopTemplateData) filling = ocop_template_data_new ();

  ocop_template_data_set (filling, "x", value->value);
  assert_filled (PARAGRAPH ("«x»"), filling, value->expected);
}

static void
test_long_value (void)
{
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();
  g_autofree char *lengthy = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *expected = g_strconcat (lengthy, "\n", NULL);

  ocop_template_data_set (data, "x", lengthy);
  assert_filled (PARAGRAPH ("«x»"), data, expected);
}

#define PRODUCT_ROWS \
  TABLE (ROW (TEXT_CELL ("TT")) \
         ROW (TEXT_CELL ("«tt»") TEXT_CELL ("«ten_san_pham»«#san_pham», «ten_tinh»")) \
         ROW (TEXT_CELL ("hết")))

static void
test_rows (void)
{
  static const char * const expected[] = {
    "TT\nhết\n",
    "TT\n1\nGạo, tỉnh Đồng Mẫu\nhết\n",
    "TT\n1\nGạo, tỉnh Đồng Mẫu\n2\nChè, tỉnh Đồng Mẫu\nhết\n",
  };

  for (guint n = 0; n < G_N_ELEMENTS (expected); n++)
    {
      g_autoptr(OcopTemplateData) data = make_products (n);

      assert_filled (PRODUCT_ROWS, data, expected[n]);
    }
}

/* Word calls a document damaged that has a table without rows. */
static void
test_last_row (void)
{
  const FixtureDocument fixture = { .body = TABLE (ROW (TEXT_CELL ("«#san_pham»"))) PARAGRAPH ("sau") };
  g_autoptr(GBytes) template = fixture_document (&fixture);
  g_autoptr(OcopTemplateData) data = make_products (0);
  g_autoptr(GBytes) filled = ocop_template_fill (template, data, NULL, NULL);
  g_autofree char *part = fixture_part (filled, "word/document.xml");

  g_assert_null (strstr (part, "<w:tbl>"));
  g_assert_nonnull (strstr (part, "sau"));
}

/* Nor do headings stay over nothing; a table that says something of its own does. */
static void
test_heading_alone (void)
{
#define HEADING(mark) "<w:tr><w:trPr><w:tblHeader" mark "/></w:trPr>" TEXT_CELL ("TT") "</w:tr>"
  static const struct
  {
    const char *body;
    gboolean stays;
  } cases[] = {
    { TABLE (HEADING ("") ROW (TEXT_CELL ("«#san_pham»"))), FALSE },
    { TABLE (HEADING (" w:val=\"true\"") ROW (TEXT_CELL ("«#san_pham»"))), FALSE },
    { TABLE (HEADING (" w:val=\"0\"") ROW (TEXT_CELL ("«#san_pham»"))), TRUE },
    { TABLE (HEADING ("") ROW (TEXT_CELL ("«#san_pham»")) ROW (TEXT_CELL ("Tổng"))), TRUE },
    { TABLE (HEADING ("")), TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FixtureDocument fixture = { .body = cases[i].body };
      g_autoptr(GBytes) template = fixture_document (&fixture);
      g_autoptr(OcopTemplateData) data = make_products (0);
      g_autoptr(GBytes) filled = ocop_template_fill (template, data, NULL, NULL);
      g_autofree char *part = fixture_part (filled, "word/document.xml");

      g_assert_cmpint (strstr (part, "<w:tbl>") != NULL, ==, cases[i].stays);
    }
#undef HEADING
}

/* A list of a row within a row of a list. */
static void
test_nested (void)
{
  g_autoptr(OcopTemplateData) data = make_products (2);
  OcopTemplateData *row = ocop_template_data_get_rows (data, "san pham")->pdata[1];

  ocop_template_data_add_list (ocop_template_data_get_rows (data, "san pham")->pdata[0], "phieu");
  ocop_template_data_set (ocop_template_data_add_row (row, "phieu"), "diem", "87,33");
  ocop_template_data_set (ocop_template_data_add_row (row, "phieu"), "diem", "90");
  assert_filled (TABLE (ROW (CELL (PARAGRAPH ("«#san_pham»«tt»") TABLE (ROW (TEXT_CELL ("«#phieu»«tt»: «diem»"))) PARAGRAPH (".")))),
                 data, "1\n.\n2\n2: 87,33\n2: 90\n.\n");
}

/* What names one thing is not there twice. */
static void
test_identities (void)
{
  const FixtureDocument fixture = {
    .document = "<w:document xmlns:w=\"" WORD_SPACE "\" xmlns:w14=\"urn:w14\"><w:body>"
                "<w:tbl><w:tr w14:paraId=\"1A\" w14:textId='2B'><w:tc><w:p w14:paraId=\"3C\"><w:bookmarkStart w:id=\"0\" w:name=\"n\"/>"
                "<w:r><w:t>«#san_pham»«tt»</w:t></w:r><w:bookmarkEnd w:id=\"0\"/></w:p></w:tc></w:tr></w:tbl></w:body></w:document>",
  };
  g_autoptr(GBytes) template = fixture_document (&fixture);
  g_autoptr(OcopTemplateData) data = make_products (2);
  g_autoptr(GBytes) filled = ocop_template_fill (template, data, NULL, NULL);
  g_autofree char *part = fixture_part (filled, "word/document.xml");

  g_assert_nonnull (strstr (part, "<w:tr w14:paraId=\"1A\" w14:textId='2B'><w:tc><w:p w14:paraId=\"3C\"><w:bookmarkStart w:id=\"0\" w:name=\"n\"/>"
                                  "<w:r><w:t xml:space=\"preserve\">1</w:t></w:r><w:bookmarkEnd w:id=\"0\"/></w:p></w:tc></w:tr>"
                                  "<w:tr><w:tc><w:p><w:r><w:t xml:space=\"preserve\">2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
}

static void
test_unknown_told_once (void)
{
  g_autoptr(OcopTemplateData) data = make_products (3);

  assert_filled (TABLE (ROW (TEXT_CELL ("«#san_pham»«gi»"))), data,
                 "«gi»\n«gi»\n«gi»\n! «gi» is not known as a field here (body: “«#san_pham»«gi»”)\n");
}

static void
test_header (void)
{
  const FixtureDocument fixture = { .header = PARAGRAPH ("«ten_tinh» «gi»") };
  g_autoptr(GBytes) template = fixture_document (&fixture);
  g_autoptr(OcopTemplateData) data = make_data ();
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GBytes) filled = ocop_template_fill (template, data, &problems, NULL);
  g_autofree char *header = fixture_part (filled, "word/header1.xml");
  const OcopTemplateProblem *problem = problems->pdata[0];

  g_assert_nonnull (strstr (header, ">tỉnh Đồng Mẫu «gi»<"));
  g_assert_cmpint (problems->len, ==, 1);
  g_assert_cmpint (problem->place, ==, OCOP_TEMPLATE_PLACE_HEADER);
  g_assert_cmpstr (problem->field, ==, "«gi»");
}

/* The members without fields are copied as they are packed. */
static void
test_others_stay (void)
{
  static const char * const others[] = { "[Content_Types].xml", "_rels/.rels", "word/header1.xml", "word/media/image1.png" };
  const FixtureDocument fixture = { .body = PARAGRAPH ("«ten_tinh»") };
  g_autoptr(GBytes) template = fixture_document (&fixture);
  g_autoptr(OcopTemplateData) data = make_data ();
  g_autoptr(GBytes) filled = ocop_template_fill (template, data, NULL, NULL);

  g_assert_false (g_bytes_equal (template, filled));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *before = fixture_part (template, others[i]);
      g_autofree char *after = fixture_part (filled, others[i]);

      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_without_fields (void)
{
  const FixtureDocument fixture = { .body = PARAGRAPH (" Không có &amp; trường ") TABLE (ROW (TEXT_CELL (""))) };
  g_autoptr(GBytes) template = fixture_document (&fixture);
  g_autoptr(OcopTemplateData) data = make_data ();
  g_autoptr(GBytes) filled = ocop_template_fill (template, data, NULL, NULL);

  g_assert_true (g_bytes_equal (template, filled));
}

static void
test_json (void)
{
  static const char json[] = "{\"a\": \"x\", \"n\": 12, \"none\": null, \"ds\": [{\"b\": \"1\"}, {\"b\": \"2\"}]}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr(OcopTemplateData) data = ocop_template_data_new_from_json (bytes, "a.json", NULL);

  assert_filled (PARAGRAPH ("«a» «n»«none»") TABLE (ROW (TEXT_CELL ("«#ds»«b»"))), data, "x 12\n1\n2\n");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/report/template/text", text_cases, sizeof text_cases[0], G_N_ELEMENTS (text_cases), test_text);
  fixture_add_cases ("/report/template/value", values, sizeof values[0], G_N_ELEMENTS (values), test_value);
  g_test_add_func ("/report/template/split", test_split);
  g_test_add_func ("/report/template/formatting", test_formatting);
  g_test_add_func ("/report/template/lines", test_lines);
  g_test_add_func ("/report/template/lines-that-stay", test_lines_that_stay);
  g_test_add_func ("/report/template/long-value", test_long_value);
  g_test_add_func ("/report/template/rows", test_rows);
  g_test_add_func ("/report/template/last-row", test_last_row);
  g_test_add_func ("/report/template/heading-alone", test_heading_alone);
  g_test_add_func ("/report/template/nested", test_nested);
  g_test_add_func ("/report/template/identities", test_identities);
  g_test_add_func ("/report/template/unknown-told-once", test_unknown_told_once);
  g_test_add_func ("/report/template/header", test_header);
  g_test_add_func ("/report/template/others-stay", test_others_stay);
  g_test_add_func ("/report/template/without-fields", test_without_fields);
  g_test_add_func ("/report/template/json", test_json);
  return g_test_run ();
}
