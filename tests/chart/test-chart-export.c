/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include <cairo.h>

#include "base/ocop-error.h"
#include "chart-samples.h"
#include "chart/ocop-chart-export.h"

typedef struct
{
  char *folder;
  OcopChart *chart;
} Fixture;

static const OcopChartSize a_size = { 760, 480, 1 };

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("ocop-chart-XXXXXX", NULL);
  fixture->chart = chart_sample_new (OCOP_CHART_STACKED_BARS, CHART_SAMPLE_TYPICAL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  ocop_chart_free (fixture->chart);
}

static char *
export (Fixture       *fixture,
        const char    *name,
        OcopChartSize  size)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  ocop_chart_export (fixture->chart, path, size, ocop_chart_theme_get (OCOP_CHART_THEME_PRINT_COLOUR), &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/* What another program says of the file; skips the test where it is not installed. */
static char *
ask (const char *const *arguments)
{
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip ("another reader is not installed");
      return NULL;
    }
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&output);
}

static void
test_pdf_text (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = export (fixture, "Biểu đồ.pdf", a_size);
  const char *const arguments[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *text = ask (arguments);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Cơ cấu sản phẩm OCOP theo hạng sao"));
  g_assert_nonnull (strstr (text, "22/11/2026"));
  g_assert_nonnull (strstr (text, "186"));
}

static void
test_svg_is_xml (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = export (fixture, "a.SVG", a_size);
  const char *const arguments[] = { "xmllint", "--xpath", "string(/*/@width)", path, NULL };
  g_autofree char *width = ask (arguments);

  if (width != NULL)
    g_assert_true (g_str_has_prefix (width, "760"));
}

static void
test_png_has_its_pixels (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *path = export (fixture, "a.png", (OcopChartSize) { 960, 540, 2 });
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1920);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1080);
  cairo_surface_destroy (surface);
}

/* Just as many as were asked for, whatever the theme does about its type. */
static void
test_chosen_pixels (Fixture       *fixture,
                    gconstpointer  data)
{
  static const int sizes[][2] = { { 1920, 1080 }, { 1200, 750 }, { 1201, 997 }, { 333, 777 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (OcopChartThemeId id = 0; id < OCOP_CHART_N_THEMES; id++)
      {
        const OcopChartTheme *theme = ocop_chart_theme_get (id);
        OcopChartSize size = ocop_chart_size_of_pixels (theme, sizes[i][0], sizes[i][1]);
        g_autoptr(GBytes) bytes = ocop_chart_to_bytes (fixture->chart, OCOP_CHART_FORMAT_PNG, size, theme, NULL);
        const guint8 *head = g_bytes_get_data (bytes, NULL);

        g_assert_cmpint (head[18] << 8 | head[19], ==, sizes[i][0]);
        g_assert_cmpint (head[22] << 8 | head[23], ==, sizes[i][1]);
      }
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  for (guint format = 0; format < OCOP_CHART_N_FORMATS; format++)
    {
      const OcopChartTheme *theme = ocop_chart_theme_get (OCOP_CHART_THEME_SCREEN_LIGHT);
      g_autoptr(GBytes) first = ocop_chart_to_bytes (fixture->chart, format, a_size, theme, NULL);
      g_autoptr(GBytes) second = ocop_chart_to_bytes (fixture->chart, format, a_size, theme, NULL);

      g_assert_cmpuint (g_bytes_get_size (first), >, 1000);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
check_refused (Fixture       *fixture,
               const char    *name,
               OcopChartSize  size,
               int            code)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (ocop_chart_export (fixture->chart, path, size, ocop_chart_theme_get (0), &error));
  g_assert_error (error, OCOP_ERROR, code);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  check_refused (fixture, "a.gif", a_size, OCOP_ERROR_ARGUMENT);
  check_refused (fixture, "png", a_size, OCOP_ERROR_ARGUMENT);
  check_refused (fixture, "a.png", (OcopChartSize) { 0, 480, 1 }, OCOP_ERROR_ARGUMENT);
  check_refused (fixture, "a.png", (OcopChartSize) { 20000, 480, 2 }, OCOP_ERROR_ARGUMENT);
  check_refused (fixture, "a.pdf", (OcopChartSize) { 760, -1, 1 }, OCOP_ERROR_ARGUMENT);
  check_refused (fixture, "no-such-folder/a.pdf", a_size, OCOP_ERROR_STORAGE);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/chart/export/pdf-text", test_pdf_text },
    { "/chart/export/svg-is-xml", test_svg_is_xml },
    { "/chart/export/png-has-its-pixels", test_png_has_its_pixels },
    { "/chart/export/chosen-pixels", test_chosen_pixels },
    { "/chart/export/same-bytes", test_same_bytes },
    { "/chart/export/refused", test_refused },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
