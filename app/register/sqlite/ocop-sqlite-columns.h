/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What stands in columns of all records of a kind, by key. A connection keeps what it has read of them, and reads anew the few
 * records that others write: to count on other days, or by something else, is then a matter of memory. Nobody but this folder
 * includes it. */

#include "register/sqlite/ocop-sqlite.h"

G_BEGIN_DECLS

/* Stands for a value that is unknown. */
#define OCOP_COLUMN_UNKNOWN G_MININT64

typedef enum
{
  OCOP_COLUMN_PLAIN, /* numbers as they are, texts as ocop_columns_text() knows them */
  OCOP_COLUMN_DAY,   /* dates, as ocop_match_number_of_date() has them */
  OCOP_COLUMN_LINK,  /* keys, 0 for none */
} OcopColumnForm;

/**
 * OcopColumn:
 * @values: (element-type gint64): by key; at 0 of a record that is not there. Empty until it is read.
 * @kind: whose records they are
 * @sql: (nullable): what is read of each record, where it follows from what stands in the record t alone
 * @has_texts: whether any value is, or was, a text
 */
typedef struct
{
  GArray *values;
  const OcopKind *kind;
  char *sql;
  OcopColumnForm form;
  gboolean has_texts;
} OcopColumn;

OcopColumns *ocop_columns_new   (void);
void         ocop_columns_free  (OcopColumns    *self);

/* To be called before columns are asked for: brings those of @store, whose they are, up to date with what others wrote, and
 * forgets what it cannot, and all where it has become much. */
gboolean     ocop_columns_begin (OcopColumns    *self,
                                 OcopStore      *store,
                                 GError        **error);
/* (transfer full) (nullable) */
OcopColumn  *ocop_columns_find  (OcopColumns    *self,
                                 const char     *name);
/* @column: read, and the same whatever the day is */
void         ocop_columns_keep  (OcopColumns    *self,
                                 const char     *name,
                                 OcopColumn     *column);
const char  *ocop_columns_text  (OcopColumns    *self,
                                 gint64          number);
guint        ocop_columns_n_texts (OcopColumns  *self);

/* @sql: (nullable) */
OcopColumn  *ocop_column_new    (const OcopKind *kind,
                                 OcopColumnForm  form,
                                 const char     *sql);
void         ocop_column_unref  (OcopColumn     *self);
/* Room for the keys below @n_keys, of which nothing is known yet. */
void         ocop_column_begin  (OcopColumn     *self,
                                 guint           n_keys);
/* What stands in the column @place of the row that @statement is at. */
void         ocop_column_read   (OcopColumn     *self,
                                 OcopColumns    *columns,
                                 guint           key,
                                 OcopStatement  *statement,
                                 int             place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopColumn, ocop_column_unref)

G_END_DECLS
