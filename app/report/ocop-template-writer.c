/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a part of a text document again, with data in its fields. */

#include <string.h>

#include "report/ocop-template-part-private.h"

/* What the fields mean in one place: the row of a list, then what is around it. */
typedef struct _Scope Scope;

struct _Scope
{
  const OcopTemplateData *data;
  const Scope *outer;
  gboolean is_mute;         /* a row of an unknown list: that its fields are unknown goes without saying */
};

typedef struct
{
  const char *data;
  OcopTemplatePlace place;
  GPtrArray *problems;
  GByteArray *out;
  gboolean is_too_large;
} Writer;

static void
append (Writer     *writer,
        const char *text,
        gsize       length)
{
  if (writer->is_too_large || length > OCOP_TEMPLATE_MAX_FILLED - writer->out->len)
    writer->is_too_large = TRUE;
  else
    g_byte_array_append (writer->out, (const guint8 *) text, (guint) length);
}

static void
append_string (Writer     *writer,
               const char *text)
{
  append (writer, text, strlen (text));
}

static void
open_text (Writer                 *writer,
           const OcopTemplateNode *node)
{
  append_string (writer, "<");
  append_string (writer, node->prefix);
  /* Blanks at either end would be lost without it. */
  append_string (writer, "t xml:space=\"preserve\">");
}

static void
close_text (Writer                 *writer,
            const OcopTemplateNode *node)
{
  append_string (writer, "</");
  append_string (writer, node->prefix);
  append_string (writer, "t>");
}

/* A break or tab parts the text of the run. */
static void
append_element (Writer                 *writer,
                const OcopTemplateNode *node,
                const char             *name)
{
  close_text (writer, node);
  append_string (writer, "<");
  append_string (writer, node->prefix);
  append_string (writer, name);
  append_string (writer, "/>");
  open_text (writer, node);
}

/* XML has no way to write the other control characters, nor these two. */
static gboolean
is_unwritable (gunichar c)
{
  return c < 0x20 || c == 0xfffe || c == 0xffff;
}

static void
append_text (Writer                 *writer,
             const OcopTemplateNode *node,
             const char             *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid, *next; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      if (*p == '&')
        append_string (writer, "&amp;");
      else if (*p == '<')
        append_string (writer, "&lt;");
      else if (*p == '>')
        append_string (writer, "&gt;");
      else if (*p == '\n' && node->again != NULL)
        append_string (writer, node->again);
      else if (*p == '\n')
        append_element (writer, node, "br");
      else if (*p == '\t')
        append_element (writer, node, "tab");
      else if (!is_unwritable (g_utf8_get_char (p)))
        append (writer, p, (gsize) (next - p));
    }
}

static const char *
find_text (const Scope *scope,
           const char  *name)
{
  const char *text = NULL;

  for (; scope != NULL && text == NULL; scope = scope->outer)
    text = ocop_template_data_get (scope->data, name);
  return text;
}

static GPtrArray *
find_rows (const Scope *scope,
           const char  *name)
{
  GPtrArray *rows = NULL;

  for (; scope != NULL && rows == NULL; scope = scope->outer)
    rows = ocop_template_data_get_rows (scope->data, name);
  return rows;
}

static void
tell_unknown (Writer                  *writer,
              OcopTemplateProblemKind  kind,
              OcopTemplateWord        *word)
{
  if (!word->is_told)
    ocop_template_add_problem (writer->problems, kind, writer->place, word->text, word->paragraph);
  word->is_told = TRUE;
}

/* What stands for @word; "" for the name of a list that is known. */
static const char *
get_text (Writer           *writer,
          OcopTemplateWord *word,
          const Scope      *scope)
{
  const char *text = NULL;

  if (word->kind == OCOP_TEMPLATE_WORD_LITERAL)
    return word->text;
  if (word->kind == OCOP_TEMPLATE_WORD_LIST)
    return find_rows (scope, word->name) != NULL ? "" : word->text;
  text = find_text (scope, word->name);
  if (text == NULL && !scope->is_mute)
    tell_unknown (writer, OCOP_TEMPLATE_PROBLEM_UNKNOWN_FIELD, word);
  return text != NULL ? text : word->text;
}

