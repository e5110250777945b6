/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/desk-overview-data.h"

#include "report/chart/ocop-chart-data.h"
#include "report/ocop-since.h"
#include "report/plan/ocop-report-year.h"

static void
gap_free (gpointer data)
{
  DeskGap *gap = data;

  ocop_query_free (gap->query);
  g_free (gap);
}

void
desk_overview_data_free (DeskOverviewData *data)
{
  g_clear_pointer (&data->brief, ocop_brief_free);
  g_clear_pointer (&data->stock, ocop_query_free);
  g_clear_pointer (&data->valid, ocop_query_free);
  g_clear_pointer (&data->expiring, ocop_query_free);
  g_clear_pointer (&data->dues, g_ptr_array_unref);
  g_clear_pointer (&data->tasks, g_ptr_array_unref);
  g_clear_pointer (&data->chart, ocop_chart_free);
  g_clear_pointer (&data->gaps, g_ptr_array_unref);
  g_clear_pointer (&data->plan, ocop_plan_free);
  g_clear_pointer (&data->since, g_ptr_array_unref);
  g_free (data);
}

static gint64
count (OcopReader       *reader,
       const OcopQuery  *query,
       GError          **error)
{
  g_autoptr(OcopQuery) counting = ocop_query_copy (query);

  ocop_query_set_measure (counting, OCOP_MEASURE_COUNT, NULL);
  return ocop_reader_measure (reader, counting, error);
}

static gboolean
count_records (OcopReader        *reader,
               DeskOverviewData  *data,
               GError           **error)
{
  static const char * const kinds[] = { "product", "producer" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(OcopQuery) all = ocop_query_new (kinds[i]);
      gint64 n = count (reader, all, error);

      if (n < 0)
        return FALSE;
      data->n_records += n;
    }
  return TRUE;
}

static const char *
locality_key (const OcopDue *due)
{
  return due->locality != NULL ? due->locality : "";
}

static int
compare_dues (gconstpointer a,
              gconstpointer b,
              gpointer      places)
{
  const OcopDue *due_a = *(OcopDue * const *) a;
  const OcopDue *due_b = *(OcopDue * const *) b;
  guint place_a = GPOINTER_TO_UINT (g_hash_table_lookup (places, locality_key (due_a)));
  guint place_b = GPOINTER_TO_UINT (g_hash_table_lookup (places, locality_key (due_b)));

  if (place_a != place_b)
    return place_a < place_b ? -1 : 1;
  return ocop_date_compare (due_a->until, due_b->until);
}

/* By locality as people sort them, in each what ends first. Localities of one name are sorted
 * together, so each takes the place of its first product. */
static void
sort_by_locality (GPtrArray *dues)
{
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dues->len; i++)
    {
      const OcopDue *due = dues->pdata[i];
      gpointer place;

      if (!g_hash_table_lookup_extended (places, locality_key (due), NULL, &place) || GPOINTER_TO_UINT (place) > due->rank)
        g_hash_table_insert (places, (gpointer) locality_key (due), GUINT_TO_POINTER (due->rank));
    }
  g_ptr_array_sort_with_data (dues, compare_dues, places);
}

/* Of the valid products @valid those whose certificate ends within the days shown. A certificate that runs on by
 * article 12.3 has passed its own last day, and ends before any other. */
static OcopQuery *
query_expiring (const OcopQuery *valid,
                OcopDate         on)
{
  OcopQuery *query = ocop_query_copy (valid);
  char last[OCOP_DATE_TEXT_SIZE];

  ocop_date_to_text (ocop_date_add_days (on, DESK_OVERVIEW_DAYS), last);
  ocop_query_where (query, "valid_until", OCOP_OPERATOR_AT_MOST, last, NULL);
  ocop_query_clear_order (query);
  ocop_query_order_by (query, "valid_until", FALSE);
  return query;
}

static gboolean
read_expiring (OcopReader        *reader,
               DeskOverviewData  *data,
               OcopDate           on,
               GError           **error)
{
  data->expiring = query_expiring (data->valid, on);
  data->dues = ocop_due_list (reader, data->expiring, on, DESK_OVERVIEW_DAYS, error);
  if (data->dues == NULL)
    return FALSE;
  sort_by_locality (data->dues);
  return TRUE;
}

/* All records of @kind that the brief's scope is of: its products, what was recognised of them, and
 * whoever makes one; a producer without products is of the whole register alone. */
static OcopQuery *
query_scope (const DeskOverviewData *data,
             const char             *kind)
{
  const OcopQuery *products = data->brief->base;
  g_autoptr(OcopQuery) query = ocop_query_new (kind);

  if (g_str_equal (kind, "product"))
    return ocop_query_copy (products);
  if (g_str_equal (kind, "recognition"))
    ocop_query_where_linked (query, "product", products);
  else if (ocop_query_is_narrowed (products))
    ocop_query_has (query, TRUE, ocop_query_copy (products));
  return g_steal_pointer (&query);
}

