/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a part of a text document: where its fields, rows and tables stand. */

#include <string.h>

#include "base/ocop-text.h"
#include "report/ocop-template-part-private.h"
#include "base/ocop-xml-spots.h"

#define OPENING "«"
#define CLOSING "»"

/* Bytes that are quoted of a field that never ends. */
#define LONGEST_QUOTE 60

/* No paper nests its tables so deeply. */
#define MOST_OPEN 64

typedef struct
{
  gsize start;
  gsize end;
} Range;

/* A text element of a paragraph. */
typedef struct
{
  gsize start;
  gsize end;
  char *prefix;
  gsize from;               /* in the text of the paragraph */
  gsize to;
  Range manner;             /* of its run: how it looks */
  gboolean is_plain;        /* in a run that is the paragraph's own */
} Piece;

typedef struct
{
  GString *text;            /* of all pieces; a tab or break between them is kept as "\t" */
  GPtrArray *pieces;
  guint depth;
  Range manner;             /* how it looks */
  Range run_manner;         /* of the run that is open */
  gboolean in_run;
  gboolean has_break;       /* somebody has set lines in it already */
} Paragraph;

typedef struct
{
  gsize from;
  gsize to;
  char *name;
} Field;

typedef struct
{
  const char *data;
  OcopTemplatePlace place;
  GPtrArray *problems;
  GPtrArray *open;          /* the part, and the tables and rows that are open; the last is the innermost */
  GPtrArray *paragraphs;    /* those that are open */
  Piece *piece;             /* the text element that is open */
  guint depth;              /* of elements */
} Reader;

static void
piece_free (Piece *piece)
{
  g_free (piece->prefix);
  g_free (piece);
}

static Paragraph *
paragraph_new (void)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->text = g_string_new (NULL);
  paragraph->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  return paragraph;
}

static void
paragraph_free (Paragraph *paragraph)
{
  g_string_free (paragraph->text, TRUE);
  g_ptr_array_unref (paragraph->pieces);
  g_free (paragraph);
}

static void
field_clear (Field *field)
{
  g_free (field->name);
}

static gpointer
last_of (GPtrArray *array)
{
  return array->len > 0 ? array->pdata[array->len - 1] : NULL;
}

static void
add_once (Reader *reader,
          gsize   start,
          gsize   end)
{
  OcopTemplateNode *parent = last_of (reader->open);

  g_ptr_array_add (parent->children, ocop_template_node_new (OCOP_TEMPLATE_NODE_ONCE, start, end));
}

/* The identities that Word gives paragraphs and rows are left out of a row's copies. */
static void
add_identity (Reader     *reader,
              gsize       start,
              gsize       end,
              const char *attribute)
{
  const char *found = g_strstr_len (reader->data + start, (gssize) (end - start), attribute);
  gsize from, to;
  char quote;

  if (found == NULL)
    return;
  from = (gsize) (found - reader->data);
  to = from + strlen (attribute) + 1;
  quote = reader->data[to - 1];
  while (from > start && !g_ascii_isspace (reader->data[from - 1]))
    from--;
  while (to < end && reader->data[to] != quote)
    to++;
  if ((quote == '"' || quote == '\'') && from > start && to < end)
    add_once (reader, from - 1, to + 1);
}

static void
open_node (Reader               *reader,
           OcopXmlSpots      *xml,
           OcopTemplateNodeKind  kind)
{
  OcopTemplateNode *parent = last_of (reader->open);
  OcopTemplateNode *node = ocop_template_node_new (kind, ocop_xml_spots_get_start (xml), 0);

  g_ptr_array_add (parent->children, node);
  g_ptr_array_add (reader->open, node);
  if (reader->open->len > MOST_OPEN)
    ocop_xml_spots_fail (xml);
}

static void
open_piece (Reader          *reader,
            OcopXmlSpots *xml)
{
  Paragraph *paragraph = last_of (reader->paragraphs);
  gsize start = ocop_xml_spots_get_start (xml);
  const char *name = reader->data + start + 1;
  gsize length = strcspn (name, ": \t\r\n/>");

  reader->piece = g_new0 (Piece, 1);
  reader->piece->start = start;
  reader->piece->prefix = name[length] == ':' ? g_strndup (name, length + 1) : g_strdup ("");
  reader->piece->from = paragraph->text->len;
  reader->piece->is_plain = paragraph->in_run && reader->depth == paragraph->depth + 2;
  reader->piece->manner = paragraph->run_manner;
}

