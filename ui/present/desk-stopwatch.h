/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskStopwatch:
 * @before: microseconds that it ran until it was stopped last
 * @since: when it was started; 0 while it stands still
 *
 * Times are those of g_get_monotonic_time(). All zeros is one that was never started.
 */
typedef struct
{
  gint64 before;
  gint64 since;
} DeskStopwatch;

void     desk_stopwatch_start   (DeskStopwatch       *self,
                                 gint64               now);
void     desk_stopwatch_stop    (DeskStopwatch       *self,
                                 gint64               now);
/* Back to 0; one that runs goes on running. */
void     desk_stopwatch_reset   (DeskStopwatch       *self,
                                 gint64               now);
/* "00:05:12"; free with g_free(). */
char    *desk_stopwatch_to_text (const DeskStopwatch *self,
                                 gint64               now);

G_END_DECLS
