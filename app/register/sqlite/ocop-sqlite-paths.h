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
  GArray *parameters; /* OcopValue; the first is the day of the query */
  guint day;          /* the number of that which is the day of the facts */
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
  char *force_from;       /* (nullable) of a state: the days on which it is one of those in force */
  char *force_until;
  const char *some;       /* (nullable) of a number of those in force: their kind */
  const char *some_by;    /* and their link to the record */
  char *record;           /* (nullable) alias of the record that has it; of derived fields */
} OcopSqlColumn;

void     ocop_sql_builder_init     (OcopSqlBuilder        *builder,
                                    const OcopQuery       *query);
/* A builder for a SELECT inside @outer, with its parameters and its day. */
void     ocop_sql_builder_init_sub (OcopSqlBuilder        *builder,
                                    const OcopSqlBuilder  *outer);
void     ocop_sql_builder_clear    (OcopSqlBuilder        *builder);
/* Takes @value; the number of its parameter. */
guint    ocop_sql_builder_add      (OcopSqlBuilder        *builder,
                                    OcopValue              value);
/* @text with the record @alias for "$" and the day of the facts for "?1". Free with g_free(). */
char    *ocop_sql_builder_place    (const OcopSqlBuilder  *builder,
                                    const char            *text,
                                    const char            *alias);

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

/**
 * OcopSqlLink:
 * @name: of a link of @kind to @target
 * @pairs: (nullable): SELECT of a record's key and of that which it leads to on the day ?1
 * @back, @from, @until: otherwise: the field by which the record t of @target links back, and the days on which it does
 *
 * A link that no field holds.
 */
typedef struct
{
  const char *kind, *name, *target;
  const char *pairs;
  const char *back, *from, *until;
} OcopSqlLink;

/* %NULL where the records hold the link themselves. */
const OcopSqlLink *ocop_sql_find_link (const OcopKind     *kind,
                                       const char         *name);
/* The path from @kind that leads to the same as its derived field; its links may be such as only ocop_sql_find_link() knows.
 * %NULL where there is none. */
const char *ocop_sql_find_way      (const OcopKind        *kind,
                                    const char            *field);

/* ocop-sqlite-conditions.c: " AND (…)" for one condition on the record @alias. */
gboolean ocop_sql_write_condition  (OcopSqlBuilder        *builder,
                                    const OcopKind        *kind,
                                    const char            *alias,
                                    const OcopCondition   *condition,
                                    GError               **error);
/* Whether the condition is that the day lies in the column's days of force, or whether there is any of its some. */
gboolean ocop_sql_asks_for_force   (const OcopSqlColumn   *column,
                                    const OcopCondition   *condition);
gboolean ocop_sql_asks_for_some    (const OcopSqlColumn   *column,
                                    const OcopCondition   *condition);
/* Those that some_by of @column links, with the one condition that they are in force. */
OcopQuery *ocop_sql_new_some       (const OcopSqlColumn   *column);
/* The first day that a bound lets pass; the last one, and a year (or unknown) that it does not, though it stands before it. */
OcopDate ocop_sql_first_date       (const char            *text);
OcopDate ocop_sql_last_date        (const char            *text,
                                    OcopDate              *year);
/* Likewise all that @query asks of a record. */
gboolean ocop_sql_write_where      (OcopSqlBuilder        *builder,
                                    const OcopQuery       *query,
                                    GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopSqlBuilder, ocop_sql_builder_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OcopSqlColumn, ocop_sql_column_clear)

G_END_DECLS
