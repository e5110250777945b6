/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-xlsx-package-private.h"

typedef struct
{
  OcopXmlParser *parser;
  OcopReading *reading;
} Parse;

static gboolean
feed_parser (const char  *data,
             gsize        length,
             gpointer     user_data,
             GError     **error)
{
  Parse *parse = user_data;

  return ocop_reading_advance (parse->reading, length, error)
         && ocop_xml_parser_feed (parse->parser, data, length, length == 0, error);
}

gboolean
ocop_xlsx_package_parse (OcopPackage           *package,
                         const char            *part,
                         const OcopXmlHandlers *handlers,
                         gpointer               user_data,
                         OcopReading           *reading,
                         GError               **error)
{
  g_autoptr(OcopXmlParser) parser = ocop_xml_parser_new (part, handlers, user_data);
  Parse parse = { parser, reading };

  return ocop_package_read (package, part, feed_parser, &parse, error);
}