/* The runs of a paragraph, and how it and they look. */
static void
open_manner (Reader          *reader,
             OcopXmlSpots *xml,
             Paragraph       *paragraph,
             const char      *name)
{
  guint level = reader->depth - paragraph->depth;

  paragraph->has_break |= ocop_xml_spots_is_word (name, "br") || ocop_xml_spots_is_word (name, "cr");
  if (level == 1 && ocop_xml_spots_is_word (name, "pPr"))
    paragraph->manner.start = ocop_xml_spots_get_start (xml);
  else if (level == 1 && ocop_xml_spots_is_word (name, "r"))
    {
      paragraph->in_run = TRUE;
      paragraph->run_manner = (Range) { 0 };
    }
  else if (level == 2 && paragraph->in_run && ocop_xml_spots_is_word (name, "rPr"))
    paragraph->run_manner.start = ocop_xml_spots_get_start (xml);
}

static void
close_manner (Reader          *reader,
              OcopXmlSpots *xml,
              Paragraph       *paragraph,
              const char      *name)
{
  guint level = reader->depth - paragraph->depth;

  if (level == 1 && ocop_xml_spots_is_word (name, "pPr"))
    paragraph->manner.end = ocop_xml_spots_get_end (xml);
  else if (level == 1 && ocop_xml_spots_is_word (name, "r"))
    paragraph->in_run = FALSE;
  else if (level == 2 && paragraph->in_run && ocop_xml_spots_is_word (name, "rPr"))
    paragraph->run_manner.end = ocop_xml_spots_get_end (xml);
}

/* The tag of a bookmark is an element of its own; whatever else somebody put there stays. */
static void
open_bookmark (Reader          *reader,
               OcopXmlSpots *xml)
{
  gsize start = ocop_xml_spots_get_start (xml);
  gsize end = ocop_xml_spots_get_end (xml);

  if (end - start > 2 && reader->data[end - 2] == '/')
    add_once (reader, start, end);
}

static void
open_block (Reader          *reader,
            OcopXmlSpots *xml,
            const char      *name)
{
  gsize start = ocop_xml_spots_get_start (xml);
  gsize end = ocop_xml_spots_get_end (xml);

  if (ocop_xml_spots_is_word (name, "tbl"))
    {
      open_node (reader, xml, OCOP_TEMPLATE_NODE_TABLE);
      return;
    }
  if (ocop_xml_spots_is_word (name, "tr"))
    open_node (reader, xml, OCOP_TEMPLATE_NODE_ROW);
  else
    {
      g_ptr_array_add (reader->paragraphs, paragraph_new ());
      ((Paragraph *) last_of (reader->paragraphs))->depth = reader->depth;
    }
  add_identity (reader, start, end, "paraId=");
  add_identity (reader, start, end, "textId=");
}

/* A row that is a heading says so; it may also say that it is none. */
static void
open_heading (Reader      *reader,
              const char **attributes)
{
  OcopTemplateNode *row = last_of (reader->open);

  row->is_heading = TRUE;
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (ocop_xml_spots_is_word (attributes[i], "val"))
      row->is_heading = !g_str_equal (attributes[i + 1], "0") && !g_str_equal (attributes[i + 1], "false");
}

static void
on_start (OcopXmlSpots  *xml,
          const char       *name,
          const char      **attributes,
          gpointer          user_data)
{
  Reader *reader = user_data;
  Paragraph *paragraph = last_of (reader->paragraphs);

  reader->depth++;
  if (paragraph != NULL)
    open_manner (reader, xml, paragraph, name);
  if (reader->piece != NULL)
    ocop_xml_spots_fail (xml);
  else if (ocop_xml_spots_is_word (name, "p") || ocop_xml_spots_is_word (name, "tr") || ocop_xml_spots_is_word (name, "tbl"))
    open_block (reader, xml, name);
  else if (ocop_xml_spots_is_word (name, "bookmarkStart") || ocop_xml_spots_is_word (name, "bookmarkEnd"))
    open_bookmark (reader, xml);
  else if (ocop_xml_spots_is_word (name, "tblHeader"))
    open_heading (reader, attributes);
  else if (paragraph == NULL)
    return;
  else if (ocop_xml_spots_is_word (name, "t"))
    open_piece (reader, xml);
  else if (ocop_xml_spots_is_word (name, "tab") || ocop_xml_spots_is_word (name, "br") || ocop_xml_spots_is_word (name, "cr"))
    g_string_append_c (paragraph->text, '\t');
}

/* A break in the text of an element is a blank to a word processor. */
static void
on_text (OcopXmlSpots *xml,
         const char      *text,
         gsize            length,
         gpointer         user_data)
{
  Reader *reader = user_data;
  Paragraph *paragraph = last_of (reader->paragraphs);
  gsize from;

  if (reader->piece == NULL)
    return;
  from = paragraph->text->len;
  g_string_append_len (paragraph->text, text, (gssize) length);
  g_strdelimit (paragraph->text->str + from, "\t\n\r", ' ');
}

