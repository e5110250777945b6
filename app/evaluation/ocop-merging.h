/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/ocop-change.h"
#include "register/ocop-reader.h"

G_BEGIN_DECLS

/**
 * OcopMergingPart:
 * @kind: of the records that belong to either
 * @counts: how many of them to each
 * @shared: of yearly figures: for how many years both have some
 */
typedef struct
{
  const OcopKind *kind;
  guint counts[2];
  guint shared;
} OcopMergingPart;

/**
 * OcopMerging:
 * @records: two that are found to be one and the same
 * @labels: for each: what names the records that its links lead to, field name → text
 * @parts: (element-type OcopMergingPart): what belongs to either, through its products too
 * @in_force: certificates in force of each
 * @under_way: dossiers of each that have not ended
 * @to_be_judged: products of sessions of each whose session is not closed
 *
 * Two producers or two products that were entered twice, and all that bears on
 * making one of them. Which of the two stays, 0 or 1, is chosen afterwards.
 */
typedef struct
{
  const OcopKind *kind;
  OcopRecord *records[2];
  GHashTable *labels[2];
  GPtrArray *parts;
  guint in_force[2];
  guint under_way[2];
  guint to_be_judged[2];
} OcopMerging;

/* Whether records of @kind can be merged by hand: producers and products. */
gboolean     ocop_merging_takes         (const OcopKind     *kind);

/* The same, with the reason: %OCOP_ERROR_REFUSED. */
gboolean     ocop_merging_check         (const OcopKind     *kind,
                                         GError            **error);

/* %OCOP_ERROR_REFUSED for another kind and for a record with itself, %OCOP_ERROR_CONFLICT where one
 * of the two lies in the bin. */
OcopMerging *ocop_merging_read          (OcopReader         *reader,
                                         const OcopKind     *kind,
                                         const char         *id,
                                         const char         *other,
                                         GError            **error);
void         ocop_merging_free          (OcopMerging        *self);

/* The one that more belongs to; the first where that is even. */
guint        ocop_merging_suggest       (const OcopMerging  *self);

/* Returns: (transfer full): the record @stays, the other's values where its own are unknown. */
OcopRecord  *ocop_merging_dup_kept      (const OcopMerging  *self,
                                         guint               stays);

/* "Products: 3; Recognitions: 5": what belongs to one of the two; %NULL for nothing. Free with g_free(). */
char        *ocop_merging_say_parts     (const OcopMerging  *self,
                                         guint               side);

/* In the same way, what goes over to @stays; %NULL for nothing. Free with g_free(). */
char        *ocop_merging_say_moved     (const OcopMerging  *self,
                                         guint               stays);

/* Returns: (transfer full) (element-type utf8): translated sentences: what is to be looked at afterwards. */
GPtrArray   *ocop_merging_say_notes     (const OcopMerging  *self,
                                         guint               stays);

/**
 * ocop_merging_make_change:
 * @kept: the record @stays with the values that it is to have, as ocop_merging_dup_kept() gives it
 *
 * Returns: (transfer full): one change: all that belongs to the other belongs to @stays, the other lies
 *   in the bin and leads to it
 */
OcopChange  *ocop_merging_make_change   (const OcopMerging  *self,
                                         guint               stays,
                                         const OcopRecord   *kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopMerging, ocop_merging_free)

G_END_DECLS
