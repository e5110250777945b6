/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How far something long is; called on the thread that does it. */
typedef void (*OcopProgressFunc) (gsize    done,
                                  gsize    total,
                                  gpointer user_data);

/**
 * OcopWatch:
 * @cancellable: (nullable): ends the work; what it did until then is taken back
 * @progress: (nullable)
 *
 * Whoever waits for a long write.
 */
typedef struct
{
  GCancellable *cancellable;
  OcopProgressFunc progress;
  gpointer data; /* of @progress */
} OcopWatch;

G_END_DECLS
