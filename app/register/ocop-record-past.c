/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/ocop-record-past.h"

#include "register/ocop-record-json.h"

/* Whether @json, what a change wrote, names @field with that @value. */
static gboolean
gives (const char *json,
       const char *field,
       const char *value)
{
  g_autoptr(JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonNode *node = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), field) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
         g_strcmp0 (json_node_get_string (node), value) == 0;
}

gint64
ocop_record_past_find (OcopReader  *reader,
                       const char  *id,
                       const char  *field,
                       const char  *value,
                       GError     **error)
{
  g_autoptr(OcopRows) rows = ocop_reader_history (reader, id, -1, error);
  guint n = rows != NULL ? ocop_rows_get_n_rows (rows) : 0;

  if (rows == NULL)
    return -1;
  for (guint i = 0; i < n; i++)
    if (field != NULL ? gives (ocop_rows_get_text (rows, i, OCOP_HISTORY_AFTER), field, value)
                      : g_strcmp0 (ocop_rows_get_text (rows, i, OCOP_HISTORY_ACTION), "add") == 0)
      return ocop_rows_get_integer (rows, i, OCOP_HISTORY_SEQ);
  return 0;
}

gint64
ocop_record_past_last (OcopReader  *reader,
                       const char  *id,
                       GError     **error)
{
  g_autoptr(OcopRows) rows = ocop_reader_history (reader, id, 1, error);

  if (rows == NULL)
    return -1;
  return ocop_rows_get_n_rows (rows) > 0 ? ocop_rows_get_integer (rows, 0, OCOP_HISTORY_SEQ) : 0;
}

OcopRecord *
ocop_record_past_load (OcopReader      *reader,
                       const OcopKind  *kind,
                       const char      *id,
                       gint64           seq,
                       GError         **error)
{
  g_autoptr(OcopRecord) record = ocop_reader_load (reader, kind, id, error);
  g_autoptr(OcopRows) rows = record != NULL && seq != 0 ? ocop_reader_history (reader, id, -1, error) : NULL;

  if (record == NULL || (seq != 0 && rows == NULL))
    return NULL;
  /* The newest first. Before it was added there was nothing of it. */
  for (guint i = 0; rows != NULL && i < ocop_rows_get_n_rows (rows) && ocop_rows_get_integer (rows, i, OCOP_HISTORY_SEQ) > seq; i++)
    if (g_strcmp0 (ocop_rows_get_text (rows, i, OCOP_HISTORY_ACTION), "add") != 0 && ocop_rows_get_text (rows, i, OCOP_HISTORY_BEFORE) != NULL)
      ocop_record_fill_from_json (record, ocop_rows_get_text (rows, i, OCOP_HISTORY_BEFORE));
  return g_steal_pointer (&record);
}
