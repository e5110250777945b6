/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far work in another thread is, in thousandths; that thread writes it, the window reads it. */

gint   *desk_import_progress_new    (void);
gint   *desk_import_progress_ref    (gint     *progress);
void    desk_import_progress_unref  (gint     *progress);

/* An OcopReadProgress. @fraction: 0 to 1; @progress: gint * */
void    desk_import_progress_report (double    fraction,
                                     gpointer  progress);
/* 0 to 1 */
double  desk_import_progress_get    (gint     *progress);

G_END_DECLS
