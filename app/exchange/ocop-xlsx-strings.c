/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xlsx-parts-private.h"

#include <string.h>

/* "_xHHHH_" */
#define ESCAPE_LENGTH 7

typedef struct
{
  GStringChunk *chunk;
  GPtrArray *strings;
  GString *text;
  gboolean in_text;
  guint in_phonetic;
} StringsReader;

static gboolean
is_escape (const char *p)
{
  return p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3])
         && g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) && p[6] == '_';
}

static gunichar
escaped_character (const char *escape)
{
  gunichar c = 0;

  for (guint i = 2; i < ESCAPE_LENGTH - 1; i++)
    c = c * 16 + (gunichar) g_ascii_xdigit_value (escape[i]);
  return c;
}

void
ocop_xlsx_unescape (GString *text)
{
  g_autoptr(GString) plain = NULL;
  const char *p = text->str, *escape;

  if (strstr (text->str, "_x") == NULL)
    return;
  plain = g_string_sized_new (text->len);
  while ((escape = strstr (p, "_x")) != NULL)
    {
      gunichar c = is_escape (escape) ? escaped_character (escape) : 0;

      g_string_append_len (plain, p, escape - p);
      p = escape + (is_escape (escape) ? ESCAPE_LENGTH : 1);
      if (!is_escape (escape))
        g_string_append_c (plain, *escape);
      else if (g_unichar_validate (c) && (c >= ' ' || c == '\n' || c == '\t'))
        g_string_append_unichar (plain, c);
    }
  g_string_append (plain, p);
  g_string_assign (text, plain->str);
}

static void
on_start (OcopXmlParser  *parser,
          const char     *name,
          const char    **attributes,
          gpointer        user_data)
{
  StringsReader *reader = user_data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (reader->text, 0);
  else if (strcmp (name, "rPh") == 0)
    reader->in_phonetic++;
  else if (strcmp (name, "t") == 0)
    reader->in_text = reader->in_phonetic == 0;
}

static void
on_end (OcopXmlParser *parser,
        const char    *name,
        gpointer       user_data)
{
  StringsReader *reader = user_data;

  if (strcmp (name, "t") == 0)
    reader->in_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    reader->in_phonetic--;
  else if (strcmp (name, "si") == 0)
    {
      ocop_xlsx_unescape (reader->text);
      g_ptr_array_add (reader->strings, (char *) ocop_sheet_intern (reader->chunk, reader->text->str, reader->text->len));
    }
}

static void
on_text (OcopXmlParser *parser,
         const char    *text,
         gsize          length,
         gpointer       user_data)
{
  StringsReader *reader = user_data;

  if (reader->in_text)
    g_string_append_len (reader->text, text, (gssize) length);
}

gboolean
ocop_xlsx_strings_read (OcopPackage  *package,
                        const char   *part,
                        GStringChunk *chunk,
                        GPtrArray    *strings,
                        OcopReading  *reading,
                        GError      **error)
{
  static const OcopXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr(GString) text = g_string_new (NULL);
  StringsReader reader = { .chunk = chunk, .strings = strings, .text = text };

  return ocop_xlsx_package_parse (package, part, &handlers, &reader, reading, error);
}
