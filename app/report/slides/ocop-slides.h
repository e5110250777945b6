/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"
#include "chart/ocop-chart.h"
#include "report/ocop-paper.h"

G_BEGIN_DECLS

/**
 * OcopSlideTable:
 * @n_rows: without the heading, with the row of totals where there is one
 * @cells: (element-type utf8): the heading's, then those of each row, as people read them
 * @has_total: whether the last row is one of totals
 * @texts: (nullable): of each column, whether it has texts; the first alone when %NULL
 * @strong: (nullable): of each row, the heading's first, whether it heads others or sums them up
 * @rest: (nullable): how many rows more there are, and where, which stands below the last one
 *
 * Texts stand at the left, numbers at the right.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  GPtrArray *cells;
  gboolean has_total;
  gboolean *texts;
  gboolean *strong;
  char *rest;
} OcopSlideTable;

/**
 * OcopSlide:
 * @subtitle: "" where the figures are of all there is
 * @source: the day of the figures and whose they are
 * @words: what it says, for those who hear it
 * @picture: (nullable): the chart without what the slide writes beside it
 * @table: (nullable): in the place of @picture
 * @lines: (nullable): in the place of both
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *source;
  char *words;
  OcopChart *picture;
  OcopSlideTable *table;
  GStrv lines;
} OcopSlide;

/**
 * OcopSlides:
 * @office, @place: (nullable): of the title page
 * @on: the day of the figures
 * @of_people: whether there are other slides of the same where persons are masked, or are not
 * @slides: (element-type OcopSlide): in order, behind the title page
 *
 * What is shown at a meeting, apart from how. Whoever makes it fills in the texts, which it owns.
 */
typedef struct
{
  char *title;
  char *office;
  char *place;
  OcopDate on;
  gboolean practice;
  gboolean of_people;
  GPtrArray *slides;
} OcopSlides;

OcopSlides *ocop_slides_new       (void);
void        ocop_slides_free      (OcopSlides      *self);

/* @chart: (transfer none): a copy of it is kept */
void        ocop_slides_add_chart (OcopSlides      *self,
                                   const OcopChart *chart);
/* Every figure of @chart, in rows. */
void        ocop_slides_add_table (OcopSlides      *self,
                                   const OcopChart *chart);

/* The first table of @paper, under @title; nothing where it has none. Of a very long one, its beginning. */
gboolean    ocop_slides_add_paper (OcopSlides      *self,
                                   const char      *title,
                                   OcopPaper       *paper,
                                   GError         **error);

/* A slide that says @text, a line for each point. */
void        ocop_slides_add_lines (OcopSlides      *self,
                                   const char      *title,
                                   const char      *text);

/* "Đồng Xanh, ngày 05 tháng 8 năm 2026", without what is not known; free with g_free(). */
char       *ocop_slides_dup_place_and_day (const OcopSlides *self);

/* Cells of the heading are those of @row 0. */
const char *ocop_slide_table_get  (const OcopSlideTable *self,
                                   guint                 row,
                                   guint                 column);
gboolean    ocop_slide_table_is_text (const OcopSlideTable *self,
                                      guint                 column);
/* Whether @row is the heading, that of a group, or of totals. */
gboolean    ocop_slide_table_is_strong (const OcopSlideTable *self,
                                        guint                 row);

/**
 * OcopSlidesForm:
 * @OCOP_SLIDES_PRESENTATION: .pptx, in which texts and tables can be changed
 * @OCOP_SLIDES_PAGES: .pdf, one page for each
 * @OCOP_SLIDES_HANDOUT: .pdf, A4 for printing, two to a page
 */
typedef enum
{
  OCOP_SLIDES_PRESENTATION,
  OCOP_SLIDES_PAGES,
  OCOP_SLIDES_HANDOUT,
} OcopSlidesForm;

/**
 * ocop_slides_to_bytes:
 *
 * The same slides make the same bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes     *ocop_slides_to_bytes  (const OcopSlides *self,
                                   OcopSlidesForm    form,
                                   GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSlides, ocop_slides_free)

G_END_DECLS
