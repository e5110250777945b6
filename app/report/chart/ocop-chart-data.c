/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-data.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "chart/ocop-chart-geometry.h"
#include "report/chart/ocop-chart-maker-private.h"
#include "report/ocop-report-scope.h"

/* A share in hundredths of a percent. */
#define WHOLE 10000

/* The charts stand in a gallery in this order. */
static const OcopChartMaker * const files[] = {
  ocop_chart_makers_grouping,
  ocop_chart_makers_stock,
  ocop_chart_makers_expiring,
  ocop_chart_makers_round,
  ocop_chart_makers_moves,
  ocop_chart_makers_before,
  ocop_chart_makers_points,
  ocop_chart_makers_session,
  ocop_chart_makers_plan,
  ocop_chart_makers_coverage,
};

/* (transfer none) (element-type OcopChartMaker): all of them */
static const GPtrArray *
get_makers (void)
{
  static gsize made;

  if (g_once_init_enter (&made))
    {
      GPtrArray *makers = g_ptr_array_new ();

      for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        for (const OcopChartMaker *maker = files[i]; maker->about.name != NULL; maker++)
          g_ptr_array_add (makers, (gpointer) maker);
      g_once_init_leave (&made, (gsize) makers);
    }
  return (const GPtrArray *) made;
}

guint
ocop_chart_data_n_names (void)
{
  return get_makers ()->len;
}

const OcopChartName *
ocop_chart_data_get_name (guint place)
{
  g_return_val_if_fail (place < get_makers ()->len, NULL);

  return &((const OcopChartMaker *) get_makers ()->pdata[place])->about;
}

const char *
ocop_chart_heading_title (OcopChartHeading heading)
{
  static const char *const titles[OCOP_CHART_N_HEADINGS] = {
    N_("Products"), N_("Over time"), N_("Rounds of evaluation"), N_("The plan"), N_("The work"),
  };

  g_return_val_if_fail (heading < OCOP_CHART_N_HEADINGS, NULL);

  return _(titles[heading]);
}

static void
subject_free (gpointer data)
{
  OcopChartSubject *subject = data;

  g_free (subject->key);
  g_free (subject->title);
  g_free (subject);
}

GPtrArray *
ocop_chart_subjects_new (void)
{
  return g_ptr_array_new_with_free_func (subject_free);
}

void
ocop_chart_subjects_add (GPtrArray  *subjects,
                         const char *key,
                         const char *title)
{
  OcopChartSubject *subject = g_new (OcopChartSubject, 1);

  *subject = (OcopChartSubject) { g_strdup (key), g_strdup (title) };
  g_ptr_array_add (subjects, subject);
}

static const OcopChartMaker *
find_maker (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (const OcopChartMaker *maker = files[i]; maker->about.name != NULL; maker++)
      if (g_strcmp0 (maker->about.name, name) == 0)
        return maker;
  return NULL;
}

static gboolean
describe (OcopChart             *chart,
          const OcopChartAsked  *asked,
          GError               **error)
{
  g_autoptr(OcopRecord) office = ocop_reader_office (asked->reader, error);
  const char *name;

  if (office == NULL)
    return FALSE;
  name = ocop_record_get_text (office, "name");
  ocop_chart_set_as_of (chart, asked->on);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_VALUES, _("Number of products"));
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_UNIT, _("products"));
  if (name != NULL)
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_SOURCE, name);
  if (asked->maker->rest != NULL)
    ocop_chart_set_text (chart, OCOP_CHART_TEXT_REST, _(asked->maker->rest));
  if (ocop_record_get_integer (office, "practice", 0) != 0)
    ocop_chart_set_flags (chart, OCOP_CHART_PRACTICE);
  return TRUE;
}

/* A chart of some of the products must not pass for one of all. */
static void
describe_scope (OcopChart            *chart,
                const OcopChartAsked *asked)
{
  g_autofree char *text = ocop_report_describe_scope (asked->reader, asked->base);
  g_autofree char *both = NULL;

  if (text == NULL)
    return;
  /* Behind the days that it tells of, where it tells of some. */
  both = g_strdup_printf ("%s · %s", ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE), text);
  ocop_chart_set_text (chart, OCOP_CHART_TEXT_SUBTITLE, *ocop_chart_get_text (chart, OCOP_CHART_TEXT_SUBTITLE) != '\0' ? both : text);
}

