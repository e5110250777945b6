/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-template-xml-private.h"

#include <expat.h>
#include <glib/gi18n.h>

#include "base/ocop-error.h"

struct _OcopTemplateXml
{
  XML_Parser expat;
  const OcopTemplateXmlHandlers *handlers;
  gpointer user_data;
  gboolean has_failed;
};

static void
on_start (void            *user_data,
          const XML_Char  *name,
          const XML_Char **attributes)
{
  OcopTemplateXml *xml = user_data;

  if (!xml->has_failed)
    xml->handlers->start (xml, name, attributes, xml->user_data);
}

static void
on_end (void           *user_data,
        const XML_Char *name)
{
  OcopTemplateXml *xml = user_data;

  if (!xml->has_failed && xml->handlers->end != NULL)
    xml->handlers->end (xml, name, xml->user_data);
}

static void
on_text (void           *user_data,
         const XML_Char *text,
         int             length)
{
  OcopTemplateXml *xml = user_data;

  if (!xml->has_failed && xml->handlers->text != NULL)
    xml->handlers->text (xml, text, (gsize) length, xml->user_data);
}

/* No document of a word processor has one, and its entities can blow up a small file. */
static void
on_doctype (void           *user_data,
            const XML_Char *name,
            const XML_Char *system_id,
            const XML_Char *public_id,
            int             has_internal_subset)
{
  ocop_template_xml_fail (user_data);
}

gboolean
ocop_template_xml_parse (GBytes                         *bytes,
                         const char                     *part,
                         const OcopTemplateXmlHandlers  *handlers,
                         gpointer                        user_data,
                         GError                        **error)
{
  /* Other encodings, which no word processor writes, would not leave the positions as they are. */
  OcopTemplateXml xml = { XML_ParserCreateNS ("UTF-8", '|'), handlers, user_data, FALSE };
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
                 _("The document is damaged (part “%s”, line %lu). Open it in your word processor and save it again."),
                 part, (gulong) XML_GetCurrentLineNumber (xml.expat));
  XML_ParserFree (xml.expat);
  return done;
}

gsize
ocop_template_xml_get_start (OcopTemplateXml *xml)
{
  return (gsize) XML_GetCurrentByteIndex (xml->expat);
}

gsize
ocop_template_xml_get_end (OcopTemplateXml *xml)
{
  return ocop_template_xml_get_start (xml) + (gsize) XML_GetCurrentByteCount (xml->expat);
}

void
ocop_template_xml_fail (OcopTemplateXml *xml)
{
  xml->has_failed = TRUE;
  XML_StopParser (xml->expat, XML_FALSE);
}
