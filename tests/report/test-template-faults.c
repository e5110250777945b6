/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "../exchange/fixture-cases.h"
#include "../exchange/workbook-fixture.h"
#include "base/ocop-error.h"
#include "document-fixture.h"

#define TYPES "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
#define ROOT(inside) "<w:document xmlns:w=\"" WORD_SPACE "\"><w:body>" inside "</w:body></w:document>"

static void
assert_refused (GBytes     *bytes,
                const char *message)
{
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) filled = NULL;

  ocop_template_data_set (data, "x", "y");
  filled = ocop_template_fill (bytes, data, &problems, &error);
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, message));
  g_assert_null (filled);
  g_assert_null (problems);
}

typedef struct
{
  const char *name;
  FixtureDocument document;
  const char *message;
} FaultCase;

static const FaultCase faults[] = {
  { "broken XML", { .body = "\n<w:p><w:r></w:p>" }, "part “word/document.xml”, line 2" },
  { "broken header", { .header = "<w:p>" }, "part “word/header1.xml”" },
  { "laughs", { .header = "", .document = "<!DOCTYPE x [<!ENTITY a \"ha\">]>" ROOT ("&a;") }, "no document of a word processor" },
  { "unknown prefix", { .body = "<x:p/>" }, "damaged" },
  { "element in a text", { .body = "<w:p><w:r><w:t>«x<w:t>»</w:t></w:t></w:r></w:p>" }, "damaged" },
  { "end missing", { .document = "<w:document xmlns:w=\"" WORD_SPACE "\"><w:p><w:r><w:t>«x" }, "damaged" },
  { "a workbook's root", { .document = "<workbook/>" }, "no document of a word processor" },
  { "another namespace", { .document = "<w:document xmlns:w=\"urn:other\"/>" }, "no document of a word processor" },
  { "macros", { .types = TYPES "<Override PartName=\"/word/document.xml\" "
                         "ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>" }, "macros" },
};

static void
test_fault (gconstpointer data)
{
  const FaultCase *fault = data;
  g_autoptr(GBytes) bytes = fixture_document (&fault->document);

  assert_refused (bytes, fault->message);
}

typedef struct
{
  const char *name, *data, *message;
} StrangerCase;

static const StrangerCase strangers[] = {
  { "empty", "", "no document of a word processor" },
  { "text", "Quyết định «so»", "cut short" },
  { "old or encrypted", "\320\317\021\340\241\261\032\341 and more", "no document of a word processor" },
  { "PDF", "%PDF-1.7", "cut short" },
};

static void
test_stranger (gconstpointer data)
{
  const StrangerCase *stranger = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (stranger->data, strlen (stranger->data));

  assert_refused (bytes, stranger->message);
}

static void
test_workbook (void)
{
  const FixtureWorkbook workbook = { .sheet = "<sheetData/>" };
  const FixturePart part = { "content.xml", "<x/>" };
  g_autoptr(GBytes) xlsx = fixture_workbook (&workbook);
  g_autoptr(GBytes) odt = fixture_zip (&part, 1);

  assert_refused (xlsx, "no document of a word processor");
  assert_refused (odt, "no document of a word processor");
}

static void
test_truncated (void)
{
  const FixtureDocument fixture = { .body = PARAGRAPH ("«x»") };
  g_autoptr(GBytes) whole = fixture_document (&fixture);

  for (gsize length = 1; length < g_bytes_get_size (whole); length += 61)
    {
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (whole, 0, length);

      assert_refused (part, "cut short");
    }
}

/* Sets a bit, @offset bytes after each @mark of the archive. */
static GBytes *
set_bit (GBytes     *bytes,
         const char *mark,
         gsize       offset)
{
  gsize length = g_bytes_get_size (bytes);
  char *data = g_memdup2 (g_bytes_get_data (bytes, NULL), length);

  for (gsize i = 0; i + offset < length; i++)
    if (memcmp (data + i, mark, 4) == 0)
      data[i + offset] |= 1;
  return g_bytes_new_take (data, length);
}

