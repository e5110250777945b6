/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a picture of every kind, theme and sample into a folder, to be looked at:
 *   build/tests/chart/gallery FOLDER [EXTENSION [WIDTH HEIGHT]] */

#include "base/ocop-locale.h"
#include "chart-samples.h"
#include "chart/ocop-chart-export.h"

static gboolean
write_picture (const char       *folder,
               const char       *extension,
               OcopChartSize     size,
               OcopChartKind     kind,
               ChartSample       sample,
               OcopChartThemeId  theme_id,
               GError          **error)
{
  const OcopChartTheme *theme = ocop_chart_theme_get (theme_id);
  g_autoptr(OcopChart) chart = chart_sample_new (kind, sample);
  g_autofree char *name = g_strdup_printf ("%s-%s-%s.%s", ocop_chart_kind_get_traits (kind)->name, chart_sample_name (sample),
                                           theme->name, extension);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return ocop_chart_export (chart, path, size, theme, error);
}

int
main (int    argc,
      char **argv)
{
  OcopChartSize size = { 760, 480, 1 };
  const char *extension = argc > 2 ? argv[2] : "png";
  g_autoptr(GError) error = NULL;

  if (argc < 2)
    {
      g_printerr ("Usage: %s FOLDER [EXTENSION [WIDTH HEIGHT]]\n", argv[0]);
      return 2;
    }
  ocop_locale_start (NULL);
  if (argc > 4)
    size = (OcopChartSize) { g_ascii_strtod (argv[3], NULL), g_ascii_strtod (argv[4], NULL), 1 };
  g_mkdir_with_parents (argv[1], 0755);
  for (guint i = 0; i < OCOP_CHART_N_KINDS * CHART_N_SAMPLES * OCOP_CHART_N_THEMES; i++)
    {
      if (!write_picture (argv[1], extension, size, i % OCOP_CHART_N_KINDS, i / OCOP_CHART_N_KINDS % CHART_N_SAMPLES,
                          i / OCOP_CHART_N_KINDS / CHART_N_SAMPLES, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
    }
  return 0;
}
