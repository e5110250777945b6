/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart that a spreadsheet draws of the figures on a sheet, in our colours. */

#include "report/chart/ocop-chart-workbook-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "chart/ocop-chart-text.h"

/* Of a drawing, in the library's pixels. */
#define USUAL_WIDTH 480.0
#define USUAL_HEIGHT 288.0

/* Beyond so many, figures would hide the marks. */
#define MOST_LABELS 48

#define MOST_EDGES 240

/* Of bytes that describe the chart to who hears it; the library cuts at 2080, within a letter. */
#define MOST_WORDS 2000

/* For the library 0 is no colour at all. */
#define INK LXW_COLOR_BLACK

/**
 * Native:
 * @type: %LXW_CHART_NONE where a spreadsheet has no such chart
 * @gap: between the bars, in percent of their width
 * @overlap: of the bars of one category, likewise
 */
typedef struct
{
  lxw_chart_type type;
  guint16 gap;
  gint8 overlap;
} Native;

static const Native natives[OCOP_CHART_N_KINDS] = {
  [OCOP_CHART_BARS] = { LXW_CHART_COLUMN, 60, 0 },
  [OCOP_CHART_STACKED_BARS] = { LXW_CHART_COLUMN_STACKED, 60, 100 },
  [OCOP_CHART_ROWS] = { LXW_CHART_BAR, 50, 0 },
  [OCOP_CHART_STACKED_ROWS] = { LXW_CHART_BAR_STACKED, 50, 100 },
  [OCOP_CHART_RING] = { LXW_CHART_DOUGHNUT, 0, 0 },
  [OCOP_CHART_LINE] = { LXW_CHART_LINE, 0, 0 },
  [OCOP_CHART_AREA] = { LXW_CHART_AREA_STACKED, 0, 0 },
  [OCOP_CHART_BULLET] = { LXW_CHART_BAR, 50, 100 },
  [OCOP_CHART_HISTOGRAM] = { LXW_CHART_COLUMN, 0, 0 },
  [OCOP_CHART_DOTS] = { LXW_CHART_LINE, 0, 0 },
  [OCOP_CHART_FUNNEL] = { LXW_CHART_BAR, 25, 0 },
};

/**
 * Drawing:
 * @of_targets: whether shares of what was to be reached are drawn, which stand behind the figures
 */
typedef struct
{
  const OcopChartSheet *sheet;
  const OcopChart *chart;
  OcopChartKind kind;
  const OcopChartTheme *theme;
  lxw_chart *drawing;
  gboolean of_targets;
  guint n_categories;
  guint n_series;
} Drawing;

static const OcopChartFill *
fill_of (const Drawing *self,
         OcopChartRole  role)
{
  return &self->theme->fills[role != OCOP_CHART_ROLE_INHERIT ? role : OCOP_CHART_ROLE_ACCENT];
}

static lxw_chart_pattern
make_pattern (const OcopChartFill *fill)
{
  static const guint8 types[] = {
    [OCOP_CHART_PATTERN_RISING] = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
    [OCOP_CHART_PATTERN_FALLING] = LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL,
    [OCOP_CHART_PATTERN_CROSSED] = LXW_CHART_PATTERN_OUTLINED_DIAMOND,
    [OCOP_CHART_PATTERN_LEVEL] = LXW_CHART_PATTERN_NARROW_HORIZONTAL,
  };

  return (lxw_chart_pattern) { .fg_color = fill->pattern_colour, .bg_color = fill->colour, .type = types[fill->pattern] };
}

/* Of thin bars the edges would be all that is seen. */
static lxw_chart_line
make_edge (const Drawing *self)
{
  return (lxw_chart_line) { .color = self->theme->edge, .width = 0.5f, .none = self->n_categories * self->n_series > MOST_EDGES };
}

static void
set_fill (const Drawing       *self,
          lxw_chart_series    *series,
          const OcopChartFill *fill)
{
  lxw_chart_line edge = make_edge (self);
  lxw_chart_fill plain = { .color = fill->colour };
  lxw_chart_pattern pattern = make_pattern (fill);

  if (fill->pattern != OCOP_CHART_PATTERN_NONE)
    chart_series_set_pattern (series, &pattern);
  else
    chart_series_set_fill (series, &plain);
  chart_series_set_line (series, &edge);
}

