/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* Rows are read in batches of so many; so many come ahead of the keys. */
#define DESK_RECORD_BATCH 64

/**
 * DeskRecordRequest:
 *
 * What a reader thread needs to answer a list: all that it asks, so that the
 * list itself may ask for something else meanwhile. Each call below takes the
 * request, and gives its answer to @callback by ocop_register_read_finish().
 */
typedef struct _DeskRecordRequest DeskRecordRequest;

/* How the answer to a query begins: its first rows, and how many there are of all (-1 where that
 * would have to be counted). */
typedef struct
{
  OcopRows *rows;
  gint64 count;
} DeskRecordBeginning;

void               desk_record_beginning_free       (DeskRecordBeginning *beginning);

DeskRecordRequest *desk_record_request_new          (const OcopQuery     *query,
                                                     const char * const  *columns);

/* Answers with a #DeskRecordBeginning. */
void               desk_record_request_begin        (DeskRecordRequest   *request,
                                                     OcopRegister        *reg,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             data);
/* Answers with a #GArray of #gint64: the keys of all records, in order. */
void               desk_record_request_read_keys    (DeskRecordRequest   *request,
                                                     OcopRegister        *reg,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             data);
/* Answers with #OcopRows: of the records with @keys (of #gint64, copied), in their order. */
void               desk_record_request_read_rows    (DeskRecordRequest   *request,
                                                     const gint64        *keys,
                                                     guint                n_keys,
                                                     OcopRegister        *reg,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRecordBeginning, desk_record_beginning_free)

G_END_DECLS
