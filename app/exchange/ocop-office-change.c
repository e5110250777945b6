/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is accepted of a package, as one change, and the note that it was taken in: an older one is refused from then on. */

#include "exchange/ocop-office-private.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "exchange/ocop-difference-private.h"

/* The package of @sender that was taken in last, of what @op says of @unit; %NULL where there is none. */
static OcopRecord *
load_receipt (OcopReader   *reader,
              const char   *sender,
              OcopOperator  op,
              const char   *unit)
{
  static const char * const columns[] = { "id", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("office_package");
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "sender", OCOP_OPERATOR_IS, sender, NULL);
  ocop_query_where (query, "unit", op, unit, NULL);
  ocop_query_order_by (query, "seq", TRUE);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, NULL);
  if (rows == NULL || ocop_rows_get_n_rows (rows) == 0)
    return NULL;
  return ocop_reader_load (reader, ocop_kind_find ("office_package"), ocop_rows_get_text (rows, 0, 0), NULL);
}

/* Free with g_free(). */
static char *
describe_time (const char *iso)
{
  g_autoptr(GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autoptr(GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M:%S %d/%m/%Y") : g_strdup ("");
}

static gboolean
is_newer_than (const OcopRecord        *receipt,
               const OcopOfficeTaking  *taking,
               GError                 **error)
{
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;

  if (receipt == NULL || taking->seq >= ocop_record_get_integer (receipt, "seq", 0))
    return TRUE;
  own = describe_time (taking->made_at);
  other = describe_time (ocop_record_get_text (receipt, "made_at"));
  g_set_error (error, OCOP_ERROR, OCOP_ERROR_REFUSED,
               _("The package is older than one that was taken in before: it was made at %s, that one at %s. Nothing was taken; ask for a new one."),
               own, other);
  return FALSE;
}

gboolean
ocop_office_check_newest (OcopReader        *reader,
                          OcopOfficeTaking  *taking,
                          const char        *unit,
                          GHashTable        *units,
                          GError           **error)
{
  g_autoptr(OcopRecord) within = load_receipt (reader, taking->sender, OCOP_OPERATOR_WITHIN, unit);
  g_autoptr(OcopRecord) same = load_receipt (reader, taking->sender, OCOP_OPERATOR_IS, unit);
  gboolean exists = same != NULL;
  GHashTableIter iter;
  gpointer around;

  if (!is_newer_than (within, taking, error))
    return FALSE;
  g_hash_table_iter_init (&iter, units);
  while (g_hash_table_iter_next (&iter, NULL, &around))
    {
      g_autoptr(OcopRecord) wider = load_receipt (reader, taking->sender, OCOP_OPERATOR_IS, around);

      if (!is_newer_than (wider, taking, error))
        return FALSE;
    }
  if (!exists)
    {
      same = ocop_record_new (ocop_kind_find ("office_package"), NULL);
      ocop_record_set_text (same, "unit", unit);
      ocop_record_set_text (same, "sender", taking->sender);
    }
  taking->receipt = ocop_differences_add_record (taking->differences, g_steal_pointer (&same), exists);
  return TRUE;
}

static void
place_receipt (const OcopOfficeTaking *self,
               OcopMaking             *making)
{
  OcopRecord *receipt = ocop_making_place (making, self->receipt);

  if (ocop_record_get_integer (receipt, "seq", -1) == self->seq)
    return;
  ocop_record_set_text (receipt, "name", self->unit_name);
  ocop_record_set_integer (receipt, "seq", self->seq);
  ocop_record_set_text (receipt, "made_at", self->made_at);
}

OcopChange *
ocop_office_taking_make_change (const OcopOfficeTaking  *self,
                                OcopRegister            *reg,
                                GError                 **error)
{
  g_autoptr(OcopMaking) making = ocop_making_new (self->differences);
  g_autoptr(GPtrArray) records = NULL;

  for (guint i = 0; i < self->units->len; i++)
    ocop_making_place (making, g_ptr_array_index (self->units, i));
  place_receipt (self, making);
  records = ocop_making_list (making);
  if (!ocop_office_keep_files (self, reg, records, error))
    return NULL;
  return ocop_making_finish (making, OCOP_OFFICE_CHANGE, _("Package of another office"), error);
}
