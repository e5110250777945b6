/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-xml-parser-private.h"

G_BEGIN_DECLS

/* More than the parts of a workbook have; whatever has more is left to the parser. */
#define OCOP_XML_PLAIN_MAX_DEPTH 16
#define OCOP_XML_PLAIN_MAX_NAME 48
#define OCOP_XML_PLAIN_MAX_ATTRIBUTES 32

/**
 * OcopXmlPlain:
 * @handlers: as the parser's, called in the same order with the same names,
 *   attributes and text
 * @parser: what the handlers are called with
 * @open: the elements that are open, the root first
 * @n_lines: how many line ends were taken
 * @is_over: what comes next is not plain, or a handler has failed
 *
 * The beginning of an XML document as far as it is plain: UTF-8 with tags,
 * attributes, text and the five entities that XML itself names. Nearly all that
 * spreadsheet programs write is, and then most of a full parser's work is for
 * nothing. It says nothing of what it does not know; that and the root's end
 * are left to the full parser, which is told what is open.
 */
typedef struct
{
  const OcopXmlHandlers *handlers;
  OcopXmlParser *parser;
  gpointer user_data;
  struct
  {
    char name[OCOP_XML_PLAIN_MAX_NAME];
    gsize length;
  } open[OCOP_XML_PLAIN_MAX_DEPTH];
  guint n_open;
  gulong n_lines;
  gboolean is_over;
} OcopXmlPlain;

/* The length of what was taken of @text; the rest is passed again with more behind it, or once @plain
 * is over to the parser. What was taken is written over. */
gsize ocop_xml_plain_scan (OcopXmlPlain *plain,
                           char         *text,
                           gsize         length);

G_END_DECLS