static OcopChartRole
role_of_category (const Drawing *self,
                  guint          category)
{
  OcopChartRole role = ocop_chart_get_category (self->chart, category)->role;

  if (role != OCOP_CHART_ROLE_INHERIT)
    return role;
  if (self->kind == OCOP_CHART_RING)
    return OCOP_CHART_ROLE_GROUP_1 + category % (OCOP_CHART_N_ROLES - OCOP_CHART_ROLE_GROUP_1);
  return ocop_chart_get_series (self->chart, 0)->role;
}

/* Where the colour says which category it is. */
static void
set_points (const Drawing    *self,
            lxw_chart_series *series)
{
  guint n = self->n_categories;
  lxw_chart_line edge = make_edge (self);
  g_autofree lxw_chart_fill *fills = g_new0 (lxw_chart_fill, n);
  g_autofree lxw_chart_pattern *patterns = g_new0 (lxw_chart_pattern, n);
  g_autofree lxw_chart_point *points = g_new0 (lxw_chart_point, n);
  g_autofree lxw_chart_point **list = g_new0 (lxw_chart_point *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const OcopChartFill *fill = fill_of (self, role_of_category (self, i));
      gboolean hatched = fill->pattern != OCOP_CHART_PATTERN_NONE;

      fills[i].color = fill->colour;
      patterns[i] = make_pattern (fill);
      points[i] = (lxw_chart_point) { &edge, hatched ? NULL : &fills[i], hatched ? &patterns[i] : NULL };
      list[i] = &points[i];
    }
  chart_series_set_points (series, list);
}

/* Our painters colour by category in the same cases. */
static gboolean
colours_categories (const Drawing *self)
{
  return self->kind == OCOP_CHART_RING || self->kind == OCOP_CHART_BULLET || ocop_chart_n_series (self->chart) == 1;
}

static void
set_line (const Drawing    *self,
          lxw_chart_series *series,
          guint             place)
{
  static const guint8 shapes[] = {
    LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_DIAMOND, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE,
  };
  const OcopChartFill *fill = fill_of (self, ocop_chart_get_series (self->chart, place)->role);
  guint32 colour = ocop_chart_theme_line_colour (self->theme, fill->colour);
  lxw_chart_line line = { .color = colour, .width = 2.25f, .none = self->kind == OCOP_CHART_DOTS };
  lxw_chart_line edge = { .color = colour };
  lxw_chart_fill inside = { .color = fill->colour };

  chart_series_set_line (series, &line);
  chart_series_set_marker_type (series, shapes[place % G_N_ELEMENTS (shapes)]);
  chart_series_set_marker_size (series, 6);
  chart_series_set_marker_line (series, &edge);
  chart_series_set_marker_fill (series, &inside);
}

/* Of a bullet: the mark is a frame that the bar fills, what there was a year before a frame of dashes. */
static void
set_frame (const Drawing    *self,
           lxw_chart_series *series,
           guint             place)
{
  lxw_chart_fill none = { .none = TRUE };
  lxw_chart_line line = {
    .color = place == 1 ? INK : (lxw_color_t) self->theme->dim_ink, .width = place == 1 ? 1.75f : 1.0f,
    .dash_type = place == 1 ? LXW_CHART_LINE_DASH_SOLID : LXW_CHART_LINE_DASH_DASH,
  };

  chart_series_set_fill (series, &none);
  chart_series_set_line (series, &line);
}

static void
set_labels (const Drawing    *self,
            lxw_chart_series *series,
            guint             place)
{
  const char *plain = ocop_chart_sheet_number_format (self->sheet);
  /* Without those that are 0, which have no room in a stack. */
  g_autofree char *format = g_strdup_printf ("%s;-%s;", plain, plain);
  guint32 inside = ocop_chart_theme_ink_on (fill_of (self, ocop_chart_get_series (self->chart, place)->role)->colour);
  lxw_chart_font font = { .name = (char *) XLSX_FACE, .size = 9, .color = ocop_chart_is_stacked (self->chart) ? inside : INK };

  if (self->n_categories * self->n_series > MOST_LABELS || self->kind == OCOP_CHART_DOTS || self->kind == OCOP_CHART_AREA)
    return;
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, self->of_targets ? "0%" : format);
  chart_series_set_labels_font (series, &font);
}

