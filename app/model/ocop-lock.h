/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"

G_BEGIN_DECLS

/**
 * OcopLock:
 * @kind: of the records that it holds fast
 * @user, @link: (nullable): it holds while a record of that kind leads to it, by a link or several joined by dots; %NULL
 *   where the record itself says whether it holds
 * @owner: (nullable): the way, by links joined by dots, from that record to the one whose @field says so; %NULL where it
 *   is that record itself
 * @field, @value: (nullable): it holds while that field has that value
 * @kinds: (nullable): it holds while the field “kind” of the same record has one of these values, ended by %NULL
 * @fields: (nullable): what is held fast, ended by %NULL; %NULL for all fields
 * @free: (nullable): what is not, ended by %NULL
 * @other_law: whether a date in @fields is held fast only against a day on which another decision is in force
 * @binnable: whether the record may go into the bin all the same
 * @acts: (nullable): the kinds of the changes (ocop_change_new()) that pass all the same, ended by %NULL
 * @refusal: English, to be translated: why not, and what is done instead
 * @closed: (nullable): English, to be translated: why none is added either to what was held fast before the change; %NULL
 *   where one may be
 *
 * What is written by an act of its own alone, and not by whoever edits, sets or bins records. While a record or its
 * owner says that it is held fast it does not come out of the bin either.
 */
typedef struct
{
  const char *kind;
  const char *user;
  const char *link;
  const char *owner;
  const char *field;
  const char *value;
  const char * const *kinds;
  const char * const *fields;
  const char * const *free;
  gboolean other_law;
  gboolean binnable;
  const char * const *acts;
  const char *refusal;
  const char *closed;
} OcopLock;

/* The locks of @kind that a change of the kind @act does not pass, the one after @last (%NULL: the
 * first); %NULL when there is no more. */
const OcopLock *ocop_lock_next       (const OcopKind   *kind,
                                      const char       *act,
                                      const OcopLock   *last);

gboolean        ocop_lock_holds      (const OcopLock   *self,
                                      const OcopField  *field);

/* Whether it holds fast a field in which @after differs from @before. */
gboolean        ocop_lock_concerns   (const OcopLock   *self,
                                      const OcopRecord *before,
                                      const OcopRecord *after);

/* Why nothing is added to the one that is called @owner, of a lock that is closed. (transfer full) */
char           *ocop_lock_dup_closed (const OcopLock   *self,
                                      const char       *owner);

G_END_DECLS
