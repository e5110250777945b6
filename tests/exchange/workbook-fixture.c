/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook-fixture.h"

#include <string.h>
#include <zip.h>

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" " \
             "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define RELATIONSHIPS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define RELATION(id, kind, target) \
  "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" kind \
  "\" Target=\"" target "\"/>"

static GBytes *
take_bytes (zip_source_t *source)
{
  zip_stat_t info;
  char *data;

  zip_source_open (source);
  zip_source_stat (source, &info);
  data = g_malloc (info.size);
  zip_source_read (source, data, info.size);
  zip_source_close (source);
  zip_source_free (source);
  return g_bytes_new_take (data, info.size);
}

GBytes *
fixture_zip (const FixturePart *parts,
             guint              n_parts)
{
  zip_source_t *target = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (target, ZIP_TRUNCATE, NULL);

  zip_source_keep (target);
  for (guint i = 0; i < n_parts; i++)
    {
      zip_source_t *source = zip_source_buffer (zip, parts[i].contents, strlen (parts[i].contents), 0);

      g_assert_cmpint (zip_file_add (zip, parts[i].name, source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (zip), ==, 0);
  return take_bytes (target);
}

static char *
wrap (const char *prolog,
      const char *root,
      const char *inside)
{
  return g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", prolog != NULL ? prolog : "",
                      "<", root, " " MAIN ">", inside != NULL ? inside : "", "</", root, ">", NULL);
}

GBytes *
fixture_workbook (const FixtureWorkbook *workbook)
{
  g_autofree char *book = wrap (NULL, "workbook", workbook->workbook != NULL ? workbook->workbook
                                : "<sheets><sheet name=\"Sheet\" sheetId=\"1\" r:id=\"s1\"/></sheets>");
  g_autofree char *sheet = wrap (workbook->prolog, "worksheet", workbook->sheet);
  g_autofree char *strings = wrap (NULL, "sst", workbook->strings);
  g_autofree char *styles = wrap (NULL, "styleSheet", workbook->styles);
  const FixturePart parts[] = {
    { "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>" },
    { "_rels/.rels", RELATIONSHIPS RELATION ("r", "officeDocument", "xl/workbook.xml") "</Relationships>" },
    { "xl/_rels/workbook.xml.rels", RELATIONSHIPS RELATION ("s1", "worksheet", "worksheets/one.xml")
                                    RELATION ("s2", "worksheet", "/xl/worksheets/two.xml")
                                    RELATION ("c1", "chartsheet", "chartsheets/one.xml")
                                    RELATION ("t", "sharedStrings", "sharedStrings.xml")
                                    RELATION ("f", "styles", "../xl/styles.xml") "</Relationships>" },
    { "xl/workbook.xml", book },
    { "xl/worksheets/one.xml", sheet },
    { "xl/worksheets/two.xml", "<worksheet " MAIN "><sheetData><row><c t=\"inlineStr\"><is><t>two</t></is></c></row>"
                               "</sheetData></worksheet>" },
    { "xl/chartsheets/one.xml", "<chartsheet " MAIN "/>" },
    { "xl/sharedStrings.xml", strings },
    { "xl/styles.xml", styles },
  };

  return fixture_zip (parts, G_N_ELEMENTS (parts));
}

OcopWorkbook *
fixture_load (GBytes  *bytes,
              GError **error)
{
  g_autoptr(GFileIOStream) stream = NULL;
  g_autoptr(GFile) file = g_file_new_tmp ("ocop-XXXXXX.dat", &stream, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  OcopWorkbook *workbook;

  g_assert_true (g_file_replace_contents (file, data != NULL ? data : "", length, NULL, FALSE, G_FILE_CREATE_NONE,
                                          NULL, NULL, NULL));
  workbook = ocop_workbook_load (file, NULL, NULL, NULL, error);
  g_file_delete (file, NULL, NULL);
  return workbook;
}

char *
fixture_dump (const OcopSheet *sheet)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint expected = 1;

  for (guint row = 0; row < ocop_sheet_get_n_rows (sheet); row++)
    {
      guint number = ocop_sheet_get_row_number (sheet, row);

      if (row > 0)
        g_string_append_c (text, '\n');
      if (number != expected)
        g_string_append_printf (text, "%u:", number);
      expected = number + 1;
      for (guint column = 0; column < ocop_sheet_get_n_columns (sheet); column++)
        {
          const char *cell = ocop_sheet_get_text (sheet, row, column);

          g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", cell != NULL ? cell : "");
        }
    }
  return g_strdup (text->str);
}
