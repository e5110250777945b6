/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-theme.h"

#include <math.h>

#define SANS "Noto Sans, Segoe UI, sans-serif"
#define SERIF "Times New Roman, Liberation Serif, serif"

#define PLAIN(colour) { colour, OCOP_CHART_PATTERN_NONE, 0 }
#define HATCHED(colour, pattern, lines) { colour, OCOP_CHART_PATTERN_##pattern, lines }

#define FILLS_ON_WHITE \
  { \
    [OCOP_CHART_ROLE_STAR3] = PLAIN (0xb3dbbc), \
    [OCOP_CHART_ROLE_STAR4] = PLAIN (0x2f7f5b), \
    [OCOP_CHART_ROLE_POTENTIAL5] = HATCHED (0xf8e3a6, RISING, 0xd0a02f), \
    [OCOP_CHART_ROLE_STAR5] = PLAIN (0xdb9a16), \
    [OCOP_CHART_ROLE_NEUTRAL] = PLAIN (0xc9c4bb), \
    [OCOP_CHART_ROLE_WARNING] = PLAIN (0xb9541a), \
    [OCOP_CHART_ROLE_ACCENT] = PLAIN (0x5f7787), \
    [OCOP_CHART_ROLE_GROUP_1] = PLAIN (0x35647b), \
    [OCOP_CHART_ROLE_GROUP_2] = PLAIN (0x9ec1d3), \
    [OCOP_CHART_ROLE_GROUP_3] = PLAIN (0xb88569), \
    [OCOP_CHART_ROLE_GROUP_4] = PLAIN (0xf5dcba), \
    [OCOP_CHART_ROLE_GROUP_5] = HATCHED (0xccc2dc, FALLING, 0x6a5c86), \
    [OCOP_CHART_ROLE_GROUP_6] = HATCHED (0xd5e3d8, CROSSED, 0x7c9081), \
  }

#define FILLS_ON_BLACK \
  { \
    [OCOP_CHART_ROLE_STAR3] = PLAIN (0xb3dbbc), \
    [OCOP_CHART_ROLE_STAR4] = PLAIN (0x34825b), \
    [OCOP_CHART_ROLE_POTENTIAL5] = HATCHED (0x5b4a22, RISING, 0xd9ad48), \
    [OCOP_CHART_ROLE_STAR5] = PLAIN (0xd3962a), \
    [OCOP_CHART_ROLE_NEUTRAL] = PLAIN (0x6e6860), \
    [OCOP_CHART_ROLE_WARNING] = PLAIN (0xd9773c), \
    [OCOP_CHART_ROLE_ACCENT] = PLAIN (0x8fa9b9), \
    [OCOP_CHART_ROLE_GROUP_1] = PLAIN (0x406d86), \
    [OCOP_CHART_ROLE_GROUP_2] = PLAIN (0x9ec1d3), \
    [OCOP_CHART_ROLE_GROUP_3] = PLAIN (0xb88569), \
    [OCOP_CHART_ROLE_GROUP_4] = PLAIN (0xf8dfbd), \
    [OCOP_CHART_ROLE_GROUP_5] = HATCHED (0x695e7e, FALLING, 0xc9bae2), \
    [OCOP_CHART_ROLE_GROUP_6] = HATCHED (0x4c584e, CROSSED, 0xb4cdb9), \
  }

