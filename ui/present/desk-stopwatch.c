/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/desk-stopwatch.h"

static gint64
get_elapsed (const DeskStopwatch *self,
             gint64               now)
{
  return self->before + (self->since != 0 ? now - self->since : 0);
}

void
desk_stopwatch_start (DeskStopwatch *self,
                      gint64         now)
{
  if (self->since == 0)
    self->since = now;
}

void
desk_stopwatch_stop (DeskStopwatch *self,
                     gint64         now)
{
  self->before = get_elapsed (self, now);
  self->since = 0;
}

void
desk_stopwatch_reset (DeskStopwatch *self,
                      gint64         now)
{
  self->before = 0;
  self->since = self->since != 0 ? now : 0;
}

char *
desk_stopwatch_to_text (const DeskStopwatch *self,
                        gint64               now)
{
  int seconds = (int) (get_elapsed (self, now) / G_USEC_PER_SEC);

  return g_strdup_printf ("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
}
