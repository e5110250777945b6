/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ocop-paper.h"

#include <glib/gi18n.h>

static void
run_free (gpointer data)
{
  OcopPaperRun *run = data;

  g_free (run->text);
  g_free (run);
}

static void
paragraph_free (OcopPaperParagraph *paragraph)
{
  g_ptr_array_unref (paragraph->runs);
  g_free (paragraph);
}

static void
series_free (gpointer data)
{
  OcopPaperSeries *series = data;

  g_free (series->name);
  g_free (series->values);
  g_free (series);
}

static void
chart_free (OcopPaperChart *chart)
{
  if (chart->paint_destroy != NULL)
    chart->paint_destroy (chart->paint_data);
  g_ptr_array_unref (chart->series);
  g_strfreev (chart->categories);
  g_free (chart->title);
  g_free (chart);
}

static void
signature_free (gpointer data)
{
  OcopPaperSignature *signature = data;

  g_free (signature->title);
  g_free (signature->hint);
  g_free (signature);
}

static void
block_free (gpointer data)
{
  OcopPaperBlock *block = data;

  switch (block->type)
    {
    case OCOP_PAPER_BLOCK_PARAGRAPH:
      paragraph_free (block->paragraph);
      break;
    case OCOP_PAPER_BLOCK_TABLE:
      ocop_paper_table_free (block->table);
      break;
    case OCOP_PAPER_BLOCK_CHART:
      chart_free (block->chart);
      break;
    case OCOP_PAPER_BLOCK_SIGNATURES:
      g_ptr_array_unref (block->signatures);
      break;
    default:
      g_assert_not_reached ();
    }
  g_free (block);
}

OcopPaper *
ocop_paper_new (const char *title)
{
  OcopPaper *paper = g_atomic_rc_box_new0 (OcopPaper);

  paper->title = g_strdup (title);
  paper->subtitles = g_ptr_array_new_with_free_func (g_free);
  paper->blocks = g_ptr_array_new_with_free_func (block_free);
  paper->notes = g_ptr_array_new_with_free_func (g_free);
  paper->recipients = g_ptr_array_new_with_free_func (g_free);
  paper->authorities = g_ptr_array_new_with_free_func (g_free);
  paper->followers = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_paper_unref);
  return paper;
}

OcopPaper *
ocop_paper_ref (OcopPaper *paper)
{
  return g_atomic_rc_box_acquire (paper);
}

static void
paper_clear (gpointer data)
{
  OcopPaper *paper = data;
  GPtrArray *lists[] = {
    paper->subtitles, paper->blocks, paper->notes, paper->recipients, paper->authorities,
    paper->followers,
  };
  char *texts[] = {
    paper->title, paper->form, paper->superior, paper->body, paper->number, paper->place, paper->source,
    paper->signer_title, paper->signer_name, paper->signer_hint, paper->left_signer_title, paper->left_signer_name,
    paper->history_head,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  if (paper->painter.destroy != NULL)
    paper->painter.destroy (paper->painter.data);
}

void
ocop_paper_unref (OcopPaper *paper)
{
  g_atomic_rc_box_release_full (paper, paper_clear);
}

void
ocop_paper_add_subtitle (OcopPaper  *paper,
                         const char *text)
{
  g_ptr_array_add (paper->subtitles, g_strdup (text));
}

void
ocop_paper_add_note (OcopPaper  *paper,
                     const char *text)
{
  g_ptr_array_add (paper->notes, g_strdup (text));
}

void
ocop_paper_add_follower (OcopPaper *paper,
                         OcopPaper *follower)
{
  g_ptr_array_add (paper->followers, follower);
}

void
ocop_paper_set_painter (OcopPaper              *paper,
                        guint                   n_pages,
                        OcopPaperPagePaintFunc  paint,
                        gpointer                user_data,
                        GDestroyNotify          destroy)
{
  g_return_if_fail (paper->painter.paint == NULL);

  paper->painter = (OcopPaperPainter) { n_pages, paint, user_data, destroy };
}

void
ocop_paper_add_recipient (OcopPaper  *paper,
                          const char *name)
{
  g_ptr_array_add (paper->recipients, g_strdup (name));
}

void
ocop_paper_add_authority (OcopPaper          *paper,
                          OcopPaperAuthority  authority,
                          const char         *of)
{
  static const char * const marks[] = {
    [OCOP_PAPER_ON_BEHALF] = "TM.",
    [OCOP_PAPER_FOR_HEAD] = "KT.",
    [OCOP_PAPER_BY_ORDER] = "TL.",
    [OCOP_PAPER_BY_AUTHORITY] = "TUQ.",
  };

  g_ptr_array_add (paper->authorities, g_strdup_printf ("%s %s", marks[authority], of));
}

static OcopPaperBlock *
add_block (OcopPaper          *paper,
           OcopPaperBlockType  type)
{
  OcopPaperBlock *block = g_new0 (OcopPaperBlock, 1);

  block->type = type;
  g_ptr_array_add (paper->blocks, block);
  return block;
}

OcopPaperParagraph *
ocop_paper_add_paragraph (OcopPaper               *paper,
                          OcopPaperParagraphStyle  style)
{
  OcopPaperParagraph *paragraph = g_new0 (OcopPaperParagraph, 1);

  paragraph->style = style;
  paragraph->runs = g_ptr_array_new_with_free_func (run_free);
  add_block (paper, OCOP_PAPER_BLOCK_PARAGRAPH)->paragraph = paragraph;
  return paragraph;
}

void
ocop_paper_paragraph_add (OcopPaperParagraph *paragraph,
                          const char         *text,
                          gboolean            bold)
{
  OcopPaperRun *run = g_new0 (OcopPaperRun, 1);

  run->text = g_strdup (text);
  run->bold = bold;
  g_ptr_array_add (paragraph->runs, run);
}

void
ocop_paper_add_entry (OcopPaper  *paper,
                      const char *label,
                      const char *text)
{
  gboolean is_known = text != NULL && *text != '\0';
  OcopPaperParagraph *paragraph = ocop_paper_add_paragraph (paper, is_known ? OCOP_PAPER_PARAGRAPH_LINE : OCOP_PAPER_PARAGRAPH_DOTTED);
  g_autofree char *start = g_strdup_printf ("%s: ", label);

  ocop_paper_paragraph_add (paragraph, start, FALSE);
  if (is_known)
    ocop_paper_paragraph_add (paragraph, text, TRUE);
}

char *
ocop_paper_paragraph_dup_text (const OcopPaperParagraph *paragraph)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paragraph->runs->len; i++)
    g_string_append (text, ((const OcopPaperRun *) paragraph->runs->pdata[i])->text);
  return g_string_free (text, FALSE);
}

