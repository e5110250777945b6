/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every kind, theme and sample as a file, and against the pictures in reference/: one sheet for each kind,
 * a row for each theme, a column for each sample. After a change that is meant
 *   ninja -C build renew-chart-pictures
 * draws the sheets anew, to be looked at before they are committed. */

#include <glib/gstdio.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "base/ocop-locale.h"
#include "chart-samples.h"
#include "chart/ocop-chart-export.h"

/* Of one picture on a sheet: a quarter of its layout's size, small enough to be kept. */
#define WIDTH 190
#define HEIGHT 120
#define SHARPNESS 0.25

/* Blocks as large as a word have about the same grey whichever version of the font and of its
 * renderer drew them; what moved, vanished or changed its colour has another. */
#define BLOCK 5
#define TOLERANCE 20

/* Greys that are kept: sixteen, so that the sheets stay small. */
#define GREY_STEP 17

typedef struct
{
  const unsigned char *bytes;
  gsize left;
} Reader;

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  Reader *reader = closure;

  if (reader->left < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->bytes, length);
  reader->bytes += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
export (const OcopChart      *chart,
        OcopChartFormat       format,
        const OcopChartTheme *theme)
{
  const OcopChartSize size = { WIDTH / SHARPNESS, HEIGHT / SHARPNESS, SHARPNESS };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ocop_chart_to_bytes (chart, format, size, theme, &error);

  g_assert_no_error (error);
  return g_steal_pointer (&bytes);
}

static void
check_svg (const OcopChart      *chart,
           const OcopChartTheme *theme)
{
  g_autoptr(GBytes) bytes = export (chart, OCOP_CHART_FORMAT_SVG, theme);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (text, "<svg "));
  g_assert_true (g_str_has_suffix (g_strchomp (text), "</svg>"));
}

/* From 0, black, to 255 in the steps that are kept, by Rec. 601. */
static guint8
grey_of (guint32 pixel)
{
  guint grey = ((pixel >> 16 & 0xff) * 299 + (pixel >> 8 & 0xff) * 587 + (pixel & 0xff) * 114) / 1000;

  return (guint8) ((grey + GREY_STEP / 2) / GREY_STEP * GREY_STEP);
}

static guint32
pixel_at (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const unsigned char *row = cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x];
}

/* Puts the picture on the sheet, its upper left corner at @left, @top. */
static void
put_on_sheet (cairo_surface_t      *sheet,
              int                   left,
              int                   top,
              const OcopChart      *chart,
              const OcopChartTheme *theme)
{
  g_autoptr(GBytes) bytes = export (chart, OCOP_CHART_FORMAT_PNG, theme);
  Reader reader = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  cairo_surface_t *picture = cairo_image_surface_create_from_png_stream (read_bytes, &reader);
  int stride = cairo_image_surface_get_stride (sheet);

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, HEIGHT);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      cairo_image_surface_get_data (sheet)[(top + y) * stride + left + x] = grey_of (pixel_at (picture, x, y));
  cairo_surface_destroy (picture);
}

static cairo_surface_t *
draw_sheet (OcopChartKind kind)
{
  /* The one format of cairo that is written as greys. */
  cairo_surface_t *sheet = cairo_image_surface_create (CAIRO_FORMAT_A8, CHART_N_SAMPLES * WIDTH, OCOP_CHART_N_THEMES * HEIGHT);

  cairo_surface_flush (sheet);
  for (guint sample = 0; sample < CHART_N_SAMPLES; sample++)
    {
      g_autoptr(OcopChart) chart = chart_sample_new (kind, sample);

      for (guint theme = 0; theme < OCOP_CHART_N_THEMES; theme++)
        {
          put_on_sheet (sheet, (int) sample * WIDTH, (int) theme * HEIGHT, chart, ocop_chart_theme_get (theme));
          check_svg (chart, ocop_chart_theme_get (theme));
        }
    }
  cairo_surface_mark_dirty (sheet);
  return sheet;
}

static char *
sheet_path (GTestFileType  base,
            const char    *folder,
            OcopChartKind  kind)
{
  g_autofree char *name = g_strconcat (ocop_chart_kind_get_traits (kind)->name, ".png", NULL);

  return g_test_build_filename (base, "chart", folder, name, NULL);
}

static void
write_sheet (cairo_surface_t *sheet,
             const char      *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_cmpint (cairo_surface_write_to_png (sheet, path), ==, CAIRO_STATUS_SUCCESS);
}

