/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "report/slides/ocop-slide-set.h"
#include "report/slides/ocop-slides-layout.h"

G_BEGIN_DECLS

/* Round the text of a cell. */
#define OCOP_SLIDE_CELL_SIDE 7.0
#define OCOP_SLIDE_CELL_TOP 4.0

/* Before each line of a slide of lines, and how far they stand from it. */
#define OCOP_SLIDE_BULLET "•"
#define OCOP_SLIDE_INDENT 28.0

/* Below the last row of a table that goes on elsewhere. */
#define OCOP_SLIDE_REST_SIZE 14.0
#define OCOP_SLIDE_REST_HEIGHT 28.0

#define OCOP_SLIDE_SUBTITLE_SIZE 16.0
#define OCOP_SLIDE_NOTE_SIZE 12.0
#define OCOP_SLIDE_OFFICE_SIZE 22.0
#define OCOP_SLIDE_DAY_SIZE 18.0

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} OcopSlideBox;

typedef enum
{
  OCOP_SLIDE_BOX_TITLE,
  OCOP_SLIDE_BOX_BODY,
  OCOP_SLIDE_BOX_SOURCE,
  OCOP_SLIDE_BOX_PRACTICE,
  OCOP_SLIDE_BOX_NUMBER,
  OCOP_SLIDE_BOX_BAND,
  OCOP_SLIDE_BOX_FRONT_TITLE,
  OCOP_SLIDE_BOX_FRONT_OFFICE,
  OCOP_SLIDE_N_BOXES
} OcopSlidePlace;

/**
 * OcopSlideGrid:
 * @size: of its type
 * @widths: of the columns
 * @heights: of the rows, the heading first
 *
 * How the table of a slide is set, whatever number of pages it takes.
 */
typedef struct
{
  double size;
  double *widths;
  double *heights;
} OcopSlideGrid;

/**
 * OcopSlidePage:
 * @slide: (nullable): %NULL of the title page
 * @title: with its number where the table of a slide takes several
 * @title_size: at which it has room
 * @grid: (nullable): of a table
 * @size: of the type of lines
 * @first_row, @end_row: of a table, which rows the page has; the heading is row 0 and stands on each. Or which lines
 */
typedef struct
{
  const OcopSlide *slide;
  char *title;
  double title_size;
  const OcopSlideGrid *grid;
  double size;
  guint first_row;
  guint end_row;
} OcopSlidePage;

/**
 * OcopSlidesLayout:
 * @theme: with sizes in points of a slide
 * @context: in which texts are measured and painted
 * @pages: (element-type OcopSlidePage)
 */
struct _OcopSlidesLayout
{
  const OcopSlides *slides;
  OcopChartTheme theme;
  PangoContext *context;
  GPtrArray *pages;
  GPtrArray *grids;
};

const OcopSlideBox *ocop_slide_box              (OcopSlidePlace          place);

/* Returns: (transfer full): @text within @width, of any width below 0 */
PangoLayout        *ocop_slides_layout_set_text (const OcopSlidesLayout *self,
                                                 const char             *text,
                                                 double                  size,
                                                 gboolean                bold,
                                                 double                  width);

/* ocop-slides-report.c: a slide with the table of the report of @part, under its title; none where it has no table. */
OcopSlides         *ocop_slides_read_report     (OcopReader             *reader,
                                                 const OcopSlidePart    *part,
                                                 OcopDate                on,
                                                 GError                **error);

/* ocop-slides.c: adds a copy of @slide, which has a table. */
void                ocop_slides_add_copy        (OcopSlides             *self,
                                                 const OcopSlide        *slide);

/* ocop-slides-grid.c: how @table is set; free with ocop_slide_grid_free(). */
OcopSlideGrid      *ocop_slide_grid_new         (const OcopSlidesLayout *layout,
                                                 const OcopSlideTable   *table);
void                ocop_slide_grid_free        (OcopSlideGrid          *self);
/* The first row that has no room on a page which begins with @first. */
guint               ocop_slide_grid_find_end    (const OcopSlideGrid    *self,
                                                 const OcopSlideTable   *table,
                                                 guint                   first);
/* Below the rows of @page: where it says what is left of its table, which it does on its last page. Returns: %FALSE elsewhere */
gboolean            ocop_slide_grid_find_rest   (const OcopSlidePage    *page,
                                                 OcopSlideBox           *box);
/* Height of a page of rows, with the heading. */
double              ocop_slide_grid_get_height  (const OcopSlideGrid    *self,
                                                 guint                   first,
                                                 guint                   end);

/* ocop-slides-lines.c: the size in which the lines of @slide are set. */
double              ocop_slide_lines_fit        (const OcopSlidesLayout *layout,
                                                 const OcopSlide        *slide);
/* The first line that has no room on a page which begins with @first. */
guint               ocop_slide_lines_find_end   (const OcopSlidesLayout *layout,
                                                 const OcopSlide        *slide,
                                                 double                  size,
                                                 guint                   first);
void                ocop_slide_lines_paint      (const OcopSlidesLayout *layout,
                                                 const OcopSlidePage    *page,
                                                 cairo_t                *cr);

/* ocop-slides-pdf.c, ocop-slides-pptx.c */
GBytes             *ocop_slides_layout_to_pdf   (const OcopSlidesLayout *self,
                                                 OcopSlidesForm          form,
                                                 GError                **error);
GBytes             *ocop_slides_layout_to_pptx  (const OcopSlidesLayout *self,
                                                 GError                **error);

/* ocop-slides-pptx-page.c: (transfer full): the part of one page, whose picture is "rId2" and "rId3". */
GString            *ocop_slides_layout_page_to_xml (const OcopSlidesLayout *self,
                                                    guint                   page);

G_END_DECLS
