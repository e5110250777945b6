/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of this folder share; nobody else includes it. */

#include <sqlite3.h>

#include "register/ocop-store.h"

G_BEGIN_DECLS

#define OCOP_SQLITE_APPLICATION_ID 0x4f434f50 /* "OCOP" */
#define OCOP_SQLITE_SCHEMA 10 /* the number of the last migration */

typedef sqlite3_stmt OcopStatement;
typedef struct _OcopSorter OcopSorter;
typedef struct _OcopColumns OcopColumns;
typedef struct _OcopWritten OcopWritten;

struct _OcopStore
{
  sqlite3 *db;
  char *path;
  OcopStoreMode mode;
  GHashTable *statements; /* SQL text → GPtrArray of OcopStatement */
  OcopSorter *sorter;
  OcopColumns *columns;
  OcopWritten *written;
  GHashTable *folded; /* text → folded, of those asked last: many records say the same, and are asked several times */
};

struct _OcopReader
{
  OcopStore *store;
};

/* Once, before anything is opened: from then on no other handle on a register that this process
 * closes takes the locks of its connections away. */
void           ocop_sqlite_hold_locks   (void);

/* @make: whether the file is made where there is none. Whatever the file is, it is taken for one of SQLite. */
OcopStore     *ocop_sqlite_connect      (const char      *path,
                                         OcopStoreMode    mode,
                                         gboolean         make,
                                         GError         **error);
/* Sets @error from the connection's last failure; always returns %FALSE. */
gboolean       ocop_sqlite_fail         (OcopStore       *store,
                                         GError         **error);

/* A statement prepared once for each use of its text that is under way, kept for the next. It is
 * borrowed: to be released, and to be stepped before the same text is asked for again. */
OcopStatement *ocop_sqlite_prepare      (OcopStore       *store,
                                         const char      *sql,
                                         GError         **error);
void           ocop_sqlite_release      (OcopStatement   *statement);
/* Forgets the statements when they have become many. To be called where none is borrowed: before
 * a transaction. */
void           ocop_sqlite_tidy         (OcopStore       *store);

gboolean       ocop_sqlite_run          (OcopStore       *store,
                                         const char      *sql,
                                         GError         **error);
/* Steps a statement that gives no rows. */
gboolean       ocop_sqlite_step_done    (OcopStore       *store,
                                         OcopStatement   *statement,
                                         GError         **error);
/* Whether @statement gives a row; %FALSE with @found set to %FALSE after the last one. */
gboolean       ocop_sqlite_step_row     (OcopStore       *store,
                                         OcopStatement   *statement,
                                         gboolean        *found,
                                         GError         **error);

gboolean       ocop_sqlite_begin        (OcopStore       *store,
                                         GError         **error);
gboolean       ocop_sqlite_commit       (OcopStore       *store,
                                         GError         **error);
void           ocop_sqlite_rollback     (OcopStore       *store);

void           ocop_sqlite_bind_value   (OcopStatement   *statement,
                                         int              place,
                                         const OcopValue *value);
/* NULL where @text is %NULL or "". */
void           ocop_sqlite_bind_text    (OcopStatement   *statement,
                                         int              place,
                                         const char      *text);
/* @id: (nullable): a record's id in its text form, bound as its 16 bytes. */
void           ocop_sqlite_bind_id      (OcopStatement   *statement,
                                         int              place,
                                         const char      *id);
/* 16 bytes come out as the text form of an id. */
OcopValue      ocop_sqlite_column_value (OcopStatement   *statement,
                                         int              column);
const char    *ocop_sqlite_column_text  (OcopStatement   *statement,
                                         int              column);

/* The internal key of the record @id; 0 with @error set: %OCOP_ERROR_NOT_FOUND when there is none. */
gint64         ocop_sqlite_key          (OcopStore       *store,
                                         const OcopKind  *kind,
                                         const char      *id,
                                         GError         **error);
OcopRecord    *ocop_sqlite_load         (OcopStore       *store,
                                         const OcopKind  *kind,
                                         gint64           key,
                                         gboolean        *binned,
                                         GError         **error);

/* ocop-sqlite-query.c, with -conditions.c and -paths.c: text and parameters of a query. */
typedef struct
{
  GString *sql;
  GArray *parameters; /* OcopValue: ?1, ?2 … */
} OcopSql;

void           ocop_sql_free            (OcopSql         *sql);
/* @columns: (nullable): none for keys alone. @tail: what follows ORDER BY. */
OcopSql       *ocop_sql_select          (const OcopQuery *query,
                                         const char * const *columns,
                                         gboolean         by_key,
                                         const char      *tail,
                                         GError         **error);
OcopSql       *ocop_sql_measure         (const OcopQuery *query,
                                         GError         **error);
OcopSql       *ocop_sql_groups          (const OcopQuery *query,
                                         GError         **error);
/* Whether the table "tally" says how many of them lie outside the bin. */
gboolean       ocop_sqlite_kind_is_tallied (const OcopKind *kind);

