/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ocop-import-codes-private.h"

#include <glib/gi18n.h>

#include "base/ocop-text.h"
#include "exchange/ocop-import-messages-private.h"
#include "model/ocop-record-doubt.h"

OcopImportEntry *
ocop_import_find_code (OcopImportMatch      *match,
                       OcopImportRecordKind  kind,
                       const OcopRecord     *record,
                       gboolean              of_list)
{
  const char *code = ocop_import_index_get_code (kind, record);
  const GPtrArray *entries = code != NULL ? ocop_import_index_find_code (match->index, kind, code) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      OcopImportEntry *entry = entries->pdata[i];

      if ((entry->origin != 0 || !of_list) && g_strcmp0 (ocop_import_index_get_code (kind, entry->record), code) == 0)
        return entry;
    }
  return NULL;
}

/* A unit that ended may have left its code to the one that came after it. */
gboolean
ocop_import_is_unit_by_code (const OcopRecord *a,
                             const OcopRecord *b)
{
  const char *code = ocop_import_index_get_code (OCOP_IMPORT_UNIT, a);

  return code != NULL && g_strcmp0 (code, ocop_import_index_get_code (OCOP_IMPORT_UNIT, b)) == 0
         && g_strcmp0 (ocop_record_get_text (a, "level"), ocop_record_get_text (b, "level")) == 0
         && ocop_value_equal (ocop_record_get (a, "valid_until"), ocop_record_get (b, "valid_until"));
}

/* What is not known is no contradiction. */
static gboolean
differ (const char *a,
        const char *b)
{
  return a != NULL && b != NULL && !ocop_text_same (a, b);
}

static gboolean
is_other_unit (OcopImportMatch       *match,
               const OcopImportEntry *entry,
               const OcopImportDraft *draft)
{
  return ocop_import_is_unit_by_code (entry->record, draft->unit)
         && differ (ocop_record_get_text (entry->record, "name"), ocop_record_get_text (draft->unit, "name"));
}

/* Columns that are called so hold all kinds of codes; only one of the prescribed form names one product. */
static gboolean
is_product_code (const OcopRecord *product)
{
  const OcopField *field = ocop_kind_find_field (ocop_record_get_kind (product), "product_code");
  g_autofree char *doubt = ocop_record_doubt (product, field, ocop_date_today ());

  return doubt == NULL;
}

static gboolean
is_other_product (OcopImportMatch       *match,
                  const OcopImportEntry *entry,
                  const OcopImportDraft *draft)
{
  OcopImportEntry *producer = ocop_import_index_get (match->index, ocop_record_get_text (entry->record, "producer"));

  return is_product_code (draft->product)
         && (differ (ocop_record_get_text (entry->record, "name"), ocop_record_get_text (draft->product, "name"))
             || (producer != NULL && differ (ocop_record_get_text (producer->record, "name"),
                                             ocop_record_get_text (draft->producer, "name"))));
}

gboolean
ocop_import_refuse_code (OcopImportMatch       *match,
                         const OcopImportDraft *draft)
{
  gboolean is_unit = ocop_import_mapping_get_kind (match->mapping) == OCOP_IMPORT_UNITS;
  OcopImportRecordKind kind = is_unit ? OCOP_IMPORT_UNIT : OCOP_IMPORT_PRODUCT;
  const OcopRecord *record = is_unit ? draft->unit : draft->product;
  OcopImportEntry *entry = ocop_import_find_code (match, kind, record, TRUE);

  if (entry == NULL || !(is_unit ? is_other_unit : is_other_product) (match, entry, draft))
    return FALSE;
  ocop_import_say (match->messages, OCOP_IMPORT_SAYS_WRONG,
                   ocop_import_mapping_get (match->mapping, is_unit ? "unit.code" : "product.product_code"),
                   /* Translators: a code, the number of a row, the name there */
                   _("the code %s stands in row %u already, for “%s”"), ocop_import_index_get_code (kind, record),
                   entry->origin, ocop_record_get_text (entry->record, "name"));
  return TRUE;
}