/* What @category has in the series at @place; %FALSE where nothing is drawn. */
static gboolean
find_drawn (const Drawing *self,
            guint          category,
            guint          place,
            double        *number)
{
  double whole;

  if (!ocop_chart_sheet_find_number (self->sheet, category + 1, place + 1, number))
    return FALSE;
  if (!self->of_targets)
    return TRUE;
  if (!ocop_chart_sheet_find_number (self->sheet, category + 1, 2, &whole) || whole <= 0)
    return FALSE;
  *number /= whole;
  return TRUE;
}

/* The library takes cells that are reckoned or empty for 0, and viewers that do not reckon would draw that. It frees the points. */
static void
keep_values (const Drawing    *self,
             lxw_series_range *values,
             guint             place)
{
  values->ignore_cache = TRUE;
  values->num_data_points = (uint16_t) self->n_categories;
  for (guint i = 0; i < self->n_categories; i++)
    {
      lxw_series_data_point *point = calloc (1, sizeof *point);

      point->no_data = !find_drawn (self, i, place, &point->number);
      STAILQ_INSERT_TAIL (values->data_cache, point, list_pointers);
    }
}

static void
add_series (const Drawing *self,
            guint          place)
{
  const OcopChartSheet *sheet = self->sheet;
  lxw_row_t first = sheet->heading + 1, last = sheet->heading + self->n_categories;
  lxw_col_t column = (lxw_col_t) (1 + place + (self->of_targets ? self->n_series : 0));
  lxw_chart_series *series = chart_add_series (self->drawing, NULL, NULL);

  chart_series_set_categories (series, sheet->name, first, 0, last, 0);
  chart_series_set_values (series, sheet->name, first, column, last, column);
  keep_values (self, series->values, place);
  chart_series_set_name_range (series, sheet->name, sheet->heading, column);
  if (self->kind == OCOP_CHART_LINE || self->kind == OCOP_CHART_DOTS)
    set_line (self, series, place);
  else if (self->kind == OCOP_CHART_BULLET && place > 0)
    set_frame (self, series, place);
  else
    set_fill (self, series, fill_of (self, ocop_chart_get_series (self->chart, place)->role));
  if (place == 0 && colours_categories (self) && self->kind != OCOP_CHART_LINE && self->kind != OCOP_CHART_AREA
      && self->kind != OCOP_CHART_DOTS)
    set_points (self, series);
  if (place == 0 || self->kind != OCOP_CHART_BULLET)
    set_labels (self, series, place);
}

static void
set_axis (const Drawing  *self,
          lxw_chart_axis *axis,
          const char     *name)
{
  lxw_chart_font font = { .name = (char *) XLSX_FACE, .size = 10 };
  lxw_chart_font name_font = { .name = (char *) XLSX_FACE, .size = 10, .bold = TRUE };

  chart_axis_set_num_font (axis, &font);
  if (*name == '\0')
    return;
  chart_axis_set_name (axis, name);
  chart_axis_set_name_font (axis, &name_font);
}

static void
set_axes (const Drawing *self)
{
  gboolean lies = ocop_chart_kind_get_traits (self->kind)->lies;
  lxw_chart_axis *categories = lies ? self->drawing->y_axis : self->drawing->x_axis;
  lxw_chart_axis *values = lies ? self->drawing->x_axis : self->drawing->y_axis;
  lxw_chart_line grid = { .color = self->theme->grid, .width = 0.5f };
  const char *name = self->of_targets ? _("Percent of what was set") : ocop_chart_get_text (self->chart, OCOP_CHART_TEXT_VALUES);

  set_axis (self, categories, ocop_chart_get_text (self->chart, OCOP_CHART_TEXT_CATEGORIES));
  set_axis (self, values, *name != '\0' ? name : ocop_chart_get_text (self->chart, OCOP_CHART_TEXT_UNIT));
  chart_axis_set_num_format (values, self->of_targets ? "0%" : ocop_chart_sheet_number_format (self->sheet));
  chart_axis_major_gridlines_set_line (values, &grid);
  /* Areas always begin there. */
  if (self->kind != OCOP_CHART_DOTS && self->kind != OCOP_CHART_AREA)
    chart_axis_set_min (values, 0);
  if (!lies)
    return;
  /* The first on top, the numbers below all the same. */
  chart_axis_set_reverse (categories);
  chart_axis_set_crossing_max (categories);
}

