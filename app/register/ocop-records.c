/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-records.h"

GPtrArray *
ocop_records_load (OcopReader   *reader,
                   const char   *kind,
                   const char   *field,
                   const char   *value,
                   const char   *order,
                   GError      **error)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_record_free);
  g_autoptr(OcopQuery) query = ocop_query_new (kind);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, field, OCOP_OPERATOR_IS, value, NULL);
  if (order != NULL)
    ocop_query_order_by (query, order, FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      OcopRecord *record = ocop_reader_load (reader, ocop_kind_find (kind), ocop_rows_get_text (rows, i, 0), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return rows != NULL ? g_steal_pointer (&records) : NULL;
}

void
ocop_records_where_in_force (OcopQuery  *query,
                             const char *path)
{
  ocop_query_where (query, path, OCOP_OPERATOR_IS, "valid", "extended", NULL);
}

void
ocop_records_where_under_way (OcopQuery *query)
{
  ocop_query_where (query, "step", OCOP_OPERATOR_IS_NOT, "recognised", "not-classed", "rejected", "withdrawn", NULL);
}

gint64
ocop_records_count (OcopReader       *reader,
                    const OcopQuery  *query,
                    const char       *path,
                    const char       *id,
                    GError          **error)
{
  g_autoptr(OcopQuery) of_one = ocop_query_copy (query);

  ocop_query_where (of_one, path, OCOP_OPERATOR_IS, id, NULL);
  ocop_query_set_measure (of_one, OCOP_MEASURE_COUNT, NULL);
  return ocop_reader_measure (reader, of_one, error);
}

gboolean
ocop_records_follow (OcopReader        *reader,
                     const OcopRecord  *of,
                     const char        *field,
                     OcopRecord       **record,
                     GError           **error)
{
  const char *id = ocop_record_get_text (of, field);
  const OcopField *link = ocop_kind_find_field (ocop_record_get_kind (of), field);

  *record = id != NULL ? ocop_reader_load (reader, ocop_kind_find (link->target), id, error) : NULL;
  return id == NULL || *record != NULL;
}
