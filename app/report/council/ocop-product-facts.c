/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/council/ocop-product-facts.h"

#include "base/ocop-text.h"
#include "evaluation/ocop-product-place.h"
#include "model/ocop-product-code.h"
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

/* The record that @field of @record links to; %NULL where there is none, or with @error set. */
static OcopRecord *
load_linked (OcopReader        *reader,
             const OcopRecord  *record,
             const char        *field,
             GError           **error)
{
  const char *id = record != NULL ? ocop_record_get_text (record, field) : NULL;
  const OcopField *link = id != NULL ? ocop_kind_find_field (ocop_record_get_kind (record), field) : NULL;

  return link != NULL ? ocop_reader_load (reader, ocop_kind_find (link->target), id, error) : NULL;
}

static char *
make_code (OcopReader       *reader,
           const OcopRecord *product,
           const OcopRecord *commune,
           guint             year)
{
  g_autoptr(OcopRecord) province = commune != NULL ? load_linked (reader, commune, "parent", NULL) : NULL;
  gint64 number = ocop_record_get_integer (product, "running_number", 0);
  char *code = NULL;

  if (province != NULL && number > 0)
    code = ocop_product_code_build (ocop_record_get_text (province, "code"), ocop_record_get_text (commune, "code"),
                                    (guint) number, year);
  return code != NULL ? code : g_strdup (ocop_record_get_text (product, "product_code"));
}

/* The commune of the day; where none is known, what the product or its producer names. */
static OcopRecord *
load_unit (const OcopProductFacts  *self,
           OcopReader              *reader,
           OcopDate                 on,
           GError                 **error)
{
  g_auto(OcopProductPlace) place = { NULL };
  const OcopRecord *of;

  if (!ocop_product_place_read (reader, ocop_record_get_id (self->product), ocop_date_is_day (on) ? on : ocop_date_today (), &place, error))
    return NULL;
  if (place.locality != NULL)
    return ocop_reader_load (reader, ocop_kind_find ("unit"), place.locality, error);
  of = ocop_record_get_text (self->product, "unit") != NULL ? self->product : self->producer;
  return load_linked (reader, of, "unit", error);
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
  const char *parts[] = { self->producer != NULL ? ocop_record_get_text (self->producer, "address") : NULL, NULL };

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  self->locality = unit != NULL ? ocop_report_unit_name (unit) : NULL;
  self->code = make_code (reader, self->product, unit, year);
  parts[1] = self->locality;
  self->address = ocop_text_join (", ", parts, G_N_ELEMENTS (parts));
  return TRUE;
}

OcopProductFacts *
ocop_product_facts_read (OcopReader  *reader,
                         const char  *product,
                         OcopDate     on,
                         guint        year,
                         GError     **error)
{
  g_autoptr(OcopProductFacts) self = g_new0 (OcopProductFacts, 1);
  g_autoptr(GError) problem = NULL;

  self->product = ocop_reader_load (reader, ocop_kind_find ("product"), product, error);
  if (self->product == NULL)
    return NULL;
  self->producer = load_linked (reader, self->product, "producer", &problem);
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
