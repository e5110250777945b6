/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/slides/ocop-slides.h"

#include "base/ocop-text.h"
#include "chart/ocop-chart-table.h"
#include "chart/ocop-chart-text.h"
#include "report/slides/ocop-slides-private.h"

static void
table_free (OcopSlideTable *table)
{
  g_ptr_array_unref (table->cells);
  g_free (table->texts);
  g_free (table->strong);
  g_free (table->rest);
  g_free (table);
}

static void
slide_free (gpointer data)
{
  OcopSlide *slide = data;

  g_free (slide->title);
  g_free (slide->subtitle);
  g_free (slide->source);
  g_free (slide->words);
  g_clear_pointer (&slide->picture, ocop_chart_free);
  g_clear_pointer (&slide->table, table_free);
  g_strfreev (slide->lines);
  g_free (slide);
}

OcopSlides *
ocop_slides_new (void)
{
  OcopSlides *self = g_new0 (OcopSlides, 1);

  self->slides = g_ptr_array_new_with_free_func (slide_free);
  return self;
}

void
ocop_slides_free (OcopSlides *self)
{
  g_free (self->title);
  g_free (self->office);
  g_free (self->place);
  g_ptr_array_unref (self->slides);
  g_free (self);
}

static OcopSlide *
add_slide (OcopSlides      *self,
           const OcopChart *chart)
{
  OcopSlide *slide = g_new0 (OcopSlide, 1);

  slide->title = g_strdup (ocop_chart_get_text (chart, OCOP_CHART_TEXT_TITLE));
  slide->subtitle = g_strdup (ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE));
  slide->source = ocop_chart_source_line (chart);
  slide->words = ocop_chart_to_words (chart);
  g_ptr_array_add (self->slides, slide);
  return slide;
}

void
ocop_slides_add_chart (OcopSlides      *self,
                       const OcopChart *chart)
{
  OcopSlide *slide = add_slide (self, chart);

  slide->picture = ocop_chart_copy (chart);
  ocop_chart_set_text (slide->picture, OCOP_CHART_TEXT_TITLE, "");
  ocop_chart_set_text (slide->picture, OCOP_CHART_TEXT_SUBTITLE, "");
  ocop_chart_set_text (slide->picture, OCOP_CHART_TEXT_SOURCE, "");
  ocop_chart_set_as_of (slide->picture, (OcopDate) { 0 });
}

void
ocop_slides_add_table (OcopSlides      *self,
                       const OcopChart *chart)
{
  OcopSlide *slide = add_slide (self, chart);
  g_autoptr(OcopChartTable) figures = ocop_chart_table_new (chart);

  slide->table = g_new0 (OcopSlideTable, 1);
  slide->table->n_rows = figures->n_rows - 1;
  slide->table->n_columns = figures->n_columns;
  slide->table->has_total = figures->has_total_row;
  slide->table->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint row = 0; row < figures->n_rows; row++)
    for (guint column = 0; column < figures->n_columns; column++)
      g_ptr_array_add (slide->table->cells, ocop_chart_table_cell_to_people (figures, row, column));
}

static gboolean *
copy_marks (const gboolean *marks,
            guint           n)
{
  return g_memdup2 (marks, marks != NULL ? n * sizeof *marks : 0);
}

static OcopSlideTable *
table_copy (const OcopSlideTable *table)
{
  OcopSlideTable *copy = g_new (OcopSlideTable, 1);

  *copy = *table;
  copy->cells = g_ptr_array_new_full (table->cells->len, g_free);
  for (guint i = 0; i < table->cells->len; i++)
    g_ptr_array_add (copy->cells, g_strdup (table->cells->pdata[i]));
  copy->texts = copy_marks (table->texts, table->n_columns);
  copy->strong = copy_marks (table->strong, table->n_rows + 1);
  copy->rest = g_strdup (table->rest);
  return copy;
}

void
ocop_slides_add_copy (OcopSlides      *self,
                      const OcopSlide *slide)
{
  OcopSlide *copy = g_new0 (OcopSlide, 1);

  copy->title = g_strdup (slide->title);
  copy->subtitle = g_strdup (slide->subtitle);
  copy->source = g_strdup (slide->source);
  copy->words = g_strdup (slide->words);
  copy->table = table_copy (slide->table);
  g_ptr_array_add (self->slides, copy);
}

/* Of those that say something. */
static GStrv
split_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(GStrvBuilder) kept = g_strv_builder_new ();

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_strv_builder_add (kept, *line);
  return g_strv_builder_end (kept);
}

void
ocop_slides_add_lines (OcopSlides *self,
                       const char *title,
                       const char *text)
{
  OcopSlide *slide = g_new0 (OcopSlide, 1);
  const char *parts[] = { title, text };

  slide->title = g_strdup (title);
  slide->subtitle = g_strdup ("");
  slide->source = g_strdup ("");
  slide->words = ocop_text_join (": ", parts, G_N_ELEMENTS (parts));
  slide->lines = split_lines (text);
  g_ptr_array_add (self->slides, slide);
}

const char *
ocop_slide_table_get (const OcopSlideTable *self,
                      guint                 row,
                      guint                 column)
{
  return self->cells->pdata[row * self->n_columns + column];
}

gboolean
ocop_slide_table_is_strong (const OcopSlideTable *self,
                            guint                 row)
{
  return row == 0 || (self->has_total && row == self->n_rows) || (self->strong != NULL && self->strong[row]);
}

gboolean
ocop_slide_table_is_text (const OcopSlideTable *self,
                          guint                 column)
{
  return self->texts != NULL ? self->texts[column] : column == 0;
}

char *
ocop_slides_dup_place_and_day (const OcopSlides *self)
{
  g_autofree char *day = ocop_date_is_day (self->on) ? ocop_date_to_document (self->on) : g_strdup ("");

  return self->place != NULL && *day != '\0' ? g_strdup_printf ("%s, %s", self->place, day) : g_steal_pointer (&day);
}

GBytes *
ocop_slides_to_bytes (const OcopSlides  *self,
                      OcopSlidesForm     form,
                      GError           **error)
{
  OcopChartThemeId theme = form == OCOP_SLIDES_HANDOUT ? OCOP_CHART_THEME_PRINT_COLOUR : OCOP_CHART_THEME_PROJECTOR;
  g_autoptr(OcopSlidesLayout) layout = ocop_slides_layout_new (self, theme);

  return form == OCOP_SLIDES_PRESENTATION ? ocop_slides_layout_to_pptx (layout, error)
                                          : ocop_slides_layout_to_pdf (layout, form, error);
}
