/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-fixture.h"

#include <string.h>

#include "../exchange/workbook-fixture.h"
#include "base/ocop-package.h"

#define RELATIONSHIPS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define RELATION(id, kind, target) \
  "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" kind \
  "\" Target=\"" target "\"/>"
#define TYPES(kind) \
  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" " \
  "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." kind ".main+xml\"/></Types>"

GBytes *
fixture_document (const FixtureDocument *document)
{
  g_autofree char *body = g_strconcat ("<?xml version=\"1.0\"?><w:document xmlns:w=\"" WORD_SPACE "\"><w:body>",
                                       document->body != NULL ? document->body : "<w:p/>", "</w:body></w:document>", NULL);
  g_autofree char *header = g_strconcat ("<w:hdr xmlns:w=\"" WORD_SPACE "\">",
                                         document->header != NULL ? document->header : "<w:p/>", "</w:hdr>", NULL);
  const FixturePart parts[] = {
    { "[Content_Types].xml", document->types != NULL ? document->types : TYPES ("document") },
    { "_rels/.rels", RELATIONSHIPS RELATION ("r", "officeDocument", "word/document.xml") "</Relationships>" },
    { "word/_rels/document.xml.rels", RELATIONSHIPS RELATION ("h", "header", "header1.xml")
                                      RELATION ("f", "footer", "absent.xml") "</Relationships>" },
    { "word/document.xml", document->document != NULL ? document->document : body },
    { "word/header1.xml", header },
    { "word/media/image1.png", "«not_a_field»" },
  };

  return fixture_zip (parts, G_N_ELEMENTS (parts));
}

char *
fixture_part (GBytes     *package,
              const char *part)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(OcopPackage) archive = ocop_package_open (package, &error);
  g_autoptr(GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = ocop_package_load (archive, part, G_MAXUINT64, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What a word processor would show, near enough. */
static void
append_text (GMarkupParseContext  *context,
             const char           *text,
             gsize                 length,
             gpointer              user_data,
             GError              **error)
{
  if (strcmp (g_markup_parse_context_get_element (context), "w:t") == 0)
    g_string_append_len (user_data, text, (gssize) length);
}

static void
append_break (GMarkupParseContext  *context,
              const char           *name,
              gpointer              user_data,
              GError              **error)
{
  if (strcmp (name, "w:p") == 0)
    g_string_append_c (user_data, '\n');
  if (strcmp (name, "w:br") == 0)
    g_string_append_c (user_data, '/');
  if (strcmp (name, "w:tab") == 0)
    g_string_append_c (user_data, '\t');
}

char *
fixture_text (GBytes *package)
{
  static const GMarkupParser parser = { NULL, append_break, append_text, NULL, NULL };
  g_autofree char *part = fixture_part (package, "word/document.xml");
  GString *text = g_string_new (NULL);
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, text, NULL);
  g_autoptr(GError) error = NULL;

  g_markup_parse_context_parse (context, part, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

char *
fixture_fill (const char             *body,
              const OcopTemplateData *data)
{
  const FixtureDocument fixture = { .body = body };
  g_autoptr(GBytes) template = fixture_document (&fixture);
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) filled = ocop_template_fill (template, data, &problems, &error);
  g_autofree char *text = NULL;
  g_autoptr(GString) told = NULL;

  g_assert_no_error (error);
  text = fixture_text (filled);
  told = g_string_new (text);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *problem = ocop_template_problem_describe (problems->pdata[i]);

      g_string_append_printf (told, "! %s\n", problem);
    }
  return g_strdup (told->str);
}