static void
close_piece (Reader          *reader,
             OcopXmlSpots *xml)
{
  Paragraph *paragraph = last_of (reader->paragraphs);

  reader->piece->end = ocop_xml_spots_get_end (xml);
  reader->piece->to = paragraph->text->len;
  g_ptr_array_add (paragraph->pieces, g_steal_pointer (&reader->piece));
}

static void
take_field (Reader          *reader,
            const Paragraph *paragraph,
            GArray          *fields,
            gsize            from,
            gsize            to)
{
  g_autofree char *typed = g_strndup (paragraph->text->str + from, to - from);
  Field field = { from, to, ocop_text_fold (typed) };

  /* Guillemets around nothing that is a name. */
  if (*field.name == '\0')
    g_free (field.name);
  else
    g_array_append_val (fields, field);
}

static void
tell_unclosed (Reader          *reader,
               const Paragraph *paragraph,
               const char      *opening)
{
  g_autofree char *typed = g_strndup (opening, LONGEST_QUOTE);
  const char *end;

  typed[strcspn (typed, "\t")] = '\0';
  g_utf8_validate (typed, -1, &end);
  typed[end - typed] = '\0';
  ocop_template_add_problem (reader->problems, OCOP_TEMPLATE_PROBLEM_UNCLOSED, reader->place, typed, paragraph->text->str);
}

static GArray *
find_fields (Reader          *reader,
             const Paragraph *paragraph)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (Field));
  const char *text = paragraph->text->str;
  const char *opening = NULL;

  g_array_set_clear_func (fields, (GDestroyNotify) field_clear);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean opens = g_str_has_prefix (p, OPENING);
      gboolean closes = g_str_has_prefix (p, CLOSING);

      if (opening != NULL && (opens || *p == '\t'))
        tell_unclosed (reader, paragraph, opening);
      else if (opening != NULL && closes)
        take_field (reader, paragraph, fields, (gsize) (opening - text), (gsize) (p - text) + strlen (CLOSING));
      if (opens)
        opening = p;
      else if (closes || *p == '\t')
        opening = NULL;
    }
  if (opening != NULL)
    tell_unclosed (reader, paragraph, opening);
  return fields;
}

static gboolean
is_list (const char *typed)
{
  typed += strlen (OPENING);
  while (g_unichar_isspace (g_utf8_get_char (typed)))
    typed = g_utf8_next_char (typed);
  return *typed == '#';
}

/* A list is that of the row it stands in. */
static void
claim_row (Reader           *reader,
           OcopTemplateWord *word)
{
  OcopTemplateNode *row = last_of (reader->open);
  OcopTemplateProblemKind kind;

  if (reader->open->len > 1 && row->kind == OCOP_TEMPLATE_NODE_ROW && row->list == NULL)
    {
      row->list = word;
      return;
    }
  kind = row->list != NULL ? OCOP_TEMPLATE_PROBLEM_SECOND_LIST : OCOP_TEMPLATE_PROBLEM_OUTSIDE_ROW;
  ocop_template_add_problem (reader->problems, kind, reader->place, word->text, word->paragraph);
  word->kind = OCOP_TEMPLATE_WORD_LITERAL;
}

static void
add_field (Reader           *reader,
           OcopTemplateNode *node,
           const Paragraph  *paragraph,
           const Field      *field,
           char             *shared)
{
  const char *typed = paragraph->text->str + field->from;
  OcopTemplateWordKind kind = is_list (typed) ? OCOP_TEMPLATE_WORD_LIST : OCOP_TEMPLATE_WORD_FIELD;
  OcopTemplateWord *word = ocop_template_word_new (kind, typed, field->to - field->from);

  word->name = g_strdup (field->name);
  word->paragraph = g_ref_string_acquire (shared);
  g_ptr_array_add (node->words, word);
  if (kind == OCOP_TEMPLATE_WORD_LIST)
    claim_row (reader, word);
}

static void
add_literal (OcopTemplateNode *node,
             const Paragraph  *paragraph,
             gsize             from,
             gsize             to)
{
  if (from < to)
    g_ptr_array_add (node->words, ocop_template_word_new (OCOP_TEMPLATE_WORD_LITERAL, paragraph->text->str + from, to - from));
}

