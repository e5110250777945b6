/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-record.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "model/ocop-certificate-pattern.h"

/* More than any figure of the programme: a thousand billion. */
#define LARGEST 1000000000000

/* Least and most of whole numbers, by kind and field. */
static const struct
{
  const char *kind, *field;
  gint64 least, most;
} ranges[] = {
  { "recognition", "class", 1, 5 },
  { "recognition", "score", 0, 10000 },
  { "recognition", "year", 2018, 2100 },
  { "product_year", "year", 2000, 2100 },
  { "producer_year", "year", 2000, 2100 },
  { "product", "running_number", 1, 99999 },
  { "product_year", "output", 0, LARGEST },
  { "product_year", "price", 0, LARGEST },
  { "product_year", "revenue", 0, LARGEST },
  { "product_year", "exports", 0, LARGEST },
  { "producer_year", "workers", 0, LARGEST },
  { "producer_year", "women", 0, LARGEST },
  { "producer_year", "local", 0, LARGEST },
  { "producer_year", "minority", 0, LARGEST },
  { "producer_year", "trained", 0, LARGEST },
  { "producer_year", "revenue", 0, LARGEST },
  { "producer_year", "area", 0, LARGEST },
};

/* Numbers of which the first is a part of the second, or where a range begins and ends. */
static const struct
{
  const char *kind, *part, *whole;
} parts[] = {
  { "producer_year", "women", "workers" },
  { "producer_year", "local", "workers" },
  { "producer_year", "minority", "workers" },
  { "producer_year", "trained", "workers" },
  { "product_year", "exports", "revenue" },
  { "target", "value", "value_to" },
};

/* Pairs of dates of which the second may not come before the first. */
static const struct
{
  const char *kind, *first, *second;
} orders[] = {
  { "unit", "valid_from", "valid_until" },
  { "recognition", "valid_from", "valid_until" },
  { "recognition", "decision_date", "ended_on" },
  { "certificate", "issued_on", "expires_on" },
  { "dossier_document", "issued_on", "expires_on" },
  { "session", "held_on", "answers_by" },
  { "course", "held_on", "held_until" },
  { "event", "held_on", "held_until" },
  { "task", "begins_on", "due_on" },
};

static void
set_range_error (const OcopField  *field,
                 gint64            number,
                 gint64            least,
                 gint64            most,
                 GError          **error)
{
  OcopValue values[] = { ocop_value_integer (number), ocop_value_integer (least), ocop_value_integer (most) };
  g_autofree char *given = ocop_field_format (field, &values[0]);
  g_autofree char *from = ocop_field_format (field, &values[1]);
  g_autofree char *to = ocop_field_format (field, &values[2]);

  g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE,
               _("%s: %s is not between %s and %s"), _(field->title), given, from, to);
}

static gboolean
check_ranges (const OcopRecord  *record,
              const OcopField   *field,
              GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      gint64 number;

      if (!g_str_equal (ranges[i].kind, ocop_record_get_kind (record)->name) || !g_str_equal (ranges[i].field, field->name))
        continue;
      number = ocop_record_get_integer (record, field->name, ranges[i].least);
      if (number >= ranges[i].least && number <= ranges[i].most)
        continue;
      set_range_error (field, number, ranges[i].least, ranges[i].most, error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_order (const OcopRecord  *record,
             const OcopField   *field,
             GError           **error)
{
  const OcopKind *kind = ocop_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      OcopDate first, second;

      if (!g_str_equal (orders[i].kind, kind->name) || !g_str_equal (orders[i].second, field->name))
        continue;
      first = ocop_record_get_date (record, orders[i].first);
      second = ocop_record_get_date (record, orders[i].second);
      if (!ocop_date_is_known (first) || !ocop_date_is_known (second) || ocop_date_compare (first, second) <= 0)
        continue;
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("%s comes before %s"),
                   _(field->title), _(ocop_kind_find_field (kind, orders[i].first)->title));
      return FALSE;
    }
  return TRUE;
}

/* A part is not more than its whole. */
static gboolean
check_parts (const OcopRecord  *record,
             const OcopField   *field,
             GError           **error)
{
  const OcopKind *kind = ocop_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gint64 part, whole;

      if (!g_str_equal (parts[i].kind, kind->name) || !g_str_equal (parts[i].part, field->name))
        continue;
      part = ocop_record_get_integer (record, parts[i].part, 0);
      whole = ocop_record_get_integer (record, parts[i].whole, G_MAXINT64);
      if (part <= whole)
        continue;
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("%s is more than %s"),
                   _(field->title), _(ocop_kind_find_field (kind, parts[i].whole)->title));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_pattern (const OcopRecord  *record,
               const OcopField   *field,
               GError           **error)
{
  const char *pattern;

  if (!g_str_equal (field->name, "certificate_pattern"))
    return TRUE;
  pattern = ocop_record_get_text (record, field->name);
  return pattern == NULL || ocop_certificate_pattern_check (pattern, error);
}

gboolean
ocop_record_check_field (const OcopRecord  *record,
                         const OcopField   *field,
                         GError           **error)
{
  if ((field->flags & OCOP_FIELD_REQUIRED) != 0 && ocop_record_get (record, field->name)->type == OCOP_VALUE_UNKNOWN)
    {
      g_set_error (error, OCOP_ERROR, OCOP_ERROR_INVALID_VALUE, _("%s: must be filled in"), _(field->title));
      return FALSE;
    }
  return check_ranges (record, field, error) && check_order (record, field, error) && check_parts (record, field, error) &&
         check_pattern (record, field, error);
}

gboolean
ocop_record_check (const OcopRecord  *record,
                   const char       **field,
                   GError           **error)
{
  for (const OcopField *f = ocop_record_get_kind (record)->fields; f->name != NULL && ocop_field_is_stored (f); f++)
    {
      if (ocop_record_check_field (record, f, error))
        continue;
      if (field != NULL)
        *field = f->name;
      return FALSE;
    }
  return TRUE;
}
