/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-compare.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
ocop_chart_against_day (const char *against,
                        OcopDate    on,
                        OcopDate   *day)
{
  if (against == NULL)
    return FALSE;
  if (g_str_equal (against, OCOP_CHART_AGAINST_LAST_YEAR))
    *day = ocop_date_add_months (on, -12);
  else if (g_str_equal (against, OCOP_CHART_AGAINST_YEAR_END))
    *day = ocop_date_new (on.year - 1, 12, 31);
  else if (ocop_chart_against_place (against) != NULL || !ocop_date_parse (against, day) || !ocop_date_is_day (*day))
    return FALSE;
  return ocop_date_compare (*day, on) != 0;
}

const char *
ocop_chart_against_place (const char *against)
{
  return against != NULL && g_str_has_prefix (against, OCOP_CHART_AGAINST_PLACE) ? against + strlen (OCOP_CHART_AGAINST_PLACE) : NULL;
}

/* In which two figures stand side by side. */
static OcopChartKind
kind_of (OcopChartKind kind)
{
  switch (kind)
    {
    case OCOP_CHART_ROWS:
    case OCOP_CHART_STACKED_ROWS:
    case OCOP_CHART_FUNNEL:
      return OCOP_CHART_ROWS;
    case OCOP_CHART_LINE:
    case OCOP_CHART_AREA:
      return OCOP_CHART_LINE;
    case OCOP_CHART_BARS:
    case OCOP_CHART_STACKED_BARS:
    case OCOP_CHART_RING:
    case OCOP_CHART_HISTOGRAM:
    default:
      return OCOP_CHART_BARS;
    }
}

/* What both say of themselves, part by part: of which days they are, say, but not of which locality. */
static char *
dup_common (const OcopChart *chart,
            const OcopChart *other)
{
  g_auto(GStrv) parts = g_strsplit (ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE), " · ", -1);
  g_auto(GStrv) others = g_strsplit (ocop_chart_get_text (other, OCOP_CHART_TEXT_SUBTITLE), " · ", -1);
  GString *common = g_string_new (NULL);

  for (char **part = parts; *part != NULL; part++)
    if (g_strv_contains ((const char * const *) others, *part))
      g_string_append_printf (common, "%s%s", common->len > 0 ? " · " : "", *part);
  return g_string_free (common, FALSE);
}

static void
describe (OcopChart       *compared,
          const OcopChart *chart,
          const char      *name,
          const OcopChart *other,
          const char      *other_name)
{
  static const OcopChartText texts[] = {
    OCOP_CHART_TEXT_CATEGORIES, OCOP_CHART_TEXT_VALUES, OCOP_CHART_TEXT_UNIT, OCOP_CHART_TEXT_REST, OCOP_CHART_TEXT_FORESEEN,
    OCOP_CHART_TEXT_SOURCE,
  };
  /* Translators: a day or a locality, and the one that it is compared with */
  g_autofree char *against = g_strdup_printf (_("%s compared with %s"), name, other_name);
  g_autofree char *common = dup_common (chart, other);
  g_autofree char *subtitle = *common != '\0' ? g_strdup_printf ("%s · %s", common, against) : g_strdup (against);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*ocop_chart_get_text (chart, texts[i]) != '\0')
      ocop_chart_set_text (compared, texts[i], ocop_chart_get_text (chart, texts[i]));
  ocop_chart_set_text (compared, OCOP_CHART_TEXT_SUBTITLE, subtitle);
  ocop_chart_set_as_of (compared, ocop_chart_get_as_of (chart));
  ocop_chart_set_decimals (compared, ocop_chart_get_decimals (chart));
  ocop_chart_set_flags (compared, ocop_chart_get_flags (chart) | ocop_chart_get_flags (other) | OCOP_CHART_COMPARED);
  ocop_chart_add_series (compared, name, OCOP_CHART_ROLE_ACCENT);
  ocop_chart_add_series (compared, other_name, OCOP_CHART_ROLE_NEUTRAL);
}

/* Whether the keys of @chart go up, as those of years and days do. */
static gboolean
goes_up (const OcopChart *chart)
{
  for (guint i = 1; i < ocop_chart_n_categories (chart); i++)
    if (strcmp (ocop_chart_get_category (chart, i - 1)->key, ocop_chart_get_category (chart, i)->key) >= 0)
      return FALSE;
  return TRUE;
}

/* By key, its index in @chart and 1. */
static GHashTable *
index_keys (const OcopChart *chart)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ocop_chart_n_categories (chart); i++)
    g_hash_table_insert (places, ocop_chart_get_category (chart, i)->key, GUINT_TO_POINTER (i + 1));
  return places;
}

/* Puts what there is of the key of @category in each of the charts beside each other. */
static void
add_category (OcopChart               *compared,
              const OcopChartCategory *category,
              const OcopChart *const   charts[2],
              GHashTable *const        places[2])
{
  guint index = ocop_chart_add_category (compared, category->key, category->label, OCOP_CHART_ROLE_INHERIT);

  if (category->unit != NULL)
    ocop_chart_set_unit (compared, index, category->unit);
  ocop_chart_set_interval (compared, index, category->from, category->until);
  for (guint i = 0; i < 2; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places[i], category->key));

      ocop_chart_set_value (compared, i, index, place > 0 ? ocop_chart_category_total (charts[i], place - 1) : 0);
    }
}

/* The categories of the first chart in its order, those that the other has alone where they belong: by their keys where these
 * go up, else at the end. */
static void
merge (OcopChart             *compared,
       const OcopChart *const charts[2],
       GHashTable *const      places[2])
{
  gboolean sorted = goes_up (charts[0]) && goes_up (charts[1]);
  guint next = 0, n = ocop_chart_n_categories (charts[1]);

  for (guint i = 0; i < ocop_chart_n_categories (charts[0]); i++)
    {
      const OcopChartCategory *own = ocop_chart_get_category (charts[0], i);

      for (; sorted && next < n && strcmp (ocop_chart_get_category (charts[1], next)->key, own->key) < 0; next++)
        add_category (compared, ocop_chart_get_category (charts[1], next), charts, places);
      if (sorted && next < n && g_str_equal (ocop_chart_get_category (charts[1], next)->key, own->key))
        next++;
      if (i == ocop_chart_get_foreseen (charts[0]))
        ocop_chart_set_foreseen (compared, ocop_chart_n_categories (compared));
      add_category (compared, own, charts, places);
    }
  for (; next < n; next++)
    if (!g_hash_table_contains (places[0], ocop_chart_get_category (charts[1], next)->key))
      add_category (compared, ocop_chart_get_category (charts[1], next), charts, places);
}

OcopChart *
ocop_chart_compare (const OcopChart *chart,
                    const char      *name,
                    const OcopChart *other,
                    const char      *other_name)
{
  const OcopChart *const charts[2] = { chart, other };
  g_autoptr(GHashTable) own_places = index_keys (chart);
  g_autoptr(GHashTable) other_places = index_keys (other);
  GHashTable *const places[2] = { own_places, other_places };
  OcopChart *compared = ocop_chart_new (kind_of (ocop_chart_get_kind (chart)), ocop_chart_get_text (chart, OCOP_CHART_TEXT_TITLE));

  describe (compared, chart, name, other, other_name);
  merge (compared, charts, places);
  return compared;
}
