/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation/ocop-product-place.h"

enum
{
  COLUMN_LEVEL,
  COLUMN_LOCALITY,
  COLUMN_COMMUNE,
  COLUMN_PROVINCE,
};

gboolean
ocop_product_place_read (OcopReader        *reader,
                         const char        *product,
                         OcopDate           on,
                         OcopProductPlace  *place,
                         GError           **error)
{
  static const char * const columns[] = { "locality.level", "locality", "locality.code", "province.code", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");
  g_autoptr(OcopRows) rows = NULL;

  *place = (OcopProductPlace) { NULL };
  ocop_query_where (query, "id", OCOP_OPERATOR_IS, product, NULL);
  ocop_query_set_on (query, on);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  if (rows == NULL)
    return FALSE;
  if (ocop_rows_get_n_rows (rows) == 0)
    return TRUE;
  if (g_strcmp0 (ocop_rows_get_text (rows, 0, COLUMN_LEVEL), "commune") == 0)
    {
      place->locality = g_strdup (ocop_rows_get_text (rows, 0, COLUMN_LOCALITY));
      place->commune = g_strdup (ocop_rows_get_text (rows, 0, COLUMN_COMMUNE));
    }
  place->province = g_strdup (ocop_rows_get_text (rows, 0, COLUMN_PROVINCE));
  return TRUE;
}

void
ocop_product_place_clear (OcopProductPlace *place)
{
  g_clear_pointer (&place->locality, g_free);
  g_clear_pointer (&place->commune, g_free);
  g_clear_pointer (&place->province, g_free);
}
