/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xml-plain-private.h"

#include <string.h>

/* The longest of the entities, "&quot;". */
#define LONGEST_ENTITY 6
/* The most bytes that a character has. */
#define LONGEST_CHARACTER 4

typedef struct
{
  char *name, *name_end;
  char *value, *value_end;
} Attribute;

typedef struct
{
  char *name, *name_end;
  Attribute attributes[OCOP_XML_PLAIN_MAX_ATTRIBUTES];
  guint n_attributes;
  gboolean is_empty;
} Tag;

static const struct
{
  const char *name;
  const char *character;
} entities[] = {
  { "&amp;", "&" },
  { "&lt;", "<" },
  { "&gt;", ">" },
  { "&quot;", "\"" },
  { "&apos;", "'" },
};

/* The functions below return where the next token begins; NULL where this one is not whole yet or not plain. */
static char *
give_up (OcopXmlPlain *plain)
{
  plain->is_over = TRUE;
  return NULL;
}

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_';
}

static char *
skip_name (char       *p,
           const char *end)
{
  while (p < end && (g_ascii_isalnum (*p) || *p == ':' || *p == '_' || *p == '-' || *p == '.'))
    p++;
  return p;
}

/* Line ends and tabs in a value become spaces, and other letters want checking: nothing for here. */
static gboolean
is_plain_value (char c)
{
  return c >= ' ' && c <= '~' && c != '<' && c != '&';
}

static gboolean
is_repeated (const Tag *tag)
{
  const Attribute *last = &tag->attributes[tag->n_attributes - 1];
  gsize length = (gsize) (last->name_end - last->name);

  for (const Attribute *other = tag->attributes; other < last; other++)
    if ((gsize) (other->name_end - other->name) == length && memcmp (other->name, last->name, length) == 0)
      return TRUE;
  return FALSE;
}

/* name="value" */
static char *
scan_attribute (OcopXmlPlain *plain,
                Tag          *tag,
                char         *p,
                const char   *end)
{
  Attribute *attribute = &tag->attributes[tag->n_attributes];
  char quote;

  if (tag->n_attributes++ == OCOP_XML_PLAIN_MAX_ATTRIBUTES || !is_name_start (*p))
    return give_up (plain);
  attribute->name = p;
  attribute->name_end = skip_name (p, end);
  if (end - attribute->name_end < 2)
    return NULL;
  quote = attribute->name_end[1];
  if (*attribute->name_end != '=' || (quote != '"' && quote != '\'') || is_repeated (tag))
    return give_up (plain);
  attribute->value = attribute->name_end + 2;
  for (p = attribute->value; p < end && *p != quote; p++)
    if (!is_plain_value (*p))
      return give_up (plain);
  attribute->value_end = p;
  return p < end ? p + 1 : NULL;
}

/* @p: behind "<" */
static char *
scan_tag (OcopXmlPlain *plain,
          Tag          *tag,
          char         *p,
          const char   *end)
{
  if (!is_name_start (*p))
    return give_up (plain);
  tag->name = p;
  p = tag->name_end = skip_name (p, end);
  for (;;)
    {
      const char *blank = p;

      while (p < end && *p == ' ')
        p++;
      tag->is_empty = p < end && *p == '/';
      p += tag->is_empty;
      if (p >= end)
        return NULL;
      if (*p == '>')
        return p + 1;
      if (tag->is_empty || p == blank)
        return give_up (plain);
      p = scan_attribute (plain, tag, p, end);
      if (p == NULL)
        return NULL;
    }
}

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
start_element (OcopXmlPlain *plain,
               Tag          *tag)
{
  const char *pairs[2 * OCOP_XML_PLAIN_MAX_ATTRIBUTES + 1];
  guint n = 0;

  *tag->name_end = '\0';
  for (Attribute *attribute = tag->attributes; attribute < tag->attributes + tag->n_attributes; attribute++)
    {
      *attribute->name_end = *attribute->value_end = '\0';
      pairs[n++] = attribute->name;
      pairs[n++] = attribute->value;
    }
  pairs[n] = NULL;
  plain->handlers->start (plain->parser, local_name (tag->name), pairs, plain->user_data);
}

static void
end_element (OcopXmlPlain *plain,
             const char   *name)
{
  if (!plain->is_over && plain->handlers->end != NULL)
    plain->handlers->end (plain->parser, local_name (name), plain->user_data);
}

static char *
scan_start (OcopXmlPlain *plain,
            char         *p,
            const char   *end)
{
  Tag tag;
  char *next;
  gsize length;

  tag.n_attributes = 0;
  next = scan_tag (plain, &tag, p + 1, end);
  if (next == NULL)
    return NULL;
  length = (gsize) (tag.name_end - tag.name);
  if (length >= OCOP_XML_PLAIN_MAX_NAME || plain->n_open == OCOP_XML_PLAIN_MAX_DEPTH || (tag.is_empty && plain->n_open == 0))
    return give_up (plain);
  start_element (plain, &tag);
  if (tag.is_empty)
    end_element (plain, tag.name);
  else
    {
      memcpy (plain->open[plain->n_open].name, tag.name, length + 1);
      plain->open[plain->n_open++].length = length;
    }
  return next;
}

