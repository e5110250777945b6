/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-workbook.h"

G_BEGIN_DECLS

/* A file larger than this is no list; it is refused before it is read. */
#define OCOP_READING_MAX_FILE_SIZE (256 * 1024 * 1024)

/**
 * OcopReading:
 * @cancellable: (nullable): borrowed
 * @n_bytes: how much there is to read; 0 while unknown
 * @n_done: how much of it is read
 *
 * How far the reading of one file is, and whether it is still wanted.
 */
typedef struct
{
  GCancellable *cancellable;
  OcopReadProgress progress;
  gpointer user_data;
  guint64 n_bytes;
  guint64 n_done;
} OcopReading;

/* Reports @n_bytes more as read; %FALSE with %OCOP_ERROR_CANCELLED once it is no longer wanted. */
gboolean ocop_reading_advance (OcopReading  *reading,
                               guint64       n_bytes,
                               GError      **error);

G_END_DECLS
