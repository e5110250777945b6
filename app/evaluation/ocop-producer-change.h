/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-reader.h"

G_BEGIN_DECLS

/* What is to be done where another producer makes the product from now on, as after a split: its
 * certificate in force names the former one, its dossier under way goes with it. Translated; "" where there is neither;
 * %NULL on failure. Free with g_free(). */
char *ocop_producer_change_say (OcopReader  *reader,
                                const char  *product,
                                GError     **error);

G_END_DECLS
