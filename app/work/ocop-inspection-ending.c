/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work/ocop-inspection-ending.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "register/ocop-records.h"

void
ocop_inspection_ending_free (OcopInspectionEnding *ending)
{
  g_strfreev (ending->recognitions);
  g_free (ending->products);
  g_clear_pointer (&ending->line, ocop_record_free);
  g_free (ending);
}

static gboolean
is_fault (const OcopRecord *point)
{
  return g_strcmp0 (ocop_record_get_text (point, "result"), "fault") == 0;
}

static gboolean
has_fault (const GPtrArray *points,
           const char      *topic)
{
  for (guint i = 0; i < points->len; i++)
    if (is_fault (points->pdata[i]) && g_strcmp0 (ocop_record_get_text (points->pdata[i], "topic"), topic) == 0)
      return TRUE;
  return FALSE;
}

/* Article 8.1: which of its grounds the faults speak of, the gravest first; the office may choose another. */
static const char *
find_ground (const GPtrArray *points)
{
  static const struct
  {
    const char *topic, *ground;
  } grounds[] = {
    { "production", "stopped" },
    { "food-safety", "breach" },
    { "label", "breach" },
    { "mark", "mark" },
    { "criteria", "criteria" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    if (has_fault (points, grounds[i].topic))
      return grounds[i].ground;
  return NULL;
}

static OcopRecord *
make_line (const OcopRecord *visit,
           const OcopRecord *office,
           const GPtrArray  *points)
{
  OcopRecord *line = ocop_record_new (ocop_kind_find ("decision_line"), NULL);

  ocop_record_set_text (line, "ground", find_ground (points));
  ocop_record_set_text (line, "conclusion_number", ocop_record_get_text (visit, "record_number"));
  ocop_record_set_date (line, "conclusion_date", ocop_record_get_date (visit, "held_on"));
  ocop_record_set_text (line, "conclusion_body", ocop_record_get_text (office, "name"));
  return line;
}

/* The ids of the products that faults were noted of. */
static char **
dup_faulty (const GPtrArray *points)
{
  g_autoptr(GStrvBuilder) products = g_strv_builder_new ();

  for (guint i = 0; i < points->len; i++)
    {
      const char *product = ocop_record_get_text (points->pdata[i], "product");

      if (is_fault (points->pdata[i]) && product != NULL)
        g_strv_builder_add (products, product);
    }
  return g_strv_builder_end (products);
}

static gboolean
fill_recognitions (OcopInspectionEnding *ending,
                   OcopReader           *reader,
                   const char           *producer,
                   const GPtrArray      *points,
                   OcopDate              on,
                   GError              **error)
{
  static const char * const columns[] = { "id", "product.name", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("recognition");
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) faulty = dup_faulty (points);
  g_auto(GStrv) products = NULL;
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_set_on (query, on);
  ocop_records_where_in_force (query, "state");
  ocop_query_where (query, "product.producer", OCOP_OPERATOR_IS, producer, NULL);
  if (*faulty != NULL)
    ocop_query_wherev (query, "product", OCOP_OPERATOR_IS, (const char * const *) faulty);
  ocop_query_order_by (query, "product.name", FALSE);
  rows = ocop_reader_rows (reader, query, columns, 0, -1, error);
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows); i++)
    {
      g_strv_builder_add (ids, ocop_rows_get_text (rows, i, 0));
      g_strv_builder_add (names, ocop_rows_get_text (rows, i, 1));
    }
  products = g_strv_builder_end (names);
  ending->recognitions = g_strv_builder_end (ids);
  ending->products = g_strjoinv (", ", products);
  if (rows != NULL && *ending->recognitions == NULL)
    ocop_refuse (error, _("No certificate of this producer is in force."));
  return *ending->recognitions != NULL;
}

OcopInspectionEnding *
ocop_inspection_ending_read (OcopReader  *reader,
                             const char  *inspection,
                             OcopDate     on,
                             GError     **error)
{
  g_autoptr(OcopRecord) visit = ocop_reader_load (reader, ocop_kind_find ("inspection"), inspection, error);
  g_autoptr(OcopRecord) office = visit != NULL ? ocop_reader_office (reader, error) : NULL;
  g_autoptr(GPtrArray) points = office != NULL ? ocop_records_load (reader, "inspection_point", "inspection", inspection, NULL, error) : NULL;
  g_autoptr(OcopInspectionEnding) ending = NULL;
  const char *producer;

  if (points == NULL)
    return NULL;
  if (g_strcmp0 (ocop_record_get_text (visit, "conclusion"), "revoke") != 0)
    return ocop_refuse (error, _("This visit does not conclude that the certificate is to be revoked."));
  producer = ocop_record_get_text (visit, "producer");
  if (producer == NULL)
    return ocop_refuse (error, _("The visit names no producer."));
  ending = g_new0 (OcopInspectionEnding, 1);
  ending->line = make_line (visit, office, points);
  return fill_recognitions (ending, reader, producer, points, on, error) ? g_steal_pointer (&ending) : NULL;
}
