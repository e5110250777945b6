/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/desk-chart-records.h"

#include <glib/gi18n.h>

#include "chart/ocop-chart-geometry.h"
#include "present/desk-present.h"

/* The base of @scope and its subject are its own. */
typedef struct
{
  const char *name;
  OcopChart *chart;
  OcopChartScope scope;
  guint series;
  int category;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  ocop_chart_free (asked->chart);
  ocop_query_free ((OcopQuery *) asked->scope.base);
  g_free ((char *) asked->scope.subject);
  g_free (asked);
}

static void
free_query (gpointer query)
{
  g_clear_pointer ((OcopQuery **) query, ocop_query_free);
  g_free (query);
}

/* Returns: a query or %NULL behind a pointer: none is no failure. */
static gpointer
read_query (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Asked *asked = data;
  g_autoptr(GError) failure = NULL;
  OcopQuery *query = ocop_chart_data_read_mark (reader, asked->name, asked->chart, &asked->scope, asked->series, asked->category, &failure);

  if (failure == NULL)
    return g_memdup2 (&query, sizeof query);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
on_read (GObject      *reg,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DeskWindow) window = data;
  g_autoptr(GError) error = NULL;
  OcopQuery **query = ocop_register_read_finish (OCOP_REGISTER (reg), result, &error);

  if (query == NULL)
    {
      desk_window_show_error (window, error);
      return;
    }
  if (desk_window_get_register (window) != OCOP_REGISTER (reg))
    ;
  else if (*query != NULL)
    desk_window_show_query_on_its_day (window, *query);
  else
    desk_window_say (window, _("No list holds this figure: it was entered by hand"));
  free_query (query);
}

/* What stands behind a chart of persons names them. At his own desk whoever clicks on a mark asks for just that; but the
 * screen may be the audience's too while slides are shown, and a chart that masks persons is not to name them by a slip of the
 * hand: then they have to be named on the chart first. Names of producers and products are public, and hidden nowhere. */
static gboolean
would_unmask (DeskWindow              *window,
              const OcopChartQuestion *question)
{
  return ocop_chart_data_find_name (question->chart)->of_people && !question->named && desk_present_is_running (GTK_WINDOW (window));
}

/* Of a comparison each series is a chart of its own, whose parts were added up. */
void
desk_chart_records_open (DeskWindow            *window,
                         OcopRegister          *reg,
                         const DeskChartAnswer *answer,
                         guint                  series,
                         int                    category)
{
  const OcopChartQuestion *question = answer->request->question;
  gboolean is_comparison = desk_chart_answer_compares (answer);
  const OcopChartSide *side = &answer->sides->sides[is_comparison ? series : 0];
  Asked *asked;

  if (would_unmask (window, question))
    {
      desk_window_say (window, _("Slides are being shown: what is behind this mark names persons. To open it, tick “Name persons” first."));
      return;
    }
  asked = g_new0 (Asked, 1);
  asked->name = ocop_chart_data_find_name (question->chart)->name;
  asked->chart = ocop_chart_copy (answer->chart);
  ocop_chart_set_as_of (asked->chart, side->on);
  asked->scope = (OcopChartScope) { .base = ocop_query_copy (side->base), .on = side->on, .subject = g_strdup (question->subject) };
  asked->series = is_comparison ? OCOP_CHART_ALL_SERIES : series;
  asked->category = category;
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_query, asked, asked_free, free_query, NULL, on_read, g_object_ref (window));
}
