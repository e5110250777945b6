/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the register asks of a storage engine. Insiders of app/register only. */

#include "register/ocop-change.h"
#include "register/ocop-reader.h"
#include "register/ocop-watch.h"

G_BEGIN_DECLS

/* One connection; used by one thread at a time. */
typedef struct _OcopStore OcopStore;

/* Who writes, and from which installation. */
typedef struct
{
  const char *person;
  const char *writer; /* the installation's id */
} OcopAuthor;

typedef enum
{
  OCOP_STORE_READ,
  OCOP_STORE_COPY, /* only to be copied: an older version will do */
  OCOP_STORE_WRITE,
} OcopStoreMode;

/* Whether the file at @path is a register of this program's version; the error's code says what else it is. */
gboolean    ocop_store_examine      (const char        *path,
                                     GError           **error);
/* Makes an empty register at @path; there must be no file. */
gboolean    ocop_store_create       (const char        *path,
                                     GError           **error);
/* Makes an older register at @path one of this version. @keep: whether a verified copy as it was is
 * left beside it. */
gboolean    ocop_store_upgrade      (const char        *path,
                                     gboolean           keep,
                                     GError           **error);
OcopStore  *ocop_store_open         (const char        *path,
                                     OcopStoreMode      mode,
                                     GError           **error);
void        ocop_store_close        (OcopStore         *store);
/* The register at @path and what the store keeps beside it, gone. Nobody may have it open. */
void        ocop_store_remove       (const char        *path);

/* @watch: (nullable) */
gboolean    ocop_store_commit       (OcopStore         *store,
                                     const OcopChange  *change,
                                     const OcopAuthor  *author,
                                     const OcopWatch   *watch,
                                     GError           **error);
gboolean    ocop_store_undo         (OcopStore         *store,
                                     const OcopAuthor  *author,
                                     const OcopWatch   *watch,
                                     guint             *n_left,
                                     GError           **error);
gboolean    ocop_store_redo         (OcopStore         *store,
                                     const OcopAuthor  *author,
                                     const OcopWatch   *watch,
                                     guint             *n_left,
                                     GError           **error);
/* (nullable) names of what @person's undo and redo would take. */
void        ocop_store_get_steps    (OcopStore         *store,
                                     const char        *person,
                                     char             **undo,
                                     char             **redo);

/* The seq of the last change. */
gint64      ocop_store_get_seq      (OcopStore         *store);
/* Whether the file that was opened still stands at its path. */
gboolean    ocop_store_is_in_place  (OcopStore         *store);

/* Folds the log into the file, so that a copy of the file is whole. Returns whether it could:
 * somebody who reads an older state keeps the log. */
gboolean    ocop_store_fold         (OcopStore         *store);
/* Rebuilds derived data that another version of a library made. */
gboolean    ocop_store_refresh      (OcopStore         *store,
                                     GError           **error);
/* Adds to @problems what is wrong with the file, of whichever version: its pages, references, history. */
gboolean    ocop_store_check        (OcopStore         *store,
                                     GPtrArray         *problems,
                                     GError           **error);
gboolean    ocop_store_backup       (OcopStore         *store,
                                     const char        *path,
                                     GError           **error);
char       *ocop_store_dup_property (OcopStore         *store,
                                     const char        *name);
char       *ocop_store_dup_head     (OcopStore         *store,
                                     const char        *writer);

/* Takes @store. */
OcopReader *ocop_reader_new         (OcopStore         *store);
void        ocop_reader_free        (OcopReader        *reader);
OcopStore  *ocop_reader_get_store   (OcopReader        *reader);

/* Adds to @problems what the records of a register of today say against each other: two certificates of a
 * product for one day, lists too long or too short, doubles, points that name no option. */
gboolean    ocop_reader_check_contents (OcopReader     *reader,
                                        GPtrArray      *problems,
                                        GError        **error);

/* ocop-register-laws.c: adds those of the register's laws that are not what they were to @problems. */
gboolean    ocop_reader_check_laws  (OcopReader        *reader,
                                     GPtrArray         *problems,
                                     GError           **error);

/* Rows of a change, for the store. */
typedef struct
{
  OcopAction action;
  const OcopKind *kind;
  char *id;
  OcopRecord *before; /* %NULL but for an edit */
  OcopRecord *after;  /* %NULL for bin and restore */
  char *into;         /* of a merge: the id of the record that stays */
} OcopChangeRow;

/* By which name another register knows a record. */
typedef struct
{
  char *source;
  char *foreign_id;
  const OcopKind *kind;
  char *id;
} OcopAlias;

/* A law that the register is to hold. */
typedef struct
{
  char *id;
  GHashTable *files;
  gboolean loaded;
} OcopKeptLaw;

const char *ocop_change_get_kind    (const OcopChange  *change);
const char *ocop_change_get_name    (const OcopChange  *change);
const OcopChangeRow *ocop_change_get_row (const OcopChange *change,
                                          guint             i);
/* (element-type OcopAlias) */
const GPtrArray *ocop_change_get_aliases (const OcopChange *change);
/* (element-type OcopKeptLaw) */
const GPtrArray *ocop_change_get_laws (const OcopChange    *change);

/* (transfer full): the files of the law @id by their paths, as they were stored; %NULL with
 * %OCOP_ERROR_NOT_FOUND when the register does not hold it. */
GHashTable *ocop_reader_law_files   (OcopReader        *reader,
                                     const char        *id,
                                     GError           **error);

/* Insiders' view of a query. */
typedef struct
{
  char *field;
  OcopOperator op;
  char **values;
} OcopCondition;

typedef struct
{
  gboolean has;
  char *by; /* (nullable): the path from the kind of @conditions */
  OcopDate on; /* the query's where it is unknown */
  OcopQuery *conditions;
} OcopRelation;

typedef struct
{
  char *field;
  gboolean descending;
} OcopOrder;

struct _OcopQuery
{
  const OcopKind *kind;
  GPtrArray *conditions; /* OcopCondition */
  GPtrArray *relations;  /* OcopRelation */
  GPtrArray *order;      /* OcopOrder */
  char *text;
  OcopDate on;
  gboolean binned;
  gboolean masked;
  OcopMeasure measure;
  char *measured;
  char *groups[2];
};

/* ocop-query-check.c: whether what a query asks for suits the model. */

/* The field that @path names, %NULL when there is none; "id" is none. */
const OcopField *ocop_query_find_path   (const OcopKind      *kind,
                                         const char          *path);
/* The path by which records of @relation link to @subject; %NULL when none does. */
const char      *ocop_query_find_link   (const OcopKind      *subject,
                                         const OcopRelation  *relation);
/* @kind has the condition's field. */
gboolean         ocop_query_check_values (const OcopKind     *kind,
                                         const OcopCondition *condition,
                                         GError             **error);
gboolean         ocop_query_check_measure (const OcopQuery   *query,
                                         GError             **error);
gboolean         ocop_field_is_number   (const OcopField     *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopStore, ocop_store_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopReader, ocop_reader_free)

G_END_DECLS
