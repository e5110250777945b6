/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-plan-part.h"

#include <glib/gi18n.h>

#include "register/ocop-records.h"

gint64
ocop_plan_part_next_place (OcopReader      *reader,
                           const OcopKind  *kind,
                           const char      *plan,
                           GError         **error)
{
  static const char * const columns[] = { "place", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new (kind->name);
  g_autoptr(OcopRows) rows = NULL;

  ocop_query_where (query, "plan", OCOP_OPERATOR_IS, plan, NULL);
  ocop_query_order_by (query, "place", TRUE);
  rows = ocop_reader_rows (reader, query, columns, 0, 1, error);
  if (rows == NULL)
    return -1;
  return ocop_rows_get_n_rows (rows) > 0 ? ocop_rows_get_integer (rows, 0, 0) + 1 : 1;
}

static guint
find_part (const GPtrArray *parts,
           const char      *id)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_str_equal (ocop_record_get_id (parts->pdata[i]), id))
      return i;
  return parts->len;
}

/* Parts that had no place, or shared one, get one on the way. */
static void
number (OcopChange      *change,
        const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr(OcopRecord) after = ocop_record_copy (parts->pdata[i]);

      ocop_record_set_integer (after, "place", (gint64) i + 1);
      ocop_change_edit (change, parts->pdata[i], after);
    }
}

OcopChange *
ocop_plan_part_move (OcopReader      *reader,
                     const OcopKind  *kind,
                     const char      *plan,
                     const char      *id,
                     int              step,
                     GError         **error)
{
  g_autoptr(GPtrArray) parts = ocop_records_load (reader, kind->name, "plan", plan, "place", error);
  guint from = parts != NULL ? find_part (parts, id) : 0;
  OcopChange *change;
  gint64 to;

  if (parts == NULL)
    return NULL;
  change = ocop_change_new ("plan-order", _("Move a part of the plan"));
  if (from == parts->len)
    return change;
  to = CLAMP ((gint64) from + step, 0, (gint64) parts->len - 1);
  if (to != from)
    {
      g_ptr_array_insert (parts, (int) to, g_ptr_array_steal_index (parts, from));
      number (change, parts);
    }
  return change;
}
