/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads a whole part of an office document, telling where in its bytes each thing stands: so that a document can be
 * written anew with a few places changed. */
typedef struct _OcopXmlSpots OcopXmlSpots;

/**
 * OcopXmlSpotsHandlers:
 * @text: (nullable): @text is not terminated
 *
 * Names are "namespace|name"; @attributes are names and values in turn, ended by %NULL.
 */
typedef struct
{
  void (*start) (OcopXmlSpots  *xml,
                 const char    *name,
                 const char   **attributes,
                 gpointer       user_data);
  void (*end)   (OcopXmlSpots  *xml,
                 const char    *name,
                 gpointer       user_data);
  void (*text)  (OcopXmlSpots  *xml,
                 const char    *text,
                 gsize          length,
                 gpointer       user_data);
} OcopXmlSpotsHandlers;

/* @part: what messages call it. %FALSE with %OCOP_ERROR_FILE_FORMAT. */
gboolean    ocop_xml_spots_parse         (GBytes                      *bytes,
                                          const char                  *part,
                                          const OcopXmlSpotsHandlers  *handlers,
                                          gpointer                     user_data,
                                          GError                     **error);

/* For handlers: whether @name is that element of spreadsheets, of text documents, however their namespace is spelled. */
gboolean    ocop_xml_spots_is_sheet      (const char                  *name,
                                          const char                  *local);
gboolean    ocop_xml_spots_is_word       (const char                  *name,
                                          const char                  *local);

/* For handlers: the bytes of the tag at hand. The end of an element that is one tag takes none, behind that tag. */
gsize       ocop_xml_spots_get_start     (OcopXmlSpots                *xml);
gsize       ocop_xml_spots_get_end       (OcopXmlSpots                *xml);

/* For handlers: ends the parsing; what is wrong is said in general words. */
void        ocop_xml_spots_fail          (OcopXmlSpots                *xml);

/* The value of the attribute @name, %NULL where there is none. */
const char *ocop_xml_spots_get_attribute (const char                 **attributes,
                                          const char                  *name);

G_END_DECLS
