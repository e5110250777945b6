/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far a folder of files has come: @done of @total are read, or written. */
typedef void (*OcopExchangeProgress) (gsize    done,
                                      gsize    total,
                                      gpointer user_data);

G_END_DECLS
