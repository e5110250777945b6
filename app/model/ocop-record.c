/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ocop-record.h"

#include "base/ocop-uuid.h"

struct _OcopRecord
{
  const OcopKind *kind;
  char *id;
  gint64 version;
  guint n_values;
  OcopValue values[];
};

OcopRecord *
ocop_record_new (const OcopKind *kind,
                 const char     *id)
{
  guint n = ocop_kind_n_stored (kind);
  OcopRecord *record = g_malloc0 (sizeof (OcopRecord) + n * sizeof (OcopValue));

  record->kind = kind;
  record->id = id != NULL ? g_strdup (id) : ocop_uuid_new ();
  record->n_values = n;
  return record;
}

OcopRecord *
ocop_record_copy (const OcopRecord *record)
{
  OcopRecord *copy = ocop_record_new (record->kind, record->id);

  copy->version = record->version;
  for (guint i = 0; i < record->n_values; i++)
    copy->values[i] = ocop_value_copy (&record->values[i]);
  return copy;
}

void
ocop_record_free (OcopRecord *record)
{
  if (record == NULL)
    return;
  for (guint i = 0; i < record->n_values; i++)
    ocop_value_clear (&record->values[i]);
  g_free (record->id);
  g_free (record);
}

const OcopKind *
ocop_record_get_kind (const OcopRecord *record)
{
  return record->kind;
}

const char *
ocop_record_get_id (const OcopRecord *record)
{
  return record->id;
}

gint64
ocop_record_get_version (const OcopRecord *record)
{
  return record->version;
}

void
ocop_record_set_version (OcopRecord *record,
                         gint64      version)
{
  record->version = version;
}

static guint
value_index (const OcopRecord *record,
             const char       *name)
{
  const OcopField *field = ocop_kind_find_field (record->kind, name);
  guint index = field != NULL ? (guint) (field - record->kind->fields) : G_MAXUINT;

  if (index >= record->n_values)
    g_error ("%s has no stored field %s", record->kind->name, name);
  return index;
}

const OcopValue *
ocop_record_get (const OcopRecord *record,
                 const char       *field)
{
  return &record->values[value_index (record, field)];
}

const char *
ocop_record_get_text (const OcopRecord *record,
                      const char       *field)
{
  return ocop_record_get (record, field)->text;
}

gint64
ocop_record_get_integer (const OcopRecord *record,
                         const char       *field,
                         gint64            fallback)
{
  const OcopValue *value = ocop_record_get (record, field);

  return value->type == OCOP_VALUE_INTEGER ? value->integer : fallback;
}

OcopDate
ocop_record_get_date (const OcopRecord *record,
                      const char       *field)
{
  OcopDate date;

  ocop_date_parse (ocop_record_get_text (record, field), &date);
  return date;
}

void
ocop_record_set (OcopRecord      *record,
                 const char      *field,
                 const OcopValue *value)
{
  OcopValue *place = &record->values[value_index (record, field)];
  OcopValue copy = ocop_value_copy (value);

  ocop_value_clear (place);
  *place = copy;
}

void
ocop_record_set_text (OcopRecord *record,
                      const char *field,
                      const char *text)
{
  g_auto(OcopValue) value = ocop_value_text (text);

  ocop_record_set (record, field, &value);
}

void
ocop_record_set_integer (OcopRecord *record,
                         const char *field,
                         gint64      integer)
{
  OcopValue value = ocop_value_integer (integer);

  ocop_record_set (record, field, &value);
}

void
ocop_record_set_date (OcopRecord *record,
                      const char *field,
                      OcopDate    date)
{
  char text[OCOP_DATE_TEXT_SIZE];

  ocop_record_set_text (record, field, ocop_date_to_text (date, text));
}
