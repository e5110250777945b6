/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the register knows of those who may be visited: one pass over the products in force, the visits, and the
 * faults that are not repaired. */

#include "register/ocop-records.h"
#include "work/ocop-inspection-plan.h"

typedef struct
{
  OcopDate on;
  GPtrArray *candidates;
  GHashTable *by_producer;  /* id → its candidate */
} Collect;

static OcopDate
read_day (const OcopValue *value)
{
  OcopDate day = OCOP_DATE_UNKNOWN;

  ocop_date_parse (value->text != NULL ? value->text : "", &day);
  return day;
}

static void
keep_earlier (OcopDate *kept,
              OcopDate  day)
{
  if (ocop_date_is_day (day) && (!ocop_date_is_day (*kept) || ocop_date_compare (day, *kept) < 0))
    *kept = day;
}

static void
keep_later (OcopDate *kept,
            OcopDate  day)
{
  if (ocop_date_is_known (day) && (!ocop_date_is_known (*kept) || ocop_date_compare (day, *kept) > 0))
    *kept = day;
}

static gboolean
collect_product (const OcopValue *values,
                 gpointer         data)
{
  enum { PRODUCER, NAME, LOCALITY, LOCALITY_NAME, UNTIL };
  Collect *collect = data;
  OcopInspectionCandidate *candidate = g_hash_table_lookup (collect->by_producer, values[PRODUCER].text);

  if (candidate == NULL)
    {
      candidate = g_new0 (OcopInspectionCandidate, 1);
      candidate->producer = g_strdup (values[PRODUCER].text);
      candidate->name = g_strdup (values[NAME].text);
      candidate->locality = g_strdup (values[LOCALITY].text);
      candidate->locality_name = g_strdup (values[LOCALITY_NAME].text);
      g_ptr_array_add (collect->candidates, candidate);
      g_hash_table_insert (collect->by_producer, candidate->producer, candidate);
    }
  keep_earlier (&candidate->until, read_day (&values[UNTIL]));
  return TRUE;
}

static gboolean
collect_visit (const OcopValue *values,
               gpointer         data)
{
  enum { PRODUCER, PLANNED_ON, HELD_ON, REASON };
  Collect *collect = data;
  OcopInspectionCandidate *candidate = g_hash_table_lookup (collect->by_producer, values[PRODUCER].text);
  OcopDate planned_on = read_day (&values[PLANNED_ON]);
  OcopDate held_on = read_day (&values[HELD_ON]);

  if (candidate == NULL)
    return TRUE;
  keep_later (&candidate->visited_on, held_on);
  if (g_strcmp0 (values[REASON].text, "complaint") == 0)
    keep_later (&candidate->complained_on, ocop_date_is_known (held_on) ? held_on : planned_on);
  candidate->covered |= ocop_date_is_known (held_on) ? held_on.year == collect->on.year
                                                     : ocop_date_is_known (planned_on) && planned_on.year >= collect->on.year;
  return TRUE;
}

static gboolean
collect_fault (const OcopValue *values,
               gpointer         data)
{
  enum { PRODUCER, REPAIR_BY };
  Collect *collect = data;
  OcopInspectionCandidate *candidate = g_hash_table_lookup (collect->by_producer, values[PRODUCER].text);

  if (candidate != NULL)
    keep_earlier (&candidate->repair_by, read_day (&values[REPAIR_BY]));
  return TRUE;
}

static gboolean
read_products (OcopReader  *reader,
               Collect     *collect,
               GError     **error)
{
  static const char * const columns[] = { "producer", "producer.name", "producer.locality", "producer.locality.name", "valid_until", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  ocop_query_set_on (query, collect->on);
  ocop_records_where_in_force (query, "state");
  ocop_query_where (query, "producer", OCOP_OPERATOR_KNOWN, NULL);
  return ocop_reader_each (reader, query, columns, collect_product, collect, error);
}

static gboolean
read_visits (OcopReader  *reader,
             Collect     *collect,
             GError     **error)
{
  static const char * const columns[] = { "producer", "planned_on", "held_on", "reason", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("inspection");

  ocop_query_where (query, "producer", OCOP_OPERATOR_KNOWN, NULL);
  return ocop_reader_each (reader, query, columns, collect_visit, collect, error);
}

static gboolean
read_faults (OcopReader  *reader,
             Collect     *collect,
             GError     **error)
{
  static const char * const columns[] = { "inspection.producer", "repair_by", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("inspection_point");

  ocop_query_where (query, "result", OCOP_OPERATOR_IS, "fault", NULL);
  ocop_query_where (query, "repaired_on", OCOP_OPERATOR_UNKNOWN, NULL);
  ocop_query_where (query, "repair_by", OCOP_OPERATOR_KNOWN, NULL);
  ocop_query_where (query, "inspection.producer", OCOP_OPERATOR_KNOWN, NULL);
  return ocop_reader_each (reader, query, columns, collect_fault, collect, error);
}

GPtrArray *
ocop_inspection_plan_read (OcopReader  *reader,
                           OcopDate     on,
                           GError     **error)
{
  g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) ocop_inspection_candidate_free);
  g_autoptr(GHashTable) by_producer = g_hash_table_new (g_str_hash, g_str_equal);
  Collect collect = { on, candidates, by_producer };

  if (!read_products (reader, &collect, error) || !read_visits (reader, &collect, error) || !read_faults (reader, &collect, error))
    return NULL;
  ocop_inspection_plan_weigh (candidates, ocop_inspection_rules (), on);
  ocop_inspection_plan_choose (candidates, ocop_inspection_rules ());
  return g_steal_pointer (&candidates);
}
