/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-text.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "chart/ocop-chart-slots.h"

/* Nobody listens to more categories than this; the table has them all. */
#define MOST_IN_WORDS 12

char *
ocop_chart_number_to_people (gint64 number,
                             guint  decimals)
{
  return decimals == 0 ? ocop_number_to_people (number) : ocop_quantity_to_people (number);
}

char *
ocop_chart_difference_to_people (gint64 difference,
                                 guint  decimals)
{
  g_autofree char *number = ocop_chart_number_to_people (ABS (difference), decimals);

  return g_strconcat (difference > 0 ? "+" : difference < 0 ? "−" : "", number, NULL);
}

const char *
ocop_chart_series_heading (const OcopChart *chart,
                           guint            series)
{
  const char *name = ocop_chart_get_series (chart, series)->name;

  if (name != NULL && *name != '\0')
    return name;
  name = ocop_chart_get_text (chart, OCOP_CHART_TEXT_VALUES);
  return *name != '\0' ? name : ocop_chart_get_text (chart, OCOP_CHART_TEXT_UNIT);
}

char *
ocop_chart_value_to_people (const OcopChart *chart,
                            gint64           value)
{
  return value == OCOP_CHART_UNKNOWN ? g_strdup ("–") : ocop_chart_number_to_people (value, ocop_chart_get_decimals (chart));
}

char *
ocop_chart_share_to_people (gint64 part,
                            gint64 whole)
{
  gint64 tenths;
  g_autofree char *percent = NULL;

  if (part == OCOP_CHART_UNKNOWN)
    return g_strdup ("–");
  tenths = (part * 1000 + whole / 2) / whole;
  if (part < whole)
    tenths = MIN (tenths, 999);
  percent = ocop_number_to_people (tenths / 10);
  return g_strdup_printf ("%s,%d\u00a0%%", percent, (int) (tenths % 10));
}

char *
ocop_chart_source_line (const OcopChart *chart)
{
  g_autofree char *day = ocop_date_to_people (ocop_chart_get_as_of (chart));
  g_autofree char *as_of = NULL;
  const char *source = ocop_chart_get_text (chart, OCOP_CHART_TEXT_SOURCE);

  if (*day == '\0')
    return g_strdup (source);
  as_of = g_strdup_printf (_("Figures as of %s"), day);
  return *source != '\0' ? g_strconcat (as_of, " · ", source, NULL) : g_steal_pointer (&as_of);
}

/* What is counted in @category, or in the chart where that stands for all. */
static const char *
unit_of (const OcopChart *chart,
         int              category)
{
  const char *unit = category != OCOP_CHART_REST ? ocop_chart_get_category (chart, (guint) category)->unit : NULL;

  return unit != NULL ? unit : ocop_chart_get_text (chart, OCOP_CHART_TEXT_UNIT);
}

/* "91 sản phẩm" */
static void
append_amount (GString         *words,
               const OcopChart *chart,
               int              category,
               gint64           value)
{
  const char *unit = unit_of (chart, category);
  g_autofree char *number = NULL;

  if (value == OCOP_CHART_UNKNOWN)
    {
      g_string_append (words, C_("figure", "unknown"));
      return;
    }
  number = ocop_chart_value_to_people (chart, value);
  g_string_append (words, number);
  if (*unit != '\0')
    g_string_append_printf (words, " %s", unit);
}

/* "3 sao 91 sản phẩm (63,2 %)"; without the share where @whole is no sum. */
static void
append_part (GString         *words,
             const OcopChart *chart,
             int              category,
             const char      *name,
             gint64           value,
             gint64           whole)
{
  g_string_append_printf (words, "%s ", name);
  append_amount (words, chart, category, value);
  if (whole > 0 && value != OCOP_CHART_UNKNOWN)
    {
      g_autofree char *share = ocop_chart_share_to_people (value, whole);

      g_string_append_printf (words, " (%s)", share);
    }
}

static gint64
total_of (const OcopChart *chart)
{
  gint64 total = OCOP_CHART_UNKNOWN;

  for (guint i = 0; i < ocop_chart_n_drawn_series (chart); i++)
    total = ocop_chart_add_values (total, ocop_chart_series_total (chart, i));
  return total;
}

/* What the first value of @category is to be seen as a share of: of a funnel's part the one
 * before, of a bullet its mark; 0 where it is no share. */
static gint64
whole_of_first (const OcopChart *chart,
                int              category)
{
  OcopChartKind kind = ocop_chart_get_kind (chart);

  if (category == OCOP_CHART_REST)
    return 0;
  if (kind == OCOP_CHART_FUNNEL)
    return category > 0 ? ocop_chart_get_value (chart, 0, (guint) category - 1) : 0;
  if (kind == OCOP_CHART_BULLET && ocop_chart_n_drawn_series (chart) > 1)
    return ocop_chart_get_value (chart, 1, (guint) category);
  return 0;
}