/* What holds for one paragraph alone, or would not bear to be parted. */
static gboolean
is_single (const char *manner)
{
  static const char * const singular[] = { "sectPr", "pageBreakBefore", "pPrChange", "framePr" };

  for (guint i = 0; i < G_N_ELEMENTS (singular); i++)
    if (strstr (manner, singular[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* In the text of a paper each line that somebody typed is a paragraph, with the indent and the spacing of its like. In a
 * table lines stay in their cell's paragraph. */
static char *
make_again (Reader          *reader,
            const Paragraph *paragraph,
            const Piece     *piece)
{
  g_autofree char *manner = g_strndup (reader->data + paragraph->manner.start, paragraph->manner.end - paragraph->manner.start);
  g_autofree char *run_manner = g_strndup (reader->data + piece->manner.start, piece->manner.end - piece->manner.start);
  const char *w = piece->prefix;

  if (!piece->is_plain || paragraph->has_break || reader->open->len > 1 || reader->paragraphs->len > 0 || is_single (manner))
    return NULL;
  return g_strconcat ("</", w, "t></", w, "r></", w, "p><", w, "p>", manner, "<", w, "r>", run_manner,
                      "<", w, "t xml:space=\"preserve\">", NULL);
}

/* A field is written where it begins, and gone from where it goes on. @next is the first field that ends behind @piece's
 * beginning. */
static OcopTemplateNode *
make_node (Reader          *reader,
           const Paragraph *paragraph,
           const Piece     *piece,
           GArray          *fields,
           guint            next,
           char            *shared)
{
  OcopTemplateNode *node = ocop_template_node_new (OCOP_TEMPLATE_NODE_TEXT, piece->start, piece->end);
  gsize position = piece->from;

  node->prefix = g_strdup (piece->prefix);
  node->again = make_again (reader, paragraph, piece);
  for (; next < fields->len; next++)
    {
      const Field *field = &g_array_index (fields, Field, next);

      if (field->from >= piece->to)
        break;
      add_literal (node, paragraph, position, field->from);
      if (field->from >= piece->from)
        add_field (reader, node, paragraph, field, shared);
      position = MIN (field->to, piece->to);
    }
  add_literal (node, paragraph, position, piece->to);
  return node;
}

static void
close_paragraph (Reader *reader)
{
  Paragraph *paragraph = g_ptr_array_steal_index (reader->paragraphs, reader->paragraphs->len - 1);
  OcopTemplateNode *parent = last_of (reader->open);
  g_autoptr(GArray) fields = find_fields (reader, paragraph);
  char *shared = fields->len > 0 ? g_ref_string_new (paragraph->text->str) : NULL;
  guint next = 0;

  for (guint i = 0; i < paragraph->pieces->len && next < fields->len; i++)
    {
      const Piece *piece = paragraph->pieces->pdata[i];

      while (next < fields->len && g_array_index (fields, Field, next).to <= piece->from)
        next++;
      if (next < fields->len && g_array_index (fields, Field, next).from < piece->to)
        g_ptr_array_add (parent->children, make_node (reader, paragraph, piece, fields, next, shared));
    }
  g_clear_pointer (&shared, g_ref_string_release);
  paragraph_free (paragraph);
}

/* Paragraphs within paragraphs, in text boxes, end before those around them. */
static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  const OcopTemplateNode *left = *(const OcopTemplateNode * const *) a;
  const OcopTemplateNode *right = *(const OcopTemplateNode * const *) b;

  return left->start < right->start ? -1 : left->start > right->start;
}

static void
close_node (Reader *reader,
            gsize   end)
{
  OcopTemplateNode *node = g_ptr_array_steal_index (reader->open, reader->open->len - 1);

  node->end = end;
  g_ptr_array_sort (node->children, compare_nodes);
}

static void
on_end (OcopXmlSpots *xml,
        const char      *name,
        gpointer         user_data)
{
  Reader *reader = user_data;
  Paragraph *paragraph = last_of (reader->paragraphs);

  if (paragraph != NULL)
    close_manner (reader, xml, paragraph, name);
  reader->depth--;
  if (reader->piece != NULL)
    close_piece (reader, xml);
  else if (ocop_xml_spots_is_word (name, "p"))
    close_paragraph (reader);
  else if (ocop_xml_spots_is_word (name, "tr") || ocop_xml_spots_is_word (name, "tbl"))
    close_node (reader, ocop_xml_spots_get_end (xml));
}

OcopTemplateNode *
ocop_template_part_read (GBytes             *bytes,
                         const char         *part,
                         OcopTemplatePlace   place,
                         GPtrArray          *problems,
                         GError            **error)
{
  static const OcopXmlSpotsHandlers handlers = { on_start, on_end, on_text };
  g_autoptr(OcopTemplateNode) root = ocop_template_node_new (OCOP_TEMPLATE_NODE_ROW, 0, g_bytes_get_size (bytes));
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  g_autoptr(GPtrArray) paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) paragraph_free);
  Reader reader = { g_bytes_get_data (bytes, NULL), place, problems, open, paragraphs, NULL };
  gboolean done;

  g_ptr_array_add (open, root);
  done = ocop_xml_spots_parse (bytes, part, &handlers, &reader, error);
  g_clear_pointer (&reader.piece, piece_free);
  if (!done)
    return NULL;
  close_node (&reader, g_bytes_get_size (bytes));
  return g_steal_pointer (&root);
}