static const OcopChartTheme themes[OCOP_CHART_N_THEMES] = {
  [OCOP_CHART_THEME_SCREEN_LIGHT] = {
    .name = "screen-light", .family = SANS, .size = 13, .title_size = 17.5, .padding = 18,
    .line_width = 2.25, .grid_width = 1,
    .background = 0xffffff, .ink = 0x26231f, .dim_ink = 0x6a655e, .warning_ink = 0xa3470f, .grid = 0xe8e5df,
    .fills = FILLS_ON_WHITE,
  },
  [OCOP_CHART_THEME_SCREEN_DARK] = {
    .name = "screen-dark", .family = SANS, .size = 13, .title_size = 17.5, .padding = 18,
    .line_width = 2.25, .grid_width = 1,
    .background = 0x262422, .ink = 0xefebe4, .dim_ink = 0xb0a99e, .warning_ink = 0xf0a878, .grid = 0x3b3835,
    .fills = FILLS_ON_BLACK,
  },
  /* The outline tells a mark from the ground, whatever its fill; no text is dimmed. */
  [OCOP_CHART_THEME_SCREEN_CONTRAST] = {
    .name = "screen-contrast", .family = SANS, .size = 13, .title_size = 17.5, .padding = 18,
    .line_width = 3, .grid_width = 1, .edge_width = 1.5,
    .background = 0xffffff, .ink = 0x000000, .dim_ink = 0x000000, .warning_ink = 0x000000, .grid = 0x8c8c8c,
    .edge = 0x000000,
    .fills = FILLS_ON_WHITE,
  },
  [OCOP_CHART_THEME_SCREEN_CONTRAST_DARK] = {
    .name = "screen-contrast-dark", .family = SANS, .size = 13, .title_size = 17.5, .padding = 18,
    .line_width = 3, .grid_width = 1, .edge_width = 1.5,
    .background = 0x000000, .ink = 0xffffff, .dim_ink = 0xffffff, .warning_ink = 0xffffff, .grid = 0x8c8c8c,
    .edge = 0xffffff,
    .fills = FILLS_ON_BLACK,
  },
  [OCOP_CHART_THEME_PROJECTOR] = {
    .name = "projector", .family = SANS, .size = 20, .title_size = 34, .design_width = 1366, .design_height = 768, .padding = 40,
    .line_width = 4, .grid_width = 1.25,
    .background = 0xffffff, .ink = 0x111d17, .dim_ink = 0x4d544f, .warning_ink = 0x963c05, .grid = 0xd9d9d4,
    .fills = {
      [OCOP_CHART_ROLE_STAR3] = PLAIN (0xaed9b8),
      [OCOP_CHART_ROLE_STAR4] = PLAIN (0x20744d),
      [OCOP_CHART_ROLE_POTENTIAL5] = HATCHED (0xfbe5a2, RISING, 0xc48f12),
      [OCOP_CHART_ROLE_STAR5] = PLAIN (0xd8930b),
      [OCOP_CHART_ROLE_NEUTRAL] = PLAIN (0xbfbab1),
      [OCOP_CHART_ROLE_WARNING] = PLAIN (0xae480d),
      [OCOP_CHART_ROLE_ACCENT] = PLAIN (0x46667b),
      [OCOP_CHART_ROLE_GROUP_1] = PLAIN (0x24607b),
      [OCOP_CHART_ROLE_GROUP_2] = PLAIN (0x99c1d6),
      [OCOP_CHART_ROLE_GROUP_3] = PLAIN (0xbb8161),
      [OCOP_CHART_ROLE_GROUP_4] = PLAIN (0xfbdeb7),
      [OCOP_CHART_ROLE_GROUP_5] = HATCHED (0xccc2df, FALLING, 0x665686),
      [OCOP_CHART_ROLE_GROUP_6] = HATCHED (0xd6e7d9, CROSSED, 0x778f7c),
    },
  },
  [OCOP_CHART_THEME_PRINT_COLOUR] = {
    .name = "print-colour", .family = SERIF, .size = 11, .title_size = 14, .padding = 6,
    .line_width = 1.5, .grid_width = 0.5, .edge_width = 0.35,
    .background = 0xffffff, .ink = 0x000000, .dim_ink = 0x444444, .warning_ink = 0x8a3400, .grid = 0xd8d8d8,
    .edge = 0x555555,
    .fills = {
      [OCOP_CHART_ROLE_STAR3] = PLAIN (0xbce0c4),
      [OCOP_CHART_ROLE_STAR4] = PLAIN (0x2f7f5b),
      [OCOP_CHART_ROLE_POTENTIAL5] = HATCHED (0xfdf0c8, RISING, 0xb98a1a),
      [OCOP_CHART_ROLE_STAR5] = PLAIN (0xdb9a16),
      [OCOP_CHART_ROLE_NEUTRAL] = PLAIN (0xd6d3cd),
      [OCOP_CHART_ROLE_WARNING] = PLAIN (0xb9541a),
      [OCOP_CHART_ROLE_ACCENT] = PLAIN (0x5f7787),
      [OCOP_CHART_ROLE_GROUP_1] = PLAIN (0x35647b),
      [OCOP_CHART_ROLE_GROUP_2] = PLAIN (0xa3c6d8),
      [OCOP_CHART_ROLE_GROUP_3] = PLAIN (0xbb886c),
      [OCOP_CHART_ROLE_GROUP_4] = PLAIN (0xfbe2c0),
      [OCOP_CHART_ROLE_GROUP_5] = HATCHED (0xd1c8e1, FALLING, 0x6a5c86),
      [OCOP_CHART_ROLE_GROUP_6] = HATCHED (0xdae9dd, CROSSED, 0x7f9383),
    },
  },
  [OCOP_CHART_THEME_PRINT_GREY] = {
    .name = "print-grey", .family = SERIF, .size = 11, .title_size = 14, .padding = 6,
    .line_width = 1.5, .grid_width = 0.5, .edge_width = 0.5,
    .background = 0xffffff, .ink = 0x000000, .dim_ink = 0x333333, .warning_ink = 0x000000, .grid = 0xcccccc,
    .edge = 0x222222,
    .fills = {
      [OCOP_CHART_ROLE_STAR3] = PLAIN (0xd9d9d9),
      [OCOP_CHART_ROLE_STAR4] = PLAIN (0x707070),
      [OCOP_CHART_ROLE_POTENTIAL5] = HATCHED (0xffffff, RISING, 0x333333),
      [OCOP_CHART_ROLE_STAR5] = PLAIN (0x1f1f1f),
      [OCOP_CHART_ROLE_NEUTRAL] = HATCHED (0xf2f2f2, LEVEL, 0x8a8a8a),
      [OCOP_CHART_ROLE_WARNING] = HATCHED (0x505050, CROSSED, 0xffffff),
      [OCOP_CHART_ROLE_ACCENT] = PLAIN (0x707070),
      [OCOP_CHART_ROLE_GROUP_1] = PLAIN (0x606060),
      [OCOP_CHART_ROLE_GROUP_2] = PLAIN (0xdedede),
      [OCOP_CHART_ROLE_GROUP_3] = HATCHED (0xa8a8a8, FALLING, 0x404040),
      [OCOP_CHART_ROLE_GROUP_4] = HATCHED (0xffffff, RISING, 0x555555),
      [OCOP_CHART_ROLE_GROUP_5] = PLAIN (0x2a2a2a),
      [OCOP_CHART_ROLE_GROUP_6] = HATCHED (0xffffff, CROSSED, 0x777777),
    },
  },
};