/* A gap for each field that is expected of a record, not counted yet. */
static void
add_gaps (DeskOverviewData *data,
          const OcopKind   *kind)
{
  for (const OcopField *field = kind->fields; field->name != NULL; field++)
    if ((field->flags & OCOP_FIELD_EXPECTED) != 0)
      {
        DeskGap *gap = g_new (DeskGap, 1);

        *gap = (DeskGap) { kind, field, 0, query_scope (data, kind->name) };
        ocop_query_where (gap->query, field->name, OCOP_OPERATOR_UNKNOWN, NULL);
        g_ptr_array_add (data->gaps, gap);
      }
}

static gboolean
count_gaps (OcopReader  *reader,
            GPtrArray   *gaps,
            GError     **error)
{
  g_autoptr(GPtrArray) queries = g_ptr_array_new ();
  g_autoptr(GArray) numbers = NULL;

  for (guint i = 0; i < gaps->len; i++)
    g_ptr_array_add (queries, ((DeskGap *) gaps->pdata[i])->query);
  numbers = ocop_reader_survey_measures (reader, queries, error);
  for (guint i = numbers != NULL ? numbers->len : 0; i-- > 0;)
    {
      ((DeskGap *) gaps->pdata[i])->number = g_array_index (numbers, gint64, i);
      if (g_array_index (numbers, gint64, i) == 0)
        g_ptr_array_remove_index (gaps, i);
    }
  return numbers != NULL;
}

static gboolean
read_gaps (OcopReader        *reader,
           DeskOverviewData  *data,
           GError           **error)
{
  static const char * const kinds[] = { "product", "recognition", "producer" };

  data->gaps = g_ptr_array_new_with_free_func (gap_free);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_gaps (data, ocop_kind_find (kinds[i]));
  return count_gaps (reader, data->gaps, error);
}

/* The brief's own query of the stock, so that card, chart and paragraph can never differ. */
static OcopQuery *
query_stock (const OcopBrief *brief)
{
  OcopQuery *stock = ocop_query_copy (ocop_brief_get (brief, "products")->query);

  ocop_query_set_measure (stock, OCOP_MEASURE_NONE, NULL);
  return stock;
}

static OcopQuery *
query_valid (const OcopBrief *brief)
{
  OcopQuery *valid = query_stock (brief);

  ocop_query_unwhere (valid, "star");
  return valid;
}

static gboolean
read_before (OcopReader            *reader,
             DeskOverviewData      *data,
             const OcopBriefScope  *scope,
             GError               **error)
{
  const OcopBriefScope before = { ocop_date_add_months (scope->on, -12), ocop_date_add_months (scope->from, -12), scope->locality, scope->sector };
  g_autoptr(OcopBrief) brief = ocop_brief_new (reader, &before, error);
  g_autoptr(OcopQuery) valid = NULL;
  g_autoptr(OcopQuery) expiring = NULL;

  if (brief == NULL)
    return FALSE;
  valid = query_valid (brief);
  expiring = query_expiring (valid, before.on);
  data->before.products = ocop_brief_get (brief, "products")->number;
  data->before.first = ocop_brief_get (brief, "first")->number;
  data->before.expired = ocop_brief_get (brief, "expired")->number;
  data->before.expiring = count (reader, expiring, error);
  return data->before.expiring >= 0;
}

/* The one that papers of the year are of. */
static gboolean
read_plan (OcopReader        *reader,
           DeskOverviewData  *data,
           OcopDate           on,
           GError           **error)
{
  const OcopReportScope scope = { on };
  g_auto(OcopReportYear) year = { NULL };

  if (!ocop_report_year_read (reader, &scope, &year, error))
    return FALSE;
  if (year.plan == NULL)
    return TRUE;
  data->plan = ocop_plan_read_now (reader, ocop_record_get_id (year.plan), NULL, on, error);
  return data->plan != NULL;
}

static OcopChart *
read_chart (OcopReader              *reader,
            const DeskOverviewData  *data,
            OcopDate                 on,
            GError                 **error)
{
  const OcopChartScope scope = { data->valid, on };

  return ocop_chart_data_new (reader, "star-distribution", &scope, error);
}

DeskOverviewData *
desk_overview_data_read (OcopReader            *reader,
                         const OcopBriefScope  *scope,
                         gint64                 since,
                         GError               **error)
{
  g_autoptr(DeskOverviewData) data = g_new0 (DeskOverviewData, 1);

  if (!count_records (reader, data, error))
    return NULL;
  data->brief = ocop_brief_new (reader, scope, error);
  if (data->brief == NULL)
    return NULL;
  data->stock = query_stock (data->brief);
  data->valid = query_valid (data->brief);
  data->since = ocop_since_read (reader, since, scope->on, error);
  if (data->since == NULL)
    return NULL;
  data->tasks = ocop_due_tasks (reader, data->brief->base, scope->on, DESK_OVERVIEW_TASK_DAYS, error);
  if (data->tasks == NULL)
    return NULL;
  data->chart = read_chart (reader, data, scope->on, error);
  if (data->chart == NULL || !read_expiring (reader, data, scope->on, error) || !read_gaps (reader, data, error) ||
      !read_before (reader, data, scope, error) || !read_plan (reader, data, scope->on, error))
    return NULL;
  return g_steal_pointer (&data);
}
