/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xml-parser-private.h"

#include <expat.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"
#include "exchange/ocop-xml-plain-private.h"

/* What is not over after so much is not plain. */
#define LONGEST_PLAIN_TOKEN (16 * 1024)

struct _OcopXmlParser
{
  XML_Parser expat;
  gboolean is_told;         /* what is open where it begins; no news to the handlers */
  OcopXmlPlain plain;
  GByteArray *waiting;      /* not taken as plain yet; NULL once expat reads */
  char *part;
  const OcopXmlHandlers *handlers;
  gpointer user_data;
  GError *error;
};

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
on_start (void            *user_data,
          const XML_Char  *name,
          const XML_Char **attributes)
{
  OcopXmlParser *parser = user_data;

  if (parser->error == NULL && !parser->is_told)
    parser->handlers->start (parser, local_name (name), attributes, parser->user_data);
}

static void
on_end (void           *user_data,
        const XML_Char *name)
{
  OcopXmlParser *parser = user_data;

  if (parser->error == NULL && parser->handlers->end != NULL)
    parser->handlers->end (parser, local_name (name), parser->user_data);
}

static void
on_text (void           *user_data,
         const XML_Char *text,
         int             length)
{
  OcopXmlParser *parser = user_data;

  if (parser->error == NULL)
    parser->handlers->text (parser, text, (gsize) length, parser->user_data);
}

static void
on_doctype (void           *user_data,
            const XML_Char *name,
            const XML_Char *system_id,
            const XML_Char *public_id,
            int             has_internal_subset)
{
  OcopXmlParser *parser = user_data;

  ocop_xml_parser_fail (parser, g_error_new (OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                                             _("Part “%s” of the workbook declares entities, "
                                               "which no workbook does; it is not opened."),
                                             parser->part));
}

OcopXmlParser *
ocop_xml_parser_new (const char            *part,
                     const OcopXmlHandlers *handlers,
                     gpointer               user_data)
{
  OcopXmlParser *parser = g_new0 (OcopXmlParser, 1);

  parser->expat = XML_ParserCreate (NULL);
  parser->plain = (OcopXmlPlain) { .handlers = handlers, .parser = parser, .user_data = user_data };
  parser->waiting = g_byte_array_new ();
  parser->part = g_strdup (part);
  parser->handlers = handlers;
  parser->user_data = user_data;
  XML_SetUserData (parser->expat, parser);
  XML_SetElementHandler (parser->expat, on_start, on_end);
  XML_SetStartDoctypeDeclHandler (parser->expat, on_doctype);
  if (handlers->text != NULL)
    XML_SetCharacterDataHandler (parser->expat, on_text);
  return parser;
}

void
ocop_xml_parser_free (OcopXmlParser *parser)
{
  XML_ParserFree (parser->expat);
  g_clear_pointer (&parser->waiting, g_byte_array_unref);
  g_clear_error (&parser->error);
  g_free (parser->part);
  g_free (parser);
}

/* Takes up where the plain beginning ends, within the elements that are open there. */
static void
tell_open_elements (OcopXmlParser *parser)
{
  g_autoptr(GString) tags = g_string_new (NULL);

  for (guint i = 0; i < parser->plain.n_open; i++)
    g_string_append_printf (tags, "<%s>", parser->plain.open[i].name);
  parser->is_told = TRUE;
  if (tags->len > 0)
    XML_Parse (parser->expat, tags->str, (int) tags->len, FALSE);
  parser->is_told = FALSE;
}

/* Whether the plain beginning is over, so that expat is to read what waits. */
static gboolean
scan (OcopXmlParser *parser,
      const char    *data,
      gsize          length,
      gboolean       is_last)
{
  GByteArray *waiting = parser->waiting;

  g_byte_array_append (waiting, (const guint8 *) data, (guint) length);
  g_byte_array_remove_range (waiting, 0, (guint) ocop_xml_plain_scan (&parser->plain, (char *) waiting->data, waiting->len));
  return is_last || parser->plain.is_over || waiting->len > LONGEST_PLAIN_TOKEN;
}

static enum XML_Status
parse (OcopXmlParser *parser,
       const char    *data,
       gsize          length,
       gboolean       is_last)
{
  g_autoptr(GByteArray) waiting = NULL;

  if (parser->waiting == NULL)
    return XML_Parse (parser->expat, data, (int) length, is_last);
  if (!scan (parser, data, length, is_last) || parser->error != NULL)
    return XML_STATUS_OK;
  tell_open_elements (parser);
  waiting = g_steal_pointer (&parser->waiting);
  return XML_Parse (parser->expat, (const char *) waiting->data, (int) waiting->len, is_last);
}

gboolean
ocop_xml_parser_feed (OcopXmlParser  *parser,
                      const char     *data,
                      gsize           length,
                      gboolean        is_last,
                      GError        **error)
{
  enum XML_Status status = parse (parser, data, length, is_last);

  if (parser->error != NULL)
    g_propagate_error (error, g_steal_pointer (&parser->error));
  else if (status != XML_STATUS_OK)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                 _("The workbook is damaged (part “%s”, line %lu). Ask for a fresh copy of it."),
                 parser->part, parser->plain.n_lines + (gulong) XML_GetCurrentLineNumber (parser->expat));
  else
    return TRUE;
  return FALSE;
}

void
ocop_xml_parser_fail (OcopXmlParser *parser,
                      GError        *error)
{
  if (parser->error == NULL)
    parser->error = error;
  else
    g_error_free (error);
  parser->plain.is_over = TRUE;
  XML_StopParser (parser->expat, XML_FALSE);
}

const char *
ocop_xml_get_attribute (const char **attributes,
                        const char  *name)
{
  for (const char **p = attributes; p[0] != NULL; p += 2)
    if (strcmp (p[0], name) == 0 || strcmp (local_name (p[0]), name) == 0)
      return p[1];
  return NULL;
}

gboolean
ocop_xml_get_boolean (const char **attributes,
                      const char  *name)
{
  const char *value = ocop_xml_get_attribute (attributes, name);

  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0 || strcmp (value, "on") == 0);
}
