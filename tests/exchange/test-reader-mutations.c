/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook-fixture.h"

#include <locale.h>
#include <string.h>

/* Readers meet files that no program wrote on purpose. Whatever is done to a sound one, they answer with a
 * workbook or an error; sanitizers see to the rest. --seed repeats a run. */
#define N_MUTATIONS 300

static const char sheet[] =
  "<sheetData><row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>b_x000D_</t></is></c></row>"
  "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46164</v></c><c r=\"C2\" t=\"str\"><f>A1</f><v>x</v></c><c t=\"b\"><v>1</v></c></row>"
  "<row><c t=\"e\"><v>#REF!</v></c><c t=\"d\"><v>2026-05-22T00:00:00</v></c><c s=\"2\"><v>0.5</v></c></row></sheetData>"
  "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"C2:XFD1048576\"/></mergeCells>";
static const char strings[] = "<si><r><t>Ga\314\243o </t></r><r><t>sạch</t></r><rPh><t>x</t></rPh></si><si><t/></si>";
static const char styles[] =
  "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-42A]dd/mm/yyyy;@\"/></numFmts>"
  "<cellXfs><xf/><xf numFmtId=\"164\"/><xf numFmtId=\"21\"/></cellXfs>";
static const char list[] =
  "\357\273\277Tên;Hạng;Ngày\n\"Gạo; \"\"sạch\"\"\nViệt\";4;22/05/2026\r\nTrà;3;\n\n;;\n";

static const char * const tokens[] = {
  "<row>", "</row>", "<c>", "</c>", "<v>", "</v>", "<rPh>", "</rPh>", "<is><t>", "<f>", "</sheetData>", "<sheetData>",
  "r=\"XFD1048576\"", "r=\"1048577\"", "ref=\"A1:XFD1048576\"", "t=\"s\"", "t=\"d\"", "99999999999999999999", "-1", "1e308", "_x",
  "_xD800_", "&amp;", "&x;", "<![CDATA[", "<!--", "\"", "\"\"", ";", "\t", "\n", "\377", "\314\243", "T", "sep=\n",
};

static void
mutate (GString *text)
{
  guint n_changes = (guint) g_test_rand_int_range (1, 6);

  for (guint i = 0; i < n_changes && text->len > 0; i++)
    {
      gsize place = (gsize) g_test_rand_int_range (0, (int) text->len);
      gsize wanted = (gsize) g_test_rand_int_range (1, 40);
      gsize length = MIN (wanted, text->len - place);

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          text->str[place] = (char) g_test_rand_int_range (0, 256);
          break;
        case 1:
          g_string_erase (text, (gssize) place, (gssize) length);
          break;
        case 2:
          {
            g_autofree char *slice = g_memdup2 (text->str + place, length);

            g_string_insert_len (text, g_test_rand_int_range (0, (int) text->len), slice, (gssize) length);
          }
          break;
        default:
          g_string_insert (text, (gssize) place, tokens[g_test_rand_int_range (0, G_N_ELEMENTS (tokens))]);
          break;
        }
    }
}

/* Whether @place of an XML text is inside of an attribute's value or between tags. */
static gboolean
is_value (const char *text,
          gsize       place)
{
  gboolean in_tag = FALSE, quoted = FALSE;

  for (gsize i = 0; i < place; i++)
    if (text[i] == '"')
      quoted = in_tag && !quoted;
    else if (text[i] == '<' || text[i] == '>')
      in_tag = text[i] == '<';
  return (quoted || !in_tag) && g_ascii_isalnum (text[place]);
}

/* Other values in XML that stays well-formed, so that the readers behind the parser are reached. */
static void
mutate_values (GString *text)
{
  static const char characters[] = "0123456789ABCXZsdnbehmy-.$:_x";

  for (guint n_left = (guint) g_test_rand_int_range (1, 10); n_left > 0;)
    {
      gsize place = (gsize) g_test_rand_int_range (0, (int) text->len);

      if (!is_value (text->str, place))
        continue;
      text->str[place] = characters[g_test_rand_int_range (0, sizeof characters - 1)];
      n_left--;
    }
}

/* A zero byte ends the result. */
static char *
mutated (const char *text,
         void      (*change) (GString *))
{
  g_autoptr(GString) changed = g_string_new (text);

  change (changed);
  return g_strdup (changed->str);
}

