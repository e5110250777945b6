/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-product-facts.h"

#include "model/ocop-product-code.h"
#include "register/ocop-record-past.h"
#include "report/ocop-postal-address.h"
#include "report/ocop-report-scope.h"

void
ocop_product_facts_free (OcopProductFacts *self)
{
  g_clear_pointer (&self->product, ocop_record_free);
  g_clear_pointer (&self->producer, ocop_record_free);
  g_free (self->locality);
  g_free (self->address);
  g_free (self->code);
  g_free (self);
}

/* The record that @field of @record links to, as it stood after the change @seq; %NULL where there is none, or with
 * @error set. */
static OcopRecord *
load_linked (OcopReader        *reader,
             const OcopRecord  *record,
             const char        *field,
             gint64             seq,
             GError           **error)
{
  const char *id = record != NULL ? ocop_record_get_text (record, field) : NULL;
  const OcopField *link = id != NULL ? ocop_kind_find_field (ocop_record_get_kind (record), field) : NULL;

  return link != NULL ? ocop_record_past_load (reader, ocop_kind_find (link->target), id, seq, error) : NULL;
}

static char *
make_code (OcopReader       *reader,
           const OcopRecord *product,
           const OcopRecord *commune,
           guint             year)
{
  g_autoptr(OcopRecord) province = commune != NULL ? load_linked (reader, commune, "parent", 0, NULL) : NULL;
  gint64 number = ocop_record_get_integer (product, "running_number", 0);
  char *code = NULL;

  if (province != NULL && number > 0)
    code = ocop_product_code_build (ocop_record_get_text (province, "code"), ocop_record_get_text (commune, "code"),
                                    (guint) number, year);
  return code != NULL ? code : g_strdup (ocop_record_get_text (product, "product_code"));
}

/* What stands on the day for the unit that the product, or else its producer, names; %NULL where neither does, or with
 * @error set. */
static OcopRecord *
load_unit (const OcopProductFacts  *self,
           OcopReader              *reader,
           OcopDate                 on,
           GError                 **error)
{
  static const char * const columns[] = { "standing", NULL };
  const OcopRecord *of = ocop_record_get_text (self->product, "unit") != NULL ? self->product : self->producer;
  const char *unit = of != NULL ? ocop_record_get_text (of, "unit") : NULL;
  g_autoptr(OcopQuery) query = ocop_query_new ("unit");
  g_autoptr(OcopRows) rows = NULL;
  const char *standing;

  if (unit == NULL)
    return NULL;
  ocop_query_where (query, "id", OCOP_OPERATOR_IS, unit, NULL);
  ocop_query_set_on (query, ocop_date_is_day (on) ? on : ocop_date_today ());
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  if (rows == NULL)
    return NULL;
  standing = ocop_rows_get_n_rows (rows) > 0 ? ocop_rows_get_text (rows, 0, 0) : NULL;
  return ocop_reader_load (reader, ocop_kind_find ("unit"), standing != NULL ? standing : unit, error);
}

static gboolean
read_place (OcopProductFacts  *self,
            OcopReader        *reader,
            OcopDate           on,
            guint              year,
            GError           **error)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(OcopRecord) unit = load_unit (self, reader, on, &problem);
  /* A product keeps its running number for good, also where it got it by the decision itself. */
  g_autoptr(OcopRecord) now = problem == NULL ? ocop_reader_load (reader, ocop_kind_find ("product"), ocop_record_get_id (self->product), &problem) : NULL;
  const char *places[] = { NULL, NULL };

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  self->locality = unit != NULL ? ocop_report_unit_name (unit) : NULL;
  self->code = make_code (reader, now, unit, year);
  places[0] = self->locality;
  self->address = ocop_postal_address (self->producer != NULL ? ocop_record_get_text (self->producer, "address") : NULL, places);
  return TRUE;
}

OcopProductFacts *
ocop_product_facts_read (OcopReader  *reader,
                         const char  *product,
                         gint64       seq,
                         OcopDate     on,
                         guint        year,
                         GError     **error)
{
  g_autoptr(OcopProductFacts) self = g_new0 (OcopProductFacts, 1);
  g_autoptr(GError) problem = NULL;

  self->product = ocop_record_past_load (reader, ocop_kind_find ("product"), product, seq, error);
  if (self->product == NULL)
    return NULL;
  self->producer = load_linked (reader, self->product, "producer", seq, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return read_place (self, reader, on, year, error) ? g_steal_pointer (&self) : NULL;
}

const char *
ocop_product_facts_get_name (const OcopProductFacts *self)
{
  return ocop_record_get_text (self->product, "name");
}

const char *
ocop_product_facts_get_producer (const OcopProductFacts *self)
{
  const char *name = self->producer != NULL ? ocop_record_get_text (self->producer, "name") : NULL;

  return name != NULL ? name : "";
}

const char *
ocop_product_facts_get_phone (const OcopProductFacts *self)
{
  return self->producer != NULL ? ocop_record_get_text (self->producer, "phone") : NULL;
}
