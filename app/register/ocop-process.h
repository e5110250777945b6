/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What GLib does not say of processes. */

gint64   ocop_process_get_id     (void);

/* Whether a process of this machine has that id now, whoever runs it. */
gboolean ocop_process_is_running (gint64 id);

G_END_DECLS
