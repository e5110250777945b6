/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/ocop-share-out.h"

#include <glib/gi18n.h>

#include "base/ocop-error.h"
#include "plan/ocop-plan.h"
#include "register/ocop-records.h"

OcopShareEntry *
ocop_share_entry_new (const char      *target,
                      const char      *unit,
                      OcopShareNumber  number,
                      OcopShareNumber  seen)
{
  OcopShareEntry *entry = g_new0 (OcopShareEntry, 1);

  entry->target = g_strdup (target);
  entry->unit = g_strdup (unit);
  entry->number = number;
  entry->seen = seen;
  return entry;
}

void
ocop_share_entry_free (OcopShareEntry *entry)
{
  g_free (entry->target);
  g_free (entry->unit);
  g_free (entry);
}

typedef struct
{
  OcopReader *reader;
  OcopLocalities *localities;
  OcopRows *shares;         /* id, target, unit, value */
  GHashTable *cells;        /* target/unit that it counts for → GArray of rows of @shares */
  OcopChange *change;
} Writing;

static char *
name_cell (OcopLocalities *localities,
           const char     *target,
           const char     *unit)
{
  guint place;

  return g_strconcat (target, "/", ocop_localities_find (localities, unit, &place) ? ocop_localities_get_id (localities, place) : unit, NULL);
}

static gboolean
read_cells (Writing     *writing,
            const char  *plan,
            GError     **error)
{
  static const char * const columns[] = { "id", "target", "unit", "value", NULL };
  g_autoptr(OcopQuery) query = ocop_query_new ("target_share");

  ocop_query_where (query, "target.plan", OCOP_OPERATOR_IS, plan, NULL);
  writing->shares = ocop_reader_rows (writing->reader, query, columns, 0, -1, error);
  if (writing->shares == NULL)
    return FALSE;
  for (guint i = 0; i < ocop_rows_get_n_rows (writing->shares); i++)
    {
      g_autofree char *name =
        name_cell (writing->localities, ocop_rows_get_text (writing->shares, i, 1), ocop_rows_get_text (writing->shares, i, 2));
      GArray *rows = g_hash_table_lookup (writing->cells, name);

      if (rows == NULL)
        {
          rows = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (writing->cells, g_steal_pointer (&name), rows);
        }
      g_array_append_val (rows, i);
    }
  return TRUE;
}

static gboolean
is_as_seen (const Writing        *writing,
            const OcopShareEntry *entry,
            const GArray         *rows)
{
  gint64 value = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    value += ocop_rows_get_integer (writing->shares, g_array_index (rows, guint, i), 3);
  return entry->seen.set == (rows != NULL) && (rows == NULL || value == entry->seen.value);
}

static gboolean
edit (Writing               *writing,
      const OcopShareEntry  *entry,
      const char            *id,
      GError               **error)
{
  g_autoptr(OcopRecord) before = ocop_reader_load (writing->reader, ocop_kind_find ("target_share"), id, error);
  g_autoptr(OcopRecord) after = before != NULL ? ocop_record_copy (before) : NULL;

  if (before == NULL)
    return FALSE;
  ocop_record_set_text (after, "unit", entry->unit);
  ocop_record_set_integer (after, "value", entry->number.value);
  ocop_change_edit (writing->change, before, after);
  return TRUE;
}

static void
add (Writing              *writing,
     const OcopShareEntry *entry)
{
  g_autoptr(OcopRecord) share = ocop_record_new (ocop_kind_find ("target_share"), NULL);

  ocop_record_set_text (share, "target", entry->target);
  ocop_record_set_text (share, "unit", entry->unit);
  ocop_record_set_integer (share, "value", entry->number.value);
  ocop_change_add (writing->change, share);
}

static gboolean
write_entry (Writing               *writing,
             const OcopShareEntry  *entry,
             GError               **error)
{
  g_autofree char *name = name_cell (writing->localities, entry->target, entry->unit);
  const GArray *rows = g_hash_table_lookup (writing->cells, name);

  if (!is_as_seen (writing, entry, rows))
    {
      g_autofree char *unit = ocop_reader_label (writing->reader, ocop_kind_find ("unit"), entry->unit);

      g_set_error (error, OCOP_ERROR, OCOP_ERROR_CONFLICT, _("What is set for %s was changed meanwhile: read the shares again."), unit);
      return FALSE;
    }
  if (entry->number.set == entry->seen.set && entry->number.value == entry->seen.value)
    return TRUE;
  if (rows == NULL)
    add (writing, entry);
  for (guint i = entry->number.set ? 1 : 0; rows != NULL && i < rows->len; i++)
    ocop_change_bin (writing->change, ocop_kind_find ("target_share"),
                     ocop_rows_get_text (writing->shares, g_array_index (rows, guint, i), 0));
  return rows == NULL || !entry->number.set ||
         edit (writing, entry, ocop_rows_get_text (writing->shares, g_array_index (rows, guint, 0), 0), error);
}

OcopChange *
ocop_share_out_change (OcopReader       *reader,
                       const char       *plan,
                       const GPtrArray  *entries,
                       OcopDate          on,
                       GError          **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, ocop_kind_find ("plan"), plan, error);
  g_autoptr(GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr(OcopChange) change = ocop_change_new ("shares", _("Share targets out to localities"));
  g_autoptr(OcopLocalities) localities = NULL;
  g_autoptr(OcopRows) shares = NULL;
  g_autofree char *unit = NULL;
  gboolean written;

  if (record == NULL || !ocop_plan_find_unit (reader, record, &unit, error))
    return NULL;
  localities = ocop_localities_read (reader, unit, on, error);
  if (localities == NULL)
    return NULL;
  Writing writing = { reader, localities, NULL, cells, change };
  written = read_cells (&writing, plan, error);
  shares = writing.shares;
  for (guint i = 0; written && i < entries->len; i++)
    written = write_entry (&writing, entries->pdata[i], error);
  return written ? g_steal_pointer (&change) : NULL;
}
