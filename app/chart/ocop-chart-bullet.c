/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-painter-private.h"

#include "base/ocop-number.h"
#include "chart/ocop-chart-text.h"

/* Longer than twice the mark a bar is broken off: its figure says how far it goes. */
#define MOST_TIMES 2.0

enum
{
  ACTUAL,
  TARGET,
  BEFORE,
};

/**
 * Bullets:
 * @times: how many times a row's mark its length holds, between 1 and %MOST_TIMES
 * @names: the width kept for the names, on the left
 * @figures: the width kept for the figures, on the right
 */
typedef struct
{
  GPtrArray *slots;
  double times;
  OcopChartBox plot;
  double names;
  double figures;
  double pitch;
} Bullets;

static void
bullets_clear (Bullets *bullets)
{
  g_clear_pointer (&bullets->slots, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bullets, bullets_clear)

static gint64
value_of (const OcopChartPainter *painter,
          const OcopChartSlot    *slot,
          guint                   series)
{
  return series < ocop_chart_n_drawn_series (painter->chart) ? slot->values[series] : OCOP_CHART_UNKNOWN;
}

/* What fills the row once: the mark, or the value where there is no mark. 0 where nothing can be drawn. */
static gint64
measure_of (const OcopChartPainter *painter,
            const OcopChartSlot    *slot)
{
  gint64 target = value_of (painter, slot, TARGET);

  return target > 0 ? target : MAX (value_of (painter, slot, ACTUAL), 0);
}

/* "45/60 sản phẩm (75,0 %)" */
static char *
dup_figures (const OcopChartPainter *painter,
             const OcopChartSlot    *slot)
{
  const OcopChart *chart = painter->chart;
  const char *own = slot->category != OCOP_CHART_REST ? ocop_chart_get_category (chart, (guint) slot->category)->unit : NULL;
  const char *unit = own != NULL ? own : ocop_chart_get_text (chart, OCOP_CHART_TEXT_UNIT);
  gint64 actual_value = value_of (painter, slot, ACTUAL), target_value = value_of (painter, slot, TARGET);
  g_autofree char *actual = ocop_chart_value_to_people (chart, actual_value);
  g_autofree char *target = ocop_chart_value_to_people (chart, target_value);
  g_autofree char *share = target_value > 0 ? ocop_chart_share_to_people (actual_value, target_value) : NULL;
  GString *words = g_string_new (actual);

  if (target_value != OCOP_CHART_UNKNOWN)
    g_string_append_printf (words, "/%s", target);
  if (*unit != '\0')
    g_string_append_printf (words, " %s", unit);
  if (share != NULL && actual_value != OCOP_CHART_UNKNOWN)
    g_string_append_printf (words, " (%s)", share);
  return g_string_free (words, FALSE);
}

/* More than nothing, where nothing was to be reached, is more than any mark. */
static double
times_of (const OcopChartPainter *painter,
          const OcopChartSlot    *slot,
          guint                   series)
{
  gint64 measure = measure_of (painter, slot);
  gint64 value = value_of (painter, slot, series);

  if (measure <= 0 || value <= 0)
    return 0;
  return value_of (painter, slot, TARGET) == 0 ? G_MAXDOUBLE : (double) value / (double) measure;
}

static void
measure (OcopChartPainter *painter,
         Bullets          *bullets)
{
  bullets->times = 1;
  for (guint i = 0; i < bullets->slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (bullets->slots, i);
      g_autofree char *figures = dup_figures (painter, slot);

      bullets->times = CLAMP (MAX (times_of (painter, slot, ACTUAL), times_of (painter, slot, BEFORE)), bullets->times, MOST_TIMES);
      if (slot->category == OCOP_CHART_REST)
        continue;
      ocop_chart_label_set (painter, OCOP_CHART_LABEL_VALUE, figures, 0, 1);
      bullets->figures = MAX (bullets->figures, painter->set.width + 1);
    }
  bullets->figures = MIN (bullets->figures, painter->free.width * 0.34);
  bullets->names = ocop_chart_names_width (painter, bullets->slots, bullets->figures + painter->em * 1.2);
}

static void
place (OcopChartPainter *painter,
       Bullets          *bullets)
{
  bullets->plot = painter->free;
  bullets->plot.x += bullets->names + painter->em * 0.6;
  bullets->plot.width = MAX (bullets->plot.width - bullets->names - bullets->figures - painter->em * 1.2, 1);
  bullets->pitch = ocop_chart_names_pitch (painter, bullets->slots, bullets->names, bullets->plot.height, painter->em * 3.4);
  bullets->plot.height = bullets->pitch * bullets->slots->len;
  painter->geometry->plot = bullets->plot;
}

/* Two strokes of the ground across the end of a bar that goes on. */
static void
paint_break (OcopChartPainter   *painter,
             const OcopChartBox *box)
{
  cairo_t *cr = painter->cr;
  double step = painter->em * 0.35;

  for (guint i = 1; i <= 2; i++)
    {
      double x = box->x + box->width - step * 2 * i;

      cairo_move_to (cr, x, box->y + box->height);
      cairo_line_to (cr, x + step, box->y);
    }
  ocop_chart_set_colour (cr, painter->theme->background);
  cairo_set_line_width (cr, step * 0.6);
  cairo_stroke (cr);
}

/* A row that needs a look is striped as well as red: it is found without colours too. */
static void
fill_bar (OcopChartPainter   *painter,
          OcopChartRole       role,
          const OcopChartBox *box)
{
  OcopChartFill fill;

  if (role == OCOP_CHART_ROLE_INHERIT)
    role = ocop_chart_get_series (painter->chart, ACTUAL)->role;
  fill = painter->theme->fills[role != OCOP_CHART_ROLE_INHERIT ? role : OCOP_CHART_ROLE_ACCENT];
  if (role == OCOP_CHART_ROLE_WARNING && fill.pattern == OCOP_CHART_PATTERN_NONE)
    {
      fill.pattern = OCOP_CHART_PATTERN_FALLING;
      fill.pattern_colour = painter->theme->background;
    }
  ocop_chart_fill_box (painter, &fill, box);
}

static void
paint_track (OcopChartPainter   *painter,
             const OcopChartBox *box)
{
  cairo_rectangle (painter->cr, box->x, box->y, box->width, box->height);
  ocop_chart_set_track_colour (painter);
  cairo_fill (painter->cr);
}

static double
length_of (const OcopChartPainter *painter,
           const Bullets          *bullets,
           const OcopChartSlot    *slot,
           guint                   series)
{
  return bullets->plot.width * MIN (times_of (painter, slot, series) / bullets->times, 1);
}

static void
paint_actual (OcopChartPainter    *painter,
              const Bullets       *bullets,
              const OcopChartSlot *slot,
              double               middle)
{
  double height = bullets->pitch * 0.42;
  const OcopChartBox track = { bullets->plot.x, middle - bullets->pitch * 0.36, bullets->plot.width / bullets->times, bullets->pitch * 0.72 };
  const OcopChartBox bar = { bullets->plot.x, middle - height / 2, length_of (painter, bullets, slot, ACTUAL), height };

  if (value_of (painter, slot, TARGET) > 0)
    paint_track (painter, &track);
  if (slot->values[ACTUAL] == OCOP_CHART_UNKNOWN)
    return;
  if (bar.width > 0)
    fill_bar (painter, slot->role, &bar);
  if (times_of (painter, slot, ACTUAL) > bullets->times)
    paint_break (painter, &bar);
  ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_BAR, ACTUAL, slot, bar);
}

