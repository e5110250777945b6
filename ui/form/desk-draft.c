/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-draft.h"

#include "form/desk-loaded.h"
#include "form/desk-record-change.h"
#include "register/ocop-record-json.h"

/* The columns of ocop_reader_history() that are needed. */
enum
{
  COLUMN_ACTION = 9,
  COLUMN_BEFORE = 10,
};

static OcopDrafts *all;

OcopDrafts *
desk_draft_get_all (void)
{
  if (all == NULL)
    all = ocop_drafts_open (NULL);
  return all;
}

void
desk_draft_finish (void)
{
  g_clear_pointer (&all, ocop_drafts_close);
}

/* @record, as it is now, gets back what the last @n changes of it replaced; whether all of them are known. */
static gboolean
take_back (OcopReader *reader,
           OcopRecord *record,
           gint64      n)
{
  g_autoptr(OcopRows) rows = ocop_reader_history (reader, ocop_record_get_id (record), n, NULL);

  if (rows == NULL || ocop_rows_get_n_rows (rows) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (ocop_rows_get_text (rows, i, COLUMN_ACTION), "edit") != 0 ||
        !ocop_record_fill_from_json (record, ocop_rows_get_text (rows, i, COLUMN_BEFORE)))
      return FALSE;
  return TRUE;
}

/* %NULL where the record did not move on, or it cannot be told what was typed. */
static OcopRecord *
merge (OcopReader       *reader,
       const OcopRecord *draft)
{
  gint64 begun = ocop_record_get_version (draft);
  g_autoptr(OcopRecord) now = begun > 0 ? ocop_reader_load (reader, ocop_record_get_kind (draft), ocop_record_get_id (draft), NULL) : NULL;
  g_autoptr(OcopRecord) base = now != NULL ? ocop_record_copy (now) : NULL;
  OcopRecord *merged;

  if (now == NULL || ocop_record_get_version (now) <= begun || !take_back (reader, base, ocop_record_get_version (now) - begun))
    return NULL;
  merged = desk_record_merge (base, draft, now);
  ocop_record_set_version (merged, begun);
  return merged;
}

static gpointer
read_draft (OcopReader    *reader,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  OcopRecord *merged = merge (reader, data);

  return desk_loaded_new_named (reader, merged != NULL ? merged : ocop_record_copy (data));
}

void
desk_draft_read_async (OcopRegister        *reg,
                       OcopRecord          *draft,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_draft, draft,
                            (GDestroyNotify) ocop_record_free, (GDestroyNotify) desk_loaded_free,
                            cancellable, callback, user_data);
}