/* ocop-sqlite-pace.c: how far a write is. It has two halves: the records, then what follows from them. */
typedef struct
{
  const OcopWatch *watch; /* (nullable) */
  guint half;             /* from 1 */
  gsize done;             /* of this half */
  gsize total;
} OcopPace;
/* A half of @n steps begins. */
void           ocop_pace_begin          (OcopPace        *pace,
                                         gsize            n);
/* Before each of them. Returns: %FALSE when nobody waits for them any more. */
gboolean       ocop_pace_step           (OcopPace        *pace,
                                         GError         **error);

/* ocop-sqlite-derived.c: what follows from the records that a change touched. */
typedef struct _OcopDerived OcopDerived;
OcopDerived   *ocop_derived_new         (OcopStore       *store);
void           ocop_derived_free        (OcopDerived     *derived);
void           ocop_derived_touch       (OcopDerived     *derived,
                                         const OcopKind  *kind,
                                         gint64           key);
gboolean       ocop_derived_update      (OcopDerived     *derived,
                                         OcopPace        *pace,
                                         GError         **error);

/* ocop-sqlite-terms.c, ocop-sqlite-units.c, ocop-sqlite-search.c: its parts. */
gboolean       ocop_sqlite_update_terms (OcopStore       *store,
                                         gint64           product,
                                         GError         **error);
gboolean       ocop_sqlite_update_units (OcopStore       *store,
                                         GError         **error);
gboolean       ocop_sqlite_update_search (OcopStore      *store,
                                         const OcopKind  *kind,
                                         gint64           key,
                                         GError         **error);
gboolean       ocop_sqlite_kind_is_searched (const OcopKind *kind);
/* Whether what is searched of its records stands in an index of its own. */
gboolean       ocop_sqlite_kind_is_indexed (const OcopKind *kind);
/* SQL of what is searched of the record t; @masked: but for its personal data. */
void           ocop_sqlite_write_search (const OcopKind *kind,
                                         gboolean        masked,
                                         char          **words,
                                         char          **codes);

/* ocop-sqlite-sorter.c: Vietnamese order. */
OcopSorter    *ocop_sorter_new          (void);
void           ocop_sorter_free         (OcopSorter      *sorter);
const char    *ocop_sorter_get_version  (OcopSorter      *sorter);
/* SQL of @db then knows ocop_sort_key (TEXT), of texts that have no key stored beside them. */
void           ocop_sorter_install      (OcopSorter      *sorter,
                                         sqlite3         *db);
gboolean       ocop_sqlite_update_key   (OcopStore       *store,
                                         const OcopKind  *kind,
                                         gint64           key,
                                         GError         **error);
gboolean       ocop_sqlite_kind_is_sorted (const OcopKind *kind);

/* ocop-sqlite-history.c: the change's own rows and its link in the chain. */
typedef struct
{
  const char *kind;
  const char *name;
  gint64 target;        /* 0 for none */
  const char *standing;
  const char *act;      /* the kind of what is written, or turned */
} OcopHeader;
typedef struct _OcopLedger OcopLedger;
OcopLedger    *ocop_ledger_begin        (OcopStore        *store,
                                         const OcopAuthor *author,
                                         const OcopHeader *header,
                                         GError          **error);
gboolean       ocop_ledger_add          (OcopLedger       *ledger,
                                         const OcopKind   *kind,
                                         const char       *id,
                                         OcopAction        action,
                                         const char       *before,
                                         const char       *after,
                                         GError          **error);
gboolean       ocop_ledger_end          (OcopLedger       *ledger,
                                         GError          **error);
void           ocop_ledger_free         (OcopLedger       *ledger);
gboolean       ocop_ledger_check        (OcopStore        *store,
                                         GPtrArray        *problems,
                                         GError          **error);

/* ocop-sqlite-write.c: one record at a time, inside a transaction. */
typedef struct
{
  OcopStore *store;
  OcopLedger *ledger;
  OcopDerived *derived;
  OcopPace *pace;
  const char *act;       /* of the change: see ocop_lock_next() */
} OcopWriter;
gboolean       ocop_writer_add          (OcopWriter       *writer,
                                         const OcopRecord *record,
                                         GError          **error);
/* Writes and files the fields in which @after differs from @before, the record @key as it now
 * stands. Does nothing when they do not differ. Refused while the record is held fast, before or after. */
gboolean       ocop_writer_edit         (OcopWriter       *writer,
                                         gint64            key,
                                         const OcopRecord *before,
                                         const OcopRecord *after,
                                         GError          **error);
/* The same of a record held fast or not: of a link that follows a merge, which says nothing new. */
gboolean       ocop_writer_put          (OcopWriter       *writer,
                                         gint64            key,
                                         const OcopRecord *before,
                                         const OcopRecord *after,
                                         GError          **error);
gboolean       ocop_writer_set_binned   (OcopWriter       *writer,
                                         const OcopKind   *kind,
                                         const char       *id,
                                         gboolean          binned,
                                         gboolean          with_parts,
                                         GError          **error);

/* ocop-sqlite-unique.c: refuses with %OCOP_ERROR_TAKEN what another record holds already of the fields
 * that only one may hold, where @before (nullable) held something else. */