GPtrArray *
ocop_paper_add_signatures (OcopPaper *paper)
{
  GPtrArray *signatures = g_ptr_array_new_with_free_func (signature_free);

  add_block (paper, OCOP_PAPER_BLOCK_SIGNATURES)->signatures = signatures;
  return signatures;
}

void
ocop_paper_signatures_add (GPtrArray  *signatures,
                           const char *title,
                           const char *hint)
{
  OcopPaperSignature *signature = g_new0 (OcopPaperSignature, 1);

  signature->title = g_strdup (title);
  signature->hint = g_strdup (hint);
  g_ptr_array_add (signatures, signature);
}

OcopPaperTable *
ocop_paper_add_table (OcopPaper  *paper,
                      const char *title)
{
  OcopPaperTable *table = ocop_paper_table_new (title);

  add_block (paper, OCOP_PAPER_BLOCK_TABLE)->table = table;
  return table;
}

OcopPaperChart *
ocop_paper_add_chart (OcopPaper          *paper,
                      const char         *title,
                      double              aspect,
                      OcopPaperPaintFunc  paint,
                      gpointer            user_data,
                      GDestroyNotify      destroy)
{
  OcopPaperChart *chart = g_new0 (OcopPaperChart, 1);

  chart->title = g_strdup (title);
  chart->aspect = aspect;
  chart->paint = paint;
  chart->paint_data = user_data;
  chart->paint_destroy = destroy;
  chart->series = g_ptr_array_new_with_free_func (series_free);
  add_block (paper, OCOP_PAPER_BLOCK_CHART)->chart = chart;
  return chart;
}

void
ocop_paper_chart_set_categories (OcopPaperChart     *chart,
                                 const char * const *categories)
{
  g_return_if_fail (chart->series->len == 0);

  g_strfreev (chart->categories);
  chart->categories = g_strdupv ((char **) categories);
}

void
ocop_paper_chart_add_series (OcopPaperChart *chart,
                             const char     *name,
                             const gint64   *values)
{
  OcopPaperSeries *series;

  g_return_if_fail (chart->categories != NULL);

  series = g_new0 (OcopPaperSeries, 1);
  series->name = g_strdup (name);
  series->values = g_memdup2 (values, g_strv_length (chart->categories) * sizeof (gint64));
  g_ptr_array_add (chart->series, series);
}

char *
ocop_paper_dup_place_and_date (const OcopPaper *paper)
{
  g_autofree char *date = NULL;

  if (paper->place == NULL)
    return NULL;
  date = ocop_date_is_known (paper->date) ? ocop_date_to_document (paper->date)
                                          : g_strdup (_("day … month … year …"));
  return g_strdup_printf ("%s, %s", paper->place, date);
}

char *
ocop_paper_dup_source_line (const OcopPaper *paper)
{
  g_autofree char *date = NULL;
  g_autofree char *since = NULL;
  g_autofree char *as_of = NULL;

  if (!ocop_date_is_known (paper->as_of))
    return g_strdup (paper->source);
  date = ocop_date_to_people (paper->as_of);
  since = ocop_date_to_people (paper->since);
  as_of = *since != '\0' ? g_strdup_printf (_("Figures from %s to %s"), since, date) : g_strdup_printf (_("Figures as of %s"), date);
  return paper->source != NULL ? g_strdup_printf ("%s. %s", as_of, paper->source) : g_steal_pointer (&as_of);
}

OcopPaperTable *
ocop_paper_get_table (const OcopPaper *paper)
{
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const OcopPaperBlock *block = paper->blocks->pdata[i];

      if (block->type == OCOP_PAPER_BLOCK_TABLE)
        return block->table;
    }
  return NULL;
}