/* A mark as high as @box, in its middle; what was reached before is thinner than what is to be. */
static OcopChartBox
fill_tick (OcopChartPainter   *painter,
           guint               series,
           const OcopChartBox *box)
{
  double width = MAX (painter->em * (series == TARGET ? 0.2 : 0.12), 1);
  double halo = MAX (painter->em * 0.12, 1);
  const OcopChartBox tick = { box->x + (box->width - width) / 2, box->y, width, box->height };

  /* On the bar, which may have a pattern, as well as beside it. */
  ocop_chart_set_colour (painter->cr, painter->theme->background);
  cairo_rectangle (painter->cr, tick.x - halo, tick.y, tick.width + 2 * halo, tick.height);
  cairo_fill (painter->cr);
  ocop_chart_set_colour (painter->cr, painter->theme->ink);
  cairo_rectangle (painter->cr, tick.x, tick.y, tick.width, tick.height);
  cairo_fill (painter->cr);
  return tick;
}

/* How many categories from the place @first on have each colour. */
static void
count_roles (const OcopChartPainter *painter,
             guint                   first,
             guint                   counts[OCOP_CHART_N_ROLES])
{
  for (guint i = first; i < ocop_chart_n_categories (painter->chart); i++)
    counts[ocop_chart_get_category (painter->chart, i)->role]++;
}