/* A run may be left without any text. */
static void
write_text (Writer                 *writer,
            const OcopTemplateNode *node,
            const Scope            *scope)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < node->words->len; i++)
    {
      const char *text = get_text (writer, node->words->pdata[i], scope);

      if (*text == '\0')
        continue;
      if (!is_open)
        open_text (writer, node);
      is_open = TRUE;
      append_text (writer, node, text);
    }
  if (is_open)
    close_text (writer, node);
}

static void write_table (Writer                 *writer,
                         const OcopTemplateNode *table,
                         const Scope            *scope,
                         gboolean                is_first);

static guint write_row  (Writer                 *writer,
                         const OcopTemplateNode *row,
                         const Scope            *scope,
                         gboolean                is_first);

/* What lies in @node; the number of rows that it now has beside its headings. */
static guint
write_children (Writer                 *writer,
                const OcopTemplateNode *node,
                const Scope            *scope,
                gboolean                is_first)
{
  gsize position = node->start;
  guint n_rows = 0;

  for (guint i = 0; i < node->children->len && !writer->is_too_large; i++)
    {
      const OcopTemplateNode *child = node->children->pdata[i];

      append (writer, writer->data + position, child->start - position);
      position = child->end;
      if (child->kind == OCOP_TEMPLATE_NODE_TEXT)
        write_text (writer, child, scope);
      else if (child->kind == OCOP_TEMPLATE_NODE_TABLE)
        write_table (writer, child, scope, is_first);
      else if (child->kind == OCOP_TEMPLATE_NODE_ROW)
        n_rows += write_row (writer, child, scope, is_first);
      else if (is_first)
        append (writer, writer->data + child->start, child->end - child->start);
    }
  append (writer, writer->data + position, node->end - position);
  return n_rows;
}

static gboolean
repeats_rows (const OcopTemplateNode *table)
{
  for (guint i = 0; i < table->children->len; i++)
    if (((OcopTemplateNode *) table->children->pdata[i])->list != NULL)
      return TRUE;
  return FALSE;
}

/* Word calls a document with a table of no rows damaged, and a heading over nothing says nothing: the table goes with its
 * last row. */
static void
write_table (Writer                 *writer,
             const OcopTemplateNode *table,
             const Scope            *scope,
             gboolean                is_first)
{
  guint length = writer->out->len;

  if (write_children (writer, table, scope, is_first) == 0 && repeats_rows (table))
    g_byte_array_set_size (writer->out, length);
}

static guint
write_row (Writer                 *writer,
           const OcopTemplateNode *row,
           const Scope            *scope,
           gboolean                is_first)
{
  GPtrArray *rows = row->list != NULL ? find_rows (scope, row->list->name) : NULL;

  if (rows == NULL)
    {
      Scope mute = { scope->data, scope->outer, scope->is_mute || row->list != NULL };

      if (row->list != NULL)
        tell_unknown (writer, OCOP_TEMPLATE_PROBLEM_UNKNOWN_LIST, row->list);
      write_children (writer, row, &mute, is_first);
      return !row->is_heading;
    }
  for (guint i = 0; i < rows->len && !writer->is_too_large; i++)
    {
      Scope inner = { rows->pdata[i], scope, scope->is_mute };

      write_children (writer, row, &inner, is_first && i == 0);
    }
  return rows->len;
}

GBytes *
ocop_template_part_write (GBytes                  *bytes,
                          const OcopTemplateNode  *root,
                          OcopTemplatePlace        place,
                          const OcopTemplateData  *data,
                          GPtrArray               *problems)
{
  g_autoptr(GByteArray) out = g_byte_array_new ();
  Writer writer = { g_bytes_get_data (bytes, NULL), place, problems, out, FALSE };
  const Scope scope = { data, NULL, FALSE };

  write_children (&writer, root, &scope, TRUE);
  return writer.is_too_large ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
