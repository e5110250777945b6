/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-error.h"
#include "fixture-cases.h"
#include "workbook-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define ROW(cells) "<sheetData><row>" cells "</row></sheetData>"

static void
assert_refused (GBytes     *bytes,
                const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = fixture_load (bytes, &error);

  g_assert_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT);
  g_assert_null (workbook);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, message));
  /* The fixture's name for the file. */
  g_assert_true (g_str_has_prefix (error->message, "“ocop-"));
}

typedef struct
{
  const char *name;
  FixturePart part;
  const char *message;
} StrangerCase;

static const StrangerCase strangers[] = {
  { "zip", { "photo.jpg", "x" }, "a packed archive" },
  { "docx", { "word/document.xml", "<x/>" }, ".docx" },
  { "pptx", { "ppt/presentation.xml", "<x/>" }, ".pptx" },
  { "ods", { "content.xml", "<x/>" }, ".ods" },
  { "xlsb", { "xl/workbook.bin", "x" }, ".xlsb" },
  { "nothing but relations", { "_rels/.rels", "<Relationships/>" }, "“xl/workbook.xml” is missing" },
};

static void
test_stranger (gconstpointer data)
{
  const StrangerCase *stranger = data;
  g_autoptr(GBytes) bytes = fixture_zip (&stranger->part, 1);

  assert_refused (bytes, stranger->message);
}

typedef struct
{
  const char *name;
  FixtureWorkbook workbook;
  const char *message;
} FaultCase;

static const FaultCase faults[] = {
  { "column beyond XFD", { .sheet = ROW ("<c r=\"XFE1\"><v>1</v></c>") }, "Sheet “Sheet”, row 1, column XFD" },
  { "column of many letters", { .sheet = ROW ("<c r=\"ABCDEFGHIJKL1\"><v>1</v></c>") }, "outside of every row" },
  { "row beyond the last", { .sheet = "<sheetData><row r=\"1048577\"><c><v>1</v></c></row></sheetData>" }, "row 1048577" },
  { "row of many digits", { .sheet = "<sheetData><row r=\"99999999999999999999999\"/></sheetData>" }, "1048576 rows at most" },
  { "row 0", { .sheet = "<sheetData><row r=\"0\"/></sheetData>" }, "rows at most" },
  { "cell without a row", { .sheet = "<sheetData><c><v>1</v></c></sheetData>" }, "outside of every row" },
  { "missing shared text", { .sheet = ROW ("<c><v>1</v></c><c t=\"s\"><v>7</v></c>") }, "Sheet “Sheet”, row 1, column B: its text is missing" },
  { "broken XML", { .sheet = "<sheetData>\n<row><c></row>" }, "Sheet “Sheet”: The workbook is damaged (part “xl/worksheets/one.xml”, line 2)" },
  { "laughs",
    { .prolog = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
      .sheet = ROW ("<c t=\"inlineStr\"><is><t>&c;</t></is></c>") },
    "Sheet “Sheet”: Part “xl/worksheets/one.xml” of the workbook declares entities" },
  { "no sheets", { .workbook = "<sheets/>" }, "no sheet with cells" },
};

static void
test_fault (gconstpointer data)
{
  const FaultCase *fault = data;
  g_autoptr(GBytes) bytes = fixture_workbook (&fault->workbook);

  assert_refused (bytes, fault->message);
}

static void
test_truncated (void)
{
  const FixtureWorkbook fixture = { .sheet = ROW ("<c><v>1</v></c>") };
  g_autoptr(GBytes) whole = fixture_workbook (&fixture);

  for (gsize length = 4; length < g_bytes_get_size (whole); length += 97)
    {
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (whole, 0, length);

      assert_refused (part, "cut short (its end is missing)");
    }
}

/* Writes @value, @size bytes of it, @offset bytes after each @mark of the archive. */
static GBytes *
patch (GBytes     *bytes,
       const char *mark,
       gsize       offset,
       guint64     value,
       gsize       size)
{
  gsize length;
  char *data = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  length = g_bytes_get_size (bytes);
  for (gsize i = 0; i + offset + size < length; i++)
    if (memcmp (data + i, mark, 4) == 0)
      for (gsize n = 0; n < size; n++)
        data[i + offset + n] = (char) (value >> (8 * n));
  return g_bytes_new_take (data, length);
}

#define DIRECTORY_MARK "PK\1\2"
#define ENTRY_MARK "PK\3\4"

static void
test_encrypted (void)
{
  const FixtureWorkbook fixture = { .sheet = ROW ("<c><v>1</v></c>") };
  g_autoptr(GBytes) plain = fixture_workbook (&fixture);
  g_autoptr(GBytes) half = patch (plain, DIRECTORY_MARK, 8, 1, 1);
  g_autoptr(GBytes) encrypted = patch (half, ENTRY_MARK, 6, 1, 1);

  assert_refused (encrypted, "protected by a password");
}

static void
test_bomb (void)
{
  g_autofree char *blanks = g_strnfill (20 * 1024 * 1024, ' ');
  const FixtureWorkbook fixture = { .sheet = blanks };
  g_autoptr(GBytes) bytes = fixture_workbook (&fixture);

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 100 * 1024);
  assert_refused (bytes, "unpacks to far more");
}

/* Nine parts that each claim 200 MB, none of them of an unusual ratio. */
static void
test_too_large (void)
{
  const FixtureWorkbook fixture = { .sheet = ROW ("<c><v>1</v></c>") };
  g_autoptr(GBytes) bytes = fixture_workbook (&fixture);
  g_autoptr(GBytes) half = patch (bytes, DIRECTORY_MARK, 24, 200 * 1024 * 1024, 4);
  g_autoptr(GBytes) claimed = patch (half, DIRECTORY_MARK, 20, 10 * 1024 * 1024, 4);

  assert_refused (claimed, "unpacks to far more");
}

