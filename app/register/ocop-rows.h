/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-value.h"

G_BEGIN_DECLS

/**
 * OcopRows:
 *
 * What a query answered: rows of as many values as columns were asked for,
 * each with the key of its record (0 for groups). Immutable once made; may be
 * passed between threads.
 */
typedef struct _OcopRows OcopRows;

OcopRows        *ocop_rows_new         (guint            n_columns);
OcopRows        *ocop_rows_ref         (OcopRows        *rows);
void             ocop_rows_unref       (OcopRows        *rows);

/* For whoever fills it: appends a row and returns its @n_columns unknown values. */
OcopValue       *ocop_rows_append      (OcopRows        *rows,
                                        gint64           key);

guint            ocop_rows_get_n_rows  (const OcopRows  *rows);
guint            ocop_rows_get_n_columns (const OcopRows *rows);
gint64           ocop_rows_get_key     (const OcopRows  *rows,
                                        guint            row);
const OcopValue *ocop_rows_get         (const OcopRows  *rows,
                                        guint            row,
                                        guint            column);
/* %NULL unless it is text. */
const char      *ocop_rows_get_text    (const OcopRows  *rows,
                                        guint            row,
                                        guint            column);
/* 0 unless it is an integer. */
gint64           ocop_rows_get_integer (const OcopRows  *rows,
                                        guint            row,
                                        guint            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopRows, ocop_rows_unref)

G_END_DECLS
