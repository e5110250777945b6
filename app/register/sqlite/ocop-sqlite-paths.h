/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files that turn a query into SQL share; nobody else includes it. */

#include "register/sqlite/ocop-sqlite.h"

G_BEGIN_DECLS

/* The parts of one SELECT, while it is built. */
typedef struct
{
  GString *before; /* what is asked before the subject: "search_product CROSS JOIN " */
  GString *joins;
  GHashTable *joined; /* texts of joins made */
  GString *where;
  GArray *parameters; /* OcopValue; the first is the day */
  gboolean masked;
} OcopSqlBuilder;

/* What a path stands for, as SQL; of masked personal data nothing but the mask. */
typedef struct
{
  const OcopField *field; /* %NULL for "id" */
  char *raw;              /* to compare, count and group by */
  char *shown;            /* to hand out */
  char *label;            /* (nullable) what names it to people */
  const char *title;      /* (nullable) SELECT of that name by the value, which follows */
  char *sorted;           /* to order by */
  char *in_force;         /* (nullable) of a state: whether it is one of those in force */
  char *some;             /* (nullable) of a number: whether it is 1 or more */
} OcopSqlColumn;

void     ocop_sql_builder_init     (OcopSqlBuilder        *builder,
                                    const OcopQuery       *query);
/* A builder for a SELECT inside @outer, with its parameters. */
void     ocop_sql_builder_init_sub (OcopSqlBuilder        *builder,
                                    const OcopSqlBuilder  *outer);
void     ocop_sql_builder_clear    (OcopSqlBuilder        *builder);
/* Takes @value; the number of its parameter. */
guint    ocop_sql_builder_add      (OcopSqlBuilder        *builder,
                                    OcopValue              value);

/* @column is empty before, and to be cleared in any case. */
gboolean ocop_sql_resolve          (OcopSqlBuilder        *builder,
                                    const OcopKind        *kind,
                                    const char            *alias,
                                    const char            *path,
                                    OcopSqlColumn         *column,
                                    GError               **error);
/* To compare, count and group by alone: of a link the internal key, without the record it leads to,
 * which would be looked up for each that is counted. */
gboolean ocop_sql_resolve_raw      (OcopSqlBuilder        *builder,
                                    const OcopKind        *kind,
                                    const char            *alias,
                                    const char            *path,
                                    OcopSqlColumn         *column,
                                    GError               **error);
void     ocop_sql_column_clear     (OcopSqlColumn         *column);

/* ocop-sqlite-conditions.c: " AND (…)" for one condition on the record @alias. */
gboolean ocop_sql_write_condition  (OcopSqlBuilder        *builder,
                                    const OcopKind        *kind,
                                    const char            *alias,
                                    const OcopCondition   *condition,
                                    GError               **error);
/* Likewise all that @query asks of a record. */
gboolean ocop_sql_write_where      (OcopSqlBuilder        *builder,
                                    const OcopQuery       *query,
                                    GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopSqlBuilder, ocop_sql_builder_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopSqlColumn, ocop_sql_column_clear)

G_END_DECLS
