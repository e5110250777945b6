/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/desk-loaded.h"

typedef struct
{
  const OcopKind *kind;
  char *id;
  gint64 key;
} Request;

static void
request_free (Request *request)
{
  g_free (request->id);
  g_free (request);
}

DeskLoaded *
desk_loaded_new (OcopRecord *record)
{
  DeskLoaded *loaded = g_new0 (DeskLoaded, 1);

  loaded->record = record;
  loaded->labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return loaded;
}

void
desk_loaded_free (DeskLoaded *loaded)
{
  ocop_record_free (loaded->record);
  g_hash_table_unref (loaded->labels);
  g_free (loaded->star);
  g_free (loaded->state);
  g_free (loaded->until);
  g_free (loaded);
}

static void
read_labels (OcopReader       *reader,
             const OcopRecord *record,
             GHashTable       *labels)
{
  for (const OcopField *field = ocop_record_get_kind (record)->fields; field->name != NULL && ocop_field_is_stored (field); field++)
    {
      const char *id = field->type == OCOP_FIELD_LINK ? ocop_record_get_text (record, field->name) : NULL;

      if (id != NULL)
        g_hash_table_replace (labels, (gpointer) field->name, ocop_reader_label (reader, ocop_kind_find (field->target), id));
    }
}

DeskLoaded *
desk_loaded_new_named (OcopReader *reader,
                       OcopRecord *record)
{
  DeskLoaded *loaded = desk_loaded_new (record);

  read_labels (reader, record, loaded->labels);
  return loaded;
}

static void
read_validity (OcopReader *reader,
               DeskLoaded *loaded)
{
  const OcopKind *kind = ocop_record_get_kind (loaded->record);
  gint64 key = ocop_reader_key_of_id (reader, kind, ocop_record_get_id (loaded->record));
  g_autoptr(OcopQuery) query = ocop_query_new (kind->name);
  const char *columns[] = { "star", "state", ocop_kind_find_field (kind, "until_day") != NULL ? "until_day" : "valid_until",
                            "estimated", NULL };
  g_autoptr(OcopRows) rows = ocop_reader_rows_by_key (reader, query, columns, &key, 1, NULL);

  if (rows == NULL || ocop_rows_get_n_rows (rows) == 0)
    return;
  loaded->star = g_strdup (ocop_rows_get_text (rows, 0, 0));
  loaded->state = g_strdup (ocop_rows_get_text (rows, 0, 1));
  loaded->until = g_strdup (ocop_rows_get_text (rows, 0, 2));
  loaded->estimated = ocop_rows_get_integer (rows, 0, 3) != 0;
}

static gpointer
read_loaded (OcopReader    *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Request *request = data;
  g_autofree char *id = request->id != NULL ? g_strdup (request->id) : ocop_reader_id_of_key (reader, request->kind, request->key, error);
  OcopRecord *record = id != NULL ? ocop_reader_load (reader, request->kind, id, error) : NULL;
  g_autofree char *living = NULL;
  DeskLoaded *loaded;

  if (record == NULL)
    return NULL;
  living = ocop_reader_resolve (reader, request->kind, id, NULL);
  loaded = desk_loaded_new_named (reader, record);
  loaded->binned = living == NULL;
  if (ocop_kind_find_field (request->kind, "star") != NULL)
    read_validity (reader, loaded);
  return loaded;
}

void
desk_loaded_read_async (OcopRegister        *reg,
                        const OcopKind      *kind,
                        const char          *id,
                        gint64               key,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { kind, g_strdup (id), key };
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_loaded, request,
                            (GDestroyNotify) request_free, (GDestroyNotify) desk_loaded_free,
                            cancellable, callback, user_data);
}
