/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-producer-change.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"

/* Takes @query. */
static gint64
count_of (OcopReader  *reader,
          OcopQuery   *query,
          const char  *product,
          GError     **error)
{
  g_autoptr(OcopQuery) owned = query;

  ocop_query_where (query, "product", OCOP_OPERATOR_IS, product, NULL);
  ocop_query_set_measure (query, OCOP_MEASURE_COUNT, NULL);
  return ocop_reader_measure (reader, query, error);
}

char *
ocop_producer_change_say (OcopReader  *reader,
                          const char  *product,
                          GError     **error)
{
  OcopQuery *in_force = ocop_query_new ("recognition");
  OcopQuery *under_way = ocop_query_new ("dossier");
  gint64 certificates, dossiers;

  ocop_query_where (in_force, "state", OCOP_OPERATOR_IS, "valid", "extended", NULL);
  ocop_query_where (under_way, "step", OCOP_OPERATOR_IS_NOT, "recognised", "not-classed", "rejected", "withdrawn", NULL);
  certificates = count_of (reader, in_force, product, error);
  dossiers = count_of (reader, under_way, product, certificates >= 0 ? error : NULL);
  if (certificates < 0 || dossiers < 0)
    return NULL;
  return ocop_text_join (" ", (const char *[]) {
    certificates > 0 ? _("The certificate in force names the former producer: afterwards use “Issue the certificate again…” on the page of recognitions.") : "",
    dossiers > 0 ? _("The dossier under way goes with the product: check its papers; who is to be recused is looked for anew.") : "",
  }, 2);
}
