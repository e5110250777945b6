/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* What other records hold in @field that has the words @typed in it, the most used first. */
void       desk_known_values_find_async  (OcopRegister         *reg,
                                          const OcopField      *field,
                                          const char           *typed,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);

/* Returns: (transfer full) (element-type DeskSuggestion): %NULL on failure. */
GPtrArray *desk_known_values_find_finish (OcopRegister         *reg,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
