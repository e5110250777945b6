/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-producer-change.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "register/ocop-records.h"

char *
ocop_producer_change_say (OcopReader  *reader,
                          const char  *product,
                          GError     **error)
{
  g_autoptr(OcopQuery) in_force = ocop_query_new ("recognition");
  g_autoptr(OcopQuery) under_way = ocop_query_new ("dossier");
  gint64 certificates, dossiers;

  ocop_records_where_in_force (in_force, "state");
  ocop_records_where_under_way (under_way);
  if ((certificates = ocop_records_count (reader, in_force, "product", product, error)) < 0 ||
      (dossiers = ocop_records_count (reader, under_way, "product", product, error)) < 0)
    return NULL;
  return ocop_text_join (" ", (const char *[]) {
    certificates > 0 ? _("The certificate in force names the former producer: afterwards use “Issue the certificate again…” on the page of recognitions.") : "",
    dossiers > 0 ? _("The dossier under way goes with the product: check its papers; who is to be recused is looked for anew.") : "",
  }, 2);
}
