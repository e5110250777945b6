/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads XML as it streams by. Document type declarations are refused: no workbook has one, and
 * their entities can blow up a small file. */
typedef struct _OcopXmlParser OcopXmlParser;

/**
 * OcopXmlHandlers:
 * @text: (nullable): @text is not terminated
 *
 * Names of elements come without their prefix: writers choose different ones,
 * and within one parent no two names differ by it alone. @attributes are names
 * and values in turn, ended by %NULL.
 */
typedef struct
{
  void (*start) (OcopXmlParser  *parser,
                 const char     *name,
                 const char    **attributes,
                 gpointer        user_data);
  void (*end)   (OcopXmlParser  *parser,
                 const char     *name,
                 gpointer        user_data);
  void (*text)  (OcopXmlParser  *parser,
                 const char     *text,
                 gsize           length,
                 gpointer        user_data);
} OcopXmlHandlers;

/* @part: what messages call the file. */
OcopXmlParser *ocop_xml_parser_new    (const char             *part,
                                       const OcopXmlHandlers  *handlers,
                                       gpointer                user_data);
void           ocop_xml_parser_free   (OcopXmlParser          *parser);

/* The next @length bytes; %OCOP_ERROR_FILE_FORMAT with the line, or what a handler failed with. */
gboolean       ocop_xml_parser_feed   (OcopXmlParser          *parser,
                                       const char             *data,
                                       gsize                   length,
                                       gboolean                is_last,
                                       GError                **error);

/* For handlers: ends the parsing with @error, which is taken. */
void           ocop_xml_parser_fail   (OcopXmlParser          *parser,
                                       GError                 *error);

/* The value of the attribute called @name, with or without a prefix; %NULL when there is none. */
const char    *ocop_xml_get_attribute (const char            **attributes,
                                       const char             *name);
gboolean       ocop_xml_get_boolean   (const char            **attributes,
                                       const char             *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopXmlParser, ocop_xml_parser_free)

G_END_DECLS