static void
set_texts (const Drawing *self)
{
  lxw_chart_font title = { .name = (char *) XLSX_FACE, .size = 13, .bold = TRUE };
  lxw_chart_font legend = { .name = (char *) XLSX_FACE, .size = 10 };

  chart_title_set_name (self->drawing, ocop_chart_get_text (self->chart, OCOP_CHART_TEXT_TITLE));
  chart_title_set_name_font (self->drawing, &title);
  if (self->n_series == 1 && self->kind != OCOP_CHART_RING)
    chart_legend_set_position (self->drawing, LXW_CHART_LEGEND_NONE);
  else
    {
      chart_legend_set_position (self->drawing, self->kind == OCOP_CHART_RING ? LXW_CHART_LEGEND_RIGHT : LXW_CHART_LEGEND_BOTTOM);
      chart_legend_set_font (self->drawing, &legend);
    }
}

/* As much of @words as the library writes whole, in whole letters. */
static char *
cut_words (const char *words)
{
  const char *end = words;
  gsize taken = 0;

  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      taken += strchr ("&<>\"\n", *end) != NULL ? strlen ("&quot;") : (gsize) (g_utf8_next_char (end) - end);
      if (taken > MOST_WORDS)
        return g_strdup_printf ("%.*s…", (int) (end - words), words);
    }
  return g_strdup (words);
}

/* As much room as the categories need, up to what can still be looked at. */
static void
insert (const Drawing *self)
{
  guint marks = natives[self->kind].overlap == 100 ? 1 : self->n_series;
  gboolean lies = ocop_chart_kind_get_traits (self->kind)->lies;
  double length = self->n_categories * MAX (marks * 10.0, 22);
  double width = lies ? 760 : CLAMP (length, 760, 1800);
  double height = lies ? CLAMP (length + 140, 440, 4000) : 440;
  g_autofree char *whole = ocop_chart_to_words (self->chart);
  g_autofree char *words = cut_words (whole);
  lxw_chart_options options = {
    .object_position = LXW_OBJECT_DONT_MOVE_DONT_SIZE, .description = words,
    .x_scale = width / USUAL_WIDTH, .y_scale = height / USUAL_HEIGHT,
  };

  worksheet_insert_chart_opt (self->sheet->worksheet, self->sheet->heading + 1, (lxw_col_t) (self->sheet->n_columns + 1),
                              self->drawing, &options);
}

static void
set_manner (const Drawing *self)
{
  const Native *native = &natives[self->kind];
  lxw_chart_line spread = { .color = self->theme->dim_ink, .width = 0.75f };

  if (self->kind == OCOP_CHART_RING)
    chart_set_hole_size (self->drawing, 55);
  else if (self->kind == OCOP_CHART_DOTS)
    chart_set_high_low_lines (self->drawing, &spread);
  else if (native->type != LXW_CHART_LINE && native->type != LXW_CHART_AREA_STACKED)
    {
      chart_set_series_gap (self->drawing, native->gap);
      chart_set_series_overlap (self->drawing, native->overlap);
    }
  if (self->kind != OCOP_CHART_RING)
    set_axes (self);
}

/* What is apart from the values next to it is no part of a stack. */
static lxw_chart_type
find_type (const OcopChart *chart)
{
  lxw_chart_type type = natives[ocop_chart_get_kind (chart)].type;

  if (ocop_chart_is_stacked (chart))
    return type;
  return type == LXW_CHART_COLUMN_STACKED ? LXW_CHART_COLUMN : type == LXW_CHART_BAR_STACKED ? LXW_CHART_BAR : type;
}

void
ocop_chart_sheet_draw (const OcopChartSheet *sheet)
{
  Drawing self = {
    .sheet = sheet, .chart = sheet->chart, .kind = ocop_chart_get_kind (sheet->chart),
    .theme = ocop_chart_theme_get (OCOP_CHART_THEME_PRINT_COLOUR),
    .n_categories = ocop_chart_n_categories (sheet->chart), .n_series = ocop_chart_n_drawn_series (sheet->chart),
  };

  if (find_type (sheet->chart) == LXW_CHART_NONE || ocop_chart_is_empty (sheet->chart))
    return;
  self.of_targets = self.kind == OCOP_CHART_BULLET && self.n_series > 1;
  self.drawing = workbook_add_chart (sheet->book->workbook, (uint8_t) find_type (sheet->chart));
  for (guint i = 0; i < self.n_series; i++)
    add_series (&self, i);
  set_texts (&self);
  set_manner (&self);
  insert (&self);
}
