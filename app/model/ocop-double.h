/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-record.h"

G_BEGIN_DECLS

/**
 * OcopDouble:
 * @kind: of the records of which no two stand beside each other outside the bin
 * @fields: what they have alike, ended by %NULL; the first one leads to where they stand
 * @telling: (nullable): what tells two all the same where it is known in both, ended by %NULL
 * @field, @value: (nullable): only records whose field has that value are meant
 * @refusal: English, to be translated: what there is already
 */
typedef struct
{
  const char *kind;
  const char * const *fields;
  const char * const *telling;
  const char *field;
  const char *value;
  const char *refusal;
} OcopDouble;

/* The doubles of @kind (%NULL: of all kinds), the one after @last (%NULL: the first); %NULL when there is no more. */
const OcopDouble *ocop_double_next     (const OcopKind   *kind,
                                        const OcopDouble *last);

/* Whether @after may be one where @before (nullable) was none. */
gboolean          ocop_double_concerns (const OcopDouble *self,
                                        const OcopRecord *before,
                                        const OcopRecord *after);

G_END_DECLS
