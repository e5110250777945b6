/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/slides/ocop-slides-private.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"

/* Of the labels of a chart, so that they are read from the back of a room. */
#define LABEL_SIZE 15.0

#define TITLE_SIZE 28.0
#define FRONT_TITLE_SIZE 40.0
#define SMALLEST_TITLE 16.0

const OcopSlideBox *
ocop_slide_box (OcopSlidePlace place)
{
  static const OcopSlideBox boxes[OCOP_SLIDE_N_BOXES] = {
    [OCOP_SLIDE_BOX_TITLE] = { 40, 22, 880, 64 },
    [OCOP_SLIDE_BOX_BODY] = { 40, 94, 880, 394 },
    [OCOP_SLIDE_BOX_SOURCE] = { 40, 496, 640, 28 },
    [OCOP_SLIDE_BOX_PRACTICE] = { 690, 496, 170, 28 },
    [OCOP_SLIDE_BOX_NUMBER] = { 860, 496, 60, 28 },
    [OCOP_SLIDE_BOX_BAND] = { 0, 0, 28, 540 },
    [OCOP_SLIDE_BOX_FRONT_TITLE] = { 90, 130, 780, 170 },
    [OCOP_SLIDE_BOX_FRONT_OFFICE] = { 90, 320, 780, 110 },
  };

  return &boxes[place];
}

PangoLayout *
ocop_slides_layout_set_text (const OcopSlidesLayout *self,
                             const char             *text,
                             double                  size,
                             gboolean                bold,
                             double                  width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, self->theme.family);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* The same metrics for all forms. */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  return context;
}

/* A theme is made for a whole picture; on a slide its type keeps its size however large the chart is. The face is the
 * same in all forms, so that a handout has the pages that were shown. */
static OcopChartTheme
scale_theme (OcopChartThemeId id)
{
  OcopChartTheme theme = *ocop_chart_theme_get (id);
  double scale = LABEL_SIZE / theme.size;

  theme.family = ocop_chart_theme_get (OCOP_CHART_THEME_PROJECTOR)->family;
  theme.size *= scale;
  theme.title_size *= scale;
  theme.line_width *= scale;
  theme.grid_width *= scale;
  theme.edge_width *= scale;
  theme.padding = 2;
  theme.design_width = 0;
  theme.design_height = 0;
  return theme;
}

/* The largest type in which @title, with @below under it, has room in @box. */
static double
fit_title (const OcopSlidesLayout *self,
           const char             *title,
           double                  below,
           double                  size,
           const OcopSlideBox     *box)
{
  for (; size > SMALLEST_TITLE; size -= 1)
    {
      g_autoptr(PangoLayout) layout = ocop_slides_layout_set_text (self, title, size, TRUE, box->width);
      int height;

      pango_layout_get_size (layout, NULL, &height);
      if ((double) height / PANGO_SCALE + below <= box->height)
        break;
    }
  return size;
}

static void
page_free (gpointer data)
{
  OcopSlidePage *page = data;

  g_free (page->title);
  g_free (page);
}

static OcopSlidePage *
add_page (OcopSlidesLayout *self,
          const OcopSlide  *slide,
          char             *title)
{
  OcopSlidePage *page = g_new0 (OcopSlidePage, 1);
  double below = *slide->subtitle != '\0' ? OCOP_SLIDE_SUBTITLE_SIZE * 1.4 : 0;

  page->slide = slide;
  page->title = title;
  page->title_size = fit_title (self, title, below, TITLE_SIZE, ocop_slide_box (OCOP_SLIDE_BOX_TITLE));
  g_ptr_array_add (self->pages, page);
  return page;
}

static void
add_front (OcopSlidesLayout *self)
{
  OcopSlidePage *page = g_new0 (OcopSlidePage, 1);

  page->title = g_strdup (self->slides->title);
  page->title_size = fit_title (self, page->title, 0, FRONT_TITLE_SIZE, ocop_slide_box (OCOP_SLIDE_BOX_FRONT_TITLE));
  g_ptr_array_add (self->pages, page);
}

/* Says of each page from @first on which of how many it is, where there are several. */
static void
number_pages (OcopSlidesLayout *self,
              const OcopSlide  *slide,
              guint             first)
{
  guint n = self->pages->len - first;

  for (guint i = first; n > 1 && i < self->pages->len; i++)
    {
      OcopSlidePage *page = self->pages->pdata[i];

      g_free (page->title);
      /* Translators: a title, then which part of how many: "Sản phẩm OCOP theo địa phương (2/3)" */
      page->title = g_strdup_printf (_("%s (%u/%u)"), slide->title, i - first + 1, n);
    }
}

