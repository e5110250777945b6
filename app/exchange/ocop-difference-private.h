/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-difference.h"
#include "register/ocop-change.h"

G_BEGIN_DECLS

/**
 * OcopIncoming:
 * @record: as the register has it; a new one where it has none
 * @refusal: (nullable): why nothing of it can be taken
 * @whole: (nullable): the difference that tells whether it comes at all
 * @follows: whether it comes, without one, when all comes that it links to
 *
 * A record that something came in about.
 */
struct _OcopIncoming
{
  OcopRecord *record;
  gboolean exists;
  char *refusal;
  OcopDifference *whole;
  gboolean follows;
};

OcopDifferences *ocop_differences_new        (void);
void             ocop_differences_free       (OcopDifferences        *self);

/* Takes @record. */
OcopIncoming    *ocop_differences_add_record (OcopDifferences        *self,
                                              OcopRecord             *record,
                                              gboolean                exists);
/* Accepted, unless nothing of the record can be taken. What people read is left to fill in. */
OcopDifference  *ocop_differences_add        (OcopDifferences        *self,
                                              OcopDifferenceKind      kind,
                                              OcopIncoming           *of);
/* Refuses, from the place @first on, what would not fit together: more women than workers. */
void             ocop_differences_check      (OcopDifferences        *self,
                                              guint                   first);

/* What is accepted, on its way into a change. */
typedef struct _OcopMaking OcopMaking;

OcopMaking      *ocop_making_new             (const OcopDifferences  *differences);
void             ocop_making_free            (OcopMaking             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OcopMaking, ocop_making_free)

/* The record as it is to stand, (transfer none), to be written after what it links to; %NULL where it, or something that
 * it links to, is left out. */
OcopRecord      *ocop_making_place           (OcopMaking             *self,
                                              OcopIncoming           *incoming);
/* What is placed: (transfer container) (element-type OcopRecord). */
GPtrArray       *ocop_making_list            (OcopMaking             *self);
/* %NULL with @error where what is accepted does not fit together. */
OcopChange      *ocop_making_finish          (OcopMaking             *self,
                                              const char             *kind,
                                              const char             *name,
                                              GError                **error);

G_END_DECLS
