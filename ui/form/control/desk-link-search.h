/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* The records that the link @field may lead to and that fit the words @typed, by name. */
void       desk_link_search_async  (OcopRegister         *reg,
                                    const OcopField      *field,
                                    const char           *typed,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);

/* Returns: (transfer full) (element-type DeskSuggestion): %NULL on failure. */
GPtrArray *desk_link_search_finish (OcopRegister         *reg,
                                    GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