static void
add_lines (OcopSlidesLayout *self,
           const OcopSlide  *slide)
{
  double size = ocop_slide_lines_fit (self, slide);
  guint before = self->pages->len;
  guint first = 0;

  do
    {
      OcopSlidePage *page = add_page (self, slide, g_strdup (slide->title));

      page->size = size;
      page->first_row = first;
      page->end_row = first = ocop_slide_lines_find_end (self, slide, size, first);
    }
  while (slide->lines[first] != NULL);
  number_pages (self, slide, before);
}

static void
add_table (OcopSlidesLayout *self,
           const OcopSlide  *slide)
{
  OcopSlideGrid *grid = ocop_slide_grid_new (self, slide->table);
  guint before = self->pages->len;
  guint first = 1;

  g_ptr_array_add (self->grids, grid);
  do
    {
      OcopSlidePage *page = add_page (self, slide, g_strdup (slide->title));

      page->grid = grid;
      page->first_row = first;
      page->end_row = first = ocop_slide_grid_find_end (grid, slide->table, first);
    }
  while (first <= slide->table->n_rows);
  number_pages (self, slide, before);
}

OcopSlidesLayout *
ocop_slides_layout_new (const OcopSlides *slides,
                        OcopChartThemeId  theme)
{
  OcopSlidesLayout *self = g_new0 (OcopSlidesLayout, 1);

  self->slides = slides;
  self->theme = scale_theme (theme);
  self->context = create_context ();
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_slide_grid_free);
  add_front (self);
  for (guint i = 0; i < slides->slides->len; i++)
    {
      const OcopSlide *slide = slides->slides->pdata[i];

      if (slide->table != NULL)
        add_table (self, slide);
      else if (slide->lines != NULL)
        add_lines (self, slide);
      else
        add_page (self, slide, g_strdup (slide->title));
    }
  return self;
}

void
ocop_slides_layout_free (OcopSlidesLayout *self)
{
  g_object_unref (self->context);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->grids);
  g_free (self);
}

guint
ocop_slides_layout_n_pages (const OcopSlidesLayout *self)
{
  return self->pages->len;
}

int
ocop_slides_layout_get_slide (const OcopSlidesLayout *self,
                              guint                   page)
{
  const OcopSlidePage *one = self->pages->pdata[page];
  guint slide;

  return one->slide != NULL && g_ptr_array_find (self->slides->slides, one->slide, &slide) ? (int) slide : -1;
}

guint
ocop_slides_layout_find_page (const OcopSlidesLayout *self,
                              guint                   slide)
{
  guint page = 0;

  g_return_val_if_fail (slide < self->slides->slides->len, self->pages->len);
  while (page < self->pages->len && ((const OcopSlidePage *) self->pages->pdata[page])->slide != self->slides->slides->pdata[slide])
    page++;
  return page;
}

char *
ocop_slides_layout_dup_words (const OcopSlidesLayout *self,
                              guint                   page)
{
  const OcopSlidePage *one = self->pages->pdata[page];
  const char *parts[] = { one->title, self->slides->office };

  return one->slide != NULL ? g_strdup (one->slide->words) : ocop_text_join (". ", parts, G_N_ELEMENTS (parts));
}

static const OcopSlidePage *
get_page (const OcopSlidesLayout *self,
          guint                   page)
{
  return self->pages->pdata[page];
}

const char *
ocop_slides_layout_get_title (const OcopSlidesLayout *self,
                              guint                   page)
{
  return get_page (self, page)->title;
}

static gboolean
is_same_slide (const OcopSlide *a,
               const OcopSlide *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return (a->table == NULL) == (b->table == NULL) && (a->picture == NULL) == (b->picture == NULL) && g_str_equal (a->title, b->title) && g_str_equal (a->subtitle, b->subtitle);
}

guint
ocop_slides_layout_find_again (const OcopSlidesLayout *self,
                               const OcopSlidesLayout *former,
                               guint                   page)
{
  const OcopSlide *slide = get_page (former, page)->slide;
  guint part = 0;
  guint i = 0;

  while (part < page && get_page (former, page - part - 1)->slide == slide)
    part++;
  while (i < self->pages->len && !is_same_slide (get_page (self, i)->slide, slide))
    i++;
  if (i == self->pages->len)
    return MIN (page, i - 1);
  while (part-- > 0 && i + 1 < self->pages->len && get_page (self, i + 1)->slide == get_page (self, i)->slide)
    i++;
  return i;
}
