/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ocop-kind.h"

G_BEGIN_DECLS

/* What one row of a list stands for. */
typedef enum
{
  OCOP_IMPORT_PRODUCTS,  /* a product with its producer and its recognitions */
  OCOP_IMPORT_PRODUCERS,
  OCOP_IMPORT_UNITS,     /* an administrative unit */
} OcopImportKind;

/**
 * OcopImportField:
 * @name: stable: "product.name", "recognition.class"; what stands before the
 *   point is a kind of record, "locality", or "recognition1" and
 *   "recognition2" for lists with the first and the later recognition side by
 *   side
 * @title: English, to be translated
 * @headings: folded headings that name it, parted by "|"; an asterisk stands
 *   for any text
 *
 * One thing that a column of a list can hold.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *headings;
} OcopImportField;

/* "products", "producers" or "units" as a kind of list; %FALSE when it is none of them. */
gboolean               ocop_import_kind_find  (const char      *name,
                                               OcopImportKind  *kind);

/* The fields of that kind of list, ended by a %NULL name. */
const OcopImportField *ocop_import_fields     (OcopImportKind   kind);

/* %NULL when that kind of list has no such field. */
const OcopImportField *ocop_import_find_field (OcopImportKind   kind,
                                               const char      *name);

/* Whether the folded heading @folded names @field; @exactly leaves asterisks out. */
gboolean               ocop_import_field_is_named (const OcopImportField *field,
                                                   const char            *folded,
                                                   gboolean               exactly);

/* Whether the folded heading @folded is that of the reasons in a file of rows to repair, which are never read. */
gboolean               ocop_import_is_reason_heading (const char *folded);

G_END_DECLS