/* ", Có nguy cơ không đạt" */
static void
append_state (GString         *words,
              const OcopChart *chart,
              int              category)
{
  const char *state = category != OCOP_CHART_REST ? ocop_chart_get_category (chart, (guint) category)->state : NULL;

  if (state != NULL)
    g_string_append_printf (words, ", %s", state);
}

/* Between the moments; the first of those to come says what they tell. */
static void
append_separator (GString             *words,
                  const OcopChart     *chart,
                  const OcopChartSlot *slot,
                  const char          *separator)
{
  guint foreseen = ocop_chart_get_foreseen (chart);

  g_string_append (words, separator);
  if (slot->category != OCOP_CHART_REST && (guint) slot->category == foreseen)
    g_string_append_printf (words, "%s: ", ocop_chart_get_text (chart, OCOP_CHART_TEXT_FORESEEN));
}

static void
append_categories (GString         *words,
                   const OcopChart *chart,
                   const GPtrArray *slots)
{
  gint64 whole = ocop_chart_sums_categories (chart) && slots->len > 1 ? total_of (chart) : 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (slots, i);

      append_separator (words, chart, slot, i > 0 ? ", " : "");
      append_part (words, chart, slot->category, slot->label, slot->values[0],
                   whole > 0 ? whole : whole_of_first (chart, slot->category));
    }
}

/* What the parts of @mark's stack or ring sum up to, or what else it is a share of; 0 where it is none. */
static gint64
whole_of (const OcopChart     *chart,
          const OcopChartMark *mark)
{
  if (mark->kind == OCOP_CHART_MARK_SECTOR)
    return total_of (chart);
  if (mark->kind != OCOP_CHART_MARK_WRITTEN && ocop_chart_is_stacked (chart) && ocop_chart_n_drawn_series (chart) > 1)
    return ocop_chart_category_total (chart, (guint) mark->category);
  return mark->series == 0 ? whole_of_first (chart, mark->category) : 0;
}

/* " (+3)" */
static void
append_difference (GString         *words,
                   const OcopChart *chart,
                   int              category)
{
  gint64 difference = category != OCOP_CHART_REST ? ocop_chart_get_difference (chart, (guint) category) : OCOP_CHART_UNKNOWN;
  g_autofree char *text = NULL;

  if (difference == OCOP_CHART_UNKNOWN)
    return;
  text = ocop_chart_difference_to_people (difference, ocop_chart_get_decimals (chart));
  g_string_append_printf (words, " (%s)", text);
}

char *
ocop_chart_mark_to_words (const OcopChart     *chart,
                          const OcopChartMark *mark)
{
  GString *words = g_string_new (NULL);
  g_autofree char *name = NULL;
  const char *category = mark->category == OCOP_CHART_REST
                           ? ocop_chart_rest_name (chart) : ocop_chart_get_category (chart, (guint) mark->category)->label;

  if (mark->series != OCOP_CHART_ALL_SERIES && ocop_chart_n_drawn_series (chart) > 1)
    name = g_strdup_printf ("%s, %s:", category, ocop_chart_series_heading (chart, mark->series));
  else
    name = g_strconcat (category, ":", NULL);
  append_part (words, chart, mark->category, name, mark->value, whole_of (chart, mark));
  if (mark->series == 0)
    {
      append_difference (words, chart, mark->category);
      append_state (words, chart, mark->category);
    }
  if (mark->category != OCOP_CHART_REST && (guint) mark->category >= ocop_chart_get_foreseen (chart))
    g_string_append_printf (words, ". %s", ocop_chart_get_text (chart, OCOP_CHART_TEXT_FORESEEN));
  return g_string_free (words, FALSE);
}

/* The sums over all categories: "3 sao 128 sản phẩm (68,8 %), 4 sao …" */
static void
append_series_totals (GString         *words,
                      const OcopChart *chart)
{
  gint64 whole = ocop_chart_is_stacked (chart) ? total_of (chart) : 0;

  for (guint i = 0; i < ocop_chart_n_drawn_series (chart); i++)
    {
      g_string_append (words, i > 0 ? ", " : "");
      append_part (words, chart, OCOP_CHART_REST, ocop_chart_series_heading (chart, i), ocop_chart_series_total (chart, i), whole);
    }
  g_string_append (words, ". ");
}

