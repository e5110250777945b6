/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-register.h"

G_BEGIN_DECLS

/* What the benches share: the standard register, series of times, one line of the table for each
 * figure with its bound. */

typedef struct
{
  char *folder;
  char *path;
  OcopRegister *reg;
  guint n_products;
} Bench;

/* Opens a standard register of its own with as many products as the first argument says, or
 * 20,000. Where OCOP_BENCH_FOLDER names a folder, registers once made are kept there and copied. */
Bench   *bench_begin     (int          argc,
                          char        *argv[]);
/* The same with what generate_work() adds. */
Bench   *bench_begin_with_work (int    argc,
                          char        *argv[]);
/* Closes the register and opens it again. */
void     bench_open_anew (Bench       *bench);
/* A path in the bench's folder; free with g_free(). What is there is removed at the end. */
char    *bench_file      (Bench       *bench,
                          const char  *name);
void     bench_end       (Bench       *bench);
/* Removes the file or the folder with all that is in it. */
void     bench_remove    (const char  *path);

/* Milliseconds since @start, a monotonic time. */
double   bench_since     (gint64       start);

/* @times: (element-type double), sorted by this. @share: 0.95 for the time that 95 of 100 keep to. */
double   bench_quantile  (GArray      *times,
                          double       share);

/* "figure | value | bound | yes or NO"; a @bound of 0 is none. */
void     bench_say       (const char  *figure,
                          double       value,
                          const char  *unit,
                          double       bound);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bench, bench_end)

G_END_DECLS
