/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Adds one test per case: @names is the first member, a string, of records @size bytes apart. */
void fixture_add_cases (const char    *path,
                        gconstpointer  names,
                        gsize          size,
                        guint          n_cases,
                        GTestDataFunc  function);

/* As g_test_run(), with a user's data folder of its own, gone after it: what one remembers is not for tests. To be
 * called before anything asks for that folder. */
int  fixture_run_tests (void);
