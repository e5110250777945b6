/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of reports on slides. */

#include "report/slides/ocop-slides-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "report/ocop-report-layout.h"
#include "report/slides/ocop-slides-read.h"

/* What can be read from the back of a room: fewer columns than on paper, and no telephone. */
static const struct
{
  const char *report;
  const char *columns;
} shown[] = {
  { "star-distribution", "locality,total,star3,star4,potential5,star5,producers" },
  { "expiring", "product,producer,class,until,closes" },
  { "plan-progress", "target,unit,planned,actual,percent,before,state" },
  { "rounds", "locality,all,first,upgrade,again,failed,open" },
  { "disbursement", "source,planned,granted,paid,percent" },
};

/* Room for every locality of the largest province; nobody at a meeting follows a list that is longer. */
#define MOST_ROWS 180

const char * const *
ocop_slides_list_reports (void)
{
  static const char *names[G_N_ELEMENTS (shown) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    names[i] = shown[i].report;
  return names;
}

static const char *
find_columns (const char  *report,
              GError     **error)
{
  g_autofree char *names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (g_str_equal (shown[i].report, report))
      return shown[i].columns;
  names = g_strjoinv (", ", (char **) ocop_slides_list_reports ());
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("The report “%s” does not go on slides; these do: %s"), report, names);
  return NULL;
}

static char *
dup_heading (const OcopPaperColumn *column)
{
  return column->group != NULL ? g_strdup_printf ("%s: %s", column->group, column->title) : g_strdup (column->title);
}

static void
add_heading (OcopSlideTable       *self,
             const OcopPaperTable *table)
{
  self->n_columns = table->columns->len;
  self->texts = g_new0 (gboolean, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (table, i);

      self->texts[i] = ocop_paper_column_get_align (column) == OCOP_PAPER_ALIGN_LEFT;
      g_ptr_array_add (self->cells, dup_heading (column));
    }
}

/* The label of a group or of a sum stands in the first column. */
static void
add_row (OcopSlideTable       *self,
         const OcopPaperTable *table,
         const OcopPaperRow   *row,
         GArray               *strong)
{
  guint span = ocop_paper_table_get_label_span (table, row);
  gboolean is_strong = row->kind != OCOP_PAPER_ROW_DATA;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const OcopPaperColumn *column = ocop_paper_table_get_column (table, i);

      g_ptr_array_add (self->cells, i >= span ? ocop_paper_column_to_people (column, &row->cells[column->cell])
                                              : g_strdup (i == 0 && row->label != NULL ? row->label : ""));
    }
  g_array_append_val (strong, is_strong);
  self->n_rows++;
}

/* Sums stand below whatever was left out; no group is headed for nothing. */
static gboolean
has_room (const OcopSlideTable *self,
          const OcopPaperRow   *row)
{
  return row->kind == OCOP_PAPER_ROW_TOTAL || self->n_rows + (row->kind == OCOP_PAPER_ROW_GROUP ? 1 : 0) < MOST_ROWS;
}

static char *
dup_rest (const char *title,
          guint       n_left)
{
  g_autofree char *number = ocop_number_to_people (n_left);

  /* Translators: how many rows of a long table are not on the slides, and the report that has them */
  return g_strdup_printf (ngettext ("%s more row is not on the slides; it stands in the report “%s”",
                                    "%s more rows are not on the slides; they stand in the report “%s”", n_left),
                          number, title);
}

/* @title: of the report */
static gboolean
fill_table (OcopSlideTable        *self,
            const char            *title,
            const OcopPaperTable  *table,
            GError               **error)
{
  g_auto(OcopPaperRowIter) iter = { NULL };
  GArray *strong = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_autoptr(GError) failure = NULL;
  const OcopPaperRow *row;
  guint n_left = 0;

  add_heading (self, table);
  g_array_set_size (strong, 1);
  ocop_paper_row_iter_init (&iter, table);
  while ((row = ocop_paper_row_iter_next (&iter, &failure)) != NULL)
    if (has_room (self, row))
      add_row (self, table, row, strong);
    else if (row->kind == OCOP_PAPER_ROW_DATA)
      n_left++;
  self->rest = n_left > 0 ? dup_rest (title, n_left) : NULL;
  self->strong = (gboolean *) (gpointer) g_array_free (strong, FALSE);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static char *
dup_words (const OcopSlide *slide)
{
  const char *parts[] = { slide->title, slide->table->rest, slide->source };

  return ocop_text_join (". ", parts, G_N_ELEMENTS (parts));
}

gboolean
ocop_slides_add_paper (OcopSlides  *self,
                       const char  *title,
                       OcopPaper   *paper,
                       GError     **error)
{
  const OcopPaperTable *table = ocop_paper_get_table (paper);
  OcopSlide *slide;

  if (table == NULL)
    return TRUE;
  slide = g_new0 (OcopSlide, 1);
  g_ptr_array_add (self->slides, slide);
  slide->title = g_strdup (title);
  slide->subtitle = g_strdup (paper->subtitles->len > 0 ? paper->subtitles->pdata[0] : "");
  slide->source = ocop_paper_dup_source_line (paper);
  if (slide->source == NULL)
    slide->source = g_strdup ("");
  slide->table = g_new0 (OcopSlideTable, 1);
  slide->table->cells = g_ptr_array_new_with_free_func (g_free);
  if (!fill_table (slide->table, title, table, error))
    return FALSE;
  slide->words = dup_words (slide);
  return TRUE;
}

OcopSlides *
ocop_slides_read_report (OcopReader  *reader,
                         const char  *report,
                         OcopDate     on,
                         GError     **error)
{
  const char *columns = find_columns (report, error);
  const OcopReport *found = columns != NULL ? ocop_report_list_find (report) : NULL;
  g_autoptr(OcopSlides) slides = ocop_slides_new ();
  g_autoptr(OcopPaperLayout) layout = NULL;
  g_autoptr(OcopPaper) paper = NULL;

  if (found == NULL)
    return NULL;
  layout = ocop_report_layout_parse (found, columns, error);
  if (layout == NULL)
    return NULL;
  paper = ocop_report_build (found, reader, &(OcopReportScope) { .on = on }, layout, error);
  if (paper == NULL)
    return NULL;
  slides->title = g_strdup (_(found->title));
  return ocop_slides_add_paper (slides, slides->title, paper, error) ? g_steal_pointer (&slides) : NULL;
}
