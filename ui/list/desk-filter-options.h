/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "list/desk-list-spec.h"
#include "register/ocop-register.h"

G_BEGIN_DECLS

/**
 * DeskFilterOption:
 * @key: what the query asks for; of the filter of unknowns the path of a field
 * @title: for people
 * @count: of records that have it; -1 where they are not counted
 *
 * One thing that may be chosen in a filter.
 */
typedef struct
{
  char *key;
  char *title;
  gint64 count;
} DeskFilterOption;

/* What may be chosen: the values that records of @reg have, or the fields that may be unknown. Provinces
 * come before their localities, choices in their own order, which for states is that of a certificate's life. */
void        desk_filter_options_read_async  (const OcopKind        *kind,
                                             const DeskListFilter  *filter,
                                             OcopRegister          *reg,
                                             GCancellable          *cancellable,
                                             GAsyncReadyCallback    callback,
                                             gpointer               user_data);
/* Returns: (transfer full) (element-type DeskFilterOption): %NULL on failure. */
GPtrArray  *desk_filter_options_read_finish (GAsyncResult          *result,
                                             GError               **error);

/* (nullable): what people call @key where no register need be asked. Free with g_free(). */
char       *desk_filter_option_dup_title    (const OcopKind        *kind,
                                             const DeskListFilter  *filter,
                                             const char            *key);

/* How the records with what people tick are asked for. */
OcopOperator desk_filter_get_operator      (const DeskListFilter  *filter);

/* Has @query ask by @op for the records with one of @keys. */
void        desk_filter_options_apply       (const DeskListFilter  *filter,
                                             OcopOperator           op,
                                             GPtrArray             *keys,
                                             OcopQuery             *query);

G_END_DECLS
