/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/ocop-date.h"
#include "base/ocop-value.h"
#include "model/ocop-kind.h"

G_BEGIN_DECLS

/**
 * OcopQuery:
 *
 * The one way in which everything asks the register: lists, filters, exports,
 * charts, counts. Values only; has a JSON form; may be copied and compared.
 *
 * A field is named by a path: a field of the subject ("state"), or a field of a
 * record it links to ("producer.kind", "locality.name", "product.name"). All
 * conditions must hold; within one condition any of its values may.
 *
 * A date known by its year alone lies in a period that holds the whole year,
 * and in no other: 2022 is at least 2022-01-01 and at most 2022-12-31, but
 * neither at least 2022-01-02 nor at most 2022-12-30. A year given as a bound
 * stands for its first or last day.
 */
typedef struct _OcopQuery OcopQuery;

typedef enum
{
  OCOP_OPERATOR_IS,          /* any of the values */
  OCOP_OPERATOR_IS_NOT,      /* none of the values; an unknown value counts as not */
  OCOP_OPERATOR_AT_LEAST,    /* one value */
  OCOP_OPERATOR_AT_MOST,     /* one value */
  OCOP_OPERATOR_NOT_BEFORE,  /* one value; an unknown value counts as not: what has no end has not ended */
  OCOP_OPERATOR_BETWEEN,     /* two values, both included */
  OCOP_OPERATOR_CONTAINS,    /* text, folded */
  OCOP_OPERATOR_CONTAINS_WORDS, /* whole words in a row, folded: "cá tra" is not in "cá trắng" */
  OCOP_OPERATOR_WITHIN,      /* of a locality: any of the values, or of a district or province among them */
  OCOP_OPERATOR_KNOWN,       /* no value */
  OCOP_OPERATOR_UNKNOWN,     /* no value */
} OcopOperator;

typedef enum
{
  OCOP_MEASURE_NONE,
  OCOP_MEASURE_COUNT,
  OCOP_MEASURE_COUNT_DISTINCT, /* of a field */
  OCOP_MEASURE_SUM,            /* of a number; 0 where none is known */
  OCOP_MEASURE_MIN,            /* of a number or date; unknown where none is known */
  OCOP_MEASURE_MAX,            /* likewise */
} OcopMeasure;

OcopQuery      *ocop_query_new              (const char      *kind);
OcopQuery      *ocop_query_copy             (const OcopQuery *query);
void            ocop_query_free             (OcopQuery       *query);
/* Of OcopQuery, for tables: alike where they ask the same in the same words, conditions and values in one order. */
guint           ocop_query_hash             (gconstpointer    query);
gboolean        ocop_query_equal            (gconstpointer    a,
                                             gconstpointer    b);

const OcopKind *ocop_query_get_kind         (const OcopQuery *query);

/* Adds a condition. @values: text forms, ended by %NULL; whole numbers as digits, dates as
 * their text form, links as ids. */
void            ocop_query_where            (OcopQuery       *query,
                                             const char      *field,
                                             OcopOperator     op,
                                             ...) G_GNUC_NULL_TERMINATED;
void            ocop_query_wherev           (OcopQuery       *query,
                                             const char      *field,
                                             OcopOperator     op,
                                             const char * const *values);
/* Lays on @query the conditions that @linked has on fields, its relations apart, for the record that the path @link names:
 * dossiers "product" of the products of @linked. */
void            ocop_query_where_linked     (OcopQuery       *query,
                                             const char      *link,
                                             const OcopQuery *linked);
/* Whether any condition, relation or searched word leaves records out. How many there are of all, the
 * register knows without looking for them. */
gboolean        ocop_query_is_narrowed      (const OcopQuery *query);
/* Removes every condition on @field. */
void            ocop_query_unwhere          (OcopQuery       *query,
                                             const char      *field);

/* Records that have (or have no) record of kind @relation that links to them and meets
 * @conditions. Takes @conditions. One level deep. */
void            ocop_query_has              (OcopQuery       *query,
                                             gboolean         has,
                                             OcopQuery       *conditions);
/* As ocop_query_has() along the path @by from @conditions' kind to the query's: producers have
 * recognitions by "product.producer". %NULL: by the first field that links to the query's kind. */
void            ocop_query_has_by           (OcopQuery       *query,
                                             gboolean         has,
                                             const char      *by,
                                             OcopQuery       *conditions);
/* As ocop_query_has_by(), of the facts of the day @on, whichever the query's is: products that had another class at the end
 * of last year. Of the query's own where @on is unknown. */
void            ocop_query_has_on           (OcopQuery       *query,
                                             gboolean         has,
                                             const char      *by,
                                             OcopDate         on,
                                             OcopQuery       *conditions);

/* Words searched for; %NULL or "" for all. */
void            ocop_query_set_text         (OcopQuery       *query,
                                             const char      *text);
const char     *ocop_query_get_text         (const OcopQuery *query);

/* The day the facts are asked for; must be a day. Today unless set. */
void            ocop_query_set_on           (OcopQuery       *query,
                                             OcopDate         day);
OcopDate        ocop_query_get_on           (const OcopQuery *query);

/* Whether records in the bin are asked for instead of the others. */
void            ocop_query_set_binned       (OcopQuery       *query,
                                             gboolean         binned);

/* Personal data are masked, in what comes out and before anything is asked of them: conditions,
 * order, groups and search see the mask as well, so that no answer tells what stands behind it.
 * Whether a masked field is known can still be asked. */
void            ocop_query_set_masked       (OcopQuery       *query,
                                             gboolean         masked);

void            ocop_query_order_by         (OcopQuery       *query,
                                             const char      *field,
                                             gboolean         descending);
void            ocop_query_clear_order      (OcopQuery       *query);

void            ocop_query_set_measure      (OcopQuery       *query,
                                             OcopMeasure      measure,
                                             const char      *field);
/* The records behind the number of @query, without its measure and groups: as many as it says. Of a count of different
 * links, the records that they lead to; where @query has relations besides, its own. (transfer full) */
OcopQuery      *ocop_query_new_behind       (const OcopQuery *query);
/* The records of @whole that @part leaves out, where @part is @whole with one relation more; %NULL where it is not.
 * (transfer full) */
OcopQuery      *ocop_query_new_left_out     (const OcopQuery *whole,
                                             const OcopQuery *part);
/* Up to two; %NULL for none. A number for every locality is a count grouped by locality; the
 * least of them is taken outside, where the localities without any are known too. */
void            ocop_query_group_by         (OcopQuery       *query,
                                             const char      *first,
                                             const char      *second);
/* (nullable): the first of them */
const char     *ocop_query_get_group        (const OcopQuery *query);

/* {"subject": "product", "where": [{"field": "state", "op": "is", "values": ["valid"]}, …],
 *  "has": [{"has": true, "by": "product.producer", "on": "2025-12-31", "query": {…}}], "on": "2026-11-22", "text": "…", "measure": "count",
 *  "of": "producer", "group": ["star"], "order": [{"field": "name", "descending": false}]} */
char           *ocop_query_to_json          (const OcopQuery *query);
/* %OCOP_ERROR_ARGUMENT, with the place ("where[1].op") named, for all that no query can hold:
 * unknown subjects, fields, operators, members, and values that do not suit their field. */
OcopQuery      *ocop_query_from_json        (const char      *json,
                                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopQuery, ocop_query_free)

G_END_DECLS
