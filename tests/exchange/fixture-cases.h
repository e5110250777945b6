/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Adds one test per case: @names is the first member, a string, of records @size bytes apart. */
void fixture_add_cases (const char    *path,
                        gconstpointer  names,
                        gsize          size,
                        guint          n_cases,
                        GTestDataFunc  function);