const OcopChartTheme *
ocop_chart_theme_get (OcopChartThemeId id)
{
  g_return_val_if_fail (id < OCOP_CHART_N_THEMES, NULL);

  return &themes[id];
}

const OcopChartTheme *
ocop_chart_theme_find (const char *name)
{
  for (guint i = 0; i < OCOP_CHART_N_THEMES; i++)
    {
      if (g_strcmp0 (themes[i].name, name) == 0)
        return &themes[i];
    }
  return NULL;
}

/* One channel of sRGB made linear. */
static double
linear (guint32 channel)
{
  double c = (channel & 0xff) / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 colour)
{
  return 0.2126 * linear (colour >> 16) + 0.7152 * linear (colour >> 8) + 0.0722 * linear (colour);
}

double
ocop_chart_contrast (guint32 a,
                     guint32 b)
{
  double la = luminance (a), lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

guint32
ocop_chart_theme_ink_on (guint32 colour)
{
  const guint32 dark = 0x16201a, light = 0xffffff;

  return ocop_chart_contrast (dark, colour) > ocop_chart_contrast (light, colour) ? dark : light;
}

guint32
ocop_chart_mix (guint32 colour,
                guint32 other,
                double  share)
{
  guint32 mixed = 0;

  for (int shift = 16; shift >= 0; shift -= 8)
    mixed |= (guint32) lround ((colour >> shift & 0xff) * (1 - share) + (other >> shift & 0xff) * share) << shift;
  return mixed;
}

guint32
ocop_chart_theme_line_colour (const OcopChartTheme *theme,
                              guint32               colour)
{
  guint32 line = colour;

  for (int tenths = 1; tenths <= 10 && ocop_chart_contrast (line, theme->background) < 3; tenths++)
    line = ocop_chart_mix (colour, theme->ink, tenths / 10.0);
  return line;
}

guint32
ocop_chart_theme_shade (const OcopChartTheme *theme,
                        double                share)
{
  return ocop_chart_mix (theme->background, theme->fills[OCOP_CHART_ROLE_GROUP_1].colour, 0.08 + 0.92 * share);
}
