/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/dossier/ocop-form-paper.h"

#include <string.h>

#include <glib/gi18n.h>

#define BOX "□"
#define TICKED_BOX "■"

static void
add_text (OcopPaper               *paper,
          OcopPaperParagraphStyle  style,
          const char              *text)
{
  ocop_paper_paragraph_add (ocop_paper_add_paragraph (paper, style), text, FALSE);
}

/* "Mật ong rừng; chai 500 ml"; NULL while nothing of it is known. */
static char *
join_values (const OcopFormFacts *facts,
             const char          *values)
{
  g_auto(GStrv) names = g_strsplit (values != NULL ? values : "", ";", -1);
  g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func (g_free);

  for (char **name = names; *name != NULL; name++)
    {
      char *text = *g_strstrip (*name) != '\0' ? ocop_form_facts_get (facts, *name) : NULL;

      if (text != NULL)
        g_ptr_array_add (known, text);
    }
  if (known->len == 0)
    return NULL;
  g_ptr_array_add (known, NULL);
  return g_strjoinv ("; ", (char **) known->pdata);
}

static void
add_field (OcopPaper           *paper,
           const OcopFormBlock *block,
           const OcopFormFacts *facts)
{
  g_autofree char *text = join_values (facts, block->value);

  if (text != NULL || !block->optional)
    ocop_paper_add_entry (paper, block->text, text);
}

/* "Lần đăng ký đánh giá: ■ Lần đầu  □ Nâng hạng  □ Đánh giá lại" */
static void
add_choice (OcopPaper           *paper,
            const OcopFormBlock *block,
            const OcopFormFacts *facts)
{
  const char *dot = strchr (block->value, '.');
  g_autofree char *kind = g_strndup (block->value, (gsize) (dot - block->value));
  const OcopField *field = ocop_kind_find_field (ocop_kind_find (kind), dot + 1);
  g_autofree char *chosen = ocop_form_facts_get (facts, block->value);
  g_autoptr(GString) line = g_string_new (block->text);

  g_string_append_c (line, ':');
  for (const OcopChoice *choice = field->choices; choice->key != NULL; choice++)
    {
      const char *title = ocop_field_choice_title (field, choice->key);

      g_string_append_printf (line, "   %s %s", g_strcmp0 (title, chosen) == 0 ? TICKED_BOX : BOX, title);
    }
  add_text (paper, OCOP_PAPER_PARAGRAPH_LINE, line->str);
}

static void
add_check (OcopPaper           *paper,
           const OcopFormBlock *block,
           const OcopFormFacts *facts)
{
  gboolean ticked = (block->document != NULL && ocop_form_facts_has_document (facts, block->document)) ||
                    (block->certificate != NULL && ocop_form_facts_has_certificate (facts, block->certificate));
  g_autofree char *line = g_strdup_printf ("%s  %s", ticked ? TICKED_BOX : BOX, block->text);

  add_text (paper, OCOP_PAPER_PARAGRAPH_LINE, line);
}

/* A sentence with {values}; dots for what is not known. */
static void
add_body (OcopPaper           *paper,
          const OcopFormBlock *block,
          const OcopFormFacts *facts)
{
  g_auto(GStrv) pieces = g_strsplit (block->text, "{", -1);
  g_autoptr(GString) text = g_string_new (pieces[0]);

  for (char **piece = pieces + 1; *pieces != NULL && *piece != NULL; piece++)
    {
      g_auto(GStrv) halves = g_strsplit (*piece, "}", 2);
      g_autofree char *value = ocop_form_facts_get (facts, halves[0]);

      g_string_append_printf (text, "%s%s", value != NULL ? value : "……………", halves[1] != NULL ? halves[1] : "");
    }
  add_text (paper, OCOP_PAPER_PARAGRAPH_BODY, text->str);
}

/* A signature after another stands beside it. */
static void
add_signature (OcopPaper           *paper,
               const OcopFormBlock *block)
{
  const OcopPaperBlock *last = paper->blocks->len > 0 ? g_ptr_array_index (paper->blocks, paper->blocks->len - 1) : NULL;
  GPtrArray *signatures = last != NULL && last->type == OCOP_PAPER_BLOCK_SIGNATURES ? last->signatures : ocop_paper_add_signatures (paper);

  ocop_paper_signatures_add (signatures, block->text, block->hint);
}

static void
add_block (OcopPaper           *paper,
           const OcopFormBlock *block,
           const OcopFormFacts *facts)
{
  switch (block->type)
    {
    case OCOP_FORM_HEADING:
      add_text (paper, OCOP_PAPER_PARAGRAPH_HEADING, block->text);
      break;
    case OCOP_FORM_CENTRED:
      add_text (paper, OCOP_PAPER_PARAGRAPH_CENTRED, block->text);
      break;
    case OCOP_FORM_LINE:
      add_text (paper, OCOP_PAPER_PARAGRAPH_LINE, block->text);
      break;
    case OCOP_FORM_BODY:
      add_body (paper, block, facts);
      break;
    case OCOP_FORM_FIELD:
      add_field (paper, block, facts);
      break;
    case OCOP_FORM_CHOICE:
      add_choice (paper, block, facts);
      break;
    case OCOP_FORM_CHECK:
      add_check (paper, block, facts);
      break;
    case OCOP_FORM_LINES:
      for (guint i = 0; i < block->n_lines; i++)
        add_text (paper, OCOP_PAPER_PARAGRAPH_DOTTED, "");
      break;
    case OCOP_FORM_TABLE:
      ocop_form_paper_add_table (paper, block->table, facts);
      break;
    case OCOP_FORM_SIGNATURE:
    default:
      add_signature (paper, block);
    }
}

void
ocop_form_paper_write_commune (OcopPaper           *paper,
                               const OcopFormFacts *facts)
{
  /* Translators: the kind and name of a place: “People's Committee of %s” */
  g_autofree char *body = g_strdup_printf (_("People's Committee of %s"), facts->commune != NULL ? facts->commune : "……………");
  const char *name = facts->commune != NULL ? strchr (facts->commune, ' ') : NULL;
  g_autofree char *province = ocop_form_facts_get (facts, "made.province-body");
  g_autofree char *of = g_utf8_strup (_("People's Committee"), -1);

  paper->body = g_utf8_strup (body, -1);
  paper->number = g_strdup (_("No.: ……/BC-UBND"));
  paper->place = g_strdup (name != NULL ? name + 1 : "……………");
  if (province != NULL)
    ocop_paper_add_recipient (paper, province);
  ocop_paper_add_recipient (paper, _("Files"));
  ocop_paper_add_authority (paper, OCOP_PAPER_ON_BEHALF, of);
  paper->signer_title = g_utf8_strup (_("Chairperson"), -1);
}

OcopPaper *
ocop_form_paper_new (const OcopForm      *form,
                     const OcopFormFacts *facts)
{
  g_autofree char *title = g_utf8_strup (form->title, -1);
  OcopPaper *paper = ocop_paper_new (title);

  paper->form = g_strdup (form->number);
  paper->national_head = TRUE;
  paper->practice = ocop_record_get_integer (facts->office, "practice", 0) != 0;
  if (form->head == OCOP_FORM_HEAD_COMMUNE)
    ocop_form_paper_write_commune (paper, facts);
  for (guint i = 0; i < form->blocks->len; i++)
    add_block (paper, g_ptr_array_index (form->blocks, i), facts);
  return paper;
}
