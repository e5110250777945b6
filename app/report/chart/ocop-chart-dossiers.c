/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart/ocop-chart-session.h"

typedef struct
{
  OcopChartStandsForFunc stands_for;
  gpointer data;
  GPtrArray *ids;
} Dossiers;

static void
take_product (const OcopScoredProduct *product,
              gpointer                 data)
{
  const Dossiers *self = data;

  if (self->stands_for (product, self->data))
    g_ptr_array_add (self->ids, g_strdup (product->dossier));
}

static gboolean
take_session (const OcopChartAsked  *asked,
              Dossiers              *self,
              GError               **error)
{
  gboolean none;
  g_autoptr(OcopSessionScores) session = ocop_chart_read_session (asked, &none, error);

  for (guint i = 0; session != NULL && i < session->products->len; i++)
    if (ocop_scored_product_is_complete (session->products->pdata[i]))
      take_product (session->products->pdata[i], self);
  return session != NULL;
}

static OcopQuery *
query_dossiers (OcopDate            on,
                const char * const *ids)
{
  OcopQuery *query = ocop_query_new ("dossier");

  ocop_query_set_on (query, on);
  ocop_query_wherev (query, "id", OCOP_OPERATOR_IS, ids);
  return query;
}

OcopQuery *
ocop_chart_read_dossiers (const OcopChartAsked    *asked,
                          OcopChartStandsForFunc   stands_for,
                          gpointer                 data,
                          GError                 **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Dossiers self = { stands_for, data, ids };
  gboolean is_of_session = asked->maker->read_subjects == ocop_chart_read_sessions;
  gboolean is_read = is_of_session ? take_session (asked, &self, error) : ocop_chart_each_scored (asked, take_product, &self, error);

  if (!is_read || ids->len == 0)
    return NULL;
  g_ptr_array_add (ids, NULL);
  return query_dossiers (asked->on, (const char * const *) ids->pdata);
}

OcopQuery *
ocop_chart_query_dossier (OcopDate    on,
                          const char *id)
{
  const char * const ids[] = { id, NULL };

  return query_dossiers (on, ids);
}
