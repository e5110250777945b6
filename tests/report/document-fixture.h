/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-template.h"

#define WORD_SPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/**
 * FixtureDocument:
 *
 * A .docx made by hand. What is left %NULL is an empty paragraph, an ordinary
 * name, or the ordinary list of parts.
 */
typedef struct
{
  const char *body;         /* the inside of <w:body> */
  const char *header;       /* the inside of <w:hdr> */
  const char *document;     /* the whole main part */
  const char *types;        /* the whole list of parts */
} FixtureDocument;

GBytes *fixture_document   (const FixtureDocument   *document);

/* One paragraph of one run. */
#define PARAGRAPH(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

/* A part of the archive, unpacked; free with g_free(). */
char   *fixture_part       (GBytes                  *package,
                            const char              *part);

/* The text of the main part: a line for each paragraph; free with g_free(). */
char   *fixture_text       (GBytes                  *package);

/* Fills @body, which must be possible, and returns the text; problems, if any, follow as lines with "! ". */
char   *fixture_fill       (const char              *body,
                            const OcopTemplateData  *data);