/* "Đồng Xanh 16 sản phẩm (3 sao 9, 4 sao 6)" */
static void
append_breakdown (GString             *words,
                  const OcopChart     *chart,
                  const OcopChartSlot *slot)
{
  gboolean stacked = ocop_chart_is_stacked (chart);
  const char *before = " (";

  g_string_append (words, slot->label);
  if (stacked)
    {
      g_string_append_c (words, ' ');
      append_amount (words, chart, slot->category, slot->total);
    }
  for (guint i = 0; i < ocop_chart_n_drawn_series (chart); i++)
    {
      g_autofree char *number = NULL;

      if (slot->values[i] == OCOP_CHART_UNKNOWN || (stacked && slot->values[i] == 0))
        continue;
      number = ocop_chart_value_to_people (chart, slot->values[i]);
      g_string_append_printf (words, "%s%s %s", before, ocop_chart_series_heading (chart, i), number);
      before = ", ";
    }
  if (slot->category != OCOP_CHART_REST && ocop_chart_get_difference (chart, (guint) slot->category) != OCOP_CHART_UNKNOWN)
    {
      g_autofree char *difference = ocop_chart_difference_to_people (ocop_chart_get_difference (chart, (guint) slot->category),
                                                                     ocop_chart_get_decimals (chart));

      g_string_append_printf (words, "%s%s %s", before, C_("in words", "difference"), difference);
    }
  append_state (words, chart, slot->category);
  if (*before == ',')
    g_string_append_c (words, ')');
}

static void
append_figures (GString         *words,
                const OcopChart *chart)
{
  g_autoptr(GPtrArray) slots = ocop_chart_slots_new (chart, MOST_IN_WORDS, ocop_chart_get_kind (chart) == OCOP_CHART_RING);

  if (ocop_chart_n_drawn_series (chart) == 1)
    append_categories (words, chart, slots);
  else
    {
      if (ocop_chart_sums_categories (chart))
        append_series_totals (words, chart);
      for (guint i = 0; i < slots->len; i++)
        {
          append_separator (words, chart, g_ptr_array_index (slots, i), i > 0 ? "; " : "");
          append_breakdown (words, chart, g_ptr_array_index (slots, i));
        }
    }
  g_string_append_c (words, '.');
}

static void
append_total (GString         *words,
              const OcopChart *chart)
{
  gboolean is_one_sum = ocop_chart_n_drawn_series (chart) == 1 || ocop_chart_is_stacked (chart);

  if (!is_one_sum || !ocop_chart_sums_categories (chart) || ocop_chart_n_categories (chart) < 2)
    return;
  g_string_append_printf (words, " %s: ", _("Total"));
  append_amount (words, chart, OCOP_CHART_REST, total_of (chart));
  g_string_append_c (words, '.');
}

/* "Lines: 4 sao 70,00, 5 sao 90,00." */
static void
append_levels (GString         *words,
               const OcopChart *chart)
{
  /* Of intervals the levels are hundredths, as their bounds are, whatever is counted in them. */
  guint decimals = ocop_chart_get_kind (chart) == OCOP_CHART_HISTOGRAM ? 2 : ocop_chart_get_decimals (chart);

  for (guint i = 0; i < ocop_chart_n_levels (chart); i++)
    {
      const OcopChartLevel *level = ocop_chart_get_level (chart, i);
      g_autofree char *value = ocop_chart_number_to_people (level->value, decimals);

      if (i == 0)
        g_string_append_printf (words, " %s: ", C_("chart", "Lines"));
      g_string_append_printf (words, "%s%s %s", i > 0 ? ", " : "", level->label, value);
    }
  if (ocop_chart_n_levels (chart) > 0)
    g_string_append_c (words, '.');
}

static void
append_limit (GString         *words,
              const OcopChart *chart)
{
  g_autofree char *limit = ocop_chart_value_to_people (chart, ocop_chart_get_limit (chart));

  if (ocop_chart_get_limit (chart) != OCOP_CHART_UNKNOWN)
    g_string_append_printf (words, " %s: %s.", ocop_chart_get_text (chart, OCOP_CHART_TEXT_LIMIT), limit);
}

char *
ocop_chart_dup_title (const OcopChart *chart)
{
  const char *title = ocop_chart_get_text (chart, OCOP_CHART_TEXT_TITLE);
  const char *subtitle = ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE);

  return *subtitle != '\0' ? g_strdup_printf ("%s: %s", title, subtitle) : g_strdup (title);
}

char *
ocop_chart_to_words (const OcopChart *chart)
{
  const char *subtitle = ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE);
  GString *words = g_string_new (ocop_chart_get_text (chart, OCOP_CHART_TEXT_TITLE));
  g_autofree char *source = ocop_chart_source_line (chart);

  if (words->len > 0)
    g_string_append (words, ": ");
  if (*subtitle != '\0')
    g_string_append_printf (words, "%s. ", subtitle);
  if (ocop_chart_is_empty (chart))
    g_string_append_printf (words, "%s.", _("No figures yet"));
  else
    {
      append_figures (words, chart);
      append_total (words, chart);
      append_levels (words, chart);
      append_limit (words, chart);
    }
  if (*source != '\0')
    g_string_append_printf (words, " %s.", source);
  if (ocop_chart_get_flags (chart) & OCOP_CHART_PRACTICE)
    g_string_append_printf (words, " %s.", _("PRACTICE DATA"));
  return g_string_free (words, FALSE);
}
