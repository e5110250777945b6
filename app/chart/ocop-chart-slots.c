/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/ocop-chart-slots.h"

#include <glib/gi18n.h>

#include "base/ocop-number.h"
#include "chart/ocop-chart-text.h"

static void
slot_free (OcopChartSlot *slot)
{
  g_free (slot->label);
  g_free (slot->values);
  g_free (slot->lows);
  g_free (slot->highs);
  g_free (slot);
}

static OcopChartSlot *
slot_new (const OcopChart *chart,
          int              category)
{
  OcopChartSlot *slot = g_new0 (OcopChartSlot, 1);
  guint n_series = ocop_chart_n_series (chart);

  slot->category = category;
  slot->values = g_new (gint64, n_series);
  slot->total = OCOP_CHART_UNKNOWN;
  for (guint i = 0; i < n_series; i++)
    slot->values[i] = OCOP_CHART_UNKNOWN;
  return slot;
}

static void
slot_add (OcopChartSlot   *slot,
          const OcopChart *chart,
          guint            category)
{
  for (guint i = 0; i < ocop_chart_n_series (chart); i++)
    slot->values[i] = ocop_chart_add_values (slot->values[i], ocop_chart_get_value (chart, i, category));
  slot->total = ocop_chart_add_values (slot->total, ocop_chart_category_total (chart, category));
}

static OcopChartSlot *
slot_new_for_category (const OcopChart *chart,
                       guint            category)
{
  OcopChartSlot *slot = slot_new (chart, (int) category);
  const OcopChartCategory *described = ocop_chart_get_category (chart, category);

  slot->label = g_strdup (described->label);
  slot->role = described->role;
  slot_add (slot, chart, category);
  return slot;
}

/* What is not known of a record is no group like the others, however many there are of it. */
static gboolean
is_unknown (const OcopChartSlot *slot,
            const OcopChart     *chart)
{
  const char *key = slot->category != OCOP_CHART_REST ? ocop_chart_get_category (chart, (guint) slot->category)->key : NULL;

  return g_strcmp0 (key, OCOP_CHART_KEY_UNKNOWN) == 0;
}

static int
compare_slots (gconstpointer a,
               gconstpointer b,
               gpointer      chart)
{
  const OcopChartSlot *left = *(OcopChartSlot *const *) a;
  const OcopChartSlot *right = *(OcopChartSlot *const *) b;
  gboolean least_first = (ocop_chart_get_flags (chart) & OCOP_CHART_LEAST_FIRST) != 0;

  if (is_unknown (left, chart) != is_unknown (right, chart))
    return is_unknown (left, chart) ? 1 : -1;
  if (left->total != right->total)
    return (left->total > right->total) != least_first ? -1 : 1;
  return left->category - right->category;
}

/* How far the highest value is from the lowest; -1 with none. */
static gint64
spread_of (const OcopChartSlot *slot,
           guint                n_series)
{
  gint64 lowest = G_MAXINT64, highest = -1;

  for (guint i = 0; i < n_series; i++)
    if (slot->values[i] != OCOP_CHART_UNKNOWN)
      {
        lowest = MIN (lowest, slot->values[i]);
        highest = MAX (highest, slot->values[i]);
      }
  return highest < 0 ? -1 : highest - lowest;
}

static int
compare_spreads (gconstpointer a,
                 gconstpointer b,
                 gpointer      chart)
{
  const OcopChartSlot *left = *(OcopChartSlot *const *) a;
  const OcopChartSlot *right = *(OcopChartSlot *const *) b;
  guint n = ocop_chart_n_series (chart);
  gint64 difference = spread_of (right, n) - spread_of (left, n);

  if (difference != 0)
    return difference > 0 ? 1 : -1;
  return left->category - right->category;
}

const char *
ocop_chart_rest_name (const OcopChart *chart)
{
  const char *name = ocop_chart_get_text (chart, OCOP_CHART_TEXT_REST);

  return *name != '\0' ? name : _("Others");
}

/* Of the slots from the place @first on. An unknown value is less than any. */
static void
slot_take_range (OcopChartSlot   *slot,
                 const GPtrArray *slots,
                 guint            first,
                 guint            n_series)
{
  slot->lows = g_memdup2 (slot->values, n_series * sizeof (gint64));
  slot->highs = g_memdup2 (slot->values, n_series * sizeof (gint64));
  for (guint i = first; i < slots->len; i++)
    for (guint j = 0; j < n_series; j++)
      {
        gint64 value = ((const OcopChartSlot *) g_ptr_array_index (slots, i))->values[j];

        if (value != OCOP_CHART_UNKNOWN && (slot->lows[j] == OCOP_CHART_UNKNOWN || value < slot->lows[j]))
          slot->lows[j] = value;
        slot->highs[j] = MAX (slot->highs[j], value);
      }
}

