/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "law/ocop-law.h"
#include "model/ocop-record.h"
#include "register/ocop-query.h"
#include "register/ocop-rows.h"

G_BEGIN_DECLS

/**
 * OcopReader:
 *
 * One reading connection to a register, used by one thread at a time. All its
 * calls block; in the window they run on the register's reader threads
 * (ocop_register_read_async()).
 *
 * Calls fail with %OCOP_ERROR_CANCELLED when interrupted,
 * %OCOP_ERROR_ARGUMENT for a query that does not suit the model, and the
 * storage's own failures.
 */
typedef struct _OcopReader OcopReader;

/* All calls of a list between begin and end see the register as it stood at begin. */
gboolean     ocop_reader_begin   (OcopReader         *reader,
                                  GError            **error);
void         ocop_reader_end     (OcopReader         *reader);

/**
 * ocop_reader_keys:
 *
 * Returns: (transfer full) (element-type gint64): the internal keys of all
 *   records that meet @query, in its order. Keys never leave the machine.
 */
GArray      *ocop_reader_keys    (OcopReader         *reader,
                                  const OcopQuery    *query,
                                  GError            **error);

/* The @columns (paths, ended by %NULL) of the records with @keys, in the order of @keys. */
OcopRows    *ocop_reader_rows_by_key (OcopReader         *reader,
                                      const OcopQuery    *query,
                                      const char * const *columns,
                                      const gint64       *keys,
                                      guint               n_keys,
                                      GError            **error);

/* Rows @offset up to @offset + @limit (-1: all) of @query in its order. */
OcopRows    *ocop_reader_rows    (OcopReader         *reader,
                                  const OcopQuery    *query,
                                  const char * const *columns,
                                  gint64              offset,
                                  gint64              limit,
                                  GError            **error);

/**
 * OcopRowFunc:
 * @values: the columns asked for; owned by the caller
 *
 * Returns: whether to go on.
 */
typedef gboolean (*OcopRowFunc) (const OcopValue *values,
                                 gpointer         data);

/* As ocop_reader_rows() for all rows, handed over one by one: exports use it. */
gboolean     ocop_reader_each    (OcopReader         *reader,
                                  const OcopQuery    *query,
                                  const char * const *columns,
                                  OcopRowFunc         func,
                                  gpointer            data,
                                  GError            **error);

/* The query's measure over all records that meet it (the count when it names none); -1 on failure.
 * For measures that give a whole number. */
gint64       ocop_reader_measure (OcopReader         *reader,
                                  const OcopQuery    *query,
                                  GError            **error);

/* As ocop_reader_measure(), where the answer may be a date or unknown. @value: (out). */
gboolean     ocop_reader_value   (OcopReader         *reader,
                                  const OcopQuery    *query,
                                  OcopValue          *value,
                                  GError            **error);

/* The measure by the query's group keys: columns: first key, its label, (second key, its
 * label,) number; ordered by label. An unknown key is an unknown value with no label. */
OcopRows    *ocop_reader_groups  (OcopReader         *reader,
                                  const OcopQuery    *query,
                                  GError            **error);

/**
 * ocop_reader_survey:
 * @queries: (element-type OcopQuery): with measures, some with groups
 *
 * What ocop_reader_value() and ocop_reader_groups() answer to each of them, told together: a record is looked at once for
 * many, and what several ask of related records is gathered once.
 *
 * Returns: (transfer full) (element-type OcopRows): for each query, in their order: its groups, or one row of one value
 */
GPtrArray   *ocop_reader_survey  (OcopReader         *reader,
                                  const GPtrArray    *queries,
                                  GError            **error);

/* What ocop_reader_measure() answers to each of @queries (element-type OcopQuery), told together.
 * Returns: (transfer full) (element-type gint64): in their order; %NULL on failure. */
GArray      *ocop_reader_survey_measures (OcopReader      *reader,
                                          const GPtrArray *queries,
                                          GError         **error);

/* As ocop_reader_groups(), by a look at all records: quicker for what most of them meet, and quicker still the next time, on
 * whatever day. */
OcopRows    *ocop_reader_survey_groups (OcopReader      *reader,
                                        const OcopQuery *query,
                                        GError         **error);

/* %NULL with %OCOP_ERROR_NOT_FOUND when there is no such record; one in the bin is found. */
OcopRecord  *ocop_reader_load    (OcopReader         *reader,
                                  const OcopKind     *kind,
                                  const char         *id,
                                  GError            **error);
char        *ocop_reader_id_of_key (OcopReader       *reader,
                                    const OcopKind   *kind,
                                    gint64            key,
                                    GError          **error);
/* 0 when there is none. */
gint64       ocop_reader_key_of_id (OcopReader       *reader,
                                    const OcopKind   *kind,
                                    const char       *id);

