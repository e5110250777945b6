/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include <glib.h>

#include "exchange/ocop-xml-plain-private.h"

/* What is plain in a document is read without expat. Whatever the document, the two must tell the same. */
#define N_DOCUMENTS 3000
#define MAX_PIECES 12

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
/* Not plain, so that expat reads all that follows. */
static const char comment[] = "<!---->";

static const char * const pieces[] = {
  "<row r=\"1\" spans=\"1:12\" x14ac:dyDescent=\"0.25\">", "</row>", "<c r=\"A1\" s=\"3\" t=\"s\">", "</c>", "<v>12</v>", "<v/>",
  "<x:c r='B2'>", "</x:c>", "<c r=\"A1\" r=\"A2\"/>", "<c r=\"A1\" s=\"1\" />", "<c  r=\"A1\"\ts=\"1\"\n>", "<c r=\"A1\"s=\"1\"/>",
  "<c r = \"A1\"/>", "<c r=\"a&amp;b\"/>", "<c r=\"a\nb\"/>", "<c r=\"a<b\"/>", "<c r=\"\303\240\"/>", "<c r=A1/>", "<c r/>",
  "<v>a &amp; b &lt;&gt;&quot;&apos;</v>", "<v>&#272;&#x1B0;</v>", "<v>&nbsp;</v>", "<v>&am</v>", "<v>a & b</v>", "&", ";",
  "<t>Gạo sạch\nĐồng Xanh</t>", "<t>\360\237\214\276</t>", "<t>\357\277\276</t>", "<t>\357\277\274</t>", "<t>\355\240\200</t>",
  "<t>\300\200</t>", "\341\272", "\241", "<t>a\r\nb\rc</t>", "<t>a]]>b</t>", "<t>[a]</t>", "]]", ">", "<t>\001</t>", "<t>\177</t>",
  "<!-- <row r=\"9\"> -->", "<!-- a -- b -->", "<![CDATA[<row r=\"9\">]]>", "<?mso-application progid=\"x\"?>", "<?xml version=\"1.0\"?>",
  "<!DOCTYPE a>", "</v >", "</ v>", "<>", "</>", "<", "<-a/>", "<1/>", "<:a/>", "<a:b:c/>", "<\303\240/>", "\n", "  ",
  "<a><a><a><a><a><a><a><a><a>", "</a></a></a></a></a></a></a></a></a>",
  "<a_name_that_is_much_longer_than_any_that_a_part_of_a_workbook_has/>", "</root>", "<root>",
};

typedef struct
{
  GString *told;
  GString *text;            /* parsers cut it where they like */
} Story;

static void
end_text (Story *story)
{
  if (story->text->len > 0)
    g_string_append_printf (story->told, "\"%s\"", story->text->str);
  g_string_truncate (story->text, 0);
}

static void
on_start (OcopXmlParser  *parser,
          const char     *name,
          const char    **attributes,
          gpointer        user_data)
{
  Story *story = user_data;

  end_text (story);
  g_string_append_printf (story->told, "<%s", name);
  for (const char **p = attributes; *p != NULL; p += 2)
    g_string_append_printf (story->told, " %s=%s", p[0], p[1]);
  g_string_append_c (story->told, '>');
  if (ocop_xml_get_attribute (attributes, "fail") != NULL)
    ocop_xml_parser_fail (parser, g_error_new (G_FILE_ERROR, G_FILE_ERROR_FAILED, "failed"));
}

static void
on_end (OcopXmlParser *parser,
        const char    *name,
        gpointer       user_data)
{
  end_text (user_data);
  g_string_append_printf (((Story *) user_data)->told, "</%s>", name);
}

static void
on_text (OcopXmlParser *parser,
         const char    *text,
         gsize          length,
         gpointer       user_data)
{
  g_string_append_len (((Story *) user_data)->text, text, (gssize) length);
}

static const OcopXmlHandlers handlers = { on_start, on_end, on_text };