char *
ocop_chart_slot_dup_range (const OcopChartSlot *slot,
                           const OcopChart     *chart,
                           guint                series)
{
  g_autofree char *low = ocop_chart_value_to_people (chart, slot->lows[series]);
  g_autofree char *high = ocop_chart_value_to_people (chart, slot->highs[series]);

  return slot->lows[series] < slot->highs[series] ? g_strdup_printf ("%s–%s", low, high) : g_steal_pointer (&low);
}

/* Puts all from the place @first on into one slot at the end, with their sums where they have any. */
static void
fold_slots (GPtrArray       *slots,
            const OcopChart *chart,
            guint            first)
{
  OcopChartSlot *rest = slot_new (chart, OCOP_CHART_REST);
  g_autofree char *number = ocop_number_to_people (slots->len - first);

  if (!ocop_chart_sums_categories (chart))
    slot_take_range (rest, slots, first, ocop_chart_n_series (chart));
  for (guint i = first; ocop_chart_sums_categories (chart) && i < slots->len; i++)
    slot_add (rest, chart, (guint) ((OcopChartSlot *) g_ptr_array_index (slots, i))->category);
  /* Nobody adds what is held against each other. */
  if (ocop_chart_get_flags (chart) & OCOP_CHART_COMPARED)
    rest->total = rest->values[0];
  rest->role = OCOP_CHART_ROLE_NEUTRAL;
  rest->label = g_strdup_printf ("%s (%s)", ocop_chart_rest_name (chart), number);
  g_ptr_array_set_size (slots, (int) first);
  g_ptr_array_add (slots, rest);
}

/* What is not known is not hidden among the rest: its place is the last before it. */
static void
keep_unknown (GPtrArray       *slots,
              const OcopChart *chart,
              guint            first)
{
  if (first > 1 && is_unknown (slots->pdata[slots->len - 1], chart))
    g_ptr_array_insert (slots, (int) first - 1, g_ptr_array_steal_index (slots, slots->len - 1));
}

GPtrArray *
ocop_chart_slots_new (const OcopChart *chart,
                      guint            most,
                      gboolean         fold)
{
  GPtrArray *slots = g_ptr_array_new_with_free_func ((GDestroyNotify) slot_free);
  gboolean keeps_order = ocop_chart_kind_get_traits (ocop_chart_get_kind (chart))->keeps_order;
  gboolean unordered = !keeps_order && *ocop_chart_get_text (chart, OCOP_CHART_TEXT_REST) != '\0';
  gboolean folds;

  for (guint i = 0; i < ocop_chart_n_categories (chart); i++)
    g_ptr_array_add (slots, slot_new_for_category (chart, i));
  folds = slots->len > MAX (most, 1) && (unordered || fold);
  if (unordered || (folds && !keeps_order))
    g_ptr_array_sort_with_data (slots, compare_slots, (gpointer) chart);
  /* Where not all have a place, those that will be talked of have one. */
  if (folds && ocop_chart_get_kind (chart) == OCOP_CHART_DOTS)
    g_ptr_array_sort_with_data (slots, compare_spreads, (gpointer) chart);
  if (folds && !keeps_order)
    keep_unknown (slots, chart, MAX (most, 1) - 1);
  if (folds)
    fold_slots (slots, chart, MAX (most, 1) - 1);
  return slots;
}

gint64
ocop_chart_slots_largest (const GPtrArray *slots,
                          guint            n_series,
                          gboolean         stacked)
{
  gint64 largest = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const OcopChartSlot *slot = g_ptr_array_index (slots, i);

      if (slot->category == OCOP_CHART_REST)
        continue;
      if (stacked)
        largest = MAX (largest, slot->total);
      for (guint j = 0; !stacked && j < n_series; j++)
        largest = MAX (largest, slot->values[j]);
    }
  return largest;
}

gint64
ocop_chart_slots_smallest (const GPtrArray *slots,
                           guint            n_series)
{
  gint64 smallest = G_MAXINT64;

  for (guint i = 0; i < slots->len; i++)
    for (guint j = 0; j < n_series; j++)
      {
        gint64 value = ((const OcopChartSlot *) g_ptr_array_index (slots, i))->values[j];

        if (value != OCOP_CHART_UNKNOWN)
          smallest = MIN (smallest, value);
      }
  return smallest < G_MAXINT64 ? smallest : 0;
}
