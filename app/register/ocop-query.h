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
 */
typedef struct _OcopQuery OcopQuery;

typedef enum
{
  OCOP_OPERATOR_IS,          /* any of the values */
  OCOP_OPERATOR_IS_NOT,      /* none of the values; an unknown value counts as not */
  OCOP_OPERATOR_AT_LEAST,    /* one value */
  OCOP_OPERATOR_AT_MOST,     /* one value */
  OCOP_OPERATOR_BETWEEN,     /* two values, both included */
  OCOP_OPERATOR_CONTAINS,    /* text, folded */
  OCOP_OPERATOR_KNOWN,       /* no value */
  OCOP_OPERATOR_UNKNOWN,     /* no value */
} OcopOperator;

typedef enum
{
  OCOP_MEASURE_NONE,
  OCOP_MEASURE_COUNT,
  OCOP_MEASURE_COUNT_DISTINCT, /* of a field */
  OCOP_MEASURE_SUM,            /* of a field */
} OcopMeasure;

OcopQuery      *ocop_query_new              (const char      *kind);
OcopQuery      *ocop_query_copy             (const OcopQuery *query);
void            ocop_query_free             (OcopQuery       *query);
gboolean        ocop_query_equal            (const OcopQuery *a,
                                             const OcopQuery *b);

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
/* Removes every condition on @field. */
void            ocop_query_unwhere          (OcopQuery       *query,
                                             const char      *field);

/* Records that have (or have no) record of kind @relation that links to them and meets
 * @conditions. Takes @conditions. One level deep. */
void            ocop_query_has              (OcopQuery       *query,
                                             gboolean         has,
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

/* Personal data come out masked. */
void            ocop_query_set_masked       (OcopQuery       *query,
                                             gboolean         masked);

void            ocop_query_order_by         (OcopQuery       *query,
                                             const char      *field,
                                             gboolean         descending);
void            ocop_query_clear_order      (OcopQuery       *query);

void            ocop_query_set_measure      (OcopQuery       *query,
                                             OcopMeasure      measure,
                                             const char      *field);
/* Up to two; %NULL for none. */
void            ocop_query_group_by         (OcopQuery       *query,
                                             const char      *first,
                                             const char      *second);

/* {"subject": "product", "where": [{"field": "state", "op": "is", "values": ["valid"]}, …],
 *  "has": [{"has": true, "query": {…}}], "on": "2026-11-22", "text": "…", "measure": "count",
 *  "of": "producer", "group": ["star"], "order": [{"field": "name", "descending": false}]} */
char           *ocop_query_to_json          (const OcopQuery *query);
/* Unknown subjects, fields and operators are refused with their place named. */
OcopQuery      *ocop_query_from_json        (const char      *json,
                                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopQuery, ocop_query_free)

G_END_DECLS