/* Looks at every cell of what could be read. */
static gboolean
read_all (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = fixture_load (bytes, &error);
  guint n = workbook != NULL ? ocop_workbook_get_n_sheets (workbook) : 0;

  g_assert_true ((workbook == NULL) == (error != NULL));
  for (guint i = 0; i < n; i++)
    {
      const OcopSheet *read = ocop_workbook_get_sheet (workbook, i);
      guint n_rows = ocop_sheet_get_n_rows (read);

      for (guint row = 0; row < n_rows; row++)
        for (guint column = 0; column <= MIN (ocop_sheet_get_n_columns (read), 100); column++)
          {
            const char *cell = ocop_sheet_get_text (read, row, column);

            g_assert_true (cell == NULL || (*cell != '\0' && g_utf8_validate (cell, -1, NULL)));
            g_assert_true ((cell == NULL) == (ocop_sheet_get_cell_type (read, row, column) == OCOP_CELL_EMPTY));
          }
    }
  return n > 0;
}

static void
test_parts (void)
{
  guint n_read = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      void (*change) (GString *) = i % 2 == 0 ? mutate : mutate_values;
      g_autofree char *changed_sheet = mutated (sheet, change);
      g_autofree char *changed_strings = i % 3 == 0 ? mutated (strings, change) : g_strdup (strings);
      g_autofree char *changed_styles = i % 5 == 0 ? mutated (styles, change) : g_strdup (styles);
      const FixtureWorkbook fixture = { .sheet = changed_sheet, .strings = changed_strings, .styles = changed_styles };
      g_autoptr(GBytes) bytes = fixture_workbook (&fixture);

      n_read += read_all (bytes) ? 1 : 0;
    }
  /* Else the changes go no deeper than the first tag. */
  g_assert_cmpuint (n_read, >, N_MUTATIONS / 20);
}

/* Every sheet's cells, or what went wrong. */
static char *
tell (const FixtureWorkbook *fixture)
{
  g_autoptr(GBytes) bytes = fixture_workbook (fixture);
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopWorkbook) workbook = fixture_load (bytes, &error);

  /* A merged range may reach as far as a sheet does; its dump would fill the memory. */
  if (workbook != NULL && ocop_sheet_get_n_columns (ocop_workbook_get_sheet (workbook, 0)) > 100)
    return g_strdup ("wide");
  return workbook != NULL ? fixture_dump (ocop_workbook_get_sheet (workbook, 0)) : g_strdup (error->message);
}

/* A comment before the root leaves all of the sheet to the full parser. */
static void
test_plain (void)
{
  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autofree char *changed = mutated (sheet, i % 2 == 0 ? mutate : mutate_values);
      const FixtureWorkbook plain = { .sheet = changed, .strings = strings, .styles = styles };
      const FixtureWorkbook full = { .sheet = changed, .strings = strings, .styles = styles, .prolog = "<!-- -->" };
      g_autofree char *told = tell (&plain);
      g_autofree char *expected = tell (&full);
      char *name = strstr (told, ".dat"), *expected_name = strstr (expected, ".dat");

      /* Messages begin with the file's name, which is made up. */
      g_assert_cmpstr (name != NULL ? name : told, ==, expected_name != NULL ? expected_name : expected);
    }
}

static void
test_archive (void)
{
  const FixtureWorkbook fixture = { .sheet = sheet, .strings = strings, .styles = styles };
  g_autoptr(GBytes) whole = fixture_workbook (&fixture);

  g_assert_true (read_all (whole));
  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr(GString) data = g_string_new_len (g_bytes_get_data (whole, NULL), (gssize) g_bytes_get_size (whole));
      g_autoptr(GBytes) bytes = NULL;

      mutate (data);
      bytes = g_bytes_new (data->str, data->len);
      read_all (bytes);
    }
}

static void
test_csv (void)
{
  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr(GString) data = g_string_new (list);
      g_autoptr(GBytes) bytes = NULL;

      mutate (data);
      bytes = g_bytes_new (data->str, data->len);
      read_all (bytes);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/mutations/parts", test_parts);
  g_test_add_func ("/exchange/mutations/plain", test_plain);
  g_test_add_func ("/exchange/mutations/archive", test_archive);
  g_test_add_func ("/exchange/mutations/csv", test_csv);
  return g_test_run ();
}