/* A bar in all the colours that rows have. */
static void
paint_roles (OcopChartPainter   *painter,
             const OcopChartBox *box)
{
  guint counts[OCOP_CHART_N_ROLES] = { 0 };
  guint n = 0, place = 0;

  count_roles (painter, 0, counts);
  for (guint role = 0; role < OCOP_CHART_N_ROLES; role++)
    n += counts[role] > 0;
  for (guint role = 0; role < OCOP_CHART_N_ROLES; role++)
    {
      const OcopChartBox part = { box->x + box->width * place / n, box->y, box->width / n, box->height };

      if (counts[role] == 0)
        continue;
      fill_bar (painter, role, &part);
      place++;
    }
}

void
ocop_chart_paint_bullet_swatch (OcopChartPainter   *painter,
                                guint               series,
                                const OcopChartBox *box)
{
  OcopChartBox half = *box, end = *box;

  half.y += box->height / 4;
  half.height /= 2;
  end.x += box->width / 2;
  paint_track (painter, box);
  if (series == ACTUAL)
    paint_roles (painter, &half);
  else
    fill_tick (painter, series, series == TARGET ? &end : &half);
}

void
ocop_chart_paint_bullet_key (OcopChartPainter   *painter,
                             OcopChartRole       role,
                             const OcopChartBox *box)
{
  const OcopChartBox half = { box->x, box->y + box->height / 4, box->width, box->height / 2 };

  fill_bar (painter, role, &half);
}

/* "Có nguy cơ không đạt, Không đạt"; %NULL where no row is in @role. */
static char *
dup_states (const OcopChart *chart,
            OcopChartRole    role)
{
  g_autoptr(GPtrArray) states = g_ptr_array_new ();

  for (guint i = 0; i < ocop_chart_n_categories (chart); i++)
    {
      const OcopChartCategory *category = ocop_chart_get_category (chart, i);

      if (category->role == role && category->state != NULL && !g_ptr_array_find_with_equal_func (states, category->state, g_str_equal, NULL))
        g_ptr_array_add (states, category->state);
    }
  g_ptr_array_add (states, NULL);
  return states->len > 1 ? g_strjoinv (", ", (char **) states->pdata) : NULL;
}

void
ocop_chart_add_bullet_keys (const OcopChartPainter *painter,
                            GArray                 *keys)
{
  for (OcopChartRole role = 0; role < OCOP_CHART_N_ROLES; role++)
    {
      const OcopChartKey key = { role, dup_states (painter->chart, role) };

      if (key.words != NULL)
        g_array_append_val (keys, key);
    }
}

