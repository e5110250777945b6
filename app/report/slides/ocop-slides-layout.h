/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "chart/ocop-chart-theme.h"
#include "report/slides/ocop-slides.h"

G_BEGIN_DECLS

/* The size of a slide in its own units: points of 13⅓ × 7½ inches. */
#define OCOP_SLIDE_WIDTH 960.0
#define OCOP_SLIDE_HEIGHT 540.0

/* Slides set in pages, once for all the ways of showing them: the title page is the first, and a long table takes
 * several. */
typedef struct _OcopSlidesLayout OcopSlidesLayout;

/* @slides: kept by the caller, unchanged, as long as the layout */
OcopSlidesLayout *ocop_slides_layout_new       (const OcopSlides       *slides,
                                                OcopChartThemeId        theme);
void              ocop_slides_layout_free      (OcopSlidesLayout       *self);

guint             ocop_slides_layout_n_pages   (const OcopSlidesLayout *self);
/* The first page of the slide at @slide of its slides; ocop_slides_layout_n_pages() for none. */
guint             ocop_slides_layout_find_page (const OcopSlidesLayout *self,
                                                guint                   slide);
/* The slide that a page is of, as its slides count them; -1 of the title page. */
int               ocop_slides_layout_get_slide (const OcopSlidesLayout *self,
                                                guint                   page);
/* What stands above the page, with its number where the table of a slide takes several. */
const char       *ocop_slides_layout_get_title (const OcopSlidesLayout *self,
                                                guint                   page);
/**
 * ocop_slides_layout_find_again:
 * @page: of @former, whose slides were read before those of @self
 *
 * Returns: the page of @self that shows the same; the nearest one where the slide is no longer there, or its
 *   table has become shorter
 */
guint             ocop_slides_layout_find_again (const OcopSlidesLayout *self,
                                                 const OcopSlidesLayout *former,
                                                 guint                   page);
/* What @page says, for those who hear it; free with g_free(). */
char             *ocop_slides_layout_dup_words (const OcopSlidesLayout *self,
                                                guint                   page);

/* Paints @page from the origin of @cr, %OCOP_SLIDE_WIDTH wide. */
void              ocop_slides_layout_paint     (const OcopSlidesLayout *self,
                                                guint                   page,
                                                cairo_t                *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSlidesLayout, ocop_slides_layout_free)

G_END_DECLS