OcopChart *
ocop_chart_data_new (OcopReader            *reader,
                     const char            *name,
                     const OcopChartScope  *scope,
                     GError               **error)
{
  const OcopChartMaker *maker = find_maker (name);
  g_autoptr(OcopChart) chart = NULL;
  g_autoptr(OcopQuery) base = NULL;
  OcopChartAsked asked;

  if (ocop_chart_data_check_name (name, error) == NULL)
    return NULL;
  if (scope->subject != NULL && maker->read_subjects == NULL)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("The chart “%s” is of nothing that can be chosen"), name);
      return NULL;
    }
  base = scope->base != NULL ? ocop_query_copy (scope->base) : ocop_chart_data_query_base (name);
  asked = (OcopChartAsked) { maker, reader, base, scope->on, scope->subject, scope->named };
  chart = ocop_chart_new (maker->kind, _(maker->about.title));
  if (!describe (chart, &asked, error) || !maker->fill (chart, &asked, error))
    return NULL;
  if (maker->about.of_products)
    describe_scope (chart, &asked);
  return g_steal_pointer (&chart);
}

const OcopChartName *
ocop_chart_data_find_name (const char *name)
{
  const OcopChartMaker *maker = find_maker (name);

  return maker != NULL ? &maker->about : NULL;
}

const OcopChartName *
ocop_chart_data_check_name (const char  *name,
                            GError     **error)
{
  const OcopChartName *about = ocop_chart_data_find_name (name);

  if (about == NULL)
    g_set_error (error, OCOP_ERROR, OCOP_ERROR_ARGUMENT, _("There is no chart “%s”"), name);
  return about;
}

GPtrArray *
ocop_chart_data_read_subjects (OcopReader  *reader,
                               const char  *name,
                               OcopDate     on,
                               GError     **error)
{
  const OcopChartMaker *maker = find_maker (name);

  g_return_val_if_fail (maker != NULL, NULL);
  return maker->read_subjects != NULL ? maker->read_subjects (reader, on, error) : ocop_chart_subjects_new ();
}

OcopQuery *
ocop_chart_data_query_base (const char *name)
{
  const OcopChartMaker *maker = find_maker (name);
  OcopQuery *query;

  g_return_val_if_fail (maker != NULL, NULL);
  query = ocop_query_new ("product");
  ocop_statistics_where_validity (query, maker->validity);
  return query;
}

OcopQuery *
ocop_chart_data_query_mark (const char      *name,
                            const OcopChart *chart,
                            const OcopQuery *base,
                            guint            series,
                            int              category)
{
  const OcopChartMaker *maker = find_maker (name);
  g_autoptr(OcopQuery) query = NULL;

  g_return_val_if_fail (maker != NULL, NULL);
  if (category == OCOP_CHART_REST || maker->behind == NULL)
    return NULL;
  query = ocop_query_copy (base);
  ocop_query_set_on (query, ocop_chart_get_as_of (chart));
  return maker->behind (maker, chart, query, series, (guint) category);
}

/* A whole lacks none. */
static gboolean
has_records (const OcopChartMaker *maker,
             gint64                value)
{
  switch (maker->figure)
    {
    case OCOP_CHART_FIGURE_SHARE:
      return value >= 0 && value < WHOLE;
    case OCOP_CHART_FIGURE_MEAN:
      return value >= 0;
    case OCOP_CHART_FIGURE_COUNT:
    default:
      return value > 0;
    }
}

/* Unknown where there is no such mark. */
static gint64
figure_of (const OcopChart *chart,
           guint            series,
           int              category)
{
  if (category == OCOP_CHART_REST)
    return OCOP_CHART_UNKNOWN;
  if (series == OCOP_CHART_ALL_SERIES)
    return ocop_chart_category_total (chart, (guint) category);
  return series < ocop_chart_n_series (chart) ? ocop_chart_get_value (chart, series, (guint) category) : OCOP_CHART_UNKNOWN;
}

gboolean
ocop_chart_data_opens_mark (const char      *name,
                            const OcopChart *chart,
                            guint            series,
                            int              category)
{
  const OcopChartMaker *maker = find_maker (name);

  g_return_val_if_fail (maker != NULL, FALSE);
  if (!has_records (maker, figure_of (chart, series, category))
      || (series == OCOP_CHART_ALL_SERIES && maker->about.compares == OCOP_CHART_COMPARES_NOTHING))
    return FALSE;
  return (maker->behind != NULL || maker->read_behind != NULL) && (maker->n_behind == 0 || series < maker->n_behind);
}

OcopQuery *
ocop_chart_data_read_mark (OcopReader            *reader,
                           const char            *name,
                           const OcopChart       *chart,
                           const OcopChartScope  *scope,
                           guint                  series,
                           int                    category,
                           GError               **error)
{
  const OcopChartMaker *maker = find_maker (name);
  g_autoptr(OcopQuery) base = scope->base != NULL ? ocop_query_copy (scope->base) : ocop_chart_data_query_base (name);
  const OcopChartAsked asked = { maker, reader, base, scope->on, scope->subject };

  if (!ocop_chart_data_opens_mark (name, chart, series, category))
    return NULL;
  if (maker->read_behind == NULL)
    return ocop_chart_data_query_mark (name, chart, base, series, category);
  return maker->read_behind (&asked, chart, series, (guint) category, error);
}
