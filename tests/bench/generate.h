/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* The standard register of timings: @n_products products of 2/5 as many producers in 170
 * localities, recognised again and again over ten years, but once only where they are more than
 * 200,000. The same for the same number. */
OcopRegister *generate_register (const char  *path,
                                 guint        n_products,
                                 GError     **error);

G_END_DECLS
