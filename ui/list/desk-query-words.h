/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-query.h"

G_BEGIN_DECLS

/**
 * desk_query_dup_words:
 *
 * What the conditions of @query ask for, as people say it: "Valid until:
 * 22/11/2026 – 21/05/2027; Producer: unknown". What is sought by its id
 * is not named.
 *
 * Returns: (transfer full) (nullable): translated; %NULL when there is no
 *   condition.
 */
char *desk_query_dup_words (const OcopQuery *query);

G_END_DECLS