/* The id of the record that stands for @id today: its own, or of the one that it was merged into;
 * %NULL, with @error only on failure, where that lies in the bin or there is none. */
char        *ocop_reader_resolve (OcopReader         *reader,
                                  const OcopKind     *kind,
                                  const char         *id,
                                  GError            **error);
/* The id of the record that @source knows as @foreign_id (ocop_change_alias()), resolved. */
char        *ocop_reader_find_alias (OcopReader      *reader,
                                     const OcopKind  *kind,
                                     const char      *source,
                                     const char      *foreign_id,
                                     GError         **error);

/* The text that names the record @id to people; "" when there is none. */
char        *ocop_reader_label   (OcopReader         *reader,
                                  const OcopKind     *kind,
                                  const char         *id);

/* The register's office; empty fields in a register that has none yet. Never %NULL but on failure. */
OcopRecord  *ocop_reader_office  (OcopReader         *reader,
                                  GError            **error);

/* The columns of ocop_reader_history(). */
typedef enum
{
  OCOP_HISTORY_CHANGE,      /* id */
  OCOP_HISTORY_SEQ,
  OCOP_HISTORY_TIME,        /* ISO 8601, UTC */
  OCOP_HISTORY_PERSON,
  OCOP_HISTORY_KIND,        /* of the change */
  OCOP_HISTORY_NAME,        /* likewise */
  OCOP_HISTORY_RECORD_KIND,
  OCOP_HISTORY_RECORD,      /* id */
  OCOP_HISTORY_LABEL,       /* of the record */
  OCOP_HISTORY_ACTION,
  OCOP_HISTORY_BEFORE,      /* JSON object */
  OCOP_HISTORY_AFTER,       /* likewise */
  OCOP_N_HISTORY_COLUMNS
} OcopHistoryColumn;

/**
 * ocop_reader_history:
 * @id: (nullable): of one record; %NULL for the whole register
 *
 * Returns: (transfer full): a row for each record that a change touched, the newest first; %NULL with @error
 */
OcopRows    *ocop_reader_history (OcopReader         *reader,
                                  const char         *id,
                                  gint64              limit,
                                  GError            **error);

/* The columns of ocop_reader_touched(). */
typedef enum
{
  OCOP_TOUCHED_PERSON,
  OCOP_TOUCHED_KIND,      /* of the record */
  OCOP_TOUCHED_RECORD,    /* id */
  OCOP_TOUCHED_ADDED,     /* 1 where it is new */
  OCOP_TOUCHED_BINNED,    /* 1 where it went into the bin */
  OCOP_N_TOUCHED_COLUMNS
} OcopTouchedColumn;

/**
 * ocop_reader_touched:
 * @seq: of the last change that is known
 *
 * What the changes after @seq did that stand: what was undone is left out, and so is with what a register is set up.
 * What a decision did to other records than what it decided goes with it, and is left out too.
 *
 * Returns: (transfer full): a row for each person and record, whoever wrote last in front; %NULL with @error
 */
OcopRows    *ocop_reader_touched (OcopReader         *reader,
                                  gint64              seq,
                                  GError            **error);

/* The files that records, those in the bin and the history refer to, each once. Columns: its name,
 * the label of a record that shows it (unknown where only history refers to it). */
OcopRows    *ocop_reader_attachments (OcopReader     *reader,
                                      GError        **error);

/* The laws that the register holds (ocop_change_keep_law()), in the order in which they came. Columns:
 * the id, the day on which it came, who brought it, whether it is the one that the office loaded last. */
OcopRows    *ocop_reader_laws    (OcopReader         *reader,
                                  GError            **error);

/**
 * ocop_reader_law:
 * @id: ocop_law_get_id()
 *
 * Returns: (transfer none): that law, as the register or the program holds it, for as long as the
 *   program runs; %NULL with %OCOP_ERROR_NOT_FOUND when neither does, with %OCOP_ERROR_DAMAGED when
 *   it is no longer what it was
 */
const OcopLaw *ocop_reader_law   (OcopReader         *reader,
                                  const char         *id,
                                  GError            **error);

/* The law by which this register judges from now on, (transfer none): the one that the office loaded
 * last; the shipped one where it loaded none, or none that knows the latest decision. */
const OcopLaw *ocop_reader_law_in_force (OcopReader  *reader,
                                         GError     **error);

/* The seq of the last change: what a window compares to know whether to read again. */
gint64       ocop_reader_get_seq (OcopReader         *reader);

/* Stops the call under way in another thread; that call fails with %OCOP_ERROR_CANCELLED. */
void         ocop_reader_interrupt (OcopReader       *reader);

G_END_DECLS