/* The root's end, and whether anything stands behind it, is the parser's. */
static char *
scan_end (OcopXmlPlain *plain,
          char         *p,
          const char   *end)
{
  const char *name = plain->open[plain->n_open - 1].name;
  gsize length = plain->open[plain->n_open - 1].length;

  p += strlen ("</");
  if ((gsize) (end - p) <= length)
    return NULL;
  if (plain->n_open == 1 || memcmp (p, name, length) != 0 || p[length] != '>')
    return give_up (plain);
  plain->n_open--;
  end_element (plain, name);
  return p + length + 1;
}

static void
say_text (OcopXmlPlain *plain,
          const char   *text,
          gsize         length)
{
  if (plain->handlers->text != NULL)
    plain->handlers->text (plain->parser, text, length, plain->user_data);
}

static char *
scan_entity (OcopXmlPlain *plain,
             char         *p,
             const char   *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      gsize length = strlen (entities[i].name);

      if ((gsize) (end - p) >= length && memcmp (p, entities[i].name, length) == 0)
        {
          say_text (plain, entities[i].character, 1);
          return p + length;
        }
    }
  return end - p >= LONGEST_ENTITY ? give_up (plain) : NULL;
}

/* XML has other ends of lines than "\n", characters that it forbids, and a "]]>" that may not stand in a text. */
static gboolean
is_plain_text (char c)
{
  return ((guchar) c >= ' ' || c == '\n' || c == '\t') && c != '<' && c != '&' && c != ']' && c != '>';
}

/* U+FFFE and U+FFFF, which XML forbids, begin so. */
static gboolean
has_forbidden_letters (const char *text,
                       const char *end)
{
  return g_strstr_len (text, end - text, "\357\277") != NULL;
}

static char *
scan_text (OcopXmlPlain *plain,
           char         *text,
           const char   *end)
{
  guchar bits = 0;
  char *p;

  for (p = text; p < end && is_plain_text (*p); p++)
    bits |= (guchar) *p;
  if (bits >= 0x80)
    {
      const char *stop = p;
      const char *valid;

      if (!g_utf8_validate_len (text, (gsize) (p - text), &valid))
        p = text + (valid - text);
      /* A character may go on in what is still to come. */
      if (p == text && stop == end && end - text < LONGEST_CHARACTER)
        return NULL;
      if (has_forbidden_letters (text, p))
        return give_up (plain);
    }
  if (p == text)
    return *p == '&' ? scan_entity (plain, p, end) : give_up (plain);
  for (const char *line = text; (line = memchr (line, '\n', (gsize) (p - line))) != NULL; line++)
    plain->n_lines++;
  say_text (plain, text, (gsize) (p - text));
  return p;
}

static char *
scan_token (OcopXmlPlain *plain,
            char         *p,
            const char   *end)
{
  if (*p != '<')
    return scan_text (plain, p, end);
  if (end - p < 2)
    return NULL;
  return p[1] == '/' ? scan_end (plain, p, end) : scan_start (plain, p, end);
}

/* The common beginnings; whatever else stands before the root is not plain. */
static const char * const declarations[] = {
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
  "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>",
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
  "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>",
  "<?xml version='1.0' encoding='UTF-8'?>",
  "<?xml version='1.0' encoding='utf-8'?>",
  "<?xml version=\"1.0\"?>",
};

static char *
skip_declaration (char       *p,
                  const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (declarations); i++)
    {
      gsize length = strlen (declarations[i]);

      if ((gsize) (end - p) >= length && memcmp (p, declarations[i], length) == 0)
        return p + length;
    }
  return p;
}

/* Up to behind the root's tag; with anything amiss the parser begins at the very beginning. */
static char *
scan_beginning (OcopXmlPlain *plain,
                char         *text,
                const char   *end)
{
  char *p = skip_declaration (text, end);

  if (end - p >= 2 && memcmp (p, "\r\n", 2) == 0)
    p++;
  if (p > text && p < end && *p == '\n')
    {
      plain->n_lines++;
      p++;
    }
  p = end - p >= 2 && *p == '<' ? scan_start (plain, p, end) : NULL;
  if (p != NULL)
    return p;
  plain->n_lines = 0;
  return give_up (plain);
}

gsize
ocop_xml_plain_scan (OcopXmlPlain *plain,
                     char         *text,
                     gsize         length)
{
  const char *end = text + length;
  char *p = text;
  char *next = plain->n_open == 0 && length > 0 ? scan_beginning (plain, p, end) : p;

  while (next != NULL)
    {
      p = next;
      next = p < end && !plain->is_over ? scan_token (plain, p, end) : NULL;
    }
  return (gsize) (p - text);
}
