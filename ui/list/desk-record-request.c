/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/desk-record-request.h"

struct _DeskRecordRequest
{
  OcopQuery *query;
  char **columns;
  gint64 *keys;
  guint n_keys;
};

void
desk_record_beginning_free (DeskRecordBeginning *beginning)
{
  ocop_rows_unref (beginning->rows);
  g_free (beginning);
}

DeskRecordRequest *
desk_record_request_new (const OcopQuery    *query,
                         const char * const *columns)
{
  DeskRecordRequest *request = g_new0 (DeskRecordRequest, 1);

  request->query = ocop_query_copy (query);
  request->columns = g_strdupv ((char **) columns);
  return request;
}

static void
request_free (gpointer data)
{
  DeskRecordRequest *request = data;

  ocop_query_free (request->query);
  g_strfreev (request->columns);
  g_free (request->keys);
  g_free (request);
}

static OcopRows *
read_first_rows (DeskRecordRequest  *request,
                 OcopReader         *reader,
                 GError            **error)
{
  return ocop_reader_rows (reader, request->query, (const char * const *) request->columns, 0, DESK_RECORD_BATCH, error);
}

/* Counting what was searched for takes as long as finding it all. */
static gboolean
read_count (DeskRecordRequest  *request,
            OcopReader         *reader,
            gint64             *count,
            GError            **error)
{
  *count = -1;
  if (ocop_query_is_narrowed (request->query))
    return TRUE;
  *count = ocop_reader_measure (reader, request->query, error);
  return *count >= 0;
}

static gpointer
read_beginning (OcopReader    *reader,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  DeskRecordRequest *request = data;
  g_autoptr(OcopRows) rows = read_first_rows (request, reader, error);
  DeskRecordBeginning *beginning;
  gint64 count;

  if (rows == NULL || !read_count (request, reader, &count, error))
    return NULL;
  beginning = g_new (DeskRecordBeginning, 1);
  *beginning = (DeskRecordBeginning) { g_steal_pointer (&rows), count };
  return beginning;
}

static gpointer
read_keys (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  DeskRecordRequest *request = data;

  return ocop_reader_keys (reader, request->query, error);
}

static gpointer
read_rows (OcopReader    *reader,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  DeskRecordRequest *request = data;

  return ocop_reader_rows_by_key (reader, request->query, (const char * const *) request->columns,
                                  request->keys, request->n_keys, error);
}

void
desk_record_request_begin (DeskRecordRequest   *request,
                           OcopRegister        *reg,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_beginning, request, request_free,
                            (GDestroyNotify) desk_record_beginning_free, cancellable, callback, data);
}

void
desk_record_request_read_keys (DeskRecordRequest   *request,
                               OcopRegister        *reg,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_keys, request, request_free,
                            (GDestroyNotify) g_array_unref, cancellable, callback, data);
}

void
desk_record_request_read_rows (DeskRecordRequest   *request,
                               const gint64        *keys,
                               guint                n_keys,
                               OcopRegister        *reg,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  request->keys = g_memdup2 (keys, n_keys * sizeof (gint64));
  request->n_keys = n_keys;
  ocop_register_read_async (reg, OCOP_LANE_WINDOW, read_rows, request, request_free,
                            (GDestroyNotify) ocop_rows_unref, cancellable, callback, data);
}