/* The mark is as high as the row's ground, the year before half as high. */
static void
paint_tick (OcopChartPainter    *painter,
            const Bullets       *bullets,
            const OcopChartSlot *slot,
            guint                series,
            double               middle)
{
  double half = bullets->pitch * (series == TARGET ? 0.4 : 0.21);
  const OcopChartBox row = {
    bullets->plot.x + length_of (painter, bullets, slot, series), middle - half, 0, 2 * half,
  };

  if (value_of (painter, slot, series) > 0 && value_of (painter, slot, TARGET) > 0)
    ocop_chart_painter_add_mark (painter, OCOP_CHART_MARK_TICK, series, slot, fill_tick (painter, series, &row));
}

/* Of the rest how many have which colour. */
static void
paint_rest (OcopChartPainter *painter,
            const Bullets    *bullets,
            double            middle)
{
  guint counts[OCOP_CHART_N_ROLES] = { 0 };
  OcopChartBox swatch = { bullets->plot.x, middle - bullets->pitch * 0.21, painter->em * 0.85, bullets->pitch * 0.42 };

  count_roles (painter, bullets->slots->len - 1, counts);
  for (guint role = 0; role < OCOP_CHART_N_ROLES; role++)
    {
      g_autofree char *number = ocop_number_to_people (counts[role]);

      if (counts[role] == 0)
        continue;
      fill_bar (painter, role, &swatch);
      ocop_chart_label_set (painter, OCOP_CHART_LABEL_VALUE, number, 0, 1);
      ocop_chart_label_paint (painter, swatch.x + painter->em * 1.2, middle - painter->set.height / 2);
      swatch.x += painter->em * 2.6 + painter->set.width;
    }
}

static void
paint_words (OcopChartPainter    *painter,
             const Bullets       *bullets,
             const OcopChartSlot *slot,
             double               middle)
{
  g_autofree char *figures = dup_figures (painter, slot);
  double line = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY);
  guint lines = (guint) CLAMP (bullets->pitch / line, 1, 2);
  double x = painter->free.x + painter->free.width - bullets->figures;

  ocop_chart_name_paint (painter, slot->label, bullets->names, painter->free.x + bullets->names, middle, bullets->pitch);
  if (slot->category == OCOP_CHART_REST)
    return;
  ocop_chart_label_set (painter, OCOP_CHART_LABEL_VALUE, figures, bullets->figures, lines);
  ocop_chart_label_paint (painter, x, middle - painter->set.height / 2);
}

static void
lay_out (OcopChartPainter *painter,
         Bullets          *bullets,
         guint             most)
{
  bullets_clear (bullets);
  *bullets = (Bullets) { ocop_chart_slots_new (painter->chart, most, TRUE) };
  measure (painter, bullets);
  place (painter, bullets);
}

/* Rather fewer targets than names that are cut. */
static void
find_place (OcopChartPainter *painter,
            Bullets          *bullets)
{
  double least_pitch = ocop_chart_label_line_height (painter, OCOP_CHART_LABEL_CATEGORY) * 1.25;
  guint most;

  lay_out (painter, bullets, (guint) MAX (painter->free.height / least_pitch, 1));
  most = ocop_chart_names_most_rows (painter, bullets->slots, bullets->names, painter->free.height, least_pitch);
  if (most < bullets->slots->len)
    lay_out (painter, bullets, most);
}

void
ocop_chart_paint_bullet (OcopChartPainter *painter)
{
  g_auto(Bullets) bullets = { NULL };

  find_place (painter, &bullets);
  for (guint i = 0; i < bullets.slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (bullets.slots, i);
      double middle = bullets.plot.y + bullets.pitch * (i + 0.5);

      paint_words (painter, &bullets, slot, middle);
      if (slot->category == OCOP_CHART_REST)
        {
          paint_rest (painter, &bullets, middle);
          continue;
        }
      paint_actual (painter, &bullets, slot, middle);
      paint_tick (painter, &bullets, slot, BEFORE, middle);
      paint_tick (painter, &bullets, slot, TARGET, middle);
    }
}
