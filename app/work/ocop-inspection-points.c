/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/ocop-inspection-points.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-records.h"
#include "work/ocop-inspection-rules.h"

static void
point_free (OcopInspectionPoint *point)
{
  g_clear_pointer (&point->before, ocop_record_free);
  ocop_record_free (point->after);
  g_free (point->product_name);
  g_free (point);
}

/* Which of @held, whose places become %NULL once taken, is about @topic and @product. */
static OcopRecord *
take_held (GPtrArray  *held,
           const char *topic,
           const char *product)
{
  for (guint i = 0; i < held->len; i++)
    {
      OcopRecord *record = g_ptr_array_index (held, i);

      if (record != NULL && g_strcmp0 (ocop_record_get_text (record, "topic"), topic) == 0 &&
          g_strcmp0 (ocop_record_get_text (record, "product"), product) == 0)
        {
          held->pdata[i] = NULL;
          return record;
        }
    }
  return NULL;
}

static void
add_held (GPtrArray  *points,
          OcopRecord *record,
          const char *product_name)
{
  OcopInspectionPoint *point = g_new0 (OcopInspectionPoint, 1);

  point->before = record;
  point->after = ocop_record_copy (record);
  point->product_name = g_strdup (product_name);
  g_ptr_array_add (points, point);
}

static void
add_point (GPtrArray  *points,
           GPtrArray  *held,
           const char *inspection,
           const char *topic,
           const char *product,
           const char *product_name)
{
  OcopRecord *record = take_held (held, topic, product);
  OcopInspectionPoint *point;

  if (record != NULL)
    {
      add_held (points, record, product_name);
      return;
    }
  point = g_new0 (OcopInspectionPoint, 1);
  point->after = ocop_record_new (ocop_kind_find ("inspection_point"), NULL);
  point->product_name = g_strdup (product_name);
  ocop_record_set_text (point->after, "inspection", inspection);
  ocop_record_set_text (point->after, "topic", topic);
  ocop_record_set_text (point->after, "product", product);
  ocop_record_set_text (point->after, "result", "not-checked");
  g_ptr_array_add (points, point);
}

