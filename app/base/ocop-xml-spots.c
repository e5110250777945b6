/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ocop-xml-spots.h"

#include <expat.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/ocop-error.h"

struct _OcopXmlSpots
{
  XML_Parser expat;
  const OcopXmlSpotsHandlers *handlers;
  gpointer user_data;
  gboolean has_failed;
};

static void
on_start (void            *user_data,
          const XML_Char  *name,
          const XML_Char **attributes)
{
  OcopXmlSpots *xml = user_data;

  if (!xml->has_failed)
    xml->handlers->start (xml, name, attributes, xml->user_data);
}

static void
on_end (void           *user_data,
        const XML_Char *name)
{
  OcopXmlSpots *xml = user_data;

  if (!xml->has_failed && xml->handlers->end != NULL)
    xml->handlers->end (xml, name, xml->user_data);
}

static void
on_text (void           *user_data,
         const XML_Char *text,
         int             length)
{
  OcopXmlSpots *xml = user_data;

  if (!xml->has_failed && xml->handlers->text != NULL)
    xml->handlers->text (xml, text, (gsize) length, xml->user_data);
}

/* No document of an office program has one, and its entities can blow up a small file. */
static void
on_doctype (void           *user_data,
            const XML_Char *name,
            const XML_Char *system_id,
            const XML_Char *public_id,
            int             has_internal_subset)
{
  ocop_xml_spots_fail (user_data);
}

gboolean
ocop_xml_spots_parse (GBytes                         *bytes,
                         const char                     *part,
                         const OcopXmlSpotsHandlers  *handlers,
                         gpointer                        user_data,
                         GError                        **error)
{
  /* Other encodings, which no office program writes, would not leave the positions as they are. */
  OcopXmlSpots xml = { XML_ParserCreateNS ("UTF-8", '|'), handlers, user_data, FALSE };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean done;

  XML_SetUserData (xml.expat, &xml);
  XML_SetElementHandler (xml.expat, on_start, on_end);
  XML_SetCharacterDataHandler (xml.expat, on_text);
  XML_SetStartDoctypeDeclHandler (xml.expat, on_doctype);
  done = XML_Parse (xml.expat, data, (int) length, XML_TRUE) == XML_STATUS_OK && !xml.has_failed;
  if (!done)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_FILE_FORMAT,
                 _("The document is damaged (part “%s”, line %lu). Open it in the program it was written with and save it again."),
                 part, (gulong) XML_GetCurrentLineNumber (xml.expat));
  XML_ParserFree (xml.expat);
  return done;
}

gsize
ocop_xml_spots_get_start (OcopXmlSpots *xml)
{
  return (gsize) XML_GetCurrentByteIndex (xml->expat);
}

gsize
ocop_xml_spots_get_end (OcopXmlSpots *xml)
{
  return ocop_xml_spots_get_start (xml) + (gsize) XML_GetCurrentByteCount (xml->expat);
}

void
ocop_xml_spots_fail (OcopXmlSpots *xml)
{
  xml->has_failed = TRUE;
  XML_StopParser (xml->expat, XML_FALSE);
}

const char *
ocop_xml_spots_get_attribute (const char **attributes,
                              const char  *name)
{
  for (; attributes[0] != NULL; attributes += 2)
    if (strcmp (attributes[0], name) == 0)
      return attributes[1];
  return NULL;
}

/* The transitional spelling, or the strict one. */
static gboolean
is_of (const char *name,
       const char *space,
       const char *strict,
       const char *local)
{
  const char *bar = strchr (name, '|');
  gsize length = bar != NULL ? (gsize) (bar - name) : 0;

  return bar != NULL && strcmp (bar + 1, local) == 0 &&
         ((length == strlen (space) && strncmp (name, space, length) == 0) ||
          (length == strlen (strict) && strncmp (name, strict, length) == 0));
}

gboolean
ocop_xml_spots_is_sheet (const char *name,
                         const char *local)
{
  return is_of (name, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", local);
}

gboolean
ocop_xml_spots_is_word (const char *name,
                        const char *local)
{
  return is_of (name, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", local);
}