gboolean       ocop_writer_check_taken  (OcopWriter       *writer,
                                         const OcopRecord *record,
                                         const OcopRecord *before,
                                         GError          **error);

/* ocop-sqlite-doubles.c: refuses with %OCOP_ERROR_REFUSED the record @key, which stands in the register as @record,
 * where another says the same and @before (nullable) did not. */
gboolean       ocop_writer_check_doubles (OcopWriter       *writer,
                                          gint64            key,
                                          const OcopRecord *record,
                                          const OcopRecord *before,
                                          GError          **error);
/* Appends those that stand in the register to @problems. */
gboolean       ocop_sqlite_find_doubles (OcopStore        *store,
                                         GPtrArray        *problems,
                                         GError          **error);

/* ocop-sqlite-choices.c: refuses with %OCOP_ERROR_REFUSED the record @key, which stands in the register as @record, where
 * its points name what its criteria set has not and those of @before (nullable) did not. */
gboolean       ocop_writer_check_choices (OcopWriter       *writer,
                                          gint64            key,
                                          const OcopRecord *record,
                                          const OcopRecord *before,
                                          GError          **error);
/* Appends those that stand in the register to @problems. */
gboolean       ocop_sqlite_find_wrong_choices (OcopStore  *store,
                                               GPtrArray  *problems,
                                               GError    **error);

/* ocop-sqlite-strangers.c: refuses with %OCOP_ERROR_REFUSED the record @key, which stands in the register as @record, where
 * it gives a member of another council a part in a session and @before (nullable) did not. */
gboolean       ocop_writer_check_strangers (OcopWriter       *writer,
                                            gint64            key,
                                            const OcopRecord *record,
                                            const OcopRecord *before,
                                            GError          **error);

/* ocop-sqlite-record-lock.c: refuse with %OCOP_ERROR_REFUSED what is done to the record @key while it is held fast.
 * @bins: whether it goes into the bin, or comes out of it
 * @written: whether @after stands in the register already */
gboolean       ocop_writer_check_bin_locks  (OcopWriter       *writer,
                                             const OcopKind   *kind,
                                             gint64            key,
                                             gboolean          bins,
                                             GError          **error);
/* What was added to an owner that had been closed before the change. */
gboolean       ocop_writer_check_add_locks  (OcopWriter       *writer,
                                             const OcopKind   *kind,
                                             gint64            key,
                                             GError          **error);
gboolean       ocop_writer_check_edit_locks (OcopWriter       *writer,
                                             gint64            key,
                                             const OcopRecord *before,
                                             const OcopRecord *after,
                                             gboolean          written,
                                             GError          **error);

/* ocop-sqlite-merge.c */
gboolean       ocop_writer_merge        (OcopWriter       *writer,
                                         const OcopKind   *kind,
                                         const char       *id,
                                         const char       *into,
                                         GError          **error);
/* The last step of a merge: @id, which lies in the bin, leads to @into. */
gboolean       ocop_writer_redirect     (OcopWriter       *writer,
                                         const OcopKind   *kind,
                                         const char       *id,
                                         const char       *into,
                                         GError          **error);
/* The id of the record that stands for @id: its own where it was not merged. */
char          *ocop_sqlite_dup_standing (OcopStore        *store,
                                         const char       *id,
                                         GError          **error);
gboolean       ocop_sqlite_remove_redirect (OcopStore     *store,
                                         const char       *id,
                                         GError          **error);
gboolean       ocop_sqlite_put_alias    (OcopStore        *store,
                                         const OcopAlias  *alias,
                                         GError          **error);

/* ocop-sqlite-laws.c */
gboolean       ocop_sqlite_put_law      (OcopStore        *store,
                                         const OcopAuthor *author,
                                         const OcopKeptLaw *law,
                                         GError          **error);

/* ocop-sqlite-migrate.c: inside a transaction, to the version of today; @data: %NULL */
gboolean       ocop_sqlite_migrate      (OcopStore        *store,
                                         gpointer          data,
                                         GError          **error);

/* ocop-sqlite-commit.c */
typedef gboolean (*OcopTransactFunc)    (OcopStore        *store,
                                         gpointer          data,
                                         GError          **error);
/* Runs @work in one writing transaction, from which it takes back everything when it fails. */
gboolean       ocop_sqlite_transact     (OcopStore        *store,
                                         OcopTransactFunc  work,
                                         gpointer          data,
                                         GError          **error);
typedef gboolean (*OcopFillFunc)        (OcopWriter       *writer,
                                         gpointer          data,
                                         GError          **error);
/* Inside a transaction: the header, what @fill writes, what follows from it, the link. @watch: (nullable) */
gboolean       ocop_sqlite_write_change (OcopStore        *store,
                                         const OcopAuthor *author,
                                         const OcopHeader *header,
                                         const OcopWatch  *watch,
                                         OcopFillFunc      fill,
                                         gpointer          data,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopStatement, ocop_sqlite_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopSql, ocop_sql_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopDerived, ocop_derived_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopLedger, ocop_ledger_free)

G_END_DECLS
