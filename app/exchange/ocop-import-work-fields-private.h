/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ocop-import-fields.h"

G_BEGIN_DECLS

/**
 * OcopImportWorkList:
 * @model: the kind of record that a row stands for
 * @fields: ended by a %NULL name; the first is what a row cannot do without
 * @expected: (array zero-terminated): names of fields that such a list has
 *
 * A kind of list of the work, as the model describes what it holds.
 */
typedef struct
{
  const OcopKind *model;
  OcopImportField *fields;
  const char **expected;
} OcopImportWorkList;

/* (transfer none): of a kind after %OCOP_IMPORT_UNITS. Made once, in the language in which the program runs. */
const OcopImportWorkList *ocop_import_work_list (OcopImportKind  kind);

/* The field of @kind that links to a record of the kind @target; %NULL when none does. */
const OcopField          *ocop_import_work_link (const OcopKind *kind,
                                                 const char     *target);

G_END_DECLS
