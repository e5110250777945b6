/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of reports on slides. */

#include "report/slides/ocop-slides-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "base/ocop-number.h"
#include "base/ocop-text.h"
#include "report/chart/ocop-chart-question.h"
#include "report/ocop-report-layout.h"
#include "report/ocop-report-private.h"
#include "report/slides/ocop-slides-read.h"

/* What can be read from the back of a room: fewer columns than on paper, and no telephone. */
typedef struct
{
  const OcopReport *report;
  const char *columns;
} Shown;

static const Shown all_shown[] = {
  { &ocop_report_distribution, "locality,total,star3,star4,potential5,star5,producers" },
  { &ocop_report_expiring_by_day, "product,producer,locality,class,until,closes" },
  { &ocop_report_progress, "target,unit,planned,actual,percent,before,state" },
  { &ocop_report_rounds, "locality,all,first,upgrade,again,failed,open" },
  { &ocop_report_disbursement, "source,planned,granted,paid,percent" },
};

/* Room for every locality of the largest province; nobody at a meeting follows a list that is longer. */
#define MOST_ROWS 180

const char * const *
ocop_slides_list_reports (void)
{
  static const char *names[G_N_ELEMENTS (all_shown) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (all_shown); i++)
    names[i] = all_shown[i].report->name;
  return names;
}

static const Shown *
find_shown (const char  *report,
            GError     **error)
{
  g_autofree char *names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all_shown); i++)
    if (g_str_equal (all_shown[i].report->name, report))
      return &all_shown[i];
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

/* Of the same products as the charts beside it: %NULL on failure. */
static OcopQuery *
read_base (OcopReader           *reader,
           const OcopSlidePart  *part,
           OcopDate              on,
           GError              **error)
{
  g_autoptr(OcopQuery) base = ocop_query_new ("product");
  g_autofree char *title = ocop_chart_place_narrow (reader, ocop_chart_place_or_usual (part->place, NULL), on, base, error);

  return title != NULL ? g_steal_pointer (&base) : NULL;
}

static OcopPaper *
read_paper (OcopReader           *reader,
            const Shown          *shown,
            const OcopSlidePart  *part,
            OcopDate              on,
            GError              **error)
{
  g_autoptr(OcopPaperLayout) layout = ocop_report_layout_parse (shown->report, shown->columns, error);
  g_autoptr(OcopQuery) base = layout != NULL ? read_base (reader, part, on, error) : NULL;
  OcopReportScope scope = { .on = on };

  if (base == NULL)
    return NULL;
  scope.base = ocop_query_is_narrowed (base) ? base : NULL;
  return ocop_report_build (shown->report, reader, &scope, layout, error);
}

OcopSlides *
ocop_slides_read_report (OcopReader           *reader,
                         const OcopSlidePart  *part,
                         OcopDate              on,
                         GError              **error)
{
  const Shown *shown = find_shown (part->report, error);
  g_autoptr(OcopPaper) paper = shown != NULL ? read_paper (reader, shown, part, on, error) : NULL;
  g_autoptr(OcopSlides) slides = NULL;

  if (paper == NULL)
    return NULL;
  slides = ocop_slides_new ();
  slides->title = g_strdup (_(shown->report->title));
  return ocop_slides_add_paper (slides, slides->title, paper, error) ? g_steal_pointer (&slides) : NULL;
}