static OcopRows *
read_products (OcopReader  *reader,
               const char  *producer,
               OcopDate     on,
               GError     **error)
{
  static const char * const columns[] = { "id", "name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("product");

  ocop_query_set_on (query, on);
  ocop_records_where_in_force (query, "state");
  ocop_query_where (query, "producer", OCOP_OPERATOR_IS, producer, NULL);
  ocop_query_order_by (query, "name", FALSE);
  return ocop_reader_rows (reader, query, columns, 0, -1, error);
}

/* A topic noted once for all products, as by hand, is not asked again of each of them. */
static gboolean
is_held_at_large (GPtrArray  *held,
                  const char *topic)
{
  for (guint i = 0; i < held->len; i++)
    if (held->pdata[i] != NULL && g_strcmp0 (ocop_record_get_text (held->pdata[i], "topic"), topic) == 0 &&
        ocop_record_get_text (held->pdata[i], "product") == NULL)
      return TRUE;
  return FALSE;
}

static void
add_topics (GPtrArray  *points,
            GPtrArray  *held,
            const char *inspection,
            OcopRows   *products)
{
  const GPtrArray *topics = ocop_inspection_rules ()->topics;
  guint n_products = products != NULL ? ocop_rows_get_n_rows (products) : 0;

  for (guint i = 0; i < topics->len; i++)
    {
      const OcopInspectTopic *topic = g_ptr_array_index (topics, i);

      if (!topic->each_product || n_products == 0 || is_held_at_large (held, topic->topic))
        add_point (points, held, inspection, topic->topic, NULL, NULL);
      else
        for (guint row = 0; row < n_products; row++)
          add_point (points, held, inspection, topic->topic, ocop_rows_get_text (products, row, 0), ocop_rows_get_text (products, row, 1));
    }
}

/* What was noted beside the topics of the rules, or of a product that is no longer valid. */
static void
add_others (GPtrArray  *points,
            GPtrArray  *held,
            OcopReader *reader)
{
  for (guint i = 0; i < held->len; i++)
    if (held->pdata[i] != NULL)
      {
        const char *product = ocop_record_get_text (held->pdata[i], "product");
        g_autofree char *name = product != NULL ? ocop_reader_label (reader, ocop_kind_find ("product"), product) : NULL;

        add_held (points, g_steal_pointer (&held->pdata[i]), name);
      }
}

static void
record_clear (OcopRecord *record)
{
  g_clear_pointer (&record, ocop_record_free);
}

GPtrArray *
ocop_inspection_points_read (OcopReader  *reader,
                             const char  *inspection,
                             OcopDate     on,
                             GError     **error)
{
  g_autoptr(OcopRecord) visit = ocop_reader_load (reader, ocop_kind_find ("inspection"), inspection, error);
  g_autoptr(GPtrArray) held = visit != NULL ? ocop_records_load (reader, "inspection_point", "inspection", inspection, NULL, error) : NULL;
  const char *producer = visit != NULL ? ocop_record_get_text (visit, "producer") : NULL;
  g_autoptr(OcopRows) products = held != NULL && producer != NULL ? read_products (reader, producer, on, error) : NULL;
  GPtrArray *points;

  if (held == NULL || (producer != NULL && products == NULL))
    return NULL;
  points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  g_ptr_array_set_free_func (held, (GDestroyNotify) record_clear);
  add_topics (points, held, inspection, products);
  add_others (points, held, reader);
  return points;
}

OcopDate
ocop_inspection_repair_day (OcopDate held_on)
{
  return ocop_date_add_days (ocop_date_is_day (held_on) ? held_on : ocop_date_today (), (int) ocop_inspection_rules ()->repair_days);
}

static gboolean
check (const OcopInspectionPoint  *point,
       GError                    **error)
{
  const OcopField *topic = ocop_kind_find_field (ocop_record_get_kind (point->after), "topic");
  const char *title = ocop_field_choice_title (topic, ocop_record_get_text (point->after, "topic"));

  if (g_strcmp0 (ocop_record_get_text (point->after, "result"), "fault") == 0 && ocop_record_get_text (point->after, "finding") == NULL)
    return ocop_refuse (error, _("%s: say what the fault is."), title), FALSE;
  if (!ocop_record_check (point->after, NULL, error))
    return g_prefix_error (error, "%s: ", title), FALSE;
  return TRUE;
}

const char *
ocop_inspection_points_conclude (const GPtrArray *points)
{
  gboolean whole = points->len > 0;

  for (guint i = 0; i < points->len; i++)
    {
      const OcopRecord *point = ((const OcopInspectionPoint *) points->pdata[i])->after;
      const char *result = ocop_record_get_text (point, "result");

      if (g_strcmp0 (result, "fault") == 0 && !ocop_date_is_known (ocop_record_get_date (point, "repaired_on")))
        return "repair";
      whole = whole && g_strcmp0 (result, "not-checked") != 0;
    }
  return whole ? "met" : NULL;
}

OcopChange *
ocop_inspection_points_save (const GPtrArray   *points,
                             const OcopRecord  *before,
                             OcopRecord        *after,
                             GError           **error)
{
  g_autoptr(OcopChange) change = ocop_change_new ("inspection-points", _("Note what was checked"));

  for (guint i = 0; i < points->len; i++)
    {
      const OcopInspectionPoint *point = g_ptr_array_index (points, i);

      if (!check (point, error))
        return NULL;
      if (point->before == NULL)
        ocop_change_add (change, point->after);
      else
        ocop_change_edit (change, point->before, point->after);
    }
  if (before != NULL)
    ocop_change_edit (change, before, after);
  return g_steal_pointer (&change);
}
