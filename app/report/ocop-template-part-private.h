/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ocop-template.h"

G_BEGIN_DECLS

/* A part is not unpacked beyond this, nor filled beyond the next; papers with pictures keep those in parts of their own. */
#define OCOP_TEMPLATE_MAX_PART (64 * 1024 * 1024)
#define OCOP_TEMPLATE_MAX_FILLED (256 * 1024 * 1024)

typedef enum
{
  OCOP_TEMPLATE_WORD_LITERAL,
  OCOP_TEMPLATE_WORD_FIELD,
  OCOP_TEMPLATE_WORD_LIST,
} OcopTemplateWordKind;

/**
 * OcopTemplateWord:
 * @text: as it is typed
 * @name: (nullable): the folded name of a field or list
 * @paragraph: (nullable): the text of its paragraph, a GRefString
 * @is_told: that it is unknown was told already
 */
typedef struct
{
  OcopTemplateWordKind kind;
  char *text;
  char *name;
  char *paragraph;
  gboolean is_told;
} OcopTemplateWord;

typedef enum
{
  OCOP_TEMPLATE_NODE_TEXT,      /* a text element that a field touches */
  OCOP_TEMPLATE_NODE_ONCE,      /* what must not be there twice: marks and identities */
  OCOP_TEMPLATE_NODE_TABLE,
  OCOP_TEMPLATE_NODE_ROW,       /* of a table; or the whole part */
} OcopTemplateNodeKind;

/**
 * OcopTemplateNode:
 * @start, @end: its bytes in the part
 * @prefix: of a text: what the part writes before the names of elements, "w:"
 * @again: (nullable): of a text: what ends its paragraph and begins another one like it; %NULL where a line that ends stays
 *   in its paragraph
 * @words: (nullable): of a text, what it says; none when a field ends in it and nothing follows
 * @children: (nullable): of a table or row, in the order of the bytes
 * @list: (nullable): of a row: the word that names the list it repeats for; borrowed from the text that holds it
 * @is_heading: of a row: whether it stands again on top of every page
 */
typedef struct
{
  OcopTemplateNodeKind kind;
  gsize start;
  gsize end;
  char *prefix;
  char *again;
  GPtrArray *words;
  GPtrArray *children;
  OcopTemplateWord *list;
  gboolean is_heading;
} OcopTemplateNode;

OcopTemplateNode *ocop_template_node_new  (OcopTemplateNodeKind    kind,
                                           gsize                   start,
                                           gsize                   end);
void              ocop_template_node_free (OcopTemplateNode       *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopTemplateNode, ocop_template_node_free)

OcopTemplateWord *ocop_template_word_new  (OcopTemplateWordKind    kind,
                                           const char             *text,
                                           gsize                   length);

/* What of a part may change; problems of its form go to @problems. */
OcopTemplateNode *ocop_template_part_read  (GBytes                  *bytes,
                                            const char              *part,
                                            OcopTemplatePlace        place,
                                            GPtrArray               *problems,
                                            GError                 **error);

/* The part with @data in it; %NULL when it grows too large. */
GBytes           *ocop_template_part_write (GBytes                  *bytes,
                                            const OcopTemplateNode  *root,
                                            OcopTemplatePlace        place,
                                            const OcopTemplateData  *data,
                                            GPtrArray               *problems);

/* (element-type OcopTemplateProblem) */
GPtrArray        *ocop_template_problems_new (void);

/* Adds a problem, unless there are many already. */
void              ocop_template_add_problem  (GPtrArray               *problems,
                                              OcopTemplateProblemKind  kind,
                                              OcopTemplatePlace        place,
                                              const char              *field,
                                              const char              *paragraph);

G_END_DECLS
