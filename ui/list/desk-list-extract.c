/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-list-extract.h"

#include <glib/gi18n.h>

#include "list/desk-list-layout.h"
#include "list/desk-list-page-private.h"
#include "list/desk-list-table.h"

/* "State: valid; matching “rice”; in the bin" */
static char *
dup_words (DeskListPage *page)
{
  DeskListPageParts *parts = desk_list_page_get_parts (page);
  const char *sought = desk_page_get_search_text (DESK_PAGE (page));
  g_autofree char *filters = desk_filter_bar_dup_words (parts->filters);
  g_autofree char *match = *sought != '\0' ? g_strdup_printf (_("matching “%s”"), sought) : NULL;
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  if (filters != NULL)
    g_ptr_array_add (words, filters);
  if (match != NULL)
    g_ptr_array_add (words, match);
  if (parts->binned)
    g_ptr_array_add (words, (gpointer) _("in the bin"));
  g_ptr_array_add (words, NULL);
  return words->len > 1 ? g_strjoinv ("; ", (char **) words->pdata) : NULL;
}

DeskListExtract *
desk_list_extract_new (DeskListPage *page)
{
  DeskListPageParts *parts = desk_list_page_get_parts (page);
  DeskListExtract *extract = g_new0 (DeskListExtract, 1);

  extract->spec = parts->spec;
  extract->columns = desk_list_layout_get_wanted (desk_list_view_get_column_view (parts->view));
  extract->query = ocop_query_copy (desk_record_list_get_query (parts->records));
  extract->words = dup_words (page);
  return extract;
}

DeskListExtract *
desk_list_extract_new_selected (DeskListPage *page)
{
  DeskListExtract *extract = desk_list_extract_new (page);
  g_autoptr(GArray) selected = desk_list_view_dup_selected_keys (desk_list_page_get_parts (page)->view);

  if (selected->len > 0)
    extract->keys = g_steal_pointer (&selected);
  return extract;
}

void
desk_list_extract_free (DeskListExtract *extract)
{
  g_array_unref (extract->columns);
  ocop_query_free (extract->query);
  g_clear_pointer (&extract->keys, g_array_unref);
  g_free (extract->words);
  g_free (extract->path);
  g_clear_pointer (&extract->progress, desk_progress_unref);
  g_free (extract);
}

static OcopPaperTable *
new_table (DeskListExtract  *extract,
           OcopReader       *reader,
           gboolean          numbered,
           GError          **error)
{
  if (extract->keys == NULL)
    extract->keys = ocop_reader_keys (reader, extract->query, error);
  if (extract->keys == NULL)
    return NULL;
  return desk_list_table_new (extract->spec, extract->columns, numbered, reader, extract->query, extract->keys);
}

OcopPaperTable *
desk_list_extract_new_table (DeskListExtract  *extract,
                             OcopReader       *reader,
                             GError          **error)
{
  return new_table (extract, reader, FALSE, error);
}

static void
write_head (OcopPaper        *paper,
            DeskListExtract  *extract,
            const OcopRecord *office)
{
  g_autofree char *count = desk_list_spec_format_count (extract->spec, extract->keys->len);

  paper->body = g_strdup (ocop_record_get_text (office, "name"));
  paper->practice = ocop_record_get_integer (office, "practice", 0) != 0;
  paper->as_of = ocop_query_get_on (extract->query);
  paper->orientation = OCOP_PAPER_LANDSCAPE;
  if (extract->words != NULL)
    ocop_paper_add_subtitle (paper, extract->words);
  ocop_paper_add_subtitle (paper, count);
}

static gboolean
shows_estimates (const DeskListExtract *extract)
{
  for (guint i = 0; i < extract->columns->len; i++)
    if (desk_list_spec_may_be_estimated (extract->spec, &extract->spec->columns[g_array_index (extract->columns, guint, i)]))
      return TRUE;
  return FALSE;
}

/* Says on paper what the screen says where the pointer rests. */
static gboolean
explain_estimates (DeskListExtract  *extract,
                   OcopReader       *reader,
                   OcopPaper        *paper,
                   GError          **error)
{
  g_autoptr(OcopQuery) query = ocop_query_copy (extract->query);
  gint64 n = 0;

  if (shows_estimates (extract))
    {
      ocop_query_clear_order (query);
      ocop_query_where (query, "estimated", OCOP_OPERATOR_IS, "1", NULL);
      ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
      n = ocop_reader_measure (reader, query, error);
    }
  if (n > 0)
    ocop_paper_add_note (paper, desk_path_explain_estimated ());
  return n >= 0;
}

OcopPaper *
desk_list_extract_new_paper (DeskListExtract  *extract,
                             OcopReader       *reader,
                             gboolean          numbered,
                             GError          **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (reader, error);
  OcopPaperTable *table = office != NULL ? new_table (extract, reader, numbered, error) : NULL;
  OcopPaperBlock *block;
  g_autoptr(OcopPaper) paper = NULL;

  if (table == NULL)
    return NULL;
  paper = ocop_paper_new (_(extract->spec->paper_title));
  block = g_new0 (OcopPaperBlock, 1);
  *block = (OcopPaperBlock) { .type = OCOP_PAPER_BLOCK_TABLE, .table = table };
  g_ptr_array_add (paper->blocks, block);
  write_head (paper, extract, office);
  return explain_estimates (extract, reader, paper, error) ? g_steal_pointer (&paper) : NULL;
}