/* @step: how many bytes are fed at once. The story ends with what went wrong. */
static char *
tell (const char *document,
      gsize       step)
{
  g_autoptr(GString) told = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  Story story = { told, text };
  g_autoptr(OcopXmlParser) parser = ocop_xml_parser_new ("part", &handlers, &story);
  g_autoptr(GError) error = NULL;
  gsize length = strlen (document);
  gboolean good = TRUE;

  for (gsize i = 0; good && i < length; i += step)
    good = ocop_xml_parser_feed (parser, document + i, MIN (step, length - i), FALSE, &error);
  if (good)
    good = ocop_xml_parser_feed (parser, "", 0, TRUE, &error);
  g_assert_true (good == (error == NULL));
  /* How much of a text comes before an error is the parser's affair. */
  if (good)
    end_text (&story);
  else
    g_string_append_printf (told, " %s", error->message);
  return g_strdup (told->str);
}

/* Returns whether the document is well-formed. */
static gboolean
compare (const char *rest,
         gsize       step)
{
  g_autofree char *plain = g_strconcat (declaration, rest, NULL);
  g_autofree char *full = g_strconcat (declaration, comment, rest, NULL);
  g_autofree char *told = tell (plain, step);
  g_autofree char *expected = tell (full, step);

  if (strcmp (told, expected) != 0)
    g_test_message ("%s", plain);
  g_assert_cmpstr (told, ==, expected);
  return strstr (told, "damaged") == NULL;
}

static void
test_pieces (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *document = g_strconcat ("<root>\n<row>", pieces[i], "</row>\n<row fail=\"\"/></root>", NULL);

      for (gsize step = 1; step <= strlen (declaration) + strlen (document); step++)
        compare (document, step);
    }
}

static void
test_mixtures (void)
{
  guint n_good = 0;

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autoptr(GString) document = g_string_new (i % 10 == 0 ? "" : "<root>");

      for (int n = g_test_rand_int_range (1, MAX_PIECES); n > 0; n--)
        g_string_append (document, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_string_append (document, i % 7 == 0 ? "</root>\n<!-- end -->" : "</root>");
      if (i % 3 == 0)
        document->str[g_test_rand_int_range (0, (int) document->len)] = (char) g_test_rand_int_range (1, 256);
      n_good += compare (document->str, (gsize) g_test_rand_int_range (1, 100));
    }
  g_assert_cmpuint (n_good, >, N_DOCUMENTS / 50);
}

/* What spreadsheet programs write is read without expat up to the root's end. */
static void
test_taken (void)
{
  static const char sheet[] =
    "<worksheet xmlns=\"a\" xmlns:x14ac=\"b\" mc:Ignorable=\"x14ac xr\"><sheetData>\n"
    "<row r=\"1\" spans=\"1:2\" x14ac:dyDescent=\"0.25\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\"/></row>\n"
    "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> Gạo &amp; trà </t></is></c></row></sheetData></worksheet>";
  g_autoptr(GString) told = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  Story story = { told, text };
  OcopXmlPlain plain = { .handlers = &handlers, .user_data = &story };
  g_autofree char *document = g_strconcat (declaration, sheet, NULL);
  gsize length = strlen (document);

  g_assert_cmpuint (ocop_xml_plain_scan (&plain, document, length), ==, length - strlen ("</worksheet>"));
  g_assert_true (plain.is_over);
  g_assert_cmpuint (plain.n_open, ==, 1);
  g_assert_cmpuint (plain.n_lines, ==, 3);
}

/* A tag that never ends is not waited for. */
static void
test_endless (void)
{
  g_autoptr(GString) document = g_string_new ("<root><c r=\"");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (document, 'A');
  g_assert_false (compare (document->str, 1000));
  g_string_append (document, "\"/></root>");
  g_assert_true (compare (document->str, 1000));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xml-parser/pieces", test_pieces);
  g_test_add_func ("/exchange/xml-parser/mixtures", test_mixtures);
  g_test_add_func ("/exchange/xml-parser/taken", test_taken);
  g_test_add_func ("/exchange/xml-parser/endless", test_endless);
  return g_test_run ();
}
