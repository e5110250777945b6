/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads a whole part, telling where in its bytes each thing stands. */
typedef struct _OcopTemplateXml OcopTemplateXml;

/**
 * OcopTemplateXmlHandlers:
 * @text: (nullable): @text is not terminated
 *
 * Names are "namespace|name"; @attributes are names and values in turn, ended by %NULL.
 */
typedef struct
{
  void (*start) (OcopTemplateXml  *xml,
                 const char       *name,
                 const char      **attributes,
                 gpointer          user_data);
  void (*end)   (OcopTemplateXml  *xml,
                 const char       *name,
                 gpointer          user_data);
  void (*text)  (OcopTemplateXml  *xml,
                 const char       *text,
                 gsize             length,
                 gpointer          user_data);
} OcopTemplateXmlHandlers;

/* @part: what messages call it. %FALSE with %OCOP_ERROR_FILE_FORMAT. */
gboolean ocop_template_xml_parse     (GBytes                         *bytes,
                                      const char                     *part,
                                      const OcopTemplateXmlHandlers  *handlers,
                                      gpointer                        user_data,
                                      GError                        **error);

/* For handlers: the bytes of the tag at hand. The end of an element that is one tag takes none, behind that tag. */
gsize    ocop_template_xml_get_start (OcopTemplateXml                *xml);
gsize    ocop_template_xml_get_end   (OcopTemplateXml                *xml);

/* For handlers: ends the parsing; what is wrong is said in general words. */
void     ocop_template_xml_fail      (OcopTemplateXml                *xml);

G_END_DECLS