static void
test_encrypted (void)
{
  const FixtureDocument fixture = { .body = PARAGRAPH ("«x»") };
  g_autoptr(GBytes) plain = fixture_document (&fixture);
  g_autoptr(GBytes) half = set_bit (plain, "PK\1\2", 8);
  g_autoptr(GBytes) encrypted = set_bit (half, "PK\3\4", 6);

  assert_refused (encrypted, "protected by a password");
}

static void
test_bomb (void)
{
  g_autofree char *blanks = g_strnfill (20 * 1024 * 1024, ' ');
  const FixtureDocument fixture = { .body = blanks };
  g_autoptr(GBytes) bytes = fixture_document (&fixture);

  assert_refused (bytes, "unpacks to far more");
}

/* 4 MB of fields, each filled with 1 MB. */
static void
test_growth (void)
{
  g_autoptr(GString) body = g_string_new ("<w:p>");
  FixtureDocument fixture = { 0 };
  g_autofree char *lengthy = g_strnfill (1024 * 1024, 'y');
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) filled = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (body, "<w:r><w:t>«x»</w:t></w:r>");
  g_string_append (body, "</w:p>");
  fixture.body = body->str;
  bytes = fixture_document (&fixture);
  ocop_template_data_set (data, "x", lengthy);
  filled = ocop_template_fill (bytes, data, NULL, &error);
  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  g_assert_null (filled);
}

/* Rows in rows beyond what any paper has; and openings that none closes. */
static void
test_depth (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autoptr(GString) openings = g_string_new ("<w:p><w:r><w:t>");
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();
  FixtureDocument fixture = { 0 };
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) open = NULL;
  g_autoptr(GBytes) filled = NULL;
  g_autoptr(GPtrArray) problems = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "<w:tr>");
  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "</w:tr>");
  fixture.body = deep->str;
  bytes = fixture_document (&fixture);
  assert_refused (bytes, "damaged");
  for (guint i = 0; i < 1000000; i++)
    g_string_append (openings, "«");
  g_string_append (openings, "</w:t></w:r></w:p>");
  fixture.body = openings->str;
  open = fixture_document (&fixture);
  filled = ocop_template_fill (open, data, &problems, NULL);
  g_assert_true (g_bytes_equal (open, filled));
  g_assert_cmpint (problems->len, ==, 100);
}

/* A template saved as one becomes a document. */
static void
test_dotx (void)
{
  const FixtureDocument fixture = {
    .body = PARAGRAPH ("a"),
    .types = TYPES "<Override PartName=\"/word/document.xml\" "
             "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml\"/></Types>",
  };
  g_autoptr(GBytes) template = fixture_document (&fixture);
  g_autoptr(OcopTemplateData) data = ocop_template_data_new ();
  g_autoptr(GBytes) filled = ocop_template_fill (template, data, NULL, NULL);
  g_autofree char *types = fixture_part (filled, "[Content_Types].xml");

  g_assert_nonnull (strstr (types, "wordprocessingml.document.main+xml"));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/report/template-faults/document", faults, sizeof faults[0], G_N_ELEMENTS (faults), test_fault);
  fixture_add_cases ("/report/template-faults/stranger", strangers, sizeof strangers[0], G_N_ELEMENTS (strangers), test_stranger);
  g_test_add_func ("/report/template-faults/workbook", test_workbook);
  g_test_add_func ("/report/template-faults/truncated", test_truncated);
  g_test_add_func ("/report/template-faults/encrypted", test_encrypted);
  g_test_add_func ("/report/template-faults/bomb", test_bomb);
  g_test_add_func ("/report/template-faults/growth", test_growth);
  g_test_add_func ("/report/template-faults/depth", test_depth);
  g_test_add_func ("/report/template-faults/dotx", test_dotx);
  return g_test_run ();
}