static void
test_lying_size (void)
{
  g_autofree char *blanks = g_strnfill (100 * 1024, ' ');
  const FixtureWorkbook fixture = { .sheet = blanks };
  g_autoptr(GBytes) bytes = fixture_workbook (&fixture);
  g_autoptr(GBytes) half = patch (bytes, DIRECTORY_MARK, 24, 300, 4);
  g_autoptr(GBytes) lying = patch (half, ENTRY_MARK, 22, 300, 4);

  assert_refused (lying, "damaged");
}

static void
test_empty_rows (void)
{
  g_autoptr(GString) rows = g_string_new ("<sheetData>");
  FixtureWorkbook fixture = { 0 };
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = NULL;
  g_autofree char *cells = NULL;

  for (guint number = 1; number < 1000000; number++)
    g_string_append_printf (rows, "<row r=\"%u\"/>", number);
  g_string_append (rows, "<row r=\"1000000\"><c><v>1</v></c></row></sheetData>");
  fixture.sheet = rows->str;
  bytes = fixture_workbook (&fixture);
  workbook = fixture_load (bytes, &error);
  g_assert_no_error (error);
  cells = fixture_dump (ocop_workbook_get_sheet (workbook, 0));
  g_assert_cmpstr (cells, ==, "1000000:1");
}

/* A container of old office files with one stream called @stream. */
static GBytes *
container (const char *stream)
{
  GString *data = g_string_new ("\320\317\021\340\241\261\032\341");

  g_string_append_len (data, "\0\0\0\0", 4);
  for (const char *p = stream; *p != '\0'; p++)
    {
      g_string_append_c (data, *p);
      g_string_append_c (data, '\0');
    }
  g_string_append_len (data, "\0\0\0\0", 4);
  return g_string_free_to_bytes (data);
}

typedef struct
{
  const char *stream, *message;
} ContainerCase;

static const ContainerCase containers[] = {
  { "EncryptedPackage", "protected by a password" },
  { "WordDocument", "(.doc)" },
  { "Workbook", "save it as xlsx. (LibreOffice, which could do it, is not installed.)" },
  { "Book", "(.xls)" },
  { "Contents", "neither a workbook nor text" },
};

static void
test_container (gconstpointer data)
{
  const ContainerCase *old = data;
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr(GBytes) bytes = container (old->stream);

  g_setenv ("PATH", "/nowhere", TRUE);
  assert_refused (bytes, old->message);
  g_setenv ("PATH", path, TRUE);
}

#ifdef G_OS_UNIX
/* Stands in for LibreOffice: puts what lies beside it where the converted list is asked for. */
static const char office_script[] =
  "#!/bin/sh\n"
  "while [ \"$1\" != --outdir ]; do shift; done\n"
  "cp \"$(dirname \"$0\")/ready.xlsx\" \"$2/list.xlsx\"\n";

static void
test_old_workbook (void)
{
  const FixtureWorkbook fixture = { .sheet = ROW ("<c><v>26</v></c>") };
  g_autofree char *folder = g_dir_make_tmp ("ocop-test-XXXXXX", NULL);
  g_autofree char *office = g_build_filename (folder, "soffice", NULL);
  g_autofree char *ready = g_build_filename (folder, "ready.xlsx", NULL);
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autofree char *with_office = g_strconcat (folder, G_SEARCHPATH_SEPARATOR_S, path, NULL);
  g_autoptr(GBytes) old = container ("Workbook");
  g_autoptr(GBytes) converted = fixture_workbook (&fixture);
  g_autoptr(OcopWorkbook) workbook = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (office, office_script, -1, NULL));
  g_assert_true (g_file_set_contents (ready, g_bytes_get_data (converted, NULL), (gssize) g_bytes_get_size (converted), NULL));
  g_chmod (office, 0700);
  g_setenv ("PATH", with_office, TRUE);
  workbook = fixture_load (old, &error);
  g_remove (ready);
  assert_refused (old, "LibreOffice could not convert it");
  g_setenv ("PATH", path, TRUE);
  g_remove (office);
  g_rmdir (folder);
  g_assert_no_error (error);
  g_assert_cmpstr (ocop_sheet_get_text (ocop_workbook_get_sheet (workbook, 0), 0, 0), ==, "26");
}
#endif

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/exchange/faults/stranger", strangers, sizeof strangers[0], G_N_ELEMENTS (strangers), test_stranger);
  fixture_add_cases ("/exchange/faults/workbook", faults, sizeof faults[0], G_N_ELEMENTS (faults), test_fault);
  fixture_add_cases ("/exchange/faults/container", containers, sizeof containers[0], G_N_ELEMENTS (containers), test_container);
  g_test_add_func ("/exchange/faults/truncated", test_truncated);
  g_test_add_func ("/exchange/faults/encrypted", test_encrypted);
  g_test_add_func ("/exchange/faults/bomb", test_bomb);
  g_test_add_func ("/exchange/faults/too-large", test_too_large);
  g_test_add_func ("/exchange/faults/lying-size", test_lying_size);
  g_test_add_func ("/exchange/faults/empty-rows", test_empty_rows);
#ifdef G_OS_UNIX
  g_test_add_func ("/exchange/faults/old-workbook", test_old_workbook);
#endif
  return g_test_run ();
}
