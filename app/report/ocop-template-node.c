/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-template-part-private.h"

static void
word_free (OcopTemplateWord *word)
{
  g_free (word->text);
  g_free (word->name);
  g_clear_pointer (&word->paragraph, g_ref_string_release);
  g_free (word);
}

OcopTemplateWord *
ocop_template_word_new (OcopTemplateWordKind  kind,
                        const char           *text,
                        gsize                 length)
{
  OcopTemplateWord *word = g_new0 (OcopTemplateWord, 1);

  word->kind = kind;
  word->text = g_strndup (text, length);
  return word;
}

OcopTemplateNode *
ocop_template_node_new (OcopTemplateNodeKind kind,
                        gsize                start,
                        gsize                end)
{
  OcopTemplateNode *node = g_new0 (OcopTemplateNode, 1);

  node->kind = kind;
  node->start = start;
  node->end = end;
  if (kind == OCOP_TEMPLATE_NODE_TEXT)
    node->words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  if (kind == OCOP_TEMPLATE_NODE_TABLE || kind == OCOP_TEMPLATE_NODE_ROW)
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_template_node_free);
  return node;
}

void
ocop_template_node_free (OcopTemplateNode *node)
{
  g_free (node->prefix);
  g_free (node->again);
  g_clear_pointer (&node->words, g_ptr_array_unref);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node);
}
