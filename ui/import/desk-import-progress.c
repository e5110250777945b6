/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/desk-import-progress.h"

#define WHOLE 1000

gint *
desk_import_progress_new (void)
{
  return g_atomic_rc_box_new0 (gint);
}

gint *
desk_import_progress_ref (gint *progress)
{
  return g_atomic_rc_box_acquire (progress);
}

void
desk_import_progress_unref (gint *progress)
{
  g_atomic_rc_box_release (progress);
}

void
desk_import_progress_report (double   fraction,
                             gpointer progress)
{
  g_atomic_int_set ((gint *) progress, (gint) (fraction * WHOLE));
}

double
desk_import_progress_get (gint *progress)
{
  return (double) g_atomic_int_get (progress) / WHOLE;
}
