/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-kind.h"

G_BEGIN_DECLS

/**
 * OcopLock:
 * @kind: of the records that it holds fast
 * @owner: (nullable): the link to the record whose @field says so; %NULL where it is the record itself
 * @field, @value: (nullable): it holds while that field has that value: nothing is changed, nor goes into the bin or
 *   comes out of it
 * @user, @link: (nullable): instead: it keeps the record out of the bin while one of that kind links to it
 * @act: (nullable): the kind of the changes (ocop_change_new()) that pass all the same
 * @refusal: English, to be translated: why not, and what is done instead
 *
 * What is written by an act of its own alone, and not by whoever edits, sets or bins records.
 */
typedef struct
{
  const char *kind;
  const char *owner;
  const char *field;
  const char *value;
  const char *user;
  const char *link;
  const char *act;
  const char *refusal;
} OcopLock;

/* The locks of @kind that a change of the kind @act does not pass, the one after @last (%NULL: the
 * first); %NULL when there is no more. */
const OcopLock *ocop_lock_next (const OcopKind *kind,
                                const char     *act,
                                const OcopLock *last);

G_END_DECLS
