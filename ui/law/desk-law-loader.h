/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * desk_law_load_async:
 * @wording: (nullable): the law whose options @file words anew; %NULL where @file is a law book
 *
 * Reads @file on a thread of its own and has @reg hold what it says, as one change: from then on
 * it is the law in force. Nothing that was judged is judged anew.
 */
void     desk_law_load_async  (OcopRegister         *reg,
                               const OcopLaw        *wording,
                               GFile                *file,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);

/* @n_texts: (out): options that have another text now; 0 of a law book. */
gboolean desk_law_load_finish (GAsyncResult         *result,
                               guint                *n_texts,
                               GError              **error);

G_END_DECLS