/* How far the blocks at @left, @top are apart in the mean. */
static int
block_difference (cairo_surface_t *sheet,
                  cairo_surface_t *reference,
                  int              left,
                  int              top)
{
  int stride = cairo_image_surface_get_stride (sheet);
  int difference = 0;

  for (int y = top; y < top + BLOCK; y++)
    for (int x = left; x < left + BLOCK; x++)
      difference += cairo_image_surface_get_data (sheet)[y * stride + x] - grey_of (pixel_at (reference, x, y));
  return abs (difference) / (BLOCK * BLOCK);
}

/* The largest difference of any block of one picture. */
static int
picture_difference (cairo_surface_t *sheet,
                    cairo_surface_t *reference,
                    guint            sample,
                    guint            theme)
{
  int most = 0;

  for (int y = 0; y < HEIGHT; y += BLOCK)
    for (int x = 0; x < WIDTH; x += BLOCK)
      most = MAX (most, block_difference (sheet, reference, (int) sample * WIDTH + x, (int) theme * HEIGHT + y));
  return most;
}

static guint
count_differing (cairo_surface_t *sheet,
                 cairo_surface_t *reference)
{
  guint n = 0;

  for (guint i = 0; i < CHART_N_SAMPLES * OCOP_CHART_N_THEMES; i++)
    {
      guint sample = i % CHART_N_SAMPLES, theme = i / CHART_N_SAMPLES;
      int difference = picture_difference (sheet, reference, sample, theme);

      if (difference <= TOLERANCE)
        continue;
      g_test_message ("%s, %s: differs by %d of 255", chart_sample_name (sample), ocop_chart_theme_get (theme)->name, difference);
      n++;
    }
  return n;
}

/* Whether the reference's fonts are here; with others every text is another. */
static gboolean
has_fonts (void)
{
  const struct
  {
    OcopChartThemeId theme;
    const char *family;
  } needed[] = { { OCOP_CHART_THEME_SCREEN_LIGHT, "Noto Sans" }, { OCOP_CHART_THEME_PRINT_GREY, "Liberation Serif" } };
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  gboolean has_all = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      PangoFontDescription *wanted = pango_font_description_from_string (ocop_chart_theme_get (needed[i].theme)->family);
      PangoFont *font = pango_font_map_load_font (map, context, wanted);
      PangoFontDescription *found = pango_font_describe (font);

      has_all = has_all && g_strcmp0 (pango_font_description_get_family (found), needed[i].family) == 0;
      pango_font_description_free (found);
      g_object_unref (font);
      pango_font_description_free (wanted);
    }
  g_object_unref (context);
  return has_all;
}

static void
test_sheet (gconstpointer data)
{
  OcopChartKind kind = GPOINTER_TO_UINT (data);
  cairo_surface_t *sheet = draw_sheet (kind);
  g_autofree char *path = sheet_path (G_TEST_DIST, "reference", kind);
  g_autofree char *drawn = sheet_path (G_TEST_BUILT, "differing", kind);
  cairo_surface_t *reference = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  if (!has_fonts ())
    g_test_skip ("the pictures were drawn with other fonts");
  else if (count_differing (sheet, reference) > 0)
    {
      write_sheet (sheet, drawn);
      g_test_message ("%s is not as %s; when it is meant so: ninja renew-chart-pictures", drawn, path);
      g_test_fail ();
    }
  cairo_surface_destroy (reference);
  cairo_surface_destroy (sheet);
}

static void
renew (void)
{
  for (guint kind = 0; kind < OCOP_CHART_N_KINDS; kind++)
    {
      cairo_surface_t *sheet = draw_sheet (kind);
      g_autofree char *path = sheet_path (G_TEST_DIST, "reference", kind);

      write_sheet (sheet, path);
      cairo_surface_destroy (sheet);
    }
}

int
main (int    argc,
      char **argv)
{
  /* Translations come and go; the pictures are to change with the painters alone. */
  ocop_locale_start ("en");
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && strcmp (argv[1], "--renew") == 0)
    {
      renew ();
      return 0;
    }
  for (guint kind = 0; kind < OCOP_CHART_N_KINDS; kind++)
    {
      g_autofree char *path = g_strconcat ("/chart/pictures/", ocop_chart_kind_get_traits (kind)->name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_sheet);
    }
  return g_test_run ();
}
